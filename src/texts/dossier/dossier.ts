import type { Input, Figure } from '../../domain/land/figure.ts';
import type { Park } from '../../domain/land/model.ts';
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
import { figure } from './printed.ts';
import { dossierWords } from './words.ts';

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

const identityFields = ['id', 'parkType', 'origin', 'stage', 'year', 'developer', 'operator', 'industries'] as const;
const firmFields = [
  'firms',
  'smallFirms',
  'manufacturingFirms',
  'industryShare',
  'investmentPerMuWan',
  'taxPerMuWan',
  'outputPerMuWan',
  'salePriceYuanPerM2',
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

export function buildingTable({ facts, policy }: DossierInput, language: Language): ReportTable {
  const words = dossierWords[language];
  const cell = (input: Input<Figure>): Cell => (input.state === 'value' ? figure(input.value.value, 2) : words.unknown);
  const all = facts.buildings.map(({ building }) => building);
  const rows = facts.buildings.map((b): Cell[] => [
    namedRecord(b.building, all),
    b.parcelId,
    (b.building.use && policy.values[`use.${b.building.use}`]?.[language]) ?? words.unknown,
    b.building.storeys === undefined ? words.unknown : figure(b.building.storeys, 0),
    cell(b.footprint),
    cell(b.floorArea),
    cell(b.countedFloorArea),
  ]);
  const head = [words.number, words.parcels, words.use, words.storeys, words.footprint, words.floorArea, words.counted];
  return { title: words.buildings, head, rows, notes: rows.length === 0 ? [words.noBuildings] : [] };
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
