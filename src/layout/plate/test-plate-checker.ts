/*
 * Judges a divided plate by arithmetic of its own, from outlines alone: it imports nothing of what made them but types.
 */
import type { Point, Ring } from '../shape/site.ts';

/** A part as whoever draws it sees it. */
export interface DrawnPart {
  readonly kind: 'unit' | 'core' | 'corridor';
  readonly rings: readonly Ring[];
}

const edges = (ring: Ring): [Point, Point][] => ring.map((a, i) => [a, ring[(i + 1) % ring.length]]);

/** m², holes against it. */
export const drawnM2 = (rings: readonly Ring[]): number =>
  rings.reduce((sum, ring) => sum + edges(ring).reduce((own, [a, b]) => own + (a[0] - b[0]) * (a[1] + b[1]), 0) / 2, 0);

const holds = (rings: readonly Ring[], [x, y]: Point): boolean =>
  rings
    .flatMap(edges)
    .reduce(
      (odd, [a, b]) => (a[1] > y !== b[1] > y && x < a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0]) ? !odd : odd),
      false,
    );

/** Metres from a point to the nearest edge of a ring. */
export const awayM = (ring: Ring, [x, y]: Point): number =>
  Math.min(
    ...edges(ring).map(([[ax, ay], [bx, by]]) => {
      const [dx, dy] = [bx - ax, by - ay];
      const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
      return Math.hypot(x - ax - t * dx, y - ay - t * dy);
    }),
  );

/** Length of wall two parts have in common, by overlapping of edges on one straight. */
function commonWallM(a: readonly Ring[], b: readonly Ring[]): number {
  let sum = 0;
  for (const [p, q] of a.flatMap(edges))
    for (const [r, s] of b.flatMap(edges)) {
      const long = Math.hypot(q[0] - p[0], q[1] - p[1]);
      const [dx, dy] = [(q[0] - p[0]) / long, (q[1] - p[1]) / long];
      const off = ([x, y]: Point) => Math.abs((x - p[0]) * dy - (y - p[1]) * dx);
      const along = ([x, y]: Point) => (x - p[0]) * dx + (y - p[1]) * dy;
      if (off(r) > 1e-6 || off(s) > 1e-6) continue;
      sum += Math.max(0, Math.min(long, Math.max(along(r), along(s))) - Math.max(0, Math.min(along(r), along(s))));
    }
  return sum;
}

const cross = (s: readonly [Point, Point], t: readonly [Point, Point]): boolean => {
  const side = ([a, b]: readonly [Point, Point], [x, y]: Point) =>
    (b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0]);
  const [a, b, c, d] = [side(s, t[0]), side(s, t[1]), side(t, s[0]), side(t, s[1])];
  const dead = 1e-7;
  return ((a > dead && b < -dead) || (a < -dead && b > dead)) && ((c > dead && d < -dead) || (c < -dead && d > dead));
};

interface Faults {
  readonly plate: Ring;
  readonly parts: readonly DrawnPart[];
  readonly random: () => number;
}

/** What is wrong with parts as a tiling of the plate; empty where they tile it. */
export function tilingFaults({ plate, parts, random }: Faults): string[] {
  const faults: string[] = [];
  const sum = parts.reduce((all, { rings }) => all + drawnM2(rings), 0);
  if (Math.abs(sum - drawnM2([plate])) > 1e-6) faults.push(`areas come to ${sum}, not to ${drawnM2([plate])}`);
  parts.forEach(({ rings }, i) => {
    if (drawnM2(rings) <= 0) faults.push(`part ${i} has no ground`);
    for (const later of parts.slice(i + 1))
      if (rings.flatMap(edges).some((edge) => later.rings.flatMap(edges).some((other) => cross(edge, other))))
        faults.push(`part ${i} crosses another`);
    if (rings.flatMap(edges).some((edge) => edges(plate).some((other) => cross(edge, other))))
      faults.push(`part ${i} crosses the plate`);
  });
  const [us, vs] = [plate.map(([u]) => u), plate.map(([, v]) => v)];
  const within = (all: readonly number[]) => Math.min(...all) + random() * (Math.max(...all) - Math.min(...all));
  for (let n = 0; n < 60; n++) {
    const point: Point = [within(us), within(vs)];
    const owners = parts.filter(({ rings }) => holds(rings, point)).length;
    if (owners !== (holds([plate], point) ? 1 : 0)) faults.push(`${point.join(' ')} is of ${owners} parts`);
  }
  return faults;
}

/** A wall of so many metres has a door. */
const DOOR_WALL_M = 1.2 - 1e-6;

/** Units nobody can enter: no wall of 1.2 m with a core or a corridor that leads to one, nor, where doors lead outside, with the plate's own edge. */
export const shutUnits = (parts: readonly DrawnPart[], plate: Ring, isGround: boolean): number[] =>
  parts.flatMap(({ kind, rings }, i) => {
    if (kind !== 'unit') return [];
    const leads = ({ kind, rings: own }: DrawnPart) =>
      kind === 'core' ||
      (kind === 'corridor' &&
        parts.some((core) => core.kind === 'core' && commonWallM(own, core.rings) >= DOOR_WALL_M));
    const ways = parts.filter(leads).map((other) => commonWallM(rings, other.rings));
    const out = isGround ? commonWallM(rings, [plate]) : 0;
    return Math.max(0, out, ...ways) >= DOOR_WALL_M ? [] : [i];
  });
