import { arrangement, familyOf, type Family } from './family.ts';
import { frontsOf } from './fronts.ts';
import { groundOf, withGiven, type Ground } from './ground.ts';
import { canonical } from './land/canonical.ts';
import { crosswise } from './rows/angles.ts';
import { heightOf, mostStoreys } from './rows/storeys.ts';
import { denseRows } from './spaced.ts';
import { aimsOf } from './shape/aims.ts';
import { HIGH_M, type LayoutConditions, type LayoutWishes } from './shape/settings.ts';
import type { Layout } from './shape/layout.ts';
import type { LayoutSite } from './shape/site.ts';

/** Wishes whose price can be told. */
export const PRICED_WISHES = [
  'bay',
  'fireLane',
  'alignment',
  'mainRoad',
  'aprons',
  'depths',
  'amenity',
  'storeys',
] as const;
export type PricedWish = (typeof PRICED_WISHES)[number];

/** What a wish costs 代价: floor area that the land could hold, with it and without. */
export interface WishPrice {
  readonly wish: PricedWish;
  /** It is wished for; if not, the price is what it would cost. */
  readonly isWished: boolean;
  readonly withM2: number;
  readonly withoutM2: number;
}

/** How rows are asked for: the wishes, whether as high buildings, their most storeys, and sets of depths of which the best is told. */
interface Asked {
  readonly wishes: LayoutWishes;
  readonly isHigh: boolean;
  readonly storeys: number;
  readonly depths: readonly (readonly number[])[];
}

/** Lengths by so much where no bay is wished for, metres. */
const ANY_LENGTH_M = 1;

/** Clear between long sides for a fire lane 消防车道 5 m off the walls on either side: GB 50016-2014 (2018) 7.1.8, from memory. */
const FIRE_LANE_OFF_M = 5;

/** Rows as far apart as a fire lane between them asks; null where they are. */
function withFireLane({ wishes, ...asked }: Asked): Asked | null {
  const rowGapM = wishes.laneM + 2 * FIRE_LANE_OFF_M;
  return wishes.rowGapM < rowGapM ? { ...asked, wishes: { ...wishes, rowGapM } } : null;
}

/** One storey more than wished for; null where the height bound forbids it. */
function higher(asked: Asked, conditions: LayoutConditions): Asked | null {
  const storeys = asked.storeys + 1;
  const heightM = heightOf(storeys, asked.wishes.heights);
  if (heightM > (conditions.heightM.max ?? Infinity)) return null;
  return { ...asked, isHigh: asked.isHigh || heightM > HIGH_M, storeys };
}

/** The same without a wish; null where it is not wished for. */
function without(asked: Asked, wish: PricedWish, conditions: LayoutConditions): Asked | null {
  const { wishes } = asked;
  const other = (changed: Partial<LayoutWishes>): Asked => ({ ...asked, wishes: { ...wishes, ...changed } });
  switch (wish) {
    case 'bay':
      return wishes.bayM > ANY_LENGTH_M ? other({ bayM: ANY_LENGTH_M }) : null;
    case 'fireLane':
      return wishes.rowGapM > arrangedSpacing(asked) ? other({ rowGapM: 0 }) : null;
    case 'alignment':
      return wishes.aligned ? other({ aligned: false }) : null;
    case 'mainRoad':
      return wishes.mainRoadM > 0 ? other({ mainRoadM: 0 }) : null;
    case 'aprons':
      return wishes.apronM > 0 ? other({ apronM: 0 }) : null;
    case 'depths':
      return null; // of the family that is looked at: told by `depthsPrice`
    case 'amenity':
      return wishes.amenity.floorShare > 0 ? other({ amenity: { ...wishes.amenity, floorShare: 0 } }) : null;
    case 'storeys':
      return higher(asked, conditions);
  }
}

const arrangedSpacing = ({ wishes, isHigh }: Asked): number => (isHigh ? wishes.highSpacingM : wishes.spacingM);

/** Families of low buildings by their depths. */
const EVERY_DEPTH = ['bars', 'plates', 'mixed'] as const;

/** Only the depths of the family that is looked at, and all of them; null where these are the same. */
function keptDepths(asked: Asked, { depthsM }: Family): { readonly own: Asked; readonly all: Asked } | null {
  const { barDepthsM, plateDepthsM } = asked.wishes;
  const all = [...new Set([...barDepthsM, ...plateDepthsM])].sort((a, b) => a - b);
  if (depthsM.length >= all.length) return null;
  return { own: { ...asked, depths: [depthsM] }, all: { ...asked, depths: [...asked.depths, all] } };
}

/** The most floor of the densest rows of one set of depths, within the density bound, every building at its most storeys, m². */
function mostFloor(ground: Ground, { isHigh, storeys }: Asked, depthsM: readonly number[], angleRad: number): number {
  const { conditions, wishes } = ground;
  const family: Family = { ...familyOf('mixed', wishes), depthsM, high: isHigh };
  const most = (of: Ground, frontsM2: number): number => {
    const { block } = denseRows(of, family, arrangement(of, family, angleRad));
    const room = Math.max(0, (conditions.density.max ?? 1) * ground.landM2 - ground.keptM2);
    return Math.min(block.areaM2 + frontsM2, room) * storeys + ground.keptFloorM2;
  };
  const fronts = isHigh ? [] : frontsOf(ground, angleRad);
  const frontsM2 = fronts.reduce((sum, { footprintM2 }) => sum + footprintM2, 0);
  return Math.max(most(ground, 0), fronts.length ? most(withGiven(ground, fronts), frontsM2) : 0);
}

/**
 * What each wish costs 代价: the densest rows of all families as high as the layout, in its direction and across it, with bars along
 * slanted sides and without, laid out with the wish and without it. Parking and green are not counted: they bound both.
 * @returns one after another those that are wished for, and a fire lane all the same, as what it would cost
 */
export function* pricesOf(
  given: LayoutSite,
  conditions: LayoutConditions,
  wishes: LayoutWishes,
  { family: name, angleDeg }: Pick<Layout, 'family' | 'angleDeg'>,
): Generator<WishPrice> {
  const { site } = canonical(given);
  const aims = aimsOf(conditions);
  const own = familyOf(name, wishes);
  const every = own.high ? [own.depthsM] : EVERY_DEPTH.map((family) => familyOf(family, wishes).depthsM);
  const asked: Asked = { wishes, isHigh: own.high, storeys: mostStoreys(own.high, aims, wishes), depths: every };
  const angle = (angleDeg * Math.PI) / 180;
  const floorOf = (of: Asked): number => {
    const ground = groundOf(site, conditions, of.wishes);
    const floors = of.depths.flatMap((depthsM) => [angle, crosswise(angle)].map((one) => mostFloor(ground, of, depthsM, one))); // prettier-ignore
    return Math.max(...floors);
  };
  const base = floorOf(asked);
  for (const wish of PRICED_WISHES) {
    // What is lawful with a wish is lawful without.
    const price = (isWished: boolean, withM2: number, withoutM2: number): WishPrice => ({ wish, isWished, withM2, withoutM2: Math.max(withM2, withoutM2) }); // prettier-ignore
    const other = without(asked, wish, aims);
    const added = !other && wish === 'fireLane' ? withFireLane(asked) : null;
    const kept = wish === 'depths' ? keptDepths(asked, own) : null;
    if (other) yield price(true, base, floorOf(other));
    else if (added) yield price(false, floorOf(added), base);
    else if (kept) yield price(true, floorOf(kept.own), floorOf(kept.all));
  }
}
