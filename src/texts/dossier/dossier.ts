import type { Input, Figure } from '../../domain/land/figure.ts';
import type { Building, Park } from '../../domain/land/model.ts';
import { heightOf, storeyCount } from '../../domain/land/storeys.ts';
import type { Cell, Report, ReportTable } from '../../formats/report/document.ts';
import { isMissed } from '../../policy/outcomes.ts';
import { boundText, displayed } from '../figures.ts';
import { gapSteps } from '../../policy/gaps.ts';
import type { Labels } from '../labels.ts';
import { effectText, gapsText, gapWords } from '../gaps.ts';
import type { Language } from '../language.ts';
import { outcomeWord } from '../outcomes.ts';
import { sayConflicts, sayRepair } from '../policy-repairs.ts';
import { balanceTable, indicatorTable, parcelTable } from './land-tables.ts';
import { findingTables, inOrder, titlesOf } from './finding-table.ts';
import { policyNamed, type DossierInput } from './input.ts';
import { usualOptions } from './parts.ts';
import { namedRecord } from './named.ts';
import { figure, totalOf } from './printed.ts';
import { dossierWords, type DossierWords } from './words.ts';

/**
 * The dossier 一园一策 of one park: identity, land, buildings, indicators, firms, findings and gaps. It is a report as
 * data, which a page, Word, Excel and JSON share.
 */
export function dossier(input: DossierInput, language: Language): Report {
  const words = dossierWords[language];
  const { facts, policy, date } = input;
  return {
    title: words.dossier(facts.park.name ?? facts.park.id),
    about: [
      words.of(date),
      words.policy(...policyNamed(policy, language), policy.id, policy.version),
      ...(input.vertexSigmaM === undefined ? [] : [words.precision(input.vertexSigmaM)]),
      ...(input.sample ? [words.sample] : []),
    ],
    tables: [
      identityTable(input, language),
      indicatorTable(input, language),
      balanceTable(input, language),
      parcelTable(input, language),
      buildingTable(input, language),
      firmTable(input, language),
      ...findingTables(input, language),
      repairTable(input, language),
      gapTable(input, language),
    ],
    sheets: [],
    paper: usualOptions.paper,
  };
}

const identityFields = [
  'id',
  'parkType',
  'origin',
  'stage',
  'year',
  'address',
  'developer',
  'operator',
  'industries',
] as const;
const firmFields = [
  'firms',
  'smallFirms',
  'manufacturingFirms',
  'industryShare',
  'investmentWan',
  'investmentPerMuWan',
  'taxPerMuWan',
  'outputPerMuWan',
  'freeAreaM2',
  'rentYuanPerM2Month',
  'salePriceYuanPerM2',
  'heldTermYears',
  'recognised',
  'keyPark',
  'stars',
  'innovationBase',
] as const;

export const firmTable = (input: DossierInput, language: Language): ReportTable =>
  fieldTable(dossierWords[language].firms, firmFields, input, language);

export function identityTable(input: DossierInput, language: Language): ReportTable {
  const words = dossierWords[language];
  const { rows, ...table } = fieldTable(words.identity, identityFields, input, language);
  const places: Cell[][] = [
    [words.district, input.districtName || words.unknown],
    [words.townships, input.townshipNames.join(words.join) || words.unknown],
  ];
  return { ...table, rows: [...rows.slice(0, 5), ...places, ...rows.slice(5)] };
}

/** A recorded number in the unit of its field, a share in per cent; a year or a count as it stands. */
function numberText(value: number, named: Labels['fields'][string] | undefined, language: Language): string {
  if (named?.percent) {
    const shown = displayed(value, 'ratio', named);
    return boundText(language, shown.value, shown.unit);
  }
  return named?.unit ? boundText(language, value, named.unit) : String(value);
}

/** Fields of the park's record, by the names the pack gives them; what is not recorded says so. */
function fieldTable(
  title: string,
  fields: readonly (keyof Park & string)[],
  { facts: { park }, policy }: DossierInput,
  language: Language,
): ReportTable {
  const words = dossierWords[language];
  const said = (field: keyof Park & string): string => {
    const value = park[field];
    if (value === undefined) return words.unknown;
    if (typeof value === 'boolean') return value ? words.yes : words.no;
    if (Array.isArray(value)) return value.join(words.join);
    const named = policy.values[`${field}.${value}`]?.[language];
    if (named !== undefined || typeof value !== 'number') return named ?? String(value);
    return numberText(value, policy.fields[`park.${field}`], language);
  };
  const rows = fields.map((field) => [policy.fields[`park.${field}`]?.[language] ?? field, said(field)]);
  return { title, head: [words.item, words.value], rows, notes: [] };
}

