import type { Edges, Turned } from './edges.ts';

/** Two slabs that only touch do not meet. */
const TOUCH_M = 1e-7;

const NONE: readonly number[] = [];

/** Reused from call to call: where the grown edges of a slab begin and end. */
let from = new Float64Array(64);
let to = new Float64Array(64);

/** The farthest x of a grown edge within a slab, mirrored for the nearest. The slab meets it. */
function farthest(ax: number, ay: number, bx: number, by: number, r: number, y0: number, y1: number): number {
  // The farthest point of the whole lies beyond the farther end; within a slab, as near to it as the slab allows: a grown
  // edge is convex.
  const peak = ax > bx ? ay : bx > ax ? by : Math.min(Math.max((y0 + y1) / 2, Math.min(ay, by)), Math.max(ay, by));
  const y = Math.min(Math.max(peak, y0), y1);
  let x = Number.NEGATIVE_INFINITY;
  const da = r * r - (y - ay) * (y - ay);
  if (da >= 0) x = ax + Math.sqrt(da);
  const db = r * r - (y - by) * (y - by);
  if (db >= 0) x = Math.max(x, bx + Math.sqrt(db));
  const dx = bx - ax;
  const dy = by - ay;
  if (Math.abs(dy) > 1e-9) {
    // Its side: the edge moved by r along its normal towards larger x.
    const length = Math.sqrt(dx * dx + dy * dy);
    const ny = (dy > 0 ? -dx * r : dx * r) / length;
    const t = (y - ay - ny) / dy;
    if (t >= 0 && t <= 1) x = Math.max(x, ax + t * dx + (Math.abs(dy) * r) / length);
  }
  return x;
}

/** Fills `from` and `to` in order of `from`; how many. */
function takenIn({ ax, ay, bx, by, radius, low, high }: Edges, y0: number, y1: number): number {
  if (from.length < ax.length) {
    from = new Float64Array(2 * ax.length);
    to = new Float64Array(2 * ax.length);
  }
  let count = 0;
  for (let e = 0; e < ax.length; e++) {
    if (low[e] >= y1 || high[e] <= y0) continue;
    const end = farthest(ax[e], ay[e], bx[e], by[e], radius[e], y0, y1);
    if (end === Number.NEGATIVE_INFINITY) continue;
    const begin = -farthest(-ax[e], ay[e], -bx[e], by[e], radius[e], y0, y1);
    let i = count++;
    for (; i > 0 && from[i - 1] > begin; i--) {
      from[i] = from[i - 1];
      to[i] = to[i - 1];
    }
    from[i] = begin;
    to[i] = end;
  }
  return count;
}

/**
 * Where a building may stand whose sides are y0 and y1: intervals of x, [from, to, from, to …], ascending.
 * @param frame the site turned to its rows
 */
export function freeIn(frame: Turned, y0: number, y1: number): readonly number[] {
  const count = takenIn(frame.edges, y0 + TOUCH_M, y1 - TOUCH_M);
  if (!count) return NONE;
  const middle = (y0 + y1) / 2;
  let free = NONE;
  let end = to[0];
  for (let i = 1; i < count; i++) {
    if (from[i] > end && frame.holds((from[i] + end) / 2, middle))
      // As long as it must be: thousands are kept.
      free = free === NONE ? [end, from[i]] : [...free, end, from[i]];
    if (to[i] > end) end = to[i];
  }
  return free;
}
