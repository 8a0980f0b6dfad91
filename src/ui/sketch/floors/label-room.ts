import { isInside } from '../../../desk/tools/inside.ts';
import { pointInside } from '../../../domain/geometry/lines/point-inside.ts';

type Point = readonly [number, number];
type Rings = readonly (readonly Point[])[];

/** An upright rectangle within a part, metres: words stand in its middle. */
export interface Room {
  readonly at: Point;
  readonly widthM: number;
  readonly depthM: number;
}

/** So many lines are looked at each way: more corners are a curve, which even steps follow as well. */
const MOST_LINES = 14;

/** The rectangle of a part with most room both ways; of a part that has none a point within it. */
export function labelRoom(rings: Rings): Room {
  const [us, vs] = [linesOf(rings, 0), linesOf(rings, 1)];
  const isFull = vs.slice(1).map((v, row) => us.slice(1).map((u, bay) => isWithin(rings, [us[bay], u], [vs[row], v])));
  let best: Room | null = null;
  for (let low = 0; low < isFull.length; low++) {
    let open = isFull[low].map(() => true);
    for (let high = low; high < isFull.length; high++) {
      open = open.map((own, bay) => own && isFull[high][bay]);
      for (const [from, to] of runs(open)) {
        const room = roomOf([us[from], us[to]], [vs[low], vs[high + 1]]);
        if (!best || roominess(room) > roominess(best)) best = room;
      }
    }
  }
  return (
    best ?? {
      at: (pointInside(rings.map((ring) => [...ring, ring[0]])) as Point | null) ?? rings[0][0],
      widthM: 0,
      depthM: 0,
    }
  );
}

/** The shorter side counts, then the longer. */
const roominess = ({ widthM, depthM }: Room): number => Math.min(widthM, depthM) + Math.max(widthM, depthM) / 1000;

const roomOf = (u: Point, v: Point): Room => ({
  at: [(u[0] + u[1]) / 2, (v[0] + v[1]) / 2],
  widthM: u[1] - u[0],
  depthM: v[1] - v[0],
});

function linesOf(rings: Rings, axis: 0 | 1): readonly number[] {
  const all = [...new Set(rings.flat().map((point) => Math.round(point[axis] * 100) / 100))].sort((a, b) => a - b);
  if (all.length <= MOST_LINES) return all;
  const [from, to] = [all[0], all.at(-1)!];
  return Array.from({ length: MOST_LINES }, (_, i) => from + ((to - from) * i) / (MOST_LINES - 1));
}

/** Its middle, and points near its corners, are of the part. */
function isWithin(rings: Rings, u: Point, v: Point): boolean {
  const at = (along: Point, share: number): number => along[0] + share * (along[1] - along[0]);
  return [[0.5, 0.5], [0.02, 0.02], [0.98, 0.02], [0.02, 0.98], [0.98, 0.98]].every(([x, y]) => isInside([rings], [at(u, x), at(v, y)])); // prettier-ignore
}

/** Stretches of what is open, from a line to a line. */
function runs(open: readonly boolean[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  open.forEach((own, i) => {
    const last = found.at(-1);
    if (own && last?.[1] === i) last[1] = i + 1;
    else if (own) found.push([i, i + 1]);
  });
  return found;
}
