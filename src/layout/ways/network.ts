import type { Point, Ring } from '../shape/site.ts';

/** Square to its sides. */
const axes = (ring: Ring): Point[] =>
  ring.map(([ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length];
    return [by - ay, ax - bx];
  });

function shadow(ring: Ring, [x, y]: Point): readonly [number, number] {
  let least = Infinity;
  let most = -Infinity;
  for (const [px, py] of ring) {
    const at = px * x + py * y;
    least = Math.min(least, at);
    most = Math.max(most, at);
  }
  return [least, most];
}

/** From each corner of one to each of the other: what lies corner to corner these part. */
const cornerAxes = (a: Ring, b: Ring): Point[] =>
  a.flatMap(([ax, ay]) => b.map(([bx, by]): Point => [bx - ax, by - ay]));

/** Whether two convex rings come nearer than so much, by the axes that could part them. */
export function near(a: Ring, b: Ring, withinM: number): boolean {
  const parts = (axis: Point): boolean => {
    const reach = withinM * Math.hypot(...axis);
    const [a0, a1] = shadow(a, axis);
    const [b0, b1] = shadow(b, axis);
    return a0 > b1 + reach || b0 > a1 + reach;
  };
  return !axes(a).some(parts) && !axes(b).some(parts) && !cornerAxes(a, b).some(parts);
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
