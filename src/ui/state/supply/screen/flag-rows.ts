import type { FlagTable } from '../../../../city/screening/flag-table.ts';
import { muOf } from '../../../../domain/quantity/units.ts';

/** What the table is sorted by. */
export const FLAG_COLUMNS = ['file', 'id', 'place', 'area', 'class', 'basis', 'missing', 'confidence', 'suggestion', 'decision'] as const; // prettier-ignore
export type FlagColumn = (typeof FLAG_COLUMNS)[number];

export interface FlagOrder {
  /** `file`: the order of the file. */
  readonly by: FlagColumn;
  readonly down: boolean;
}

/** What of the table is shown; all of it where nothing is said. */
export interface FlagFilter {
  /** Folded words in id or name. */
  readonly words: string;
  /** Code of a township, or of a district after `district:`. */
  readonly place: string;
  /** Places in `classes` and `bases` of the table. */
  readonly class: number | null;
  readonly basis: number | null;
  readonly leastMu: number | null;
  readonly leastConfidence: number | null;
  readonly missing: 'some' | 'none' | null;
  /** A place in `suggestions` of the table. */
  readonly suggestion: number | null;
  /** As in the table; 0: undecided. */
  readonly decision: number | null;
}

export const noFilter: FlagFilter = {
  words: '',
  place: '',
  class: null,
  basis: null,
  leastMu: null,
  leastConfidence: null,
  missing: null,
  suggestion: null,
  decision: null,
};

/** What was decided on a row, by the number in the table. */
export const DECISIONS = ['none', 'confirmed', 'disputed'] as const;

/** No suggestion. */
export const NONE = 255;

export const DISTRICT = 'district:';

/** Words of a row, folded, by its place in the table. */
type WordsAt = (row: number) => string;

/** Rows of the table that the filter leaves, in the order of the file. */
export function flagsFound(table: FlagTable, filter: FlagFilter, wordsAt: WordsAt): Uint32Array {
  const { words, leastMu, leastConfidence, missing } = filter;
  const places = placesFound(table, filter.place);
  const is = (column: ArrayLike<number>, wanted: number | null, row: number) =>
    wanted === null || column[row] === wanted;
  const found = new Uint32Array(table.keys.length);
  let count = 0;
  for (let row = 0; row < found.length; row++) {
    if (places && !places.has(table.placeOf[row])) continue;
    if (!is(table.classOf, filter.class, row) || !is(table.basisOf, filter.basis, row)) continue;
    if (!is(table.suggestionOf, filter.suggestion, row) || !is(table.decision, filter.decision, row)) continue;
    if (leastMu !== null && !(muOf(table.areaM2[row]) >= leastMu)) continue;
    if (leastConfidence !== null && !(table.confidence[row] >= leastConfidence)) continue;
    if (missing !== null && table.missing[row] > 0 !== (missing === 'some')) continue;
    if (words !== '' && !wordsAt(row).includes(words)) continue;
    found[count++] = row;
  }
  return found.slice(0, count);
}

function placesFound({ places }: FlagTable, place: string): ReadonlySet<number> | null {
  if (place === '') return null;
  const district = place.startsWith(DISTRICT) ? place.slice(DISTRICT.length) : null;
  const isIn = (own: FlagTable['places'][number]) =>
    district === null ? own.code === place : own.district?.code === district;
  return new Set([...places.keys()].filter((at) => isIn(places[at])));
}

const byName = new Intl.Collator('zh-Hans-CN', { numeric: true });

/** The same rows in another order; what is not known comes last, equal rows stay in the order of the file. */
export function flagsSorted(
  table: FlagTable,
  rows: Uint32Array,
  { by, down }: FlagOrder,
  ranksById: () => ArrayLike<number> | null,
): Uint32Array {
  if (by === 'file') return down ? rows.toReversed() : rows;
  const sign = down ? -1 : 1;
  const rank = by === 'id' ? ranksById() : rankOf(table, by);
  // Not told yet.
  if (!rank) return rows;
  return rows.toSorted((a, b) => {
    const left = rank[a];
    const right = rank[b];
    if (left === right || (Number.isNaN(left) && Number.isNaN(right))) return a - b;
    if (Number.isNaN(left)) return 1;
    if (Number.isNaN(right)) return -1;
    return sign * (left - right);
  });
}

const nameOf = ({ district, name }: FlagTable['places'][number]): string => `${district?.zh ?? ''}${name}`;

function rankOf(table: FlagTable, by: Exclude<FlagColumn, 'file' | 'id'>): ArrayLike<number> {
  if (by === 'area') return table.areaM2;
  if (by === 'class') return table.classOf;
  // How long it has been so says most of the evidence.
  if (by === 'basis') return table.months;
  if (by === 'missing') return table.missing;
  if (by === 'confidence') return table.confidence;
  if (by === 'decision') return table.decision;
  // None comes last.
  if (by === 'suggestion') return Float64Array.from(table.suggestionOf, (code) => (code === NONE ? NaN : code));
  const order = table.places.map((place, at) => ({ place, at }));
  order.sort((a, b) => byName.compare(nameOf(a.place), nameOf(b.place)));
  const rank = new Float64Array(order.length);
  for (const [place, { at }] of order.entries()) rank[at] = place;
  return Float64Array.from(table.placeOf, (at) => (at < 0 ? NaN : rank[at]));
}

/** Townships of the table by district, in the order of their codes; `code` is empty where no district is known. */
export function placesByDistrict(
  { places }: FlagTable,
  wordOf: (district: FlagTable['places'][number]['district']) => string,
): readonly { readonly code: string; readonly name: string; readonly places: FlagTable['places'] }[] {
  const codes = [...new Set(places.map(({ district }) => district?.code ?? ''))].sort();
  return codes.map((code) => {
    const own = places.filter(({ district }) => (district?.code ?? '') === code);
    return { code, name: wordOf(own[0].district), places: own };
  });
}
