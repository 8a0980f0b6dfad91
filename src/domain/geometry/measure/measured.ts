import type { Layer } from '../columns/layer.ts';
import { areasOf, layerAreas, type Areas, type LayerAreas } from './measures.ts';
import type { BoundaryProblem } from '../valid/problem.ts';
import { problemsOf } from '../valid/validity.ts';
import { partOf, stopsAt, type Watch } from '../../watch.ts';

/** What a boundary 界址线 gives: what is wrong with it, and its areas where it has any. */
export interface MeasuredBoundary {
  readonly problems: readonly BoundaryProblem[];
  /** null without geometry, and where the boundary is broken. */
  readonly areas: Areas | null;
}

/** The same of a whole layer, without an object for each feature. */
export interface MeasuredLayer {
  /** Only rows that have any. */
  readonly problems: ReadonlyMap<number, readonly BoundaryProblem[]>;
  /** Rows whose boundary gives no figure. */
  readonly broken: ReadonlySet<number>;
  /** NaN at broken rows, 0 without geometry. */
  readonly areas: LayerAreas;
}

const isBroken = (problems: readonly BoundaryProblem[]): boolean => problems.some((p) => p.severity === 'broken');
const isDrawn = ({ partStart }: Layer, f: number): boolean => partStart[f + 1] > partStart[f];

export function measured(layer: Layer, f: number): MeasuredBoundary {
  if (!isDrawn(layer, f)) return { problems: [], areas: null };
  const problems = problemsOf(layer, f);
  return { problems, areas: isBroken(problems) ? null : areasOf(layer, f) };
}

/** Null when cancelled. */
export function measuredLayer(layer: Layer, watch: Watch = {}): MeasuredLayer | null {
  const problems = new Map<number, readonly BoundaryProblem[]>();
  const broken = new Set<number>();
  const examining = partOf(watch, 0, 0.5);
  for (let f = 0; f < layer.size; f++) {
    if (stopsAt(f, layer.size, examining)) return null;
    const found = isDrawn(layer, f) ? problemsOf(layer, f) : [];
    if (found.length > 0) problems.set(f, found);
    if (isBroken(found)) broken.add(f);
  }
  const areas = layerAreas(layer, broken, partOf(watch, 0.5, 1));
  return areas && { problems, broken, areas };
}

/** Feature `f` of a measured layer. */
export function measuredAt(layer: Layer, { problems, broken, areas }: MeasuredLayer, f: number): MeasuredBoundary {
  const found = problems.get(f) ?? [];
  if (!isDrawn(layer, f) || broken.has(f)) return { problems: found, areas: null };
  const { planeM2, planeCrs, ellipsoidM2, perimeterM } = areas;
  const one = { planeM2: planeM2[f], planeCrs: planeCrs[f], ellipsoidM2: ellipsoidM2[f], perimeterM: perimeterM[f] };
  return { problems: found, areas: one };
}
