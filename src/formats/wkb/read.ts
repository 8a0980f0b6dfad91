import { ok, refuse, type Refusal, type Result } from '../../domain/outcome.ts';
import type { OutlineBuilder } from '../features/outlines.ts';
import { mostRingPoints } from '../limits.ts';
import { mostRings } from '../rings.ts';

/** What a shape can be refused for; the reader of the file adds its name. */
export type WkbFault = Refusal<'damaged' | 'unsupported' | 'not-polygons' | 'too-many-points'>;

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
const curves = new Set([8, 9, 10, 11, 12, 13, 14]);

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
  /** A count of things of at least `bytes` each, or null where so many cannot follow. */
  count(little: boolean, bytes: number): number | null {
    if (this.left() < 4) return null;
    const count = this.view.getUint32(this.at, little);
    this.at += 4;
    return count * bytes <= this.left() ? count : null;
  }
}

const broken = refuse('damaged', { detail: 'wkb-count' });

/**
 * A polygon or multipolygon as OGC, ISO or EWKB writes it, either byte order, added to `builder` as one feature (an
 * empty one without parts). Heights and measures are left out: a parcel is a figure on the plane. Positions are not
 * judged here. Refused by name: curves, and what is no polygon.
 */
export function readWkb(bytes: Uint8Array, builder: OutlineBuilder): Result<null, WkbFault> {
  const cursor = new Cursor(bytes);
  const head = cursor.head();
  if (!head) return refuse('damaged', { detail: 'wkb' });
  if (head.type === polygon) {
    const read = readPolygon(cursor, head, builder, mostRings);
    if (!read.ok) return read;
  } else if (head.type === multiPolygon) {
    const read = readParts(cursor, head, builder);
    if (!read.ok) return read;
  } else return otherType(head.type);
  builder.endFeature();
  return cursor.left() > 0 ? refuse('damaged', { detail: 'wkb' }) : ok(null);
}

/** A refusal by the name of the type. */
export function otherType(type: number): Result<never, WkbFault> {
  const name = names[type];
  if (name === undefined) return refuse('damaged', { detail: 'wkb' });
  return curves.has(type)
    ? refuse('unsupported', { what: 'curve', type: name })
    : refuse('not-polygons', { type: name });
}

function readParts(cursor: Cursor, { little }: Head, builder: OutlineBuilder): Result<null, WkbFault> {
  const parts = cursor.count(little, 9);
  if (parts === null) return broken;
  let rings = 0;
  for (let p = 0; p < parts; p++) {
    const head = cursor.head();
    if (!head) return refuse('damaged', { detail: 'wkb' });
    if (head.type !== polygon) return otherType(head.type);
    const read = readPolygon(cursor, head, builder, mostRings - rings);
    if (!read.ok) return read;
    rings += read.value;
  }
  return ok(null);
}

/** The number of rings read. */
function readPolygon(
  cursor: Cursor,
  { little, numbers }: Head,
  builder: OutlineBuilder,
  most: number,
): Result<number, WkbFault> {
  const rings = cursor.count(little, 4);
  if (rings === null) return broken;
  if (rings > most) return refuse('damaged', { detail: 'too-many-rings', most: mostRings });
  for (let r = 0; r < rings; r++) {
    const points = cursor.count(little, 8 * numbers);
    if (points === null) return broken;
    if (points === 0) return refuse('damaged', { detail: 'ring-empty' });
    if (points > mostRingPoints) return refuse('too-many-points', { most: mostRingPoints });
    for (let v = 0; v < points; v++, cursor.at += 8 * numbers)
      builder.point(cursor.view.getFloat64(cursor.at, little), cursor.view.getFloat64(cursor.at + 8, little));
    builder.endRing();
  }
  if (rings > 0) builder.endPart();
  return ok(rings);
}
