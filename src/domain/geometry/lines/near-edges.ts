/*
 * Distances of edges against a limit, in the arithmetic of PostGIS (liblwgeom measures.c, lw_dist2d_seg_seg and
 * lw_dist2d_pt_seg), so that a distance of exactly the tolerance is judged alike. Limits are squares of distances.
 */

/** Whether edges ab and cd cross, touch or come within √limit of each other. */
export function edgesWithin(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
  limit: number,
): boolean {
  const det = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
  if (det !== 0) {
    const r = ((ay - cy) * (dx - cx) - (ax - cx) * (dy - cy)) / det;
    const s = ((ay - cy) * (bx - ax) - (ax - cx) * (by - ay)) / det;
    if (r >= 0 && r <= 1 && s >= 0 && s <= 1) return true;
  }
  return (
    pointWithin(ax, ay, cx, cy, dx, dy, limit) ||
    pointWithin(bx, by, cx, cy, dx, dy, limit) ||
    pointWithin(cx, cy, ax, ay, bx, by, limit) ||
    pointWithin(dx, dy, ax, ay, bx, by, limit)
  );
}

function pointWithin(px: number, py: number, ax: number, ay: number, bx: number, by: number, limit: number): boolean {
  const vx = bx - ax;
  const vy = by - ay;
  const r = ((px - ax) * vx + (py - ay) * vy) / (vx * vx + vy * vy);
  let x = ax; // also when the edge has no length: r is NaN then
  let y = ay;
  if (r >= 1) {
    x = bx;
    y = by;
  } else if (r > 0) {
    if ((ay - py) * vx === (ax - px) * vy) return true;
    x = ax + r * vx;
    y = ay + r * vy;
  }
  return (x - px) * (x - px) + (y - py) * (y - py) <= limit;
}

/** The largest double whose square root, rounded, is at most `root`. */
export function largestSquare(root: number): number {
  const value = new Float64Array([root * root]);
  const bits = new BigInt64Array(value.buffer);
  while (Math.sqrt(value[0]) > root) bits[0]--;
  while (Math.sqrt(value[0]) <= root && value[0] < Infinity) bits[0]++;
  bits[0]--;
  return value[0];
}
