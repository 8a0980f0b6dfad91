import type { Edges, Turned } from './edges.ts';

/** Two slabs that only touch do not meet. */
const TOUCH_M = 1e-7;

const NONE: readonly number[] = [];

/** Reused from call to call: where the grown edges of a slab begin and end. */
let from = new Float64Array(64);
let to = new Float64Array(64);

/** Least and most x of a grown edge within a slab; kept in a column, for a number that is returned would be made anew each time. */
const reach = new Float64Array(2);

/** Fills `reach` for one edge and a slab that meets it; whether it has any point there. */
function reaches({ ax, ay, bx, by, radius, nx, ny }: Edges, e: number, y0: number, y1: number): boolean {
  const xa = ax[e];
  const ya = ay[e];
  const xb = bx[e];
  const yb = by[e];
  const rr = radius[e] * radius[e];
  const dy = yb - ya;
  // The farthest point of the whole lies beyond the farther end; within a slab, as near to it as the slab allows: a grown
  // edge is convex.
  const upright = Math.min(Math.max((y0 + y1) / 2, Math.min(ya, yb)), Math.max(ya, yb));
  const right = Math.min(Math.max(xa > xb ? ya : xb > xa ? yb : upright, y0), y1);
  const left = Math.min(Math.max(xa < xb ? ya : xb < xa ? yb : upright, y0), y1);
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  const ra = rr - (right - ya) * (right - ya);
  if (ra >= 0) most = xa + Math.sqrt(ra);
  const rb = rr - (right - yb) * (right - yb);
  if (rb >= 0) most = Math.max(most, xb + Math.sqrt(rb));
  const la = rr - (left - ya) * (left - ya);
  if (la >= 0) least = xa - Math.sqrt(la);
  const lb = rr - (left - yb) * (left - yb);
  if (lb >= 0) least = Math.min(least, xb - Math.sqrt(lb));
  if (Math.abs(dy) > 1e-9) {
    // Its sides: the edge moved by the radius along its normal, to either side.
    const dx = xb - xa;
    const tr = (right - ya - ny[e]) / dy;
    if (tr >= 0 && tr <= 1) most = Math.max(most, xa + tr * dx + nx[e]);
    const tl = (left - ya + ny[e]) / dy;
    if (tl >= 0 && tl <= 1) least = Math.min(least, xa + tl * dx - nx[e]);
  }
  reach[0] = least;
  reach[1] = most;
  return most !== Number.NEGATIVE_INFINITY;
}

/** Fills `from` and `to` in order of `from`; how many. */
function takenIn(edges: Edges, y0: number, y1: number): number {
  const { low, high } = edges;
  if (from.length < low.length) {
    from = new Float64Array(2 * low.length);
    to = new Float64Array(2 * low.length);
  }
  let count = 0;
  for (let e = 0; e < low.length; e++) {
    if (low[e] >= y1 || high[e] <= y0 || !reaches(edges, e, y0, y1)) continue;
    let i = count++;
    for (; i > 0 && from[i - 1] > reach[0]; i--) {
      from[i] = from[i - 1];
      to[i] = to[i - 1];
    }
    from[i] = reach[0];
    to[i] = reach[1];
  }
  return count;
}

/** Stretches [from, to, from, to …] of a line, as many numbers of a list as `count`. */
export interface Stretches {
  readonly x: readonly number[];
  readonly count: number;
}

const found: { readonly x: number[]; count: number } = { x: [], count: 0 };

/**
 * Where a building may stand whose sides are y0 and y1, ascending; good until the next question: of most places only their worth is asked.
 * @param frame the site turned to its rows
 */
export function stretchesIn(frame: Turned, y0: number, y1: number): Stretches {
  found.count = 0;
  const count = takenIn(frame.edges, y0 + TOUCH_M, y1 - TOUCH_M);
  const middle = (y0 + y1) / 2;
  let end = to[0];
  for (let i = 1; i < count; i++) {
    if (from[i] > end && frame.holds((from[i] + end) / 2, middle)) {
      found.x[found.count++] = end;
      found.x[found.count++] = from[i];
    }
    if (to[i] > end) end = to[i];
  }
  return found;
}

/** The same, to be kept. */
export function freeIn(frame: Turned, y0: number, y1: number): readonly number[] {
  const { x, count } = stretchesIn(frame, y0, y1);
  return count ? x.slice(0, count) : NONE;
}
