import { BoxGrid } from '../geometry/boxes/grid.ts';
import type { Layer, Position } from '../geometry/columns/layer.ts';
import { overlapOnPlane, overlapsOf, type LayerOnPlane } from '../geometry/overlap/overlap.ts';
import { PairKernel } from '../geometry/overlap/overlay-pair.ts';
import { planeRingsOfLayer } from '../geometry/overlap/overlay-rings.ts';
import type { BoundaryProblem } from '../geometry/valid/problem.ts';
import { allOnPlane, zoneOfFeature } from '../geometry/plane/project.ts';
import { COORDINATE_RESOLUTION_M } from '../quantity/threshold.ts';
import type { SquareMetres } from '../quantity/units.ts';

const EVERY = 4096;

/**
 * A layer on the plane of one of its features. One plane for all: whether two parcels share ground is the same on any,
 * how much is asked again where theirs is another.
 */
function onPlaneOf(layer: Layer, feature: number): LayerOnPlane {
  const crs = zoneOfFeature(layer, feature);
  return { crs, rings: planeRingsOfLayer(layer, allOnPlane(layer, crs)) };
}

/** A row at or after `from`, around the end, whose boundary is sound; `from` where there is none. */
function soundRow(from: number, size: number, broken: ReadonlySet<number>): number {
  for (let n = 0; n < size; n++) if (!broken.has((from + n) % size)) return (from + n) % size;
  return from;
}

/** Half of what `overlapsOf` takes for an overlap: on another plane a pair is a little larger or smaller. */
const SURE = 0.5 * COORDINATE_RESOLUTION_M;

/** So many overlaps of one parcel are named; of parcels piled up every pair would be one. */
export const MOST_NAMED = 10;

/** Who overlaps whom, as far as it is asked: parcels piled up are not asked pair by pair. */
class Asked {
  readonly named: Uint32Array;
  readonly left: Uint32Array;

  constructor(size: number) {
    this.named = new Uint32Array(size);
    this.left = new Uint32Array(size);
  }

  /** Whether a pair still tells more than is known: a parcel of which nothing is known is asked of every other. */
  isWanted(a: number, b: number): boolean {
    const { named, left } = this;
    if (named[a] === 0 || named[b] === 0 || (named[a] < MOST_NAMED && named[b] < MOST_NAMED)) return true;
    left[a]++;
    left[b]++;
    return false;
  }
}

/** Two rows, the smaller first, and what they share on the plane of the layer. */
type Pair = readonly [a: number, b: number, sharedM2: SquareMetres];

/** Pairs that may overlap, ascending: those whose common ground is not clearly less than a sliver. */
function candidates(
  { rings }: LayerOnPlane,
  perimeterM: Float64Array,
  broken: ReadonlySet<number>,
  asked: Asked,
  progress: (done: number) => void,
): Pair[] {
  const boxes = rings.boxes.slice();
  for (const row of broken) boxes.set([Infinity, Infinity, -Infinity, -Infinity], 4 * row);
  const grid = new BoxGrid(boxes);
  const kernel = new PairKernel();
  const near: number[] = [];
  const pairs: Pair[] = [];
  const size = boxes.length / 4;
  for (let a = 0; a < size; a++) {
    if (a % EVERY === 0) progress(a / size);
    const count = grid.partners(a, near);
    for (let n = 0; n < count; n++) {
      const b = near[n];
      if (!asked.isWanted(a, b)) continue;
      const shared = kernel.commonArea(rings, a, rings, b);
      if (!(shared > SURE * Math.min(perimeterM[a], perimeterM[b]))) continue;
      asked.named[a]++;
      asked.named[b]++;
      pairs.push(a < b ? [a, b, shared] : [b, a, shared]);
    }
  }
  return pairs.sort(([a, b], [c, d]) => a - c || b - d);
}

/** What a parcel shares with another: its row or key, how much, and a point in it, degrees. */
export interface SharedGround {
  readonly other: number;
  readonly areaM2: SquareMetres;
  readonly at: Position;
}

/** Who overlaps whom, by row; of parcels piled up not every pair is asked, and it is told how many were not. */
export interface Overlaps {
  readonly shared: ReadonlyMap<number, readonly SharedGround[]>;
  readonly unasked: ReadonlyMap<number, number>;
}

/**
 * Overlaps among parcels that have a figure, told at both; a broken boundary has no ground to share. Of many in one place
 * each parcel names some, and says how many others lie there.
 *
 * @param perimeterM of every row that is not broken
 */
export function overlapsAmong(
  layer: Layer,
  perimeterM: Float64Array,
  broken: ReadonlySet<number>,
  progress: (done: number) => void = () => {},
): Overlaps {
  const shared = new Map<number, SharedGround[]>();
  if (layer.size < 2) return { shared, unasked: new Map() };
  const asked = new Asked(layer.size);
  const tell = (row: number, ground: SharedGround) => {
    const known = shared.get(row);
    if (known) known.push(ground);
    else shared.set(row, [ground]);
  };
  const plane = onPlaneOf(layer, soundRow(layer.size >> 1, layer.size, broken));
  for (const [a, b, sharedM2] of candidates(plane, perimeterM, broken, asked, progress)) {
    const isTheirs = zoneOfFeature(layer, b).epsg === plane.crs.epsg;
    const overlap = isTheirs ? overlapOnPlane(plane, a, b, sharedM2) : overlapsOf(layer, [a, b])[0];
    if (!overlap) continue;
    const { areaM2, at } = overlap;
    tell(a, { other: b, areaM2, at });
    tell(b, { other: a, areaM2, at });
  }
  const left = [...shared.keys()].filter((row) => asked.left[row] > 0);
  return { shared, unasked: new Map(left.map((row) => [row, asked.left[row]])) };
}

/** They as problems of the boundaries, by row; `idOf` tells the other parcel's number. */
export function overlapProblems(
  { shared, unasked }: Overlaps,
  idOf: (row: number) => string,
): Map<number, BoundaryProblem[]> {
  return new Map([...shared].map(([row, own]) => [row, problemsOfShared(own, unasked.get(row), idOf)]));
}

/**
 * What one parcel shares with others, as problems of its boundary. What is piled on one parcel is told of each of them; of
 * that one some are named and the rest is counted.
 */
export function problemsOfShared(
  shared: readonly SharedGround[],
  unasked: number | undefined,
  idOf: (other: number) => string,
): BoundaryProblem[] {
  const problems = shared.slice(0, MOST_NAMED).map(({ other, areaM2, at }): BoundaryProblem => ({
    code: 'features-overlap',
    severity: 'warning',
    at,
    overlap: { id: idOf(other), areaM2 },
  }));
  const more = shared.length - problems.length + (unasked ?? 0);
  if (more === 0) return problems;
  return [...problems, { code: 'features-overlap-more', severity: 'warning', at: shared[0].at, more }];
}
