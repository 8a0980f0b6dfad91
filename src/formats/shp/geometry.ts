import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { MultiPolygon, Position } from '../../domain/geometry/columns/layer.ts';
import type { FormatRefusal, NamedBytes } from '../contract.ts';
import type { ShapeOutcome } from '../features/shapes.ts';
import { foundOf, kindOfShape } from '../found.ts';
import { mostRingPoints } from '../limits.ts';
import { mostRings, nestAsDrawn } from '../rings.ts';

export const headerBytes = 100;
export const fileCode = 9994;
const polygonTypes = new Set([5, 15, 25]);
const typeNames: Readonly<Record<number, string>> = {
  1: 'Point',
  3: 'PolyLine',
  8: 'MultiPoint',
  11: 'PointZ',
  13: 'PolyLineZ',
  18: 'MultiPointZ',
  21: 'PointM',
  23: 'PolyLineM',
  28: 'MultiPointM',
  31: 'MultiPatch',
};

const lineTypes = new Set([3, 13, 23]);

export interface Shape {
  /** In the coordinates of the file; null for a null shape and for lines that are open. */
  readonly outline: MultiPolygon | null;
  readonly shapeOutcome: ShapeOutcome;
}

/**
 * Polygons of a .shp, and closed lines as what they enclose. Holes and islands are told by containment: real files turn
 * their rings either way. Every length is checked before it is used.
 */
export function readShapes({ name, bytes }: NamedBytes): Result<readonly Shape[], FormatRefusal> {
  if (bytes.length < headerBytes) return refuse('truncated', { name, record: 0 });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getInt32(0) !== fileCode) return refuse('unknown-format', { name });
  const type = view.getInt32(32, true);
  if (type !== 0 && !polygonTypes.has(type) && !lineTypes.has(type)) {
    const called = typeNames[type] ?? String(type);
    return refuse('not-polygons', { type: called, found: foundOf([[kindOfShape(called), recordsIn(view)]]) });
  }
  const end = view.getInt32(24) * 2;
  const shapes: Shape[] = [];
  for (let at = headerBytes; at < Math.min(end, bytes.length);) {
    const record = shapes.length + 1;
    if (at + 12 > bytes.length) return refuse('truncated', { name, record });
    const length = view.getInt32(at + 4) * 2;
    if (length < 4 || at + 8 + length > bytes.length) return refuse('truncated', { name, record });
    const shape = readShape(name, new DataView(bytes.buffer, bytes.byteOffset + at + 8, length), record);
    if (!shape.ok) return shape;
    shapes.push(shape.value);
    at += 8 + length;
  }
  return end > bytes.length ? refuse('truncated', { name, record: shapes.length + 1 }) : ok(shapes);
}

const pointTypes = new Set([1, 11, 21]);

/** The points of a .shp of points; null for one of another type, or one whose records are cut or otherwise. */
export function readPoints({ bytes }: NamedBytes): readonly Position[] | null {
  if (bytes.length < headerBytes) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!pointTypes.has(view.getInt32(32, true))) return null;
  const points: Position[] = [];
  for (let at = headerBytes; at < bytes.length;) {
    if (at + 28 > bytes.length || !pointTypes.has(view.getInt32(at + 8, true))) return null;
    const length = view.getInt32(at + 4) * 2;
    const position: Position = [view.getFloat64(at + 12, true), view.getFloat64(at + 20, true)];
    if (length < 20 || !position.every(Number.isFinite)) return null;
    points.push(position);
    at += 8 + length;
  }
  return points;
}

/** How many records a .shp has, by their lengths. */
function recordsIn(view: DataView): number {
  let count = 0;
  for (let at = headerBytes; at + 8 <= view.byteLength; at += 8 + Math.max(0, view.getInt32(at + 4)) * 2) count++;
  return count;
}

function readShape(name: string, view: DataView, record: number): Result<Shape, FormatRefusal> {
  const type = view.getInt32(0, true);
  if (type === 0) return ok({ outline: null, shapeOutcome: 'empty' });
  if (!polygonTypes.has(type) && !lineTypes.has(type))
    return refuse('not-polygons', { where: `#${record}`, type: typeNames[type] ?? String(type) });
  if (view.byteLength < 44) return refuse('truncated', { name, record });
  const parts = view.getInt32(36, true);
  const points = view.getInt32(40, true);
  if (parts < 0 || points < 0 || 44 + 4 * parts + 16 * points > view.byteLength)
    return refuse('truncated', { name, record });
  if (points > mostRingPoints) return refuse('too-many-points', { where: `${name} #${record}`, most: mostRingPoints });
  if (parts > mostRings) return refuse('bad-number', { where: `${name} #${record}`, value: `${parts} > ${mostRings}` });
  const starts = Array.from({ length: parts }, (_, p) => view.getInt32(44 + 4 * p, true));
  const rings: Position[][] = [];
  for (const [p, start] of starts.entries()) {
    const next = starts[p + 1] ?? points;
    if (start < 0 || next < start || next > points)
      return refuse('bad-number', { where: `${name} #${record}`, value: `${start}-${next}` });
    const ring: Position[] = [];
    for (let v = start; v < next; v++) {
      const at = 44 + 4 * parts + 16 * v;
      const position: Position = [view.getFloat64(at, true), view.getFloat64(at + 8, true)];
      if (!position.every(Number.isFinite))
        return refuse('bad-number', { where: `${name} #${record}`, value: position.join(', ') });
      ring.push(position);
    }
    rings.push(ring);
  }
  if (polygonTypes.has(type)) return ok({ outline: nestAsDrawn(rings), shapeOutcome: 'area' });
  if (!rings.every(isClosed)) return ok({ outline: null, shapeOutcome: { left: typeNames[type] } });
  return ok({ outline: nestAsDrawn(rings), shapeOutcome: 'lines' });
}

const isClosed = (line: readonly Position[]): boolean =>
  line.length > 3 && line[0][0] === line[line.length - 1][0] && line[0][1] === line[line.length - 1][1];
