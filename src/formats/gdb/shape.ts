import type { Position } from '../../domain/geometry/columns/layer.ts';
import type { ShapeCollector } from '../features/shapes.ts';
import { mostRingPoints } from '../limits.ts';
import { stop } from '../refused.ts';
import { mostRings, nestAsDrawn } from '../rings.ts';
import { readCurves, ringOfCurves, type Curve } from './curves.ts';
import type { Cursor } from './cursor.ts';
import type { Grid } from './head.ts';

const points = new Set([1, 9, 11, 21, 52]);
const multipoints = new Set([8, 18, 20, 28, 53]);
const lines = new Set([3, 10, 13, 23, 50]);
const polygons = new Set([5, 15, 19, 25, 51]);
/** Types of before ArcGIS 9.2 that say in their number what the flags of the others say. */
const withZ = new Set([9, 10, 11, 13, 15, 18, 19, 20]);
const withM = new Set([11, 13, 15, 18, 21, 23, 25, 28]);
const FLAG = { curves: 0x20000000, m: 0x40000000, z: 0x80000000 } as const;
/** In place of the measures of a shape that has none. */
const NO_MEASURES = 0x42;

/** What there is in shapes besides outlines. */
export interface Besides {
  heights: number;
  measures: number;
  curves: number;
}

/** Shapes of a column to the outlines of a file, in its CRS, rounded to the grid they were stored on. */
export class ShapeReader {
  readonly besides: Besides = { heights: 0, measures: 0, curves: 0 };
  /** So many vertices were read. */
  vertices = 0;
  readonly #grid: Grid;
  readonly #shapes: ShapeCollector;
  readonly #chordError: number;
  /** Steps from zero to the origin, where those are whole: then a sum of whole numbers is divided, and nothing is lost. */
  readonly #east: number | null;
  readonly #north: number | null;
  #xy = new Float64Array(512);

  /** `chordError` in units of the coordinates. */
  constructor(grid: Grid, shapes: ShapeCollector, chordError: number) {
    this.#grid = grid;
    this.#shapes = shapes;
    this.#chordError = chordError;
    this.#east = stepsOf(grid.x, grid.scale);
    this.#north = stepsOf(grid.y, grid.scale);
  }

  /** The shape that `row` is, as part of the feature in hand. */
  read(row: Cursor): void {
    const type = row.varuint();
    const base = type % 256;
    if (base === 0) return;
    if (points.has(base)) return row.varuint() > 0 ? this.#shapes.left('Point') : undefined;
    const isMultipoint = multipoints.has(base);
    if (!isMultipoint && !lines.has(base) && !polygons.has(base)) return this.#shapes.left('MultiPatch');
    const count = row.varuint();
    if (count === 0) return;
    if (isMultipoint) return this.#shapes.left('MultiPoint');
    this.#parts(row, type, count);
  }

