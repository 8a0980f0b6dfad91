import { amenityOf } from './amenity.ts';
import { landOf } from './land/canonical.ts';
import { away, Frame } from './land/frame.ts';
import { coveredOf } from './land/outlines.ts';
import { rowAngles } from './rows/angles.ts';
import { RowLand } from './rows/row-land.ts';
import { cuttingOf, keptOff } from './spacing.ts';
import { aimsOf } from './shape/aims.ts';
import { HIGH_M, type LayoutConditions, type LayoutWishes } from './shape/settings.ts';
import type { LaidBuilding, LayoutSite, Ring, StandingBuilding } from './shape/site.ts';
import { entranceOf, type Entrance } from './ways/entrance.ts';
import { OFF_WALLS_M } from './ways/lanes.ts';
import { ringLane } from './ways/ring-lane.ts';

/** What every layout of one piece of land rests on. */
export interface Ground {
  readonly site: LayoutSite;
  readonly landM2: number;
  /** As they are written: what layouts are held against. */
  readonly written: LayoutConditions;
  /** What is aimed at to keep them. */
  readonly conditions: LayoutConditions;
  readonly wishes: LayoutWishes;
  /** Plot ratio that is aimed at. */
  readonly target: number;
  /** Buildings that every layout has: locked ones and the amenity building. */
  readonly given: readonly LaidBuilding[];
  /** These and what stands. */
  readonly kept: readonly StandingBuilding[];
  /** What of the land they cover, and their floor, m². */
  readonly keptM2: number;
  readonly keptFloorM2: number;
  /** 计容 */
  readonly keptCountedM2: number;
  readonly ring: readonly Ring[];
  readonly entrance: Entrance;
  /** Directions of the longest edges: along their lanes cars can stand. */
  readonly edgeAngles: readonly number[];
  /** By direction and height: families share what is found in them. */
  readonly turned: Map<string, RowLand>;
}

const DEFAULT_PLOT_RATIO = 1.5;

/** The plot ratio that is aimed at: the wish within the conditions. */
export function targetOf({ plotRatio: { min, max } }: LayoutConditions, wish: number | null): number {
  return Math.min(max ?? Infinity, Math.max(min ?? 0, wish ?? min ?? DEFAULT_PLOT_RATIO));
}

/** The land with buildings that every layout of it has. */
function kept(
  site: LayoutSite,
  wishes: LayoutWishes,
  given: readonly LaidBuilding[],
): Pick<Ground, 'given' | 'kept' | 'keptM2' | 'keptFloorM2' | 'keptCountedM2' | 'ring' | 'turned'> {
  const all = [...given, ...site.standing];
  const walls = all.map(({ ring }) => ring);
  return {
    given,
    kept: all,
    // Records overlap one another and the boundary; ground is taken once.
    keptM2: coveredOf(site.rings, walls),
    keptFloorM2: all.reduce((sum, { floorM2 }) => sum + floorM2, 0),
    keptCountedM2: all.reduce((sum, { countedM2 }) => sum + countedM2, 0),
    ring: ringLane(site, wishes.laneM, away(walls, OFF_WALLS_M)),
    turned: new Map(),
  };
}

/** @param site canonical */
export function groundOf(site: LayoutSite, written: LayoutConditions, wishes: LayoutWishes): Ground {
  const conditions = aimsOf(written);
  const target = targetOf(conditions, wishes.plotRatio);
  const amenity = amenityOf(site, conditions, wishes, target);
  return {
    site,
    landM2: landOf(site),
    written,
    conditions,
    wishes,
    target,
    ...kept(site, wishes, [...site.locked, ...(amenity ? [amenity] : [])]),
    entrance: entranceOf(site),
    edgeAngles: rowAngles(site).slice(0, 4),
  };
}

/** The same land with more buildings that its layouts have. */
export const withGiven = (ground: Ground, more: readonly LaidBuilding[]): Ground => ({
  ...ground,
  ...kept(ground.site, ground.wishes, [...ground.given, ...more]),
});

/** The land turned to a direction, as high buildings or others find it. */
export function rowLandOf(ground: Ground, angleRad: number, high: boolean): RowLand {
  const key = `${angleRad} ${high}`;
  const { site, kept, wishes, turned } = ground;
  let land = turned.get(key);
  if (!land) {
    const frame = new Frame(site, angleRad, keptOff(kept, high ? HIGH_M + 1 : 0, wishes));
    turned.set(key, (land = new RowLand(frame, cuttingOf(wishes, high))));
  }
  return land;
}
