import {
  add,
  area,
  at,
  contains,
  cross,
  distance,
  dot,
  isSimple,
  left,
  length,
  lerp,
  scale,
  sub,
  unit,
} from './polygon.ts';
import type { Pt, Ring } from './polygon.ts';

/** The part of a ring on the left of a line, or undefined where the line would leave more than one piece. */
export const keepLeft = (ring: Ring, origin: Pt, direction: Pt): Ring | undefined => {
  const n = left(direction);
  const side = ring.map((p) => {
    const s = dot(sub(p, origin), n);
    return Math.abs(s) < 1e-7 ? 0 : s;
  });
  const kept: Pt[] = [];
  let crossings = 0;
  for (let i = 0; i < ring.length; i += 1) {
    const a = side[i];
    const b = at(side, i + 1);
    if (a >= 0) kept.push(ring[i]);
    if (a * b < 0) kept.push(lerp(ring[i], at(ring, i + 1), a / (a - b)));
    if (a >= 0 !== b >= 0) crossings += 1;
  }
  return crossings <= 2 && kept.length >= 3 ? kept : undefined;
};

/** Two pieces on both sides of a line, `gap` metres apart. */
export const split = (ring: Ring, origin: Pt, direction: Pt, gap = 0): readonly [Ring, Ring] | undefined => {
  const half = scale(left(unit(direction)), gap / 2);
  const a = keepLeft(ring, add(origin, half), direction);
  const b = keepLeft(ring, sub(origin, half), scale(direction, -1));
  return a && b ? [a, b] : undefined;
};

/** The piece of exactly `target` m² cut off square to `axis` from the end the axis points away from, and the rest. */
export const cutArea = (ring: Ring, axis: Pt, target: number): readonly [Ring, Ring] | undefined => {
  const along = ring.map((p) => dot(p, axis));
  let [low, high] = [Math.min(...along), Math.max(...along)];
  for (let i = 0; i < 80; i += 1) {
    const middle = (low + high) / 2;
    const piece = keepLeft(ring, scale(axis, middle), left(axis));
    if (!piece || area(piece) < target) low = middle;
    else high = middle;
  }
  const parts = split(ring, scale(axis, (low + high) / 2), left(axis));
  return parts && Math.abs(area(parts[0]) - target) < 0.001 ? parts : undefined;
};

const meet = (p: Pt, d: Pt, q: Pt, e: Pt): Pt | undefined => {
  const k = cross(d, e);
  return Math.abs(k) < 0.03 ? undefined : add(p, scale(d, cross(sub(q, p), e) / k));
};

interface Side {
  readonly p: Pt;
  readonly q: Pt;
  readonly d: Pt;
}

const corners = (sides: readonly Side[]): { ring: Pt[]; first: Pt[]; last: Pt[] } => {
  const ring: Pt[] = [];
  const first: Pt[] = [];
  const last: Pt[] = [];
  sides.forEach((side, i) => {
    const next = at(sides, i + 1);
    const corner = meet(side.p, side.d, next.p, next.d);
    const near = corner && distance(corner, side.q) < 400 ? corner : undefined;
    const straight = distance(side.q, next.p) < 3 ? lerp(side.q, next.p, 0.5) : undefined;
    const one = near ?? straight;
    const ends: Pt[] = one ? [one] : [side.q, next.p];
    ring.push(...ends);
    last[i] = ends[0];
    first[(i + 1) % sides.length] = ends[ends.length - 1];
  });
  return { ring, first, last };
};

/**
 * A ring moved inwards, each edge by its own width. Edges that vanish are left out one by one.
 * @returns undefined where nothing sound is left
 */
export const inset = (ring: Ring, widths: readonly number[]): Ring | undefined => {
  let sides = ring.flatMap((p, i): Side[] => {
    const q = at(ring, i + 1);
    if (distance(p, q) < 0.01) return [];
    const d = unit(sub(q, p));
    const move = scale(left(d), widths[i]);
    return [{ p: add(p, move), q: add(q, move), d }];
  });
  for (;;) {
    if (sides.length < 3) return undefined;
    const { ring: moved, first, last } = corners(sides);
    let worst = -1;
    let most = 0.5;
    sides.forEach((side, i) => {
      const run = dot(sub(last[i], first[i]), side.d);
      if (run < most) [worst, most] = [i, run];
    });
    if (worst < 0) {
      if (area(moved) > 0 && isSimple(moved) && moved.every((p) => contains(ring, p))) return tidy(moved);
      // A kink too tight for its width: leave out its shortest side.
      worst = sides.reduce((best, s, i) => (distance(s.p, s.q) < distance(sides[best].p, sides[best].q) ? i : best), 0);
    }
    sides = sides.filter((_, i) => i !== worst);
  }
};

/** What is left of a ring, metres inside the lines through its edges: for rings too crooked for `inset`. */
export const insetConvex = (ring: Ring, widths: readonly number[]): Ring | undefined => {
  const kept = ring.reduce<Ring | undefined>((rest, p, i) => {
    const d = unit(sub(at(ring, i + 1), p));
    return rest && keepLeft(rest, add(p, scale(left(d), widths[i])), d);
  }, ring);
  return kept && area(kept) > 0.5 * area(ring) && isSimple(kept) ? tidy(kept) : undefined;
};

/** Without points that stand on a straight line or on one another. */
export const tidy = (ring: Ring): Ring => {
  const apart = ring.filter((p, i) => distance(p, at(ring, i + 1)) > 0.5);
  return apart.filter((p, i) => {
    const a = sub(p, at(apart, i - 1));
    const b = sub(at(apart, i + 1), p);
    return Math.abs(cross(a, b)) > 0.004 * length(a) * length(b);
  });
};
