import { ok, refuse, type Refusal, type Result } from '../../domain/outcome.ts';
import type { Position } from '../../domain/geometry/columns/layer.ts';
import type { ShapeCollector } from '../features/shapes.ts';
import { mostRingPoints } from '../limits.ts';
import { mostRings } from '../rings.ts';

/** What a shape can be refused for; the reader of the file adds its name and the place. */
export type WktFault = Refusal<'damaged' | 'unsupported' | 'too-many-points'>;

const faults = {
  syntax: refuse('damaged', { detail: 'wkt' }).refusal,
  rings: refuse('damaged', { detail: 'too-many-rings', most: mostRings }).refusal,
  points: refuse('too-many-points', { most: mostRingPoints }).refusal,
} as const;
type Fault = WktFault | null;

/** `SRID=4490;` in front (PostGIS). */
const SRID = /^\s*(?:SRID\s*=\s*(\d{1,9})\s*;)?/i;
/** The type, and the dimensions that ISO 13249-3 and OGC 06-103r4 write behind it. */
const TYPE = /\s*([A-Z]+?)\s*(?:ZM|Z|M)?\s*(?=\(|EMPTY)/iy;
/** Types as they are written out. */
const NAMES: Readonly<Record<string, string>> = {
  POINT: 'Point',
  MULTIPOINT: 'MultiPoint',
  LINESTRING: 'LineString',
  MULTILINESTRING: 'MultiLineString',
  MULTICURVE: 'MultiCurve',
  COMPOUNDCURVE: 'CompoundCurve',
  CIRCULARSTRING: 'CircularString',
  POLYHEDRALSURFACE: 'PolyhedralSurface',
  TIN: 'TIN',
  TRIANGLE: 'Triangle',
};
/** No text nests collections deeper. */
const DEEPEST = 8;
const NUMBER = /\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:E[-+]?\d{1,4})?)/iy;
const MOST_DIMENSIONS = 4;

