import type { Layer } from '../../domain/geometry/layer.ts';
import { overlapsOf } from '../../domain/geometry/overlap.ts';
import type { BoundaryProblem } from '../../domain/geometry/problem.ts';

/** Overlaps among parcels that have a figure, told at both by row; a broken boundary has no ground to share. */
export function overlapProblems(layer: Layer, rows: readonly number[]): Map<number, BoundaryProblem[]> {
  const found = new Map<number, BoundaryProblem[]>();
  for (const { a, b, at } of overlapsOf(layer, rows))
    for (const row of [a, b])
      found.set(row, [...(found.get(row) ?? []), { code: 'features-overlap', severity: 'warning', at }]);
  return found;
}
