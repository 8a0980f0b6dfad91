import type { Position } from '../../domain/geometry/columns/layer.ts';
import type { DrawGiven } from './contract.ts';
import { apart, leftOf, type Line } from './vectors.ts';

type OutlineKind = DrawGiven['outline'];

/** So many points set are the whole outline; a polygon takes any number. */
export const pointsOf: Readonly<Record<OutlineKind, number>> = {
  polygon: Infinity,
  rectangle: 2,
  'three-points': 3,
};

/** The corners that points give: of a rectangle by two corners its sides run along the grid. */
export function cornersOf(outline: OutlineKind, points: readonly Position[]): readonly Position[] {
  if (outline === 'rectangle' && points.length === 2) {
    const [[west, south], [east, north]] = points;
    return [points[0], [east, south], points[1], [west, north]];
  }
  if (outline === 'three-points' && points.length === 3) return onBase([points[0], points[1]], points[2]);
  return points;
}

/** The rectangle on an edge whose other side runs through p. */
function onBase([a, b]: Line, p: Position): readonly Position[] {
  const depth = depthOf([a, b], p);
  return [a, b, aside([a, b], b, depth), aside([a, b], a, depth)];
}

/** How far p lies left of the line. */
export function depthOf(line: Line, p: Position): number {
  const length = apart(...line);
  return length === 0 ? 0 : leftOf(line, p) / length;
}

/** p moved so far to the left of the line's direction. */
export function aside([a, b]: Line, p: Position, metres: number): Position {
  const length = apart(a, b);
  if (length === 0) return p;
  return [p[0] - (metres * (b[1] - a[1])) / length, p[1] + (metres * (b[0] - a[0])) / length];
}