/** 建筑: as far as each lies inside its parcel; whether it is there or planned, where records say so. */
export function buildingTable({ facts, policy }: DossierInput, language: Language): ReportTable {
  const words = dossierWords[language];
  const cell = (input: Input<Figure>): Cell => (input.state === 'value' ? figure(input.value.value, 2) : words.unknown);
  const all = facts.buildings.map(({ building }) => building);
  // The parcel stands beside it: a name that is the only one there says all.
  const numberOf = ({ building, parcelId }: (typeof facts.buildings)[number]): string => {
    const isOnly = facts.buildings.filter((own) => own.parcelId === parcelId && own.building.name === building.name).length === 1; // prettier-ignore
    return building.name && isOnly ? building.name : namedRecord(building, all, language);
  };
  const isSaid = all.some(({ existing }) => existing !== undefined);
  const rows = facts.buildings.map((b): Cell[] => [
    numberOf(b),
    b.parcelId,
    (b.building.use && policy.values[`use.${b.building.use}`]?.[language]) ?? words.unknown,
    ...(isSaid ? [builtText(b.building, words)] : []),
    ...heightCells(b.building, words),
    cell(b.footprint),
    cell(b.floorArea),
    cell(b.countedFloorArea),
  ]);
  const areas = [words.footprint, words.floorArea, words.counted];
  const head = [words.number, words.parcels, words.use, ...(isSaid ? [words.built] : []), words.storeys, words.height];
  const sums = (['footprintArea', 'floorArea', 'countedFloorArea'] as const).map((what, n) =>
    totalOf(
      rows.map((row) => row[head.length + n]),
      facts.figures[what],
      2,
    ),
  );
  const total = [words.total, ...head.slice(1).map(() => ''), ...sums];
  return {
    title: words.buildings,
    head: [...head, ...areas],
    rows,
    ...(rows.length > 1 && sums.some((own) => own !== '') && { total }),
    notes: rows.length === 0 ? [words.noBuildings] : [],
  };
}

const builtText = ({ existing }: Building, words: DossierWords): string =>
  existing === undefined ? '' : existing ? words.existing : words.planned;

/** 层数, 高度. */
function heightCells(building: Building, words: DossierWords): Cell[] {
  const [storeys, height] = [storeyCount(building), heightOf(building)];
  return [
    storeys === null ? words.unknown : figure(storeys, 0),
    typeof height === 'number' ? figure(height, 2) : words.unknown,
  ];
}

/** 怎样改: of every missed clause what would mend it and what the rule then comes to, in the words of the page. */
export function repairTable({ findings, policy }: DossierInput, language: Language): ReportTable {
  const words = dossierWords[language];
  const titles = titlesOf(policy, language);
  const rows = inOrder(findings).flatMap((f) => {
    const own = [titles[f.rule] ?? f.rule, f.clause];
    const against = sayConflicts(language, f, titles);
    return [
      ...f.repairs.map((r) => [...own, sayRepair(language, r, policy, titles), outcomeWord(language, r.outcome)]),
      ...(against ? [[...own, against, '']] : []),
    ];
  });
  const notes = rows.length > 0 ? [] : [findings.some((f) => isMissed(f.outcome)) ? words.notSought : words.noneMissed];
  return { title: words.repairs, head: [words.rule, words.clause, words.change, words.then], rows, notes };
}

/** 资料缺口: each thing to fill in once, with the rules that wait for it; what is known only later comes last. */
export function gapTable({ facts, findings, policy }: DossierInput, language: Language): ReportTable {
  const words = dossierWords[language];
  const titles = titlesOf(policy, language);
  const rows = gapSteps(findings, facts.park.stage, policy.knownFrom).map((step): Cell[] => [
    gapsText(language, step.gaps, policy) + (step.later ? words.later : ''),
    effectText(language, step),
    [...step.frees, ...step.opens].map((rule) => titles[rule] ?? rule).join(words.join),
  ]);
  const notes = [rows.length === 0 ? words.noGaps : gapWords[language].meaning];
  return { title: words.gaps, head: [words.field, words.effect, words.neededBy], rows, notes };
}