/** Whether a cell looks like a shape in words, of whatever type. */
export const isWkt = (text: string): boolean =>
  /^\s*(?:SRID\s*=\s*\d{1,9}\s*;)?\s*(?:(?:MULTI)?(?:POINT|LINESTRING|POLYGON|CURVE|SURFACE)|GEOMETRYCOLLECTION|CIRCULARSTRING|COMPOUNDCURVE|CURVEPOLYGON|POLYHEDRALSURFACE|TIN|TRIANGLE)\s*(?:Z|M|ZM)?\s*(?:\(|EMPTY)/i.test(
    text,
  );

/**
 * A shape in words (WKT of OGC 06-103r4 §7, EWKT), added to `shapes` as one feature, an empty one without parts. The value
 * is its SRID, null where none is said. Heights and measures are left out; positions are not judged here. A refused shape
 * leaves `shapes` in the middle of a feature.
 */
export function readWkt(text: string, shapes: ShapeCollector): Result<number | null, WktFault> {
  const [prefix, srid] = SRID.exec(text)!;
  const fault = new Reader(text, prefix.length, shapes).whole();
  if (fault) return { ok: false, refusal: fault };
  shapes.endFeature();
  return ok(srid === undefined ? null : Number(srid));
}

const curve = (type: string): Fault => refuse('unsupported', { what: 'curve', type }).refusal;

class Reader {
  readonly #text: string;
  readonly #shapes: ShapeCollector;
  #at: number;
  #rings = 0;
  /** Of a type that is not looked into: the rest of the text is its own. */
  #isLeft = false;

  constructor(text: string, at: number, shapes: ShapeCollector) {
    this.#text = text;
    this.#at = at;
    this.#shapes = shapes;
  }

  whole(): Fault {
    const fault = this.#shape(0);
    if (fault) return fault;
    return this.#isLeft || this.#text.slice(this.#at).trim() === '' ? null : faults.syntax;
  }

  #shape(depth: number): Fault {
    const type = this.#type();
    if (type === null || depth > DEEPEST) return faults.syntax;
    if (this.#isEmpty()) return type in NAMES || type in this.#areas ? null : faults.syntax;
    const area = this.#areas[type] as ((depth: number) => Fault) | undefined;
    if (area) return area(depth);
    if (type === 'CIRCULARSTRING') return curve(NAMES[type]);
    if (type === 'LINESTRING' || type === 'COMPOUNDCURVE') return this.#line(type, depth);
    if (type === 'MULTILINESTRING' || type === 'MULTICURVE')
      return this.#list(() => this.#line(this.#type() ?? 'LINESTRING', depth + 1));
    if (!Object.hasOwn(NAMES, type)) return faults.syntax;
    this.#shapes.left(NAMES[type]);
    if (type === 'POINT') return this.#list(() => this.#position([]));
    if (type === 'MULTIPOINT') return this.#list(() => this.#bracketed(() => this.#position([])));
    this.#isLeft = true;
    return null;
  }

  readonly #areas: Readonly<Record<string, (depth: number) => Fault>> = {
    POLYGON: () => this.#part(),
    MULTIPOLYGON: () => this.#list(() => (this.#isEmpty() ? null : this.#part())),
    CURVEPOLYGON: (depth) => this.#curvePart(depth),
    MULTISURFACE: (depth) =>
      this.#list(() => (this.#isEmpty() ? null : this.#next() === '(' ? this.#part() : this.#shape(depth + 1))),
    GEOMETRYCOLLECTION: (depth) => {
      this.#shapes.collection();
      return this.#list(() => (this.#isLeft ? faults.syntax : this.#shape(depth + 1)));
    },
  };

  #type(): string | null {
    TYPE.lastIndex = this.#at;
    const found = TYPE.exec(this.#text);
    if (!found) return null;
    this.#at = TYPE.lastIndex;
    return found[1].toUpperCase();
  }

  #part(): Fault {
    const fault = this.#list(() => this.#ring());
    if (!fault) this.#shapes.endPart();
    return fault;
  }

  #ring(): Fault {
    if (++this.#rings > mostRings) return faults.rings;
    let points = 0;
    const fault = this.#list(() => (++points > mostRingPoints ? faults.points : this.#vertex()));
    if (!fault) this.#shapes.endRing();
    return fault;
  }

  #vertex(): Fault {
    const position: Position[] = [];
    const fault = this.#position(position);
    if (!fault) this.#shapes.point(...position[0]);
    return fault;
  }

  /** Rings are curves of their own; those without arcs are lines. */
  #curvePart(depth: number): Fault {
    const fault = this.#list(() => {
      const points: Position[] = [];
      const wrong = this.#curve(this.#type() ?? 'LINESTRING', points, depth + 1);
      if (wrong) return wrong;
      if (++this.#rings > mostRings) return faults.rings;
      for (const [x, y] of points) this.#shapes.point(x, y);
      this.#shapes.endRing();
      return null;
    });
    if (!fault) this.#shapes.endPart();
    return fault;
  }

  #line(type: string, depth: number): Fault {
    const points: Position[] = [];
    const fault = this.#isEmpty() ? null : this.#curve(type, points, depth + 1);
    if (!fault && ++this.#rings > mostRings) return faults.rings;
    if (!fault) this.#shapes.line(points, NAMES[type]);
    return fault;
  }

  /** A line, or one made of several, each beginning where the last ended. */
  #curve(type: string, points: Position[], depth: number): Fault {
    if (type === 'CIRCULARSTRING') return curve(NAMES[type]);
    if (depth > DEEPEST || (type !== 'LINESTRING' && type !== 'COMPOUNDCURVE')) return faults.syntax;
    if (type === 'LINESTRING')
      return this.#list(() => (points.length > mostRingPoints ? faults.points : this.#position(points)));
    return this.#list(() => {
      const own: Position[] = [];
      const fault = this.#curve(this.#type() ?? 'LINESTRING', own, depth + 1);
      for (const [p, position] of own.entries()) if (p > 0 || points.length === 0) points.push(position);
      return fault;
    });
  }

  #position(into: Position[]): Fault {
    const numbers: number[] = [];
    for (; numbers.length < MOST_DIMENSIONS;) {
      NUMBER.lastIndex = this.#at;
      const found = NUMBER.exec(this.#text);
      if (!found) break;
      numbers.push(Number(found[1]));
      this.#at = NUMBER.lastIndex;
    }
    if (numbers.length < 2) return faults.syntax;
    into.push([numbers[0], numbers[1]]);
    return null;
  }

  /** Some write each point of several in brackets of its own. */
  #bracketed(item: () => Fault): Fault {
    if (!this.#take('(')) return item();
    return item() ?? (this.#take(')') ? null : faults.syntax);
  }

  /** `( … , … )` */
  #list(item: () => Fault): Fault {
    if (!this.#take('(')) return faults.syntax;
    do {
      const fault = item();
      if (fault) return fault;
    } while (this.#take(','));
    return this.#isLeft || this.#take(')') ? null : faults.syntax;
  }

  #isEmpty(): boolean {
    const found = /\s*EMPTY/iy;
    found.lastIndex = this.#at;
    if (!found.test(this.#text)) return false;
    this.#at = found.lastIndex;
    return true;
  }

  #next(): string {
    while (/\s/.test(this.#text.charAt(this.#at))) this.#at++;
    return this.#text.charAt(this.#at);
  }

  #take(sign: string): boolean {
    if (this.#next() !== sign) return false;
    this.#at++;
    return true;
  }
}
