import { completed } from './complete.ts';
import { familyOf, footprintRange } from './family.ts';
import { promised } from './further.ts';
import type { Ground } from './ground.ts';
import { folded } from './rows/angles.ts';
import { directionOf } from './ways/entrance.ts';
import type { Layout, LayoutFamily } from './shape/layout.ts';

/** Rows along the street may promise so much of what those of the best direction do; */
const NEARLY = 0.95;
/** where that is so many times the ground wanted, so much; those that need not be dense whatever it is. */
const PLENTY = 1.1;
const LITTLE_LESS = 0.88;
/** Directions nearer than this are one: as a sine. */
const SAME = 0.035;

/**
 * The direction along the street, or one nearer to it than to its square, where rows in it promise nearly as much as in the best
 * or as much as is wanted: bars of it do not stand end-on to the street.
 * @param best directions, the best first
 */
export function alongStreet(ground: Ground, name: LayoutFamily, best: readonly number[]): number {
  const family = familyOf(name, ground.wishes);
  const street = directionOf(ground.entrance);
  const off = (angle: number): number => Math.abs(Math.sin(angle - street));
  if (off(best[0]) < SAME) return best[0];
  const mostM2 = promised(ground, family, best[0]);
  const enoughM2 = Math.max(PLENTY * footprintRange(ground, family).wanted, family.roomy ? 0 : LITTLE_LESS * mostM2);
  const leastM2 = Math.min(enoughM2, NEARLY * mostM2);
  const others = best.some((angle) => off(angle) < SAME) ? best : [...best, folded(street)];
  const along = others
    .filter((angle) => off(angle) < Math.SQRT1_2)
    .sort((a, b) => off(a) - off(b))
    .find((angle) => promised(ground, family, angle) >= leastM2);
  return along ?? best[0];
}

/** A layout along the street where nothing more is missed for it, nor less floor reached of what is out of reach. */
export function onStreet(ground: Ground, name: LayoutFamily, best: readonly number[]): Layout {
  const make = (angle: number): Layout => completed(ground, familyOf(name, ground.wishes), angle);
  const along = alongStreet(ground, name, best);
  const layout = make(along);
  if (along === best[0] || !layout.misses.length) return layout;
  const densest = make(best[0]);
  const fewer = layout.misses.length - densest.misses.length;
  return fewer > 0 || (fewer === 0 && densest.figures.floorM2 > layout.figures.floorM2) ? densest : layout;
}
