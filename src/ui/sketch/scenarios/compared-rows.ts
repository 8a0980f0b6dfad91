import type {
  ComparedPark,
  ComparedRecord,
  ComparedTable,
  ComparedView,
} from '../../../city/scenarios/compared-view.ts';
import type { IndicatorRow } from '../../../domain/land/sheets/indicators.ts';
import { formatFixed } from '../../../domain/quantity/format.ts';
import { muOf } from '../../../domain/quantity/units.ts';
import { decisivePairs, type MeasuredPair } from '../../../policy/measured-pairs.ts';
import type { Finding } from '../../../policy/shape/finding.ts';
import type { Outcome } from '../../../policy/shape/outcome.ts';
import { boundOf, figure } from '../../../texts/dossier/printed.ts';
import { unitOf } from '../../../texts/dossier/land-tables.ts';
import { indicatorNames } from '../../../texts/dossier/words.ts';
import { fieldName } from '../../../texts/field-names.ts';
import { displayedText } from '../../../texts/figures.ts';
import { outcomeOrder, shownPair } from '../../../texts/index.ts';
import type { Labels } from '../../../texts/labels.ts';
import type { Language } from '../../../texts/language.ts';
import { sketchScenarios } from '../../../texts/ui/sketch-scenarios.ts';

type Parks = readonly (ComparedPark | null)[];

/** A figure of the scenarios side by side. */
export interface ComparedFigure {
  readonly what: string;
  readonly name: string;
  readonly unit: string;
  /** As it is written; null: there is no such park, or it does not apply. */
  readonly cells: readonly (string | null)[];
  /** Of each scenario what it is more (+) or less than the first; '' where it is the same, or one is not known. */
  readonly by: readonly string[];
  readonly differs: boolean;
}

interface Value {
  readonly text: string;
  readonly value?: number;
  readonly decimals?: number;
}

/** 指标 side by side: those that differ first. */
export function comparedFigures(
  language: Language,
  { scenarios }: ComparedView,
  labels: Labels,
): readonly ComparedFigure[] {
  const parks = scenarios.map(({ park }) => park);
  const rows = [...countRows(language, parks), ...indicatorRows(language, parks), ...useRows(language, parks, labels)];
  const known = rows.filter(({ cells }) => cells.some((cell) => cell !== null));
  return [...known.filter(({ differs }) => differs), ...known.filter(({ differs }) => !differs)];
}

function row(what: string, name: string, unit: string, values: readonly (Value | null)[]): ComparedFigure {
  const [first] = values;
  const by = values.map((own) => {
    if (!first || !own || own === first || own.value === undefined || first.value === undefined) return '';
    const text = formatFixed(own.value - first.value, own.decimals ?? 0, { group: ',' });
    return own.text === first.text || Number(text.replace(/[^\d.]/g, '')) === 0
      ? ''
      : text.startsWith('−')
        ? text
        : `+${text}`;
  });
  const cells = values.map((own) => own?.text ?? null);
  return { what, name, unit, cells, by, differs: new Set(cells).size > 1 };
}

function countRows(language: Language, parks: Parks): ComparedFigure[] {
  const { rows } = sketchScenarios[language];
  const counted = (of: (park: ComparedPark) => number) => parks.map((park) => park && { ...figure(of(park), 0) });
  const mu = parks.map((park) => {
    const land = park?.indicators.find(({ what }) => what === 'landArea');
    if (!park || land?.value.state !== 'value') return null;
    const value = muOf(land.value.value);
    return figure(value, 4, boundOf('landArea', 'mu', value, park.findings));
  });
  const storeys = parks.map((park) => {
    if (!park?.storeys) return null;
    const [least, most] = park.storeys;
    return { text: least === most ? String(least) : `${least}–${most}` };
  });
  return [
    row('mu', rows.mu, '', mu),
    row(
      'parcels',
      rows.parcels,
      '',
      counted((park) => park.parcels),
    ),
    row(
      'buildings',
      rows.buildings,
      '',
      counted((park) => park.buildings),
    ),
    row('storeys', rows.storeys, '', storeys),
  ];
}

