import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { Position } from '../../domain/geometry/columns/layer.ts';
import type { ShapeCollector } from '../features/shapes.ts';
import { mostRingPoints } from '../limits.ts';
import { mostRings } from '../rings.ts';
import { multiPolygon, polygon, typeName, type WkbFault } from '../wkb/read.ts';
import { BrokenFlatbuffer, type Table } from './flatbuffer.ts';

/* Types are numbered as those of WKB. */
const [lineString, multiLineString, collection, circularString, compoundCurve, curvePolygon, multiSurface] = [
  2, 5, 7, 8, 9, 10, 12,
];
/** No file nests collections deeper. */
const deepest = 8;

/** The geometry of a feature as one feature of `shapes`. */
export function readGeometry(table: Table | null, common: number, shapes: ShapeCollector): Result<null, WkbFault> {
  const read = table ? new Reader(shapes).shape(table, common, 0) : ok(null);
  if (read.ok) shapes.endFeature();
  return read;
}

class Reader {
  readonly #shapes: ShapeCollector;
  #rings = 0;

  constructor(shapes: ShapeCollector) {
    this.#shapes = shapes;
  }

  shape(table: Table, common: number, depth: number): Result<null, WkbFault> {
    const type = table.uint8(6, common) || common;
    if (depth > deepest) throw new BrokenFlatbuffer();
    if (type === polygon) return this.#polygon(table);
    // The parts of a multipolygon are polygons; a writer may leave their type out.
    if (type === multiPolygon) return this.#each(table.tables(7), (part) => this.#polygon(part));
    if (type === collection) this.#shapes.collection();
    if (type === collection || type === multiSurface)
      return this.#each(table.tables(7), (part) => this.shape(part, polygon, depth + 1));
    if (type === curvePolygon) return this.#curvePolygon(table);
    if (type === lineString || type === multiLineString) return this.#lines(table, type);
    const name = typeName(type);
    if (name === null) return refuse('damaged', { detail: 'wkb' });
    if (type === circularString || type === compoundCurve) return refuse('unsupported', { what: 'curve', type: name });
    this.#shapes.left(name);
    return ok(null);
  }

  #each(parts: readonly Table[], read: (part: Table) => Result<null, WkbFault>): Result<null, WkbFault> {
    for (const part of parts) {
      const done = read(part);
      if (!done.ok) return done;
    }
    return ok(null);
  }

  /** Coordinates in one run; `ends` are the vertices after the last of each ring, left out where there is one ring. */
  #polygon(table: Table): Result<null, WkbFault> {
    const runs = runsOf(table);
    if (!runs.ok) return runs;
    for (const points of runs.value) if (!this.#ring(points)) return tooManyRings;
    if (runs.value.length > 0) this.#shapes.endPart();
    return ok(null);
  }

  #lines(table: Table, type: number): Result<null, WkbFault> {
    const runs = runsOf(table);
    if (!runs.ok) return runs;
    for (const points of runs.value) {
      if (++this.#rings > mostRings) return tooManyRings;
      this.#shapes.line(points, typeName(type)!);
    }
    return ok(null);
  }

  /** Rings are curves of their own; those without arcs are lines. */
  #curvePolygon(table: Table): Result<null, WkbFault> {
    for (const ring of table.tables(7)) {
      const points = curveOf(ring, 0);
      if (!points.ok) return points;
      if (!this.#ring(points.value)) return tooManyRings;
    }
    if (table.tables(7).length > 0) this.#shapes.endPart();
    return ok(null);
  }

  #ring(points: readonly Position[]): boolean {
    for (const [x, y] of points) this.#shapes.point(x, y);
    this.#shapes.endRing();
    return ++this.#rings <= mostRings;
  }
}

const tooManyRings = refuse('damaged', { detail: 'too-many-rings', most: mostRings });

function runsOf(table: Table): Result<Position[][], WkbFault> {
  const ends = table.vector(0, 4);
  const xy = table.vector(1, 8);
  if (xy.byteLength > 16 * mostRingPoints) return refuse('too-many-points', { most: mostRingPoints });
  const points = xy.byteLength / 16;
  if (!Number.isInteger(points)) throw new BrokenFlatbuffer();
  if (points === 0) return ok([]);
  const count = ends.byteLength === 0 ? 1 : ends.byteLength / 4;
  if (count > mostRings) return tooManyRings;
  const runs: Position[][] = [];
  for (let r = 0, v = 0; r < count; r++) {
    const end = ends.byteLength === 0 ? points : ends.getUint32(4 * r, true);
    if (end <= v || end > points || (r === count - 1 && end !== points)) throw new BrokenFlatbuffer();
    const run: Position[] = [];
    for (; v < end; v++) run.push([xy.getFloat64(16 * v, true), xy.getFloat64(16 * v + 8, true)]);
    runs.push(run);
  }
  return ok(runs);
}

/** A line, or one made of several, each beginning where the last ended. */
function curveOf(table: Table, depth: number): Result<Position[], WkbFault> {
  const type = table.uint8(6, lineString) || lineString;
  if (type === circularString || depth > deepest)
    return refuse('unsupported', { what: 'curve', type: 'CircularString' });
  if (type !== compoundCurve) {
    const runs = runsOf(table);
    return runs.ok ? ok(runs.value.flat()) : runs;
  }
  const points: Position[] = [];
  for (const [i, part] of table.tables(7).entries()) {
    const own = curveOf(part, depth + 1);
    if (!own.ok) return own;
    for (const [p, position] of own.value.entries()) if (p > 0 || i === 0) points.push(position);
    if (points.length > mostRingPoints) return refuse('too-many-points', { most: mostRingPoints });
  }
  return ok(points);
}
