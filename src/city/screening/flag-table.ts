import type { Key } from '../../domain/land/change.ts';
import type { Label } from '../../policy/shape/rule.ts';
import type { Steps } from '../../domain/steps.ts';
import { brief, type Brief } from '../../supply/screen/explain.ts';
import { BASES, FLAGS, LAND_CLASSES, type Basis, type Flag, type ScreenClass } from '../../supply/screen/classes.ts';
import { SUGGESTIONS, type Suggestion } from '../../supply/screen/suggestion.ts';
import { isFlagged, type CityScreen, type ScreenLine } from './city-screen.ts';

/** A township of the table, with its district. */
interface FlagPlace {
  readonly code: string;
  readonly name: string;
  readonly district: (Label & { readonly code: string }) | null;
}

/**
 * 认定台: what is flagged and what was decided on, a column each, in the order of the file: enough to sort, filter and sum all
 * of it. What says so is told line by line, as it is looked at.
 */
export interface FlagTable {
  readonly version: number;
  readonly keys: Uint32Array;
  /** Places in `classes`. */
  readonly classOf: Uint8Array;
  readonly classes: readonly ScreenClass[];
  /** What an official can confirm or dispute. */
  readonly flags: readonly Flag[];
  /** What the class rests on: places in `bases`. */
  readonly basisOf: Uint8Array;
  readonly bases: readonly Basis[];
  /** m²; NaN where it is not known. */
  readonly areaM2: Float64Array;
  /** Months it has been so; NaN where no day tells. */
  readonly months: Float64Array;
  /** 0–1 */
  readonly confidence: Float64Array;
  /** Fields that would tell more. */
  readonly missing: Uint8Array;
  /** What comes next: places in `suggestions`; 255: nothing. */
  readonly suggestionOf: Uint8Array;
  readonly suggestions: readonly Suggestion[];
  /** 0: none, 1: confirmed, 2: disputed. */
  readonly decision: Uint8Array;
  /** Places in `places`; −1: none is known. */
  readonly placeOf: Int32Array;
  readonly places: readonly FlagPlace[];
}

/** So many rows are one step. */
const ROWS_AT_ONCE = 4096;

/** In small steps, between which the land must stay as it is. */
export function* flagTable(screened: CityScreen): Steps<FlagTable> {
  const { screen } = screened;
  const isWanted = (row: number) => isFlagged(screened.classAt(row)) || screen.columns.decision[row] > 0;
  const rows = Array.from({ length: screened.size }, (_, row) => row).filter(isWanted);
  const all: Brief[] = [];
  for (const row of rows) {
    all.push(brief(screen, row));
    if (all.length % ROWS_AT_ONCE === 0) yield;
  }
  const { places, placeOf } = placesOf(screened, rows);
  yield;
  return {
    version: screened.version,
    keys: Uint32Array.from(rows, (row) => screened.key(row)),
    classes: LAND_CLASSES,
    flags: FLAGS,
    bases: BASES,
    classOf: Uint8Array.from(rows, (row) => screen.classes.classOf[row]),
    basisOf: Uint8Array.from(rows, (row) => screen.classes.basisOf[row]),
    areaM2: Float64Array.from(rows, (row) => screen.columns.areaM2[row]),
    months: Float64Array.from(all, ({ months }) => months),
    confidence: Float64Array.from(all, ({ confidence }) => confidence),
    missing: Uint8Array.from(all, ({ missing }) => missing),
    // −1 becomes 255.
    suggestionOf: Uint8Array.from(all, ({ suggestion }) => (suggestion ? SUGGESTIONS.indexOf(suggestion) : -1)),
    suggestions: SUGGESTIONS,
    decision: Uint8Array.from(all, ({ decision }) => decision),
    placeOf,
    places,
  };
}

function placesOf(screened: CityScreen, rows: readonly number[]): Pick<FlagTable, 'places' | 'placeOf'> {
  const at = new Map<string, number>();
  const places: FlagPlace[] = [];
  const placeOf = Int32Array.from(rows, (row) => {
    const code = screened.townshipOf(row);
    if (code === null) return -1;
    let place = at.get(code);
    if (place === undefined) {
      at.set(code, (place = places.length));
      const district = screened.districtOf(row);
      const { names } = screened;
      const named = district === null ? null : (names.district(district) ?? { zh: district, en: district });
      places.push({ code, name: names.township(code) ?? code, district: named && { ...named, code: district! } });
    }
    return place;
  });
  return { places, placeOf };
}

/** So many lines are told at once. */
const MOST_LINES = 200;

/** All that is said of these parcels, in their order; what is gone is left out. */
export function flagLines(screened: CityScreen, keys: readonly Key[]): readonly ScreenLine[] {
  return keys.slice(0, MOST_LINES).flatMap((key) => {
    const row = screened.rowOf(key);
    return row < 0 ? [] : [screened.line(row)];
  });
}
