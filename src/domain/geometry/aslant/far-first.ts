import type { Position } from '../columns/layer.ts';

/* Upright things on a plane seen from aslant, in parallel: those that are far are drawn first, and what is nearer over them. */

/** Edges of what stands somewhere, across `u` and away from who looks `v`. */
export interface Standing {
  readonly edges: readonly (readonly [Position, Position])[];
}

const EPSILON = 1e-9;

/** Where an edge that is met at `u` lies; null where it is not met, or seen from its end. */
function awayAt([[au, av], [bu, bv]]: Standing['edges'][number], u: number): number | null {
  if (Math.abs(bu - au) < EPSILON || u < Math.min(au, bu) || u > Math.max(au, bu)) return null;
  return av + ((u - au) / (bu - au)) * (bv - av);
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

interface Extent {
  readonly thing: Standing;
  readonly us: readonly number[];
  readonly west: number;
  readonly east: number;
  readonly away: number;
}

function extentOf(thing: Standing): Extent {
  const us = thing.edges.flatMap(([a, b]) => [a[0], b[0]]);
  const away = mean(thing.edges.flatMap(([a, b]) => [a[1], b[1]]));
  return { thing, us, west: Math.min(...us), east: Math.max(...us), away };
}

/**
 * How far `a` is behind `b` where both are met: above 0 it has to be drawn before it, 0: neither hides the other. Between two
 * neighbouring corners things that do not lie over each other keep their order, so that one look between them tells it.
 */
function behind(a: Extent, b: Extent): number {
  const [from, to] = [Math.max(a.west, b.west), Math.min(a.east, b.east)];
  if (to - from < 1e-6) return 0;
  const cuts = [from, ...[...a.us, ...b.us].filter((u) => u > from && u < to), to].sort((p, q) => p - q);
  let sum = 0;
  for (let i = 1; i < cuts.length; i++) {
    const [width, u] = [cuts[i] - cuts[i - 1], (cuts[i] + cuts[i - 1]) / 2];
    if (width < 1e-6) continue;
    const [own, other] = [a, b].map(({ thing }) => thing.edges.flatMap((edge) => awayAt(edge, u) ?? []));
    if (own.length > 0 && other.length > 0) sum += Math.sign(mean(own) - mean(other)) * width;
  }
  return sum;
}

/**
 * The order in which they are drawn, by their place in the list. Outlines without hooks that lie beside each other always have
 * one; of a ring of things each behind the next, which hooks can make, the farthest begins.
 */
export function farFirst(things: readonly Standing[]): number[] {
  const extents = things.map(extentOf);
  const before = extents.map(() => new Set<number>());
  extents.forEach((a, i) =>
    extents.slice(i + 1).forEach((b, n) => {
      const j = i + 1 + n;
      const order = behind(a, b);
      if (order > 0) before[j].add(i);
      else if (order < 0) before[i].add(j);
    }),
  );
  const left = new Set(extents.keys());
  const drawn: number[] = [];
  while (left.size > 0) {
    const free = [...left].filter((i) => before[i].size === 0);
    const next = (free.length > 0 ? free : [...left]).reduce((p, q) => (extents[q].away > extents[p].away ? q : p));
    left.delete(next);
    for (const i of left) before[i].delete(next);
    drawn.push(next);
  }
  return drawn;
}
