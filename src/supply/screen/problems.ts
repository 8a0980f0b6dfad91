import type { Parcel } from '../../domain/land/model.ts';
import type { Records } from '../../domain/land/records/records.ts';
import type { Steps } from '../../domain/steps.ts';
import { squareMetresOf } from '../../domain/quantity/units.ts';
import { dateOf, firstDayOf, NO_DAY, yearOf, yearsOn } from './calendar.ts';
import { DAY_FIELDS, FIGURE_FIELDS, type DayField, type FigureField, type ScreenColumns } from './columns.ts';
import type { ScreenLaw } from './law.ts';

/** What is wrong with a parcel's data, so that it is kept out and counted. */
export interface ScreenProblem {
  readonly row: number;
  readonly code:
    | 'unknown-township' // {township}: neither the file nor the pack has it
    | 'id-again' // {id}: the first of the file stands
    | 'overlaps' // {other, areaM2, share}: the first of the file stands
    | 'negative' // {field, value}
    | 'absurd' // {field, value, most}
    | 'absurd-date' // {field, date, least, most}
    | 'dates-out-of-order'; // {before, after, first, then}
  readonly params: Readonly<Record<string, string | number>>;
}

/** What a parcel shares with another, by rows. */
export interface SharedRow {
  readonly other: number;
  readonly areaM2: number;
}

export interface ProblemSources {
  readonly columns: ScreenColumns;
  readonly records: Records<Parcel>;
  /** Of every row the township as it goes by; undefined where it is known or none is named. */
  readonly unknownTownship: (row: number) => string | undefined;
  readonly overlaps: ReadonlyMap<number, readonly SharedRow[]>;
}

/** Days of which the first is never after the second. */
const ORDER: readonly (readonly [DayField, DayField])[] = [
  ['approvedOn', 'suppliedOn'],
  ['suppliedOn', 'agreedStart'],
  ['suppliedOn', 'handedOverOn'],
  ['suppliedOn', 'startedOn'],
  ['startedOn', 'stoppedOn'],
  ['productionOn', 'productionStoppedOn'],
  ['noticeOn', 'findingOn'],
  ['findingOn', 'disposedOn'],
];

/** The most believed of a figure, by the threshold that says it. */
const MOST: Partial<Record<FigureField, string>> = {
  taxPerMuWan: 'plausible.tax',
  outputPerMuWan: 'plausible.output',
  investmentPerMuWan: 'plausible.investment',
};
const NEVER_NEGATIVE = FIGURE_FIELDS.filter((field) => field !== 'taxPerMuWan');

/** So many rows are one step. */
const ROWS_AT_ONCE = 4096;

/** In the order of the rows. */
export function* screenProblems(sources: ProblemSources, law: ScreenLaw): Steps<readonly ScreenProblem[]> {
  const { columns, records, unknownTownship } = sources;
  const idOf = records.field('id') as (row: number) => string;
  const seen = new Set<string>();
  const isOut = new Uint8Array(columns.size);
  const problems: ScreenProblem[] = [];
  const figures = figureChecks(columns, law);
  const dates = dateChecks(columns, law);
  const mostShared = law.figure('plausible.overlap') ?? Infinity;
  for (let row = 0; row < columns.size; row++) {
    if (row % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) yield;
    const found: Omit<ScreenProblem, 'row'>[] = [];
    const id = idOf(row);
    if (seen.has(id)) found.push({ code: 'id-again', params: { id } });
    seen.add(id);
    const township = unknownTownship(row);
    if (township !== undefined) found.push({ code: 'unknown-township', params: { township } });
    figures(row, found);
    dates(row, found);
    // One that is left out anyway lies on no other.
    if (found.length === 0) overlapOf(sources, mostShared, row, isOut, found);
    if (found.length === 0) continue;
    isOut[row] = 1;
    for (const problem of found) problems.push({ row, ...problem });
  }
  return problems;
}

type Found = Omit<ScreenProblem, 'row'>[];

function figureChecks(columns: ScreenColumns, law: ScreenLaw): (row: number, found: Found) => void {
  const { figures, areaM2, plotRatio } = columns;
  // The columns in hand: every row asks them.
  const never = NEVER_NEGATIVE.map((field) => ({ field, values: figures[field] }));
  const most = Object.entries(MOST).map(([name, id]) => {
    const field = name as FigureField;
    return { field, values: figures[field], bound: law.figure(id) ?? Infinity };
  });
  const mostRatio = law.figure('plausible.plot-ratio') ?? Infinity;
  const mostArea = squareMetresOf(law.figure('plausible.area') ?? Infinity);
  return (row, found) => {
    for (const { field, values } of never)
      if (values[row] < 0) found.push({ code: 'negative', params: { field, value: values[row] } });
    for (const { field, values, bound } of most)
      if (Math.abs(values[row]) > bound)
        found.push({ code: 'absurd', params: { field, value: values[row], most: bound } });
    if (plotRatio[row] > mostRatio)
      found.push({ code: 'absurd', params: { field: 'plotRatio', value: plotRatio[row], most: mostRatio } });
    if (areaM2[row] > mostArea)
      found.push({ code: 'absurd', params: { field: 'statedAreaM2', value: areaM2[row], most: mostArea } });
  };
}

function dateChecks({ days }: ScreenColumns, law: ScreenLaw): (row: number, found: Found) => void {
  const least = firstDayOf(law.figure('plausible.earliest') ?? 0);
  const ahead = law.figure('plausible.ahead');
  const most = ahead === undefined ? NO_DAY - 1 : yearsOn(law.day, ahead);
  const said = DAY_FIELDS.map((field) => ({ field, values: days[field] }));
  const inOrder = ORDER.map(([before, after]) => ({ before, after, firsts: days[before], thens: days[after] }));
  return (row, found) => {
    for (const { field, values } of said) {
      const day = values[row];
      if (day !== NO_DAY && (day < least || day > most))
        found.push({ code: 'absurd-date', params: { field, date: dateOf(day), least: yearOf(least), most: yearOf(most) } }); // prettier-ignore
    }
    for (const { before, after, firsts, thens } of inOrder) {
      const [first, then] = [firsts[row], thens[row]];
      if (first !== NO_DAY && then < first)
        found.push({ code: 'dates-out-of-order', params: { before, after, first: dateOf(first), then: dateOf(then) } });
    }
  };
}

/** Ground counts once: of two parcels that lie on each other the later one is left out. */
function overlapOf(
  { columns: { areaM2 }, records, overlaps }: ProblemSources,
  most: number,
  row: number,
  isOut: Uint8Array,
  found: Found,
): void {
  for (const { other, areaM2: shared } of overlaps.get(row) ?? []) {
    if (other >= row || isOut[other]) continue;
    const smaller = Math.min(areaM2[row], areaM2[other]);
    const share = shared / smaller;
    if (!(share > most)) continue;
    found.push({ code: 'overlaps', params: { other: records.field('id')(other)!, areaM2: shared, share } });
    return;
  }
}

/** Rows that any of them keeps out. */
export function keptOut(size: number, problems: readonly ScreenProblem[]): Uint8Array {
  const isOut = new Uint8Array(size);
  for (const { row } of problems) isOut[row] = 1;
  return isOut;
}
