import type { Position } from '../../domain/geometry/columns/layer.ts';
import { pointOf } from './drawing.ts';
import { numberOf, type Item } from './groups.ts';

/** x′ = a·x + c·y + e, y′ = b·x + d·y + f */
export type Motion = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const still: Motion = [1, 0, 0, 1, 0, 0];
/** What extrusion (0, 0, −1) does by the arbitrary axis rule of DXF. */
export const mirrored: Motion = [-1, 0, 0, 1, 0, 0];

export const moved = ([a, b, c, d, e, f]: Motion, [x, y]: Position): Position => [a * x + c * y + e, b * x + d * y + f];

/** First `inner`, then `outer`. */
export function compose(outer: Motion, inner: Motion): Motion {
  if (outer === still) return inner;
  if (inner === still) return outer;
  const [a, b, c, d] = outer;
  const [p, q, r, s, t, u] = inner;
  const [e, f] = moved(outer, [t, u]);
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, e, f];
}

/** The largest stretch of any direction. */
export function scaleOf([a, b, c, d]: Motion): number {
  const [sum, product] = [a * a + b * b + c * c + d * d, (a * d - b * c) ** 2];
  return Math.sqrt((sum + Math.sqrt(Math.max(0, sum * sum - 4 * product))) / 2);
}

/** Base point to the origin, cell of the array, scale, rotation, place. */
export function ofInsert(item: Item, base: Position, cell: Position): Motion {
  const [sx, sy] = [numberOf(item, 41, 1), numberOf(item, 42, 1)];
  const turn = (numberOf(item, 50, 0) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const [x, y] = pointOf(item, 10);
  // The cells of an array stand apart along the turned axes, unscaled.
  const from: Motion = [sx, 0, 0, sy, cell[0] - sx * base[0], cell[1] - sy * base[1]];
  return compose([cos, sin, -sin, cos, x, y], from);
}
