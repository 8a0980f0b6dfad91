import { HIGH_M, type LayoutConditions, type LayoutWishes, type StoreyHeights } from '../shape/settings.ts';

/** Height of so many storeys, metres. */
export const heightOf = (storeys: number, { firstM, upperM }: StoreyHeights): number =>
  storeys ? firstM + (storeys - 1) * upperM : 0;

/** Each storey's height from the ground up, metres. */
export const storeyHeightsOf = (storeys: number, { firstM, upperM }: StoreyHeights): number[] =>
  Array.from({ length: storeys }, (_, i) => (i ? upperM : firstM));

/** Most storeys under a height, metres. */
export const storeysUnder = (heightM: number, { firstM, upperM }: StoreyHeights): number =>
  heightM < firstM ? 0 : 1 + Math.floor((heightM - firstM) / upperM + 1e-9);

/** Most storeys of production buildings, at most 24 m high or above it. */
export function mostStoreys(high: boolean, conditions: LayoutConditions, wishes: LayoutWishes): number {
  const allowed = Math.min(wishes.mostStoreys, storeysUnder(conditions.heightM.max ?? Infinity, wishes.heights));
  return high ? allowed : Math.min(storeysUnder(HIGH_M, wishes.heights), allowed);
}

/**
 * The fewest storeys with which footprints reach a floor area, raised by whole groups one after another from the first.
 * @param groupsM2 footprints of each group
 * @returns storeys of each group; all at their most where it cannot be reached
 */
export function fewestStoreys(groupsM2: readonly number[], floorM2: number, most: number): number[] {
  const all = groupsM2.reduce((sum, area) => sum + area, 0);
  if (!all) return groupsM2.map(() => 1);
  const base = Math.min(most, Math.max(1, Math.floor(floorM2 / all + 1e-9)));
  let missing = floorM2 - base * all;
  return groupsM2.map((area) => {
    if (missing <= 1e-6 || base === most) return base;
    missing -= area;
    return base + 1;
  });
}

/** More floor than with other groups high is kept so far, for the order of the groups. */
const NEAR_LEAST = 1.05;

/**
 * Low beside high 高低结合: a group of more storeys than the hinge, the first where that is hardly more floor than is asked, then groups
 * one after another until the floor is reached, the others as low as may be.
 */
export function highBesideLow(groupsM2: readonly number[], floorM2: number, hinge: number, most: number): number[] {
  const made = groupsM2.map((_, first) => highFrom(first, groupsM2, floorM2, hinge, most));
  const floors = made.map((storeys) => storeys.reduce((sum, n, i) => sum + n * groupsM2[i], 0));
  const least = Math.min(...floors.filter((floor) => floor >= floorM2 - 1e-6));
  return made.find((_, i) => floors[i] >= floorM2 - 1e-6 && floors[i] <= NEAR_LEAST * least) ?? made[0] ?? [];
}

/** With this group high before all others. */
function highFrom(first: number, groupsM2: readonly number[], floorM2: number, hinge: number, most: number): number[] {
  const all = groupsM2.reduce((sum, area) => sum + area, 0);
  const low = Math.max(1, Math.min(hinge, Math.floor(floorM2 / Math.max(1, all)) - 1));
  const tower = Math.max(hinge + 1, Math.min(most, Math.max(hinge + 2, Math.ceil(floorM2 / Math.max(1, all)))));
  let missing = floorM2 - low * all;
  const storeys = groupsM2.map(() => low);
  for (const i of [first, ...groupsM2.keys()].filter((group, at, order) => order.indexOf(group) === at)) {
    const area = groupsM2[i];
    if (i !== first && missing <= 1e-6) break;
    const few = low + Math.ceil(missing / area - 1e-9);
    if (i === first) storeys[i] = Math.max(hinge + 1, Math.min(tower, few));
    else storeys[i] = missing < (hinge - low) * area ? Math.min(hinge, few) : tower;
    missing -= (storeys[i] - low) * area;
  }
  return storeys;
}