/** As the table of indicators prints them. */
function indicatorRows(language: Language, parks: Parks): ComparedFigure[] {
  const known = parks.find((park) => park !== null);
  return (known?.indicators ?? []).map((first, i) => {
    const values = parks.map((park) => park && indicatorValue(language, park, park.indicators[i]));
    // What stands in brackets is said in the dossier.
    const name = indicatorNames[first.what][language].replace(/（.*）| \(.*\)/u, '');
    return row(first.what, name, unitOf(first, language), values);
  });
}

function indicatorValue(
  language: Language,
  { findings }: ComparedPark,
  { what, unit, value }: IndicatorRow,
): Value | null {
  if (value.state === 'not-applicable') return null;
  if (value.state === 'unknown') return { text: sketchScenarios[language].unknown };
  return figure(value.value, unit === 'count' ? 0 : 2, boundOf(what, unit, value.value, findings));
}

function useRows(language: Language, parks: Parks, labels: Labels): ComparedFigure[] {
  const { rows, unsaidUse, unknown } = sketchScenarios[language];
  const uses = [...new Set(parks.flatMap((park) => Object.keys(park?.floorByUseM2 ?? {})))];
  return uses.map((use) => {
    const name = use === '' ? unsaidUse : (labels.values[`use.${use}`]?.[language] ?? use);
    const values = parks.map((park): Value | null => {
      if (!park) return null;
      const value = park.floorByUseM2[use];
      return value === null ? { text: unknown } : figure(value ?? 0, 2);
    });
    return row(`use ${use}`, rows.floorByUse(name), 'm²', values);
  });
}

/** A rule's verdicts side by side. */
export interface ComparedFinding {
  readonly rule: string;
  readonly cells: readonly { readonly outcome: Outcome; readonly measured: string }[];
  readonly differs: boolean;
}

/** 结论 side by side: those whose verdict differs first, then by the gravest. */
export function comparedFindings(
  language: Language,
  { scenarios }: ComparedView,
  labels: Labels,
): readonly ComparedFinding[] {
  const maps = scenarios.map(({ park }) => new Map(park?.findings.map((own) => [own.rule, own])));
  const rules = [...new Set(maps.flatMap((own) => [...own.keys()]))];
  const rows = rules.map((rule): ComparedFinding => {
    const own = maps.map((findings) => findings.get(rule));
    const what = otherwiseMeasured(own);
    const cells = own.map((finding) => cellOf(language, finding, labels, what));
    return { rule, cells, differs: new Set(cells.map(({ outcome }) => outcome)).size > 1 };
  });
  const rank = ({ cells }: ComparedFinding) => Math.min(...cells.map(({ outcome }) => outcomeOrder.indexOf(outcome)));
  const applying = rows.filter(({ cells }) => cells.some(({ outcome }) => outcome !== 'not-applicable'));
  return applying.sort((a, b) => Number(b.differs) - Number(a.differs) || rank(a) - rank(b));
}

/** What is measured otherwise in one of them, first what misses its bound in one; undefined where nothing is. */
function otherwiseMeasured(findings: readonly (Finding | undefined)[]): string | undefined {
  const pairs = findings.map((finding) => (finding ? decisivePairs(finding) : []));
  const isMissed = ({ margin }: MeasuredPair) => margin !== null && margin < 0;
  const all = pairs.flat().toSorted((a, b) => Number(isMissed(b)) - Number(isMissed(a)));
  const measures = new Set(all.map(({ measured }) => measured.what));
  return [...measures].find((what) => {
    const values = pairs.map((own) => own.find(({ measured }) => measured.what === what)?.measured.value);
    return !values.includes(undefined) && new Set(values).size > 1;
  });
}

function cellOf(
  language: Language,
  finding: Finding | undefined,
  labels: Labels,
  what: string | undefined,
): ComparedFinding['cells'][number] {
  if (!finding || finding.outcome === 'not-applicable') return { outcome: 'not-applicable', measured: '' };
  const pairs = decisivePairs(finding);
  const pair = pairs.find(({ measured }) => measured.what === what) ?? pairs.at(0);
  const told = pair && shownPair(pair, labels.measures[pair.measured.what]);
  return { outcome: finding.outcome, measured: told ? displayedText(language, told.measured) : '' };
}

/** What became of a record between the first scenario and another. */
export type Became = 'added' | 'removed' | 'changed';

