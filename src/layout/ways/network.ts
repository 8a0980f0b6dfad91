import type { Point, Ring } from '../shape/site.ts';

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

/** Whether two convex rings come nearer than so much, by the axes that could part them. */
export function near(a: Ring, b: Ring, withinM: number): boolean {
  for (const axis of [...axes(a), ...axes(b)]) {
    const reach = withinM * Math.hypot(...axis);
    const [a0, a1] = shadow(a, axis);
    const [b0, b1] = shadow(b, axis);
    if (a0 > b1 + reach || b0 > a1 + reach) return false;
  }
  return true;
}

/** How far a way may be from the wall it serves, metres. */
const SERVES_M = 12;

/** Number of the piece each strip belongs to: strips that touch are of one. */
function pieces(strips: readonly Ring[]): number[] {
  const piece = strips.map((_, i) => i);
  const root = (i: number): number => (piece[i] === i ? i : (piece[i] = root(piece[i])));
  for (let i = 0; i < strips.length; i++)
    for (let j = 0; j < i; j++) if (root(i) !== root(j) && near(strips[i], strips[j], 0.01)) piece[root(i)] = root(j);
  return strips.map((_, i) => root(i));
}

/** Strips that are joined to the first, and how many buildings none of them serves. */
export function served(
  strips: readonly Ring[],
  buildings: readonly Ring[],
): { readonly roads: readonly Ring[]; readonly unserved: number } {
  const piece = pieces(strips);
  const roads = strips.filter((_, i) => piece[i] === piece[0]);
  return { roads, unserved: buildings.filter((one) => !roads.some((road) => near(one, road, SERVES_M))).length };
}
