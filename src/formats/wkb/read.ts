import { ok, refuse, type Refusal, type Result } from '../../domain/outcome.ts';
import type { Position } from '../../domain/geometry/columns/layer.ts';
import type { ShapeCollector } from '../features/shapes.ts';
import { mostRingPoints } from '../limits.ts';
import { mostRings } from '../rings.ts';

/** What a shape can be refused for; the reader of the file adds its name. */
export type WkbFault = Refusal<'damaged' | 'unsupported' | 'too-many-points'>;

export const polygon = 3;
export const multiPolygon = 6;
/** Names of OGC 06-103r4, table 6, and ISO 13249-3. */
const names: Readonly<Record<number, string>> = {
  1: 'Point',
  2: 'LineString',
  4: 'MultiPoint',
  5: 'MultiLineString',
  7: 'GeometryCollection',
  8: 'CircularString',
  9: 'CompoundCurve',
  10: 'CurvePolygon',
  11: 'MultiCurve',
  12: 'MultiSurface',
  13: 'Curve',
  14: 'Surface',
  15: 'PolyhedralSurface',
  16: 'TIN',
  17: 'Triangle',
};
/** Shapes that hold shapes: of points, lines, polygons, any; of curves, surfaces. */
const lists: ReadonlySet<number> = new Set([4, 5, multiPolygon, 7, 11, 12]);
const lineString = 2;
const circularString = 8;
const compoundCurve = 9;
/** No file nests collections deeper. */
const deepest = 8;

interface Head {
  readonly little: boolean;
  readonly type: number;
  /** Numbers of a position: 2, with Z or M 3, with both 4. */
  readonly numbers: number;
}

/** The cursor of one shape; every count is held against the bytes left before anything is read. */
class Cursor {
  readonly view: DataView;
  at = 0;
  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
  left(): number {
    return this.view.byteLength - this.at;
  }
  /** Byte order, then the type as ISO (thousands) or EWKB (high bits, an SRID after) writes it; null where cut off. */
  head(): Head | null {
    if (this.left() < 5) return null;
    const order = this.view.getUint8(this.at);
    if (order > 1) return null;
    const little = order === 1;
    const word = this.view.getUint32(this.at + 1, little);
    this.at += 5;
    if ((word & 0x2000_0000) !== 0) this.at += 4;
    const code = word & 0x0fff_ffff;
    const iso = Math.floor(code / 1000);
    if (iso > 3 || this.left() < 0) return null;
    const z = (word & 0x8000_0000) !== 0 || iso === 1 || iso === 3;
    const m = (word & 0x4000_0000) !== 0 || iso === 2 || iso === 3;
    return { little, type: code % 1000, numbers: 2 + Number(z) + Number(m) };
  }
  position(little: boolean, numbers: number): [number, number] {
    const position: [number, number] = [
      this.view.getFloat64(this.at, little),
      this.view.getFloat64(this.at + 8, little),
    ];
    this.at += 8 * numbers;
    return position;
  }
  /** A count of things of at least `bytes` each, or null where so many cannot follow. */
  count(little: boolean, bytes: number): number | null {
    if (this.left() < 4) return null;
    const count = this.view.getUint32(this.at, little);
    this.at += 4;
    return count * bytes <= this.left() ? count : null;
  }
}

const broken = refuse('damaged', { detail: 'wkb-count' });

const wrong = refuse('damaged', { detail: 'wkb' });
const tooManyRings = refuse('damaged', { detail: 'too-many-rings', most: mostRings });
const isCurve = (type: number): Result<never, WkbFault> =>
  refuse('unsupported', { what: 'curve', type: names[type] ?? String(type) });

/**
 * A shape as OGC, ISO or EWKB writes it, either byte order, added to `shapes` as one feature (an empty one without parts).
 * Heights and measures are left out: a parcel is a figure on the plane. Positions are not judged here. Refused by name:
 * arcs.
 */
export function readWkb(bytes: Uint8Array, shapes: ShapeCollector): Result<null, WkbFault> {
  const reader = new Reader(new Cursor(bytes), shapes);
  const read = reader.shape(0);
  if (!read.ok) return read;
  shapes.endFeature();
  return reader.isAtEnd() ? ok(null) : wrong;
}

