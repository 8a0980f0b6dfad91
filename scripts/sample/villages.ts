import type { Block, City } from './city.ts';
import { keepLeft, tidy } from './cut.ts';
import { add, area, at, distance, left, scale, sub, unit } from './polygon.ts';
import type { Pt, Ring } from './polygon.ts';
import type { Random } from './random.ts';

/** A village ground beside one of the roads around a field. */
const ground = (ring: Ring, rnd: Random): Ring | undefined => {
  const sides = ring.map((p, i) => ({ p, q: at(ring, i + 1) })).filter(({ p, q }) => distance(p, q) > 130);
  if (sides.length === 0) return undefined;
  const { p, q } = rnd.pick(sides);
  const along = unit(sub(q, p));
  const inward = left(along);
  const width = Math.min(distance(p, q) * 0.8, rnd.between(180, 420));
  const from = add(p, scale(along, rnd.between(0.1, 0.9) * (distance(p, q) - width)));
  const frame: readonly (readonly [Pt, Pt])[] = [
    [add(from, scale(along, width)), inward],
    [add(from, scale(inward, rnd.between(120, 260))), scale(along, -1)],
    [from, scale(inward, -1)],
  ];
  const kept = frame.reduce<Ring | undefined>((rest, [o, d]) => rest && keepLeft(rest, o, d), ring);
  return kept && tidy(kept);
};

/** Villages in the fields. */
export const villagesOf = (city: Omit<City, 'blocks'>, rnd: Random): Block[] =>
  city.map.faces.flatMap((face, i): Block[] => {
    const ring = city.inner[i];
    // A face that could not be moved in from its roads holds no village.
    if (!ring || ring === face.ring || city.ground[i] !== 'farm' || area(ring) < 250000 || !rnd.chance(0.42)) return [];
    const own = ground(ring, rnd);
    if (!own || own.length < 4 || area(own) < 15000) return [];
    return [{ ring: own, town: city.owner[i], quarter: 'village', builtUp: 0.3 }];
  });
