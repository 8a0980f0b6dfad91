import { ok, refuse, type Refusal, type Result } from '../../domain/outcome.ts';
import type { OutlineBuilder } from '../features/outlines.ts';
import { mostRingPoints } from '../limits.ts';
import { mostRings } from '../rings.ts';

/** What a shape can be refused for; the reader of the file adds its name and the place. */
export type WktFault = Refusal<'damaged' | 'not-polygons' | 'too-many-points'>;

const faults = {
  syntax: refuse('damaged', { detail: 'wkt' }).refusal,
  rings: refuse('damaged', { detail: 'too-many-rings', most: mostRings }).refusal,
  points: refuse('too-many-points', { most: mostRingPoints }).refusal,
} as const;
type Fault = (typeof faults)[keyof typeof faults] | null;

/** `SRID=4490;` in front (PostGIS), the type, and the dimensions that ISO 13249-3 and OGC 06-103r4 write behind it. */
const HEAD = /^\s*(?:SRID\s*=\s*(\d{1,9})\s*;)?\s*([A-Z]+?)\s*(Z|M|ZM)?\s*(?=\(|EMPTY)/i;
const NUMBER = /\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:E[-+]?\d{1,4})?)/iy;
const MOST_DIMENSIONS = 4;

/** Whether a cell looks like a shape in words, of whatever type. */
export const isWkt = (text: string): boolean =>
  /^\s*(?:SRID\s*=\s*\d{1,9}\s*;)?\s*(?:(?:MULTI)?(?:POINT|LINESTRING|POLYGON|CURVE|SURFACE)|GEOMETRYCOLLECTION|CIRCULARSTRING|COMPOUNDCURVE|CURVEPOLYGON|POLYHEDRALSURFACE|TIN|TRIANGLE)\s*(?:Z|M|ZM)?\s*(?:\(|EMPTY)/i.test(
    text,
  );

/**
 * A polygon or multipolygon in words (WKT of OGC 06-103r4 §7, EWKT), added to `builder` as one feature, an empty one
 * without parts. The value is its SRID, null where none is said. Heights and measures are left out; positions are not
 * judged here. A refused shape leaves the builder in the middle of a feature.
 */
export function readWkt(text: string, builder: OutlineBuilder): Result<number | null, WktFault> {
  const head = HEAD.exec(text);
  if (!head) return { ok: false, refusal: faults.syntax };
  const [whole, srid, name] = head;
  const type = name.toUpperCase();
  const isMulti = type === 'MULTIPOLYGON';
  if (!isMulti && type !== 'POLYGON')
    return isWkt(text) ? refuse('not-polygons', { type: name }) : { ok: false, refusal: faults.syntax };
  const reader = new Reader(text, whole.length, builder);
  const fault = reader.shape(isMulti);
  if (fault) return { ok: false, refusal: fault };
  builder.endFeature();
  return ok(srid === undefined ? null : Number(srid));
}

class Reader {
  readonly #text: string;
  readonly #builder: OutlineBuilder;
  #at: number;
  #rings = 0;

  constructor(text: string, at: number, builder: OutlineBuilder) {
    this.#text = text;
    this.#at = at;
    this.#builder = builder;
  }

  shape(isMulti: boolean): Fault {
    if (!this.#isEmpty()) {
      const fault = isMulti ? this.#list(() => (this.#isEmpty() ? null : this.#part())) : this.#part();
      if (fault) return fault;
    }
    return this.#text.slice(this.#at).trim() === '' ? null : faults.syntax;
  }

  #part(): Fault {
    const fault = this.#list(() => this.#ring());
    if (!fault) this.#builder.endPart();
    return fault;
  }

  #ring(): Fault {
    if (++this.#rings > mostRings) return faults.rings;
    let points = 0;
    const fault = this.#list(() => (++points > mostRingPoints ? faults.points : this.#position()));
    if (!fault) this.#builder.endRing();
    return fault;
  }

  #position(): Fault {
    const numbers: number[] = [];
    for (; numbers.length < MOST_DIMENSIONS;) {
      NUMBER.lastIndex = this.#at;
      const found = NUMBER.exec(this.#text);
      if (!found) break;
      numbers.push(Number(found[1]));
      this.#at = NUMBER.lastIndex;
    }
    if (numbers.length < 2) return faults.syntax;
    this.#builder.point(numbers[0], numbers[1]);
    return null;
  }

  /** `( … , … )` */
  #list(item: () => Fault): Fault {
    if (!this.#take('(')) return faults.syntax;
    do {
      const fault = item();
      if (fault) return fault;
    } while (this.#take(','));
    return this.#take(')') ? null : faults.syntax;
  }

  #isEmpty(): boolean {
    const found = /\s*EMPTY/iy;
    found.lastIndex = this.#at;
    if (!found.test(this.#text)) return false;
    this.#at = found.lastIndex;
    return true;
  }

  #take(sign: string): boolean {
    let at = this.#at;
    while (/\s/.test(this.#text.charAt(at))) at++;
    if (this.#text.charAt(at) !== sign) return false;
    this.#at = at + 1;
    return true;
  }
}
