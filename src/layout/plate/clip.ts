import type { Point, Ring } from '../shape/site.ts';

/** Along u (0) or across it (1). */
export type Axis = 0 | 1;

interface Crossing {
  readonly at: Point;
  /** Where it stands among the crossings of the line. */
  place: number;
}

/** Parts of a simple ring on either side of a line, each simple and turning as the ring does. */
interface Sides {
  readonly below: readonly Ring[];
  readonly above: readonly Ring[];
}

/**
 * A simple ring cut by the line where coordinate `axis` is `at`. Corners on the line count as above it, so that each is of one
 * side alone; points of the cut are the same numbers on both sides. Parts without ground are left out.
 */
function cutRing(ring: Ring, axis: Axis, at: number): Sides {
  const isAbove = ring.map((point) => point[axis] >= at);
  if (isAbove.every(Boolean)) return { below: [], above: [ring] };
  if (!isAbove.some(Boolean)) return { below: [ring], above: [] };
  const crossings = ring.map((from, i): Crossing | null => {
    const next = (i + 1) % ring.length;
    return isAbove[i] === isAbove[next] ? null : { at: crossingOf(from, ring[next], axis, at), place: 0 };
  });
  const other = axis === 0 ? 1 : 0;
  const sorted = crossings.filter((one) => one !== null).sort((a, b) => a.at[other] - b.at[other]);
  sorted.forEach((one, place) => (one.place = place));
  return {
    below: chained(ring, isAbove, crossings, sorted, false),
    above: chained(ring, isAbove, crossings, sorted, true),
  };
}

function crossingOf(a: Point, b: Point, axis: Axis, at: number): Point {
  if (a[axis] === at) return a;
  if (b[axis] === at) return b;
  const t = (at - a[axis]) / (b[axis] - a[axis]);
  const other = axis === 0 ? a[1] + t * (b[1] - a[1]) : a[0] + t * (b[0] - a[0]);
  return axis === 0 ? [at, other] : [other, at];
}

/** Stretches of the ring on one side, each joined along the line to the one that begins at the next crossing of its pair. */
function chained(
  ring: Ring,
  isAbove: readonly boolean[],
  crossings: readonly (Crossing | null)[],
  sorted: readonly Crossing[],
  above: boolean,
): Ring[] {
  const after = new Map(crossings.flatMap((one, i) => (one ? [[one, i] as const] : [])));
  const open = new Set(sorted.filter((one) => isAbove[(after.get(one)! + 1) % ring.length] === above));
  const rings: Ring[] = [];
  while (open.size > 0) {
    const points: Point[] = [];
    let [begin] = open;
    while (open.delete(begin)) {
      points.push(begin.at);
      let i = (after.get(begin)! + 1) % ring.length;
      for (points.push(ring[i]); !crossings[i]; points.push(ring[i])) i = (i + 1) % ring.length;
      const end = crossings[i]!;
      points.push(end.at);
      begin = sorted[end.place ^ 1];
    }
    const clean = withoutSpikes(points);
    if (clean.length > 2) rings.push(clean);
  }
  return rings;
}

/** Points that follow themselves, and ways out along a line and back again, say nothing. */
function withoutSpikes(points: readonly Point[]): Ring {
  let ring = points;
  for (;;) {
    const kept = ring.filter((point, i) => {
      const before = ring[(i + ring.length - 1) % ring.length];
      const after = ring[(i + 1) % ring.length];
      return !isSame(point, after) && !([0, 1] as const).some((axis) => isSpike(before, point, after, axis));
    });
    if (kept.length === ring.length || kept.length < 3) return kept;
    ring = kept;
  }
}

const isSame = (a: Point, b: Point): boolean => a[0] === b[0] && a[1] === b[1];
const isSpike = (a: Point, b: Point, c: Point, axis: Axis): boolean => {
  const along = axis === 0 ? 1 : 0;
  return a[axis] === b[axis] && b[axis] === c[axis] && (b[along] - a[along]) * (c[along] - b[along]) < 0;
};

/** All rings cut by all lines: from the lowest slab to the highest, each with what lies in it. */
export function slabsOf(rings: readonly Ring[], axis: Axis, lines: readonly number[]): (readonly Ring[])[] {
  const slabs: (readonly Ring[])[] = [];
  let rest = rings;
  for (const at of lines) {
    const cut = rest.map((ring) => cutRing(ring, axis, at));
    slabs.push(cut.flatMap(({ below }) => below));
    rest = cut.flatMap(({ above }) => above);
  }
  return [...slabs, rest];
}
