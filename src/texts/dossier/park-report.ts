import type { Report, ReportTable } from '../../formats/report/document.ts';
import { mapSheets } from '../../formats/report/map/map-sheets.ts';
import { massSheets } from '../../formats/report/mass/mass-sheet.ts';
import type { Language } from '../language.ts';
import { leaseTable, unitTable } from './built-tables.ts';
import { conditionTable } from './condition-table.ts';
import { buildingTable, firmTable, gapTable, identityTable, repairTable } from './dossier.ts';
import { findingTables } from './finding-table.ts';
import { policyNamed, type ReportInput } from './input.ts';
import { balanceTable, indicatorTable, parcelTable } from './land-tables.ts';
import { massWords } from './mass-words.ts';
import { mapWords } from './map-words.ts';
import { namedRecord } from './named.ts';
import type { ReportOptions, ReportPart } from './parts.ts';
import { crsText, pointsOf, pointTable } from './point-table.ts';
import { reportWords } from './report-words.ts';
import { schemeTable } from './scheme-table.ts';
import { dossierWords } from './words.ts';

/** One report, of which the page, paper, Word and Excel are made: every figure is the one the page shows. */
export function parkReport(input: ReportInput, { parts, paper }: ReportOptions, language: Language): Report {
  const { facts, policy, date, sheet, sample } = input;
  const words = dossierWords[language];
  const has = (part: ReportPart) => parts.includes(part);
  // A map may lie on a paper that stands, where that shows it larger or in fewer sheets.
  const mapPaper = { ...paper, isLying: sheet ? sheet.size.width > sheet.size.height : paper.isLying };
  const drawn =
    sheet && has('map') ? mapSheets(sheet, pointsOf(sheet), mapPaper, mapWords(sheet, input, language)) : [];
  const stood =
    sheet && has('map')
      ? massSheets(sheet, [mapPaper, { ...mapPaper, isLying: !mapPaper.isLying }], massWords(facts, sample, language))
      : [];
  return {
    title: words.dossier(facts.park.name ?? facts.park.id),
    about: [
      words.of(date),
      words.policy(...policyNamed(policy, language), policy.id, policy.version),
      ...(input.vertexSigmaM === undefined ? [] : [words.precision(input.vertexSigmaM)]),
      ...(sample ? [words.sample] : []),
    ],
    tables: (Object.keys(tables) as (keyof typeof tables)[])
      .filter((part) => has(part) && (part !== 'schemes' || input.schemes.length > 1))
      .flatMap((part) => tables[part](input, language)),
    sheets: [...drawn, ...stood],
    paper,
  };
}

type TablePart = Exclude<ReportPart, 'map'>;

/** In the order of the report. */
const tables: Readonly<
  Record<TablePart, (input: ReportInput, language: Language) => ReportTable | readonly ReportTable[]>
> = {
  about: aboutTable,
  identity: identityTable,
  indicators: (input, language) => indicatorTable(input, language, input.conditions),
  conditions: (input, language) => conditionTable(input.conditions, input, language),
  balance: balanceTable,
  parcels: parcelTable,
  buildings: buildingTable,
  units: unitTable,
  leases: leaseTable,
  firms: firmTable,
  findings: findingTables,
  repairs: repairTable,
  schemes: (input, language) => schemeTable(input.schemes, input, language),
  gaps: gapTable,
  points: (input, language) => pointTable(input.sheet, input, language),
};

/** 编制说明: what the report rests on. */
function aboutTable(input: ReportInput, language: Language): ReportTable {
  const words = reportWords[language];
  const { item, value, join, precision } = dossierWords[language];
  const { facts, policy, date, sheet, source, sample, vertexSigmaM, scenario } = input;
  const { park } = facts;
  const isPlanned = facts.buildings.some(({ building }) => building.existing === false);
  return {
    title: words.about,
    head: [item, value],
    rows: [
      [words.park, namedRecord(park, [park], language)],
      [words.sources, sample ? words.sampleSource : source.join(join)],
      ...(sample ? [[words.nature, words.sample]] : []),
      [words.policy, words.policyText(...policyNamed(policy, language), policy.id, policy.version)],
      [words.judged, date],
      [words.basis, words.basisText],
      ...(sheet ? [[words.crs, crsText(sheet, language)]] : []),
      ...(vertexSigmaM === undefined ? [] : [[words.points, precision(vertexSigmaM)]]),
      ...(scenario
        ? [[words.scenario, 'taken' in scenario ? words.taken(scenario) : words.inHand(scenario.inHand)]]
        : []),
      ...(isPlanned ? [[words.design, words.designText]] : []),
    ],
    notes: [],
  };
}
