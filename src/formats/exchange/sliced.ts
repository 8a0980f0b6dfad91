import type { Result } from '../../domain/outcome.ts';
import type { FormatRefusal } from '../contract.ts';
import { mostTextBytes } from '../limits.ts';
import { parseJson } from './json.ts';
import { isObject } from './object.ts';
import { featureFault, whereIs, type RawCollection, type RawFeature } from './shape.ts';
import { notJsonFrom, slicesOf, Stop, type Slices } from './slices.ts';
import { tidied } from './tidy.ts';
import { moved, placeInBytes, textPlaceOf, type TextPlace } from './text-place.ts';

/** Stands for the features while the members beside them are read; a second array of that name would replace it. */
const marker = 'features read one by one';

/**
 * Reads a FeatureCollection feature by feature: a million parcels then need neither their text in one string nor all
 * their raw values at once. Null where the bytes are not UTF-8 or are no object with one array `features`, which is then
 * for the caller to read whole.
 */
export function readSliced<T>(
  bytes: Uint8Array,
  read: (collection: RawCollection) => Result<T, FormatRefusal>,
): Result<T, FormatRefusal> | null {
  if (!isUtf8(bytes)) return null;
  try {
    const slices = slicesOf(bytes);
    const members = slices && membersBeside(bytes, slices);
    return members && read({ ...members, features: new Features(bytes, slices) });
  } catch (error) {
    if (error instanceof Stop) return error.refused;
    throw error;
  }
}

/** Looked at in pieces, so that no string of the whole is made. */
function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const step = 1 << 22;
  try {
    for (let from = 0; from < bytes.length; from += step)
      decoder.decode(bytes.subarray(from, from + step), { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** Everything of the collection but its features; null where it is another thing. */
function membersBeside(bytes: Uint8Array, { from, to }: Slices): Record<string, unknown> | null {
  if (from + bytes.length - to > mostTextBytes) return null;
  const decoder = new TextDecoder();
  const before = `${decoder.decode(bytes.subarray(0, from))}${JSON.stringify(marker)}`;
  const json = parseJson(before + decoder.decode(bytes.subarray(to)));
  if (!json.ok) throw new Stop(json.refusal.code, shifted(json.refusal.params, before, placeInBytes(bytes, to)));
  const members = json.value;
  if (!isObject(members) || members.type !== 'FeatureCollection') return null;
  return Array.isArray(members.features) && members.features[0] === marker ? members : null;
}

type Params = Readonly<Record<string, string | number>>;

/** A place in the text without its features as one in the whole text, where what comes after them begins at `after`. */
function shifted(params: Params, before: string, after: TextPlace): Params {
  const { line, column } = params;
  if (typeof line !== 'number' || typeof column !== 'number') return params;
  const seam = textPlaceOf(before, before.length);
  if (line < seam.line || (line === seam.line && column < seam.column)) return params;
  return {
    ...params,
    ...moved({ line: line - seam.line + 1, column: line === seam.line ? column - seam.column + 1 : column }, after),
  };
}

/** So many bytes are made into features at once: to begin with each of a hundred thousand anew takes a quarter of the time. */
const piece = 1 << 16;

/** The features, made some at a time and checked when they are asked for. */
class Features implements Iterable<RawFeature> {
  readonly #bytes: Uint8Array;
  readonly #slices: Slices;
  readonly #decoder = new TextDecoder();

  constructor(bytes: Uint8Array, slices: Slices) {
    this.#bytes = bytes;
    this.#slices = slices;
  }

  *[Symbol.iterator](): Iterator<RawFeature> {
    const { count, bounds } = this.#slices;
    for (let from = 0, to = 1; from < count; from = to++) {
      while (to < count && bounds[2 * to + 1] - bounds[2 * from] <= piece) to++;
      const parsed = this.#parsed(from, to);
      for (let i = from; i < to; i++) {
        const feature = tidied(parsed ? parsed[i - from] : this.#alone(i));
        const fault = featureFault(feature, whereIs(feature, i));
        if (fault) throw new Stop(fault.refusal.code, fault.refusal.params);
        yield feature as RawFeature;
      }
    }
  }

  /** Features from one number to before another, between which are commas and space alone; null where one is not JSON. */
  #parsed(from: number, to: number): readonly unknown[] | null {
    try {
      return JSON.parse(`[${this.#text(from, to)}]`) as unknown[];
    } catch {
      return null;
    }
  }

  #alone(i: number): unknown {
    try {
      return JSON.parse(this.#text(i, i + 1)) as unknown;
    } catch {
      throw notJsonFrom(this.#bytes, this.#slices.bounds[2 * i], this.#slices.bounds[2 * i + 1]);
    }
  }

  #text(from: number, to: number): string {
    const { bounds } = this.#slices;
    return this.#decoder.decode(this.#bytes.subarray(bounds[2 * from], bounds[2 * to - 1]));
  }
}
