import type { Parcel, PlanningConditions } from '../../domain/land/model.ts';
import { DEFAULT_CONDITIONS, type Bounded, type LayoutConditions } from '../../layout/shape/settings.ts';

/** Where a parcel's record has the bounds of a layout. */
export const CONDITION_OF = {
  plotRatio: 'far',
  density: 'density',
  coefficient: 'buildingCoefficient',
  green: 'green',
  heightM: 'heightM',
  amenityLand: 'ancillaryLand',
  amenityFloor: 'ancillaryFloor',
} as const satisfies Readonly<Record<BoundName, keyof PlanningConditions>>;

export type BoundName = Exclude<keyof LayoutConditions, 'parkingPerHundredM2'>;
export const BOUND_NAMES = Object.keys(CONDITION_OF) as readonly BoundName[];

/** 停车位 per 100 m² of floor area, a setting where the record says nothing. */
export const USUAL_PARKING = DEFAULT_CONDITIONS.parkingPerHundredM2;

/** 国家指标: what holds where the record says nothing. */
export const NATIONAL_BOUNDS: Readonly<Record<BoundName, Bounded>> = DEFAULT_CONDITIONS;

/** Bounds that the record has itself, both sides of them. */
export const ownBounds = ({ conditions = {} }: Parcel): readonly BoundName[] =>
  BOUND_NAMES.filter((name) => conditions[CONDITION_OF[name]] !== undefined);

/** 规划条件 of the record, and the national indices where it says nothing. */
export function conditionsOf({ conditions = {} }: Parcel): LayoutConditions {
  const of = (name: BoundName): Bounded => {
    const own = conditions[CONDITION_OF[name]];
    return own ? { ...own, min: own.min ?? null, max: own.max ?? null } : NATIONAL_BOUNDS[name];
  };
  const bounds = Object.fromEntries(BOUND_NAMES.map((name) => [name, of(name)])) as Record<BoundName, Bounded>;
  const places = conditions.parkingPer100M2;
  return {
    ...DEFAULT_CONDITIONS,
    ...bounds,
    ...(places !== undefined && { parkingPerHundredM2: { production: places, amenity: places } }),
  };
}
