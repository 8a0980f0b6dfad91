import { BoxGrid } from '../geometry/grid.ts';
import type { Layer } from '../geometry/layer.ts';
import { overlapsOf } from '../geometry/overlap.ts';
import { PairKernel } from '../geometry/overlay-pair.ts';
import { ringsOfLayer, type PlaneRings } from '../geometry/overlay-rings.ts';
import type { Table } from './model.ts';
import type { BoundaryProblem } from '../geometry/problem.ts';
import { planeVertices, zoneOfFeature } from '../geometry/project.ts';
import { COORDINATE_RESOLUTION_M } from '../quantity/threshold.ts';

const EVERY = 4096;

/**
 * A layer on the plane of one of its features. One plane for all: whether two parcels share ground is the same on any,
 * how much is asked again on their own.
 */
const ringsOn = (layer: Layer, feature: number): PlaneRings =>
  ringsOfLayer(layer, planeVertices(layer, zoneOfFeature(layer, feature), 0, layer.lonLat.length / 2));

/** A row at or after `from`, around the end, whose boundary is sound; `from` where there is none. */
function soundRow(from: number, size: number, broken: ReadonlySet<number>): number {
  for (let n = 0; n < size; n++) if (!broken.has((from + n) % size)) return (from + n) % size;
  return from;
}

/** Half of what `overlapsOf` takes for an overlap: on another plane a pair is a little larger or smaller. */
const SURE = 0.5 * COORDINATE_RESOLUTION_M;

/** Pairs that may overlap: those whose common ground is not clearly less than a sliver. */
function* candidates(
  layer: Layer,
  perimeterM: Float64Array,
  broken: ReadonlySet<number>,
  progress: (done: number) => void,
): Generator<readonly [number, number]> {
  const middle = soundRow(layer.size >> 1, layer.size, broken);
  const rings = ringsOn(layer, middle);
  const boxes = rings.boxes.slice();
  for (const row of broken) boxes.set([Infinity, Infinity, -Infinity, -Infinity], 4 * row);
  const grid = new BoxGrid(boxes);
  const kernel = new PairKernel();
  const near: number[] = [];
  for (let a = 0; a < layer.size; a++) {
    if (a % EVERY === 0) progress(a / layer.size);
    const count = grid.partners(a, near);
    for (let n = 0; n < count; n++) {
      const b = near[n];
      const shared = kernel.commonArea(rings, a, rings, b);
      if (shared > SURE * Math.min(perimeterM[a], perimeterM[b])) yield a < b ? [a, b] : [b, a];
    }
  }
}

/**
 * Overlaps among parcels that have a figure, told at both by row; a broken boundary has no ground to share.
 *
 * @param perimeterM of every row that is not broken
 */
export function overlapProblems(
  { records, layer }: Table<{ readonly id: string }>,
  perimeterM: Float64Array,
  broken: ReadonlySet<number>,
  progress: (done: number) => void = () => {},
): Map<number, BoundaryProblem[]> {
  const found = new Map<number, BoundaryProblem[]>();
  if (layer.size < 2) return found;
  const pairs = [...candidates(layer, perimeterM, broken, progress)].sort(([a, b], [c, d]) => a - c || b - d);
  for (const pair of pairs)
    for (const { a, b, at, areaM2 } of overlapsOf(layer, pair))
      for (const [row, other] of [
        [a, b],
        [b, a],
      ]) {
        const overlap = { id: records[other].id, areaM2 };
        found.set(row, [...(found.get(row) ?? []), { code: 'features-overlap', severity: 'warning', at, overlap }]);
      }
  return found;
}
