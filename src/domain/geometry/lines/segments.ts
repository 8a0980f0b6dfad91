/** Edges are given as an array of interleaved coordinates and the position of their first x. */
type Coordinates = Float64Array;

export interface Nearest {
  readonly squared: number;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** Borders run along each other up to this angle; its cosine. */
const COS_ALONG = Math.cos(Math.PI / 6);

/**
 * The part [t0, t1] of edge k (0 at its start, 1 at its end) that lies within `tolerance` of edge j, square on to it;
 * null when there is none or the two differ in direction by more than 30°.
 */
export function nearInterval(
  a: Coordinates,
  k: number,
  b: Coordinates,
  j: number,
  tolerance: number,
): [number, number] | null {
  const [ux, uy] = [a[k + 2] - a[k], a[k + 3] - a[k + 1]];
  const [vx, vy] = [b[j + 2] - b[j], b[j + 3] - b[j + 1]];
  const length = Math.hypot(vx, vy);
  const along = (ux * vx + uy * vy) / length;
  if (!(Math.abs(along) >= COS_ALONG * Math.hypot(ux, uy)) || along === 0) return null;
  const [wx, wy] = [a[k] - b[j], a[k + 1] - b[j + 1]];
  // Position along edge j runs from s0 by `along`, offset from it from h0 by `across`, both linear in t.
  const s0 = (wx * vx + wy * vy) / length;
  const h0 = (vx * wy - vy * wx) / length;
  const across = (vx * uy - vy * ux) / length;
  let [t0, t1] = ordered(-s0 / along, (length - s0) / along);
  if (across !== 0) {
    const [p, q] = ordered((-tolerance - h0) / across, (tolerance - h0) / across);
    t0 = Math.max(t0, p);
    t1 = Math.min(t1, q);
  } else if (Math.abs(h0) > tolerance) return null;
  t0 = Math.max(t0, 0);
  t1 = Math.min(t1, 1);
  return t0 < t1 ? [t0, t1] : null;
}

const ordered = (p: number, q: number): [number, number] => (p < q ? [p, q] : [q, p]);

/** The nearest points of two edges and their squared distance. */
export function nearestOfSegments(a: Coordinates, k: number, b: Coordinates, j: number): Nearest {
  const [ux, uy] = [a[k + 2] - a[k], a[k + 3] - a[k + 1]];
  const [vx, vy] = [b[j + 2] - b[j], b[j + 3] - b[j + 1]];
  const [wx, wy] = [b[j] - a[k], b[j + 1] - a[k + 1]];
  const cross = ux * vy - uy * vx;
  if (cross !== 0) {
    const s = (wx * vy - wy * vx) / cross;
    const t = (wx * uy - wy * ux) / cross;
    if (s >= 0 && s <= 1 && t >= 0 && t <= 1) {
      const [x, y] = [a[k] + s * ux, a[k + 1] + s * uy];
      return { squared: 0, x1: x, y1: y, x2: x, y2: y };
    }
  }
  let best = footOn(a[k], a[k + 1], b, j);
  const candidates = [
    footOn(a[k + 2], a[k + 3], b, j),
    swapped(footOn(b[j], b[j + 1], a, k)),
    swapped(footOn(b[j + 2], b[j + 3], a, k)),
  ];
  for (const c of candidates) if (c.squared < best.squared) best = c;
  return best;
}

const swapped = ({ squared, x1, y1, x2, y2 }: Nearest): Nearest => ({ squared, x1: x2, y1: y2, x2: x1, y2: y1 });

/** From a point to the nearest point of an edge. */
function footOn(x: number, y: number, b: Coordinates, j: number): Nearest {
  const [vx, vy] = [b[j + 2] - b[j], b[j + 3] - b[j + 1]];
  const squaredLength = vx * vx + vy * vy;
  const t = squaredLength === 0 ? 0 : ((x - b[j]) * vx + (y - b[j + 1]) * vy) / squaredLength;
  const s = Math.min(1, Math.max(0, t));
  const [x2, y2] = [b[j] + s * vx, b[j + 1] + s * vy];
  return { squared: (x - x2) ** 2 + (y - y2) ** 2, x1: x, y1: y, x2, y2 };
}