export interface ComparedLine {
  readonly record: ComparedRecord;
  /** As the other scenario calls it, where it is there. */
  readonly id: string;
  readonly became: Became;
  /** What is otherwise, in words. */
  readonly changes: readonly string[];
}

const byNumber = new Intl.Collator('zh', { numeric: true });

/** Records of scenario number `n` that the first has otherwise, each kind in the order of its numbers. */
export function comparedLines(
  language: Language,
  { records }: Pick<ComparedView, 'records'>,
  n: number,
  names: Parameters<typeof fieldName>[3],
): readonly ComparedLine[] {
  const lines = records.flatMap((record): ComparedLine[] => {
    const became = becameOf(record, n);
    if (!became) return [];
    const changes =
      became === 'changed'
        ? changesOf(language, record, n, names)
        : builtAs(language, record, became === 'added' ? n : 0);
    return [{ record, id: record.ids[n] ?? record.ids[0] ?? record.id, became, changes }];
  });
  // A sort keeps what it holds for equal: kinds stand in the order they came in.
  return lines.sort((a, b) => (a.record.table === b.record.table ? byNumber.compare(a.id, b.id) : 0));
}

function becameOf({ drawn, fields }: ComparedRecord, n: number): Became | null {
  if (drawn[0] === null) return drawn[n] === null ? null : 'added';
  if (drawn[n] === null) return 'removed';
  const isOther = drawn[0] !== drawn[n] || fields.some(({ is }) => is[0] !== is[n]);
  return isOther ? 'changed' : null;
}

/** What one that is there alone is: storeys, and the area of its outline. */
function builtAs(language: Language, { table, drawn, shapes, storeys }: ComparedRecord, n: number): string[] {
  const at = drawn[n] ?? -1;
  const areaM2 = at < 0 ? null : shapes[at].areaM2;
  const floors = storeys[n] ?? null;
  const say = sketchScenarios[language];
  return [
    ...(floors === null ? [] : [say.storeysOf(floors)]),
    ...(areaM2 === null ? [] : [say.outlineOf(table === 'building', formatFixed(areaM2, 2, { group: ',' }))]),
  ];
}

function changesOf(
  language: Language,
  { table, drawn, shapes, fields }: ComparedRecord,
  n: number,
  names: Parameters<typeof fieldName>[3],
): string[] {
  const say = sketchScenarios[language];
  const areas = [drawn[0], drawn[n]].map((at) => (at === null || at < 0 ? null : shapes[at].areaM2));
  const texts = areas.map((area) => (area === null ? null : formatFixed(area, 2, { group: ',' })));
  const outline =
    drawn[0] === drawn[n]
      ? []
      : [
          texts[0] !== null && texts[1] !== null && texts[0] !== texts[1]
            ? say.outlineAreas(texts[0], texts[1])
            : say.outline,
        ];
  const changed = fields.filter(({ is }) => is[0] !== is[n]);
  return [
    ...outline,
    ...changed.map(({ field, values, is }) => {
      const name = fieldName(language, table, field, names);
      const said = (at: number) => (is[at] < 0 ? say.fieldNone : valueText(language, field, values[at], names));
      const [was, now] = [said(0), said(n)];
      return was === null || now === null ? say.fieldOther(name) : say.fieldChanged(name, was, now);
    }),
  ];
}

function valueText(
  language: Language,
  field: string,
  value: ComparedRecord['fields'][number]['values'][number],
  names: Parameters<typeof fieldName>[3],
): string | null {
  if (value === null) return null;
  return (
    names.values[`${field}.${value}`]?.[language] ??
    (typeof value === 'number' ? formatFixed(value, Number.isInteger(value) ? 0 : 2, { group: ',' }) : String(value))
  );
}

/** `增 3，减 1` of each kind of record. */
export function tallyOf(lines: readonly ComparedLine[]): Readonly<Record<Became, number>> {
  const count = (became: Became) => lines.filter((line) => line.became === became).length;
  return { added: count('added'), removed: count('removed'), changed: count('changed') };
}

export const recordName = (language: Language, table: ComparedTable, id: string): string =>
  `${sketchScenarios[language].kinds[table]} ${id}`;
