import type { Position } from '../../domain/geometry/columns/layer.ts';
import type { Shape } from '../../domain/geometry/edit/frame.ts';
import { ringArea } from '../../domain/geometry/edit/shapes.ts';
import { apart, placeBetween, isSame, shifted, stepAlong } from './vectors.ts';

const mapped = (shape: Shape, place: (at: Position) => Position): Shape =>
  shape.map((rings) => rings.map((ring) => ring.map(place)));

/** The shape moved as `from` goes to `to`; a vertex that is there is put there to the last digit. */
export const movedShape = (shape: Shape, from: Position, to: Position): Shape =>
  mapped(shape, (at) => (isSame(at, from) ? to : shifted(at, [to[0] - from[0], to[1] - from[1]])));

/** Turned clockwise, as azimuths run; exact by right angles. */
export function turnedShape(shape: Shape, pivot: Position, degrees: number): Shape {
  const [sin, cos] = stepAlong(degrees);
  return mapped(shape, ([x, y]) => {
    const [east, north] = [x - pivot[0], y - pivot[1]];
    return [pivot[0] + east * cos + north * sin, pivot[1] - east * sin + north * cos];
  });
}

/** 形心 of the first boundary; the middle of its vertices where it has no ground. */
export function centreOf(shape: Shape): Position {
  const ring = shape[0][0];
  const [x0, y0] = ring[0];
  const area = ringArea(ring);
  let [east, north] = [0, 0];
  ring.forEach(([x, y], i) => {
    const [xn, yn] = ring[(i + 1) % ring.length];
    const cross = (x - x0) * (yn - y0) - (xn - x0) * (y - y0);
    east += (cross * (x + xn - 2 * x0)) / (6 * area);
    north += (cross * (y + yn - 2 * y0)) / (6 * area);
  });
  return Number.isFinite(east + north) ? [x0 + east, y0 + north] : ring[0];
}

export const pathLength = (path: readonly Position[]): number =>
  path.slice(1).reduce((sum, to, i) => sum + apart(path[i], to), 0);

/** The place so many metres along a path; beyond its end in the direction of its last edge. */
function placeAlong(path: readonly Position[], metres: number): Position {
  let left = metres;
  for (let i = 1; i < path.length; i++) {
    const length = apart(path[i - 1], path[i]);
    if (left <= length || i === path.length - 1)
      return placeBetween(path[i - 1], path[i], length === 0 ? 0 : left / length);
    left -= length;
  }
  return path[0];
}

export const MOST_COPIES = 500;

/** How far the copies stand from each other along a path: as typed, or so that the last of `count` stands at its end. */
export interface Row {
  readonly count: number;
  readonly spacingM: number;
}

export function rowAlong(path: readonly Position[], count: number | undefined, spacingM: number | undefined): Row {
  const length = pathLength(path);
  // To a tenth of a millimetre: a row of 30 m at 10 m is three.
  if (spacingM !== undefined) return { spacingM, count: count ?? Math.floor((length + 1e-4) / spacingM) };
  return { count: count ?? 1, spacingM: length / (count ?? 1) };
}

/** Copies along a path that begins where the shape itself stands. */
export const copiesAlong = (shape: Shape, path: readonly Position[], { count, spacingM }: Row): Shape[] =>
  Array.from({ length: count }, (_, i) => movedShape(shape, path[0], placeAlong(path, (i + 1) * spacingM)));