/** The name of a type that bounds no area; null for no type. */
export const typeName = (type: number): string | null => names[type] ?? null;

class Reader {
  readonly #cursor: Cursor;
  readonly #shapes: ShapeCollector;
  #rings = 0;
  /** Of a type that is not looked into: the rest of the bytes are its own. */
  #isLeft = false;

  constructor(cursor: Cursor, shapes: ShapeCollector) {
    this.#cursor = cursor;
    this.#shapes = shapes;
  }

  isAtEnd(): boolean {
    return this.#isLeft || this.#cursor.left() === 0;
  }

  shape(depth: number): Result<null, WkbFault> {
    const head = this.#cursor.head();
    if (!head || depth > deepest) return wrong;
    const { type } = head;
    if (type === polygon) return this.#polygon(head);
    if (type === 10) return this.#curvePolygon(head);
    if (lists.has(type)) return this.#list(head, depth);
    if (type === lineString || type === compoundCurve) {
      const points = this.#curve(head, depth);
      if (!points.ok) return points;
      this.#shapes.line(points.value, names[type]);
      return ok(null);
    }
    if (type === circularString) return isCurve(type);
    if (names[type] === undefined) return wrong;
    this.#shapes.left(names[type]);
    if (type !== 1) this.#isLeft = true;
    else this.#cursor.at += 8 * head.numbers;
    return this.#cursor.left() < 0 ? broken : ok(null);
  }

  #list({ little, type }: Head, depth: number): Result<null, WkbFault> {
    if (type === 7) this.#shapes.collection();
    const count = this.#cursor.count(little, 9);
    if (count === null) return broken;
    for (let i = 0; i < count && !this.#isLeft; i++) {
      const read = this.shape(depth + 1);
      if (!read.ok) return read;
    }
    return ok(null);
  }

  #polygon({ little, numbers }: Head): Result<null, WkbFault> {
    const rings = this.#cursor.count(little, 4);
    if (rings === null) return broken;
    for (let r = 0; r < rings; r++) {
      const points = this.#cursor.count(little, 8 * numbers);
      if (points === null) return broken;
      if (points === 0) {
        if (rings === 1) return ok(null);
        return refuse('damaged', { detail: 'ring-empty' });
      }
      if (points > mostRingPoints) return refuse('too-many-points', { most: mostRingPoints });
      for (let v = 0; v < points; v++) this.#shapes.point(...this.#cursor.position(little, numbers));
      this.#shapes.endRing();
      if (++this.#rings > mostRings) return tooManyRings;
    }
    if (rings > 0) this.#shapes.endPart();
    return ok(null);
  }

  /** Rings are curves of their own; those without arcs are lines. */
  #curvePolygon({ little }: Head): Result<null, WkbFault> {
    const rings = this.#cursor.count(little, 9);
    if (rings === null) return broken;
    for (let r = 0; r < rings; r++) {
      const head = this.#cursor.head();
      const points = head ? this.#curve(head, 0) : wrong;
      if (!points.ok) return points;
      for (const [x, y] of points.value) this.#shapes.point(x, y);
      this.#shapes.endRing();
      if (++this.#rings > mostRings) return tooManyRings;
    }
    if (rings > 0) this.#shapes.endPart();
    return ok(null);
  }

  /** A line, or one made of several, each beginning where the last ended. */
  #curve({ little, numbers, type }: Head, depth: number): Result<Position[], WkbFault> {
    if (type === circularString || depth > deepest) return isCurve(type);
    const isLine = type === lineString;
    if (!isLine && type !== compoundCurve) return wrong;
    const count = this.#cursor.count(little, isLine ? 8 * numbers : 9);
    if (count === null) return broken;
    if (isLine && count > mostRingPoints) return refuse('too-many-points', { most: mostRingPoints });
    if (isLine) return ok(Array.from({ length: count }, () => this.#cursor.position(little, numbers)));
    const points: Position[] = [];
    for (let i = 0; i < count; i++) {
      const head = this.#cursor.head();
      const part = head ? this.#curve(head, depth + 1) : wrong;
      if (!part.ok) return part;
      for (const [p, position] of part.value.entries()) if (p > 0 || i === 0) points.push(position);
      if (points.length > mostRingPoints) return refuse('too-many-points', { most: mostRingPoints });
    }
    return ok(points);
  }
}
