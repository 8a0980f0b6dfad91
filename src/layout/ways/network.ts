import type { Ring } from '../shape/site.ts';

/** Whether an axis parts two rings by more than so much. */
function isParted(a: Ring, b: Ring, x: number, y: number, withinM: number): boolean {
  let [a0, a1, b0, b1] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const point of a) {
    const at = point[0] * x + point[1] * y;
    if (at < a0) a0 = at;
    if (at > a1) a1 = at;
  }
  for (const point of b) {
    const at = point[0] * x + point[1] * y;
    if (at < b0) b0 = at;
    if (at > b1) b1 = at;
  }
  const reach = withinM * Math.sqrt(x * x + y * y);
  return a0 > b1 + reach || b0 > a1 + reach;
}

/** Whether an axis square to a side of the first parts them. */
function isPartedBySides(a: Ring, b: Ring, withinM: number): boolean {
  for (let i = 0; i < a.length; i++) {
    const [p, q] = [a[i], a[i + 1 === a.length ? 0 : i + 1]];
    if (isParted(a, b, q[1] - p[1], p[0] - q[0], withinM)) return true;
  }
  return false;
}

/** Whether an axis from a corner of one to a corner of the other parts them: what lies corner to corner these part. */
function isPartedByCorners(a: Ring, b: Ring, withinM: number): boolean {
  for (const p of a) for (const q of b) if (isParted(a, b, q[0] - p[0], q[1] - p[1], withinM)) return true;
  return false;
}

/** Whether two convex rings come nearer than so much, by the axes that could part them; the axes of the plane part most. */
export function near(a: Ring, b: Ring, withinM: number): boolean {
  return !(
    isParted(a, b, 1, 0, withinM) ||
    isParted(a, b, 0, 1, withinM) ||
    isPartedBySides(a, b, withinM) ||
    isPartedBySides(b, a, withinM) ||
    isPartedByCorners(a, b, withinM)
  );
}

/** How far a way may be from the wall it serves, metres. */
export const SERVES_M = 12;

/** Number of the piece each strip belongs to: strips that touch are of one. */
function pieces(strips: readonly Ring[]): number[] {
  const piece = strips.map((_, i) => i);
  const root = (i: number): number => (piece[i] === i ? i : (piece[i] = root(piece[i])));
  for (let i = 0; i < strips.length; i++)
    for (let j = 0; j < i; j++) if (root(i) !== root(j) && near(strips[i], strips[j], 0.01)) piece[root(i)] = root(j);
  return strips.map((_, i) => root(i));
}

/** Strips that are joined to the first. */
export function joined(strips: readonly Ring[]): readonly Ring[] {
  const piece = pieces(strips);
  return strips.filter((_, i) => piece[i] === piece[0]);
}

/** How many buildings no way leads to. */
export const unservedBy = (ways: readonly Ring[], buildings: readonly Ring[]): number =>
  buildings.filter((one) => !ways.some((way) => near(one, way, SERVES_M))).length;
