import { arrangement, familyOf, type Family } from './family.ts';
import { groundOf, type Ground } from './ground.ts';
import { canonical } from './land/canonical.ts';
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

/** How rows are asked for: the wishes of one family, and its most storeys. */
interface Asked {
  readonly wishes: LayoutWishes;
  readonly family: Family;
  readonly storeys: number;
}

/** Lengths by so much where no bay is wished for, metres. */
const ANY_LENGTH_M = 1;

/** Clear between long sides for a fire lane 消防车道 5 m off the walls on either side: GB 50016-2014 (2018) 7.1.8. */
const FIRE_LANE_OFF_M = 5;

/** Rows as far apart as a fire lane between them asks; null where they are. */
function withFireLane({ wishes, ...asked }: Asked): Asked | null {
  const rowGapM = wishes.laneM + 2 * FIRE_LANE_OFF_M;
  return wishes.rowGapM < rowGapM ? { ...asked, wishes: { ...wishes, rowGapM } } : null;
}

/** One storey more than wished for; null where the height bound forbids it. */
function higher({ wishes, family, storeys }: Asked, conditions: LayoutConditions): Asked | null {
  const heightM = heightOf(storeys + 1, wishes.heights);
  if (heightM > (conditions.heightM.max ?? Infinity)) return null;
  return { wishes, family: { ...family, high: family.high || heightM > HIGH_M }, storeys: storeys + 1 };
}

/** The same without a wish; null where it is not wished for. */
function without(asked: Asked, wish: PricedWish, conditions: LayoutConditions): Asked | null {
  const { wishes, family } = asked;
  const other = (changed: Partial<LayoutWishes>): Asked => ({ ...asked, wishes: { ...wishes, ...changed } });
  const depthsM = [...new Set([...wishes.barDepthsM, ...wishes.plateDepthsM])].sort((a, b) => a - b);
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
      return family.depthsM.length < depthsM.length ? { ...asked, family: { ...family, depthsM } } : null;
    case 'amenity':
      return wishes.amenity.floorShare > 0 ? other({ amenity: { ...wishes.amenity, floorShare: 0 } }) : null;
    case 'storeys':
      return higher(asked, conditions);
  }
}

const arrangedSpacing = ({ wishes, family }: Asked): number => (family.high ? wishes.highSpacingM : wishes.spacingM);

/** The most floor of the densest rows, within the density bound, every building at its most storeys, m². */
function mostFloor(ground: Ground, { family, storeys }: Asked, angleRad: number): number {
  const { keptM2, keptFloorM2, landM2, conditions } = ground;
  const room = Math.max(0, (conditions.density.max ?? 1) * landM2 - keptM2);
  const { block } = denseRows(ground, family, arrangement(ground, family, angleRad));
  return Math.min(block.areaM2, room) * storeys + keptFloorM2;
}

/**
 * What a wish costs a layout: rows of its family and direction laid out with it and without, both as dense as they go. Parking
 * and green are not counted: they bound both.
 * @returns null where it is not wished for; a fire lane is told all the same, as what it would cost
 */
export function priceOf(
  given: LayoutSite,
  conditions: LayoutConditions,
  wishes: LayoutWishes,
  { family: name, angleDeg }: Pick<Layout, 'family' | 'angleDeg'>,
  wish: PricedWish,
): WishPrice | null {
  const { site } = canonical(given);
  const family = familyOf(name, wishes);
  const aims = aimsOf(conditions);
  const asked: Asked = { wishes, family, storeys: mostStoreys(family.high, aims, wishes) };
  const other = without(asked, wish, aims);
  const added = !other && wish === 'fireLane' ? withFireLane(asked) : null;
  const [less, more] = added ? [added, asked] : [asked, other];
  if (!more) return null;
  const floor = (of: Asked): number => mostFloor(groundOf(site, conditions, of.wishes), of, (angleDeg * Math.PI) / 180);
  const withM2 = floor(less);
  // What is lawful with it is lawful without.
  return { wish, isWished: !added, withM2, withoutM2: Math.max(withM2, floor(more)) };
}