  #parts(row: Cursor, type: number, count: number): void {
    const [parts, curved] = [row.varuint(), hasFlag(type, FLAG.curves) ? row.varuint() : 0];
    if (count > row.end - row.at || parts > count || curved > count) throw row.damaged();
    if (count > mostRingPoints) stop('too-many-points', { most: mostRingPoints, found: count });
    if (parts > mostRings) stop('damaged', { detail: 'too-many-rings', most: mostRings });
    // West, south, width, height.
    for (let b = 0; b < 4; b++) row.varuint();
    const starts = startsOf(row, parts, count);
    this.vertices += count;
    this.#positions(row, count);
    this.#besides(row, type, count);
    const curves = curved > 0 ? readCurves(row, curved) : null;
    if (polygons.has(type % 256)) this.#polygon(starts, curves);
    else this.#lines(starts, curves);
  }

  /** Steps from vertex to vertex, running on over the parts. */
  #positions(row: Cursor, count: number): void {
    if (this.#xy.length < 2 * count) this.#xy = new Float64Array(4 * count);
    const xy = this.#xy;
    const { x: west, y: south, scale } = this.#grid;
    const [east, north] = [this.#east, this.#north];
    for (let v = 0, x = 0, y = 0; v < count; v++) {
      x += row.varint();
      y += row.varint();
      xy[2 * v] = east === null ? x / scale + west : (x + east) / scale;
      xy[2 * v + 1] = north === null ? y / scale + south : (y + north) / scale;
    }
  }

  /** Heights, then measures; a shape without curves may end before. */
  #besides(row: Cursor, type: number, count: number): void {
    const base = type % 256;
    if ((hasFlag(type, FLAG.z) || withZ.has(base)) && row.at < row.end) {
      const { origin, scale } = this.#grid.z ?? { origin: 0, scale: 1 };
      for (let v = 0, z = 0; v < count; v++) {
        z += row.varint();
        if (z / scale + origin !== 0) this.besides.heights++;
      }
    }
    if (!(hasFlag(type, FLAG.m) || withM.has(base)) || row.at >= row.end) return;
    const before = row.at;
    if (row.uint8() === NO_MEASURES) return;
    row.at = before;
    for (let v = 0; v < count; v++) row.varint();
    this.besides.measures += count;
  }

  #polygon(starts: readonly number[], curves: ReadonlyMap<number, Curve> | null): void {
    const shapes = this.#shapes;
    if (starts.length === 2 && !curves) {
      for (let v = 0; v < starts[1]; v++) shapes.point(this.#xy[2 * v], this.#xy[2 * v + 1]);
      shapes.endRing();
      return shapes.endPart();
    }
    // Shells and holes come in no order, and turn either way.
    for (const rings of nestAsDrawn(this.#rings(starts, curves))) {
      for (const ring of rings) {
        for (const [x, y] of ring) shapes.point(x, y);
        shapes.endRing();
      }
      shapes.endPart();
    }
  }

  #lines(starts: readonly number[], curves: ReadonlyMap<number, Curve> | null): void {
    const type = starts.length === 2 ? 'LineString' : 'MultiLineString';
    for (const line of this.#rings(starts, curves)) this.#shapes.line(line, type);
  }

  #rings(starts: readonly number[], curves: ReadonlyMap<number, Curve> | null): (readonly Position[])[] {
    let made = 0;
    return starts.slice(0, -1).flatMap((from, part) => {
      const ring: Position[] = [];
      for (let v = from; v < starts[part + 1]; v++) ring.push([this.#xy[2 * v], this.#xy[2 * v + 1]]);
      if (!curves || !isClosed(ring)) return ring.length > 0 ? [ring] : [];
      const chords = ringOfCurves(ring, from, curves, this.#chordError);
      this.besides.curves += chords.curves;
      this.vertices += chords.ring.length - ring.length;
      made += chords.ring.length;
      if (made > mostRingPoints) stop('too-many-points', { most: mostRingPoints, found: made });
      return [chords.ring];
    });
  }
}

/** Where each part begins, and where the last one ends: its length is the only one that is not written. */
function startsOf(row: Cursor, parts: number, count: number): number[] {
  const starts = [0];
  for (let part = 0; part + 1 < parts; part++) starts.push(starts[part] + row.varuint());
  if (starts[starts.length - 1] > count) throw row.damaged();
  if (parts > 0) starts.push(count);
  return starts;
}

const isClosed = (ring: readonly Position[]): boolean =>
  ring.length > 1 && ring[0][0] === ring[ring.length - 1][0] && ring[0][1] === ring[ring.length - 1][1];

const hasFlag = (type: number, flag: number): boolean => Math.floor(type / flag) % 2 === 1;

/** Far below what tells two neighbouring steps apart. */
const WHOLE = 1e-6;

/** Null where the origin is no whole number of steps away from zero. */
function stepsOf(origin: number, scale: number): number | null {
  const steps = Math.round(origin * scale);
  return Math.abs(origin * scale - steps) <= WHOLE && Number.isSafeInteger(steps) ? steps : null;
}
