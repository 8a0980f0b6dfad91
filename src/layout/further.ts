import { completed } from './complete.ts';
import { arrangement, familyOf, type Family } from './family.ts';
import { frontsOf } from './fronts.ts';
import { groundOf, rowLandOf, withGiven, type Ground } from './ground.ts';
import { crosswise } from './rows/angles.ts';
import { promiseOf } from './rows/block.ts';
import { mostStoreys, storeysUnder } from './rows/storeys.ts';
import { HIGH_M } from './shape/settings.ts';
import type { Layout, LayoutFamily } from './shape/layout.ts';

/** Building that rows of a direction promise, m². */
export const promised = (ground: Ground, family: Family, angle: number): number =>
  promiseOf(rowLandOf(ground, angle, family.high), arrangement(ground, family, angle));

/** Directions by what rows in them promise, best first; equal ones in the order they are founded. */
export function byPromise(ground: Ground, name: LayoutFamily, angles: readonly number[]): number[] {
  const m2 = angles.map((angle) => promised(ground, familyOf(name, ground.wishes), angle));
  return angles
    .map((_, i) => i)
    .sort((a, b) => (Math.abs(m2[b] - m2[a]) > 1e-6 ? m2[b] - m2[a] : a - b))
    .map((i) => angles[i]);
}

const DEGREE = Math.PI / 180;

/** A direction near the given one in which rows promise more, by ever smaller turns. */
function refined(ground: Ground, family: Family, first: number): number {
  let best = { angle: first, m2: promised(ground, family, first) };
  for (const turn of [4, 2, 1])
    for (const side of [turn, -turn]) {
      const angle = best.angle + side * DEGREE;
      const m2 = promised(ground, family, angle);
      if (m2 > best.m2 + 1e-6) best = { angle, m2 };
    }
  return best.angle;
}

/** Layouts wanted before no more directions are tried, of those that miss nothing. */
const ENOUGH = 3;
const MORE_DIRECTIONS = 4;
/** Directions that are refined where the plot ratio is out of reach. */
const REFINED = 3;
/** Where conditions ask for more than wishes leave, so much of the ancillary share is laid out instead. */
const LESS_AMENITY = [0.5, 0] as const;

/** What layouts lack so far. */
class Lacking {
  readonly #ground: Ground;
  readonly #made: readonly Layout[];

  constructor(ground: Ground, made: readonly Layout[]) {
    this.#ground = ground;
    this.#made = made;
  }

  #complete(): Layout[] {
    return this.#made.filter(({ misses }) => !misses.length);
  }

  get some(): boolean {
    return this.#complete().length < ENOUGH;
  }

  /** None over 24 m misses nothing, though there may be such storeys. */
  get high(): boolean {
    const { conditions, wishes } = this.#ground;
    if (mostStoreys(true, conditions, wishes) <= storeysUnder(HIGH_M, wishes.heights)) return false;
    return !this.#complete().some(({ buildings }) => buildings.some(({ heightM }) => heightM > HIGH_M));
  }

  /** None reaches the plot ratio. */
  get floor(): boolean {
    return this.#made.every(({ figures }) => figures.plotRatio < this.#ground.target);
  }

  /** One that misses something is of use only where there is hardly any. */
  wants({ misses }: Layout): boolean {
    return misses.length === 0 || this.#made.length < ENOUGH;
  }
}

/** Rows behind buildings along the slanted sides; only where there are some, and nothing is missed for it. */
export function* fronted(ground: Ground, angle: number): Generator<Layout> {
  const fronts = frontsOf(ground, angle);
  if (!fronts.length) return;
  const layout = completed(withGiven(ground, fronts), familyOf('fronted', ground.wishes), angle);
  if (!layout.misses.length) yield layout;
}

/** More directions, where the usual ones leave fewer than three, or none over 24 m, that miss nothing. */
function* elsewhere(ground: Ground, angles: readonly number[], best: readonly number[], lacking: Lacking) {
  const make = (name: LayoutFamily, angle: number): Layout => completed(ground, familyOf(name, ground.wishes), angle);
  if (lacking.high)
    for (const angle of byPromise(ground, 'high', angles).slice(0, MORE_DIRECTIONS))
      if (lacking.high && angle !== best[0]) yield make('high', angle);
  for (const angle of best.slice(1, 1 + MORE_DIRECTIONS))
    for (const name of ['roomy', 'mixed', 'high'] as const) if (lacking.some) yield make(name, angle);
}

/** Wishes give way to conditions: less ancillary floor asks for fewer places and leaves more ground. */
function* withLessAmenity(usual: Ground, angles: readonly number[], lacking: Lacking) {
  const { site, written, wishes } = usual;
  const { amenity } = wishes;
  for (const share of amenity.floorShare > 0 ? LESS_AMENITY : []) {
    if (!lacking.some && !lacking.high) return;
    const floorShare = share * amenity.floorShare;
    const ground = groundOf(site, written, { ...wishes, amenity: { ...amenity, floorShare } });
    // Bounds may have left no more of it anyhow.
    if (ground.keptFloorM2 >= usual.keptFloorM2) continue;
    const lessAmenity = ground.given.length > site.locked.length ? floorShare : 0;
    const make = (name: LayoutFamily, angle: number): Layout => ({
      ...completed(ground, familyOf(name, ground.wishes), angle),
      lessAmenity,
    });
    for (const angle of angles) if (lacking.high) yield make('high', angle);
    for (const [name, angle] of [['mixed', angles[1]], ['bars', angles[0]], ['bars-across', crosswise(angles[0])]] as const)
      if (lacking.some) yield make(name, angle);
  } // prettier-ignore
}

/**
 * What the usual families leave to be wished.
 * @param made those that are made, and made known one by one
 */
export function* further(
  ground: Ground,
  angles: readonly number[],
  best: readonly number[],
  made: readonly Layout[],
): Generator<Layout> {
  const lacking = new Lacking(ground, made);
  const mixed = familyOf('mixed', ground.wishes);
  const isShort = lacking.floor;
  if (isShort)
    for (const angle of byPromise(ground, 'mixed', angles).slice(0, REFINED))
      yield completed(ground, mixed, refined(ground, mixed, angle));
  for (const layout of elsewhere(ground, angles, best, lacking)) if (lacking.wants(layout)) yield layout;
  if (isShort) return;
  for (const layout of withLessAmenity(ground, [angles[0], best[0]], lacking)) if (lacking.wants(layout)) yield layout;
}
