import type { Side } from './sides.ts';
import type { LayingWishes } from './wishes.ts';

/** What is wished of single sides, by their numbers. */
export type OfSides = Pick<LayingWishes, 'sideSetbacksM' | 'entranceSide'>;
type Placed = Pick<Side, 'at' | 'facingDeg'>;

/** What was wished of a side that is not there now: it may come back. */
export interface GoneSide extends Placed {
  readonly setbackM: number | null;
  readonly isEntrance: boolean;
}

export const NO_SIDE_WISHES: OfSides = { sideSetbacksM: {}, entranceSide: null };

const SAME_WAY_DEG = 45;

const apartM = (a: Placed, b: Placed): number => Math.hypot(a.at[0] - b.at[0], a.at[1] - b.at[1]);
const apartDeg = (a: Placed, b: Placed): number => Math.abs(((a.facingDeg - b.facingDeg + 540) % 360) - 180);

/** The side that faces the same way, nearest to where this one is; undefined where none does. */
const nearest = (own: Placed, sides: readonly Placed[]): Placed | undefined =>
  sides
    .filter((side) => apartDeg(side, own) < SAME_WAY_DEG)
    .reduce<Placed | undefined>((best, side) => (best && apartM(best, own) <= apartM(side, own) ? best : side), undefined); // prettier-ignore

/** The number a side has now; -1 where it is gone: what is nearest to it then is another side that was there. */
function numberNow(own: Placed, before: readonly Placed[], after: readonly Placed[]): number {
  const now = nearest(own, after);
  return now && nearest(now, before) === own ? after.indexOf(now) : -1;
}

/** A side that is back is where it was, but for rounding: no other side is given what was wished of it. */
const BACK_M = 0.5;
const BACK_DEG = 1;
const isBack = (side: Placed, gone: Placed): boolean => apartM(side, gone) < BACK_M && apartDeg(side, gone) < BACK_DEG;

/** What is wished of a side, with its place; null: nothing. */
function wishesOf({ sideSetbacksM, entranceSide }: OfSides, { at, facingDeg }: Placed, n: number): GoneSide | null {
  const setbackM = sideSetbacksM[n] ?? null;
  const isEntrance = entranceSide === n;
  return setbackM === null && !isEntrance ? null : { at, facingDeg, setbackM, isEntrance };
}

/** What is wished of single sides of land that is left for other land. */
export const placedWishes = (wishes: OfSides, sides: readonly Placed[]): readonly GoneSide[] =>
  sides.map((side, n) => wishesOf(wishes, side, n)).filter((own) => own !== null);

/** Sides that are gone, none of which is the entrance when it comes back: another was wished. */
export const withoutEntrance = (gone: readonly GoneSide[]): readonly GoneSide[] =>
  gone.filter(({ setbackM }) => setbackM !== null).map((side) => ({ ...side, isEntrance: false }));

/** Wishes of sides, and those of sides that are gone. */
export interface FollowedSides {
  readonly wishes: OfSides;
  readonly gone: readonly GoneSide[];
}

/**
 * Wishes of single sides by their numbers on land whose boundary is another since. Those of a side that is gone are kept
 * apart, and are its own again once it is back, unless something else was wished meanwhile.
 */
export function followed(own: FollowedSides, before: readonly Placed[], after: readonly Placed[]): FollowedSides {
  const sideSetbacksM: Record<number, number> = {};
  let entranceSide: number | null = null;
  const give = (n: number, { setbackM, isEntrance }: GoneSide): void => {
    if (setbackM !== null) sideSetbacksM[n] ??= setbackM;
    if (isEntrance) entranceSide ??= n;
  };
  const lost: GoneSide[] = [];
  before.forEach((side, n) => {
    const wished = wishesOf(own.wishes, side, n);
    const now = numberNow(side, before, after);
    if (wished && now >= 0) give(now, wished);
    else if (wished) lost.push(wished);
  });
  const gone = [...lost, ...own.gone].filter((side) => {
    const n = after.findIndex((now) => isBack(now, side));
    if (n >= 0) give(n, side);
    return n < 0;
  });
  return { wishes: { sideSetbacksM, entranceSide }, gone };
}

export const areSame = (a: OfSides, b: OfSides): boolean =>
  a.entranceSide === b.entranceSide && JSON.stringify(a.sideSetbacksM) === JSON.stringify(b.sideSetbacksM);
