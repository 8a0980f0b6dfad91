import { split, tidy } from './cut.ts';
import { add, area, boxOf, cross, distance, dot, left, lerp, scale, sub } from './polygon.ts';
import type { Pt, Ring } from './polygon.ts';
import type { Random } from './random.ts';

/** How a ring is cut up. */
export interface Grain {
  /** Pieces are cut until about this size, m². */
  readonly target: number;
  /** Width left free between pieces, m. */
  readonly gap: number;
  /** How far from the middle a cut may lie, as a share of the length. */
  readonly jitter: number;
  /** How far a cut may lean, radians. */
  readonly lean: number;
}

const halve = (ring: Ring, grain: Grain, rnd: Random): readonly [Ring, Ring] | undefined => {
  const box = boxOf(ring);
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const shift = rnd.between(-grain.jitter, grain.jitter) * box.long * (1 - attempt / 5);
    const lean = rnd.between(-grain.lean, grain.lean);
    const across = attempt < 3 ? left(box.axis) : box.axis;
    const direction = add(across, scale(left(across), lean));
    const parts = split(ring, add(box.centre, scale(box.axis, attempt < 3 ? shift : 0)), direction, grain.gap);
    if (parts && parts.every((p) => area(p) > 0.22 * area(ring))) return parts;
  }
  return undefined;
};

/** Cuts a ring in two across its longest side again and again. */
export const cutUp = (ring: Ring, grain: Grain, rnd: Random): Ring[] => {
  const stop = grain.target * rnd.between(1.15, 1.9);
  const parts = area(ring) > stop ? halve(ring, grain, rnd) : undefined;
  return parts ? parts.flatMap((p) => cutUp(p, grain, rnd)) : [ring];
};

/** The same for blocks: the pieces lie apart, so small kinks go. */
export const cutBlocks = (ring: Ring, grain: Grain, rnd: Random): Ring[] =>
  cutUp(ring, grain, rnd)
    .map(tidy)
    .filter((r) => r.length >= 3 && area(r) > 700);

/** Cuts off corners sharper than about 40°, which no one builds on. */
export const blunt = (ring: Ring): Ring =>
  ring.flatMap((p, i): Pt[] => {
    const a = ring[(i + ring.length - 1) % ring.length];
    const b = ring[(i + 1) % ring.length];
    const [d, e] = [sub(a, p), sub(b, p)];
    const [la, lb] = [Math.sqrt(dot(d, d)), Math.sqrt(dot(e, e))];
    if (dot(d, e) < 0.78 * la * lb || cross(e, d) < 0) return [p];
    const cut = Math.min(26, 0.3 * Math.min(la, lb));
    return [lerp(p, a, cut / la), lerp(p, b, cut / lb)];
  });

const KEY = 1000;

/**
 * Pieces of one block with shared corners: every corner that stands on a neighbour's edge becomes a corner of the
 * neighbour too, and corners within a millimetre are one.
 */
export const share = (rings: readonly Ring[]): Ring[] => {
  const known = new Map<string, Pt>();
  const canon = (p: Pt): Pt => {
    const key = `${Math.round(p[0] * KEY)},${Math.round(p[1] * KEY)}`;
    const found = known.get(key);
    if (!found) known.set(key, p);
    return found ?? p;
  };
  const own = rings.map((r) => r.map(canon));
  const all = [...known.values()];
  return own.map((ring) =>
    ring.flatMap((a, i) => {
      const b = ring[(i + 1) % ring.length];
      const d = sub(b, a);
      const run = dot(d, d);
      const on = all
        .map((p) => ({ p, t: dot(sub(p, a), d) / run }))
        .filter(({ p, t }) => t > 0 && t < 1 && p !== a && p !== b && distance(p, lerp(a, b, t)) < 0.002);
      return [a, ...on.sort((m, n) => m.t - n.t).map(({ p }) => p)];
    }),
  );
};
