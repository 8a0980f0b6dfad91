import { buildingOn, countedStoreys } from './building.ts';
import { landOf } from './land/canonical.ts';
import { Frame } from './land/frame.ts';
import { freeIn } from './land/free.ts';
import { keptOff } from './spacing.ts';
import type { Cutting } from './rows/cut.ts';
import { heightOf, mostStoreys, storeysUnder } from './rows/storeys.ts';
import { ringArea } from '../domain/geometry/edit/shapes.ts';
import { directionOf, entranceOf } from './ways/entrance.ts';
import type { LayoutConditions, LayoutWishes } from './shape/settings.ts';
import type { LaidBuilding, LayoutSite, Point } from './shape/site.ts';

const NEAR_A_BOUND = 0.95;
/** Longer than that it is no bar any more. */
const LONGEST_M = 80;

/**
 * The amenity building 配套用房: a bar along the street beside the entrance, of as much floor as the bounds leave.
 * @returns null where the land is too small for one, or none fits along the entrance's edge
 */
export function amenityOf(
  site: LayoutSite,
  conditions: LayoutConditions,
  wishes: LayoutWishes,
  plotRatio: number,
): LaidBuilding | null {
  const { depthM, heights } = wishes.amenity;
  const { bayM, lengthM } = wishes;
  const storeys = amenityStoreys(conditions, wishes);
  const footprint = amenityFootprint(site, conditions, wishes, plotRatio);
  const wanted = Math.min(footprint / depthM, LONGEST_M, lengthM.max);
  if (wanted < lengthM.min) return null;
  const entrance = entranceOf(site);
  const heightM = heightOf(storeys, heights);
  const frame = new Frame(site, directionOf(entrance), keptOff([...site.standing, ...site.locked], heightM, wishes));
  const [x, y] = frame.turned(entrance.at);
  const clear = wishes.mainRoadM / 2 + 5;
  const spot = nearestSpot(frame, [x, y], depthM, clear, { minM: lengthM.min, maxM: wanted, bayM });
  if (!spot) return null;
  const [x0, x1, y0] = spot;
  return buildingOn(frame, { x0, x1, y0, y1: y0 + depthM }, { row: -1, use: 'amenity', storeys, heights, site });
}

/** Its storeys: as wished, no more than the height bound leaves. */
export const amenityStoreys = ({ heightM }: LayoutConditions, { amenity }: LayoutWishes): number =>
  Math.min(amenity.storeys, storeysUnder(heightM.max ?? Infinity, amenity.heights));

/** As much ground as its share of the floor takes within the bounds, less what is there already, m². */
export function amenityFootprint(
  site: LayoutSite,
  conditions: LayoutConditions,
  wishes: LayoutWishes,
  plotRatio: number,
): number {
  const { amenity } = wishes;
  const storeys = amenityStoreys(conditions, wishes);
  if (storeys < 1) return 0;
  const land = landOf(site);
  const share = Math.min(amenity.floorShare, NEAR_A_BOUND * (conditions.amenityFloor.max ?? 1));
  const there = [...site.standing, ...site.locked].filter(({ use }) => use === 'amenity');
  // Floor that counts twice for the plot ratio is there once.
  const made = Math.max(1, mostStoreys(false, conditions, wishes));
  const floorRatio = (plotRatio * made) / countedStoreys(made, wishes.heights, site);
  const floor = share * floorRatio * land - there.reduce((sum, { floorM2 }) => sum + floorM2, 0);
  const ground = NEAR_A_BOUND * (conditions.amenityLand.max ?? 1) * land;
  return Math.min(floor / storeys, ground - there.reduce((sum, { ring }) => sum + Math.abs(ringArea(ring)), 0));
}

/** The stretch nearest the entrance, on either side of its road, in the first slab from the street that has room. */
function nearestSpot(
  frame: Frame,
  [x, y]: Point,
  depthM: number,
  clearM: number,
  { minM, maxM, bayM }: Omit<Cutting, 'gapM'>,
): readonly [number, number, number] | null {
  for (let off = 0; off <= 30; off += 1) {
    const y0 = y + off;
    const free = freeIn(frame, y0, y0 + depthM);
    let best: readonly [number, number, number] | null = null;
    let far = Infinity;
    for (let i = 0; i < free.length; i += 2)
      for (const [from, to] of [
        [free[i], Math.min(free[i + 1], x - clearM)],
        [Math.max(free[i], x + clearM), free[i + 1]],
      ]) {
        const length = Math.floor(Math.min(maxM, to - from) / bayM + 1e-9) * bayM;
        if (length < minM - 1e-9) continue;
        const [x0, x1] = from > x ? [from, from + length] : [to - length, to];
        const away = Math.min(Math.abs(x0 - x), Math.abs(x1 - x));
        if (away < far - 1e-6) {
          far = away;
          best = [x0, x1, y0];
        }
      }
    if (best && far < 200) return best;
  }
  return null;
}
