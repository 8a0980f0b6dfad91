import { ringArea } from '../domain/geometry/edit/shapes.ts';
import type { Bounded, LayoutConditions } from './shape/settings.ts';
import type { LandTaken, LayoutFigures, LayoutMiss } from './shape/layout.ts';
import type { LaidUse, StandingBuilding } from './shape/site.ts';

const sum = (values: readonly number[]): number => values.reduce((all, v) => all + v, 0);

/** Places that floors ask for 配建停车位. */
export function placesWanted(
  buildings: readonly StandingBuilding[],
  { parkingPerHundredM2: per }: LayoutConditions,
): number {
  const floor = (use: LaidUse): number => sum(buildings.filter((one) => one.use === use).map((one) => one.floorM2));
  return Math.ceil((floor('production') * per.production + floor('amenity') * per.amenity) / 100 - 1e-9);
}

/** What of the land is green: what is left, up to the upper bound; the rest is paved. */
export function landTaken(
  landM2: number,
  mostGreen: number | null,
  taken: Omit<LandTaken, 'greenM2' | 'otherM2'>,
): LandTaken {
  const left = Math.max(0, landM2 - taken.buildingsM2 - taken.roadsM2 - taken.parkingM2 - taken.apronsM2);
  const greenM2 = Math.min(left, (mostGreen ?? 1) * landM2);
  return { ...taken, greenM2, otherM2: left - greenM2 };
}

/** @param buildings new ones, locked ones and those that stand */
export function figuresOf(
  buildings: readonly StandingBuilding[],
  taken: LandTaken,
  landM2: number,
  { places, wanted, unserved, blind, unlined }: Record<'places' | 'wanted' | 'unserved' | 'blind' | 'unlined', number>,
): LayoutFigures {
  const amenities = buildings.filter(({ use }) => use === 'amenity');
  const floorM2 = sum(buildings.map((one) => one.floorM2));
  return {
    landM2,
    floorM2,
    plotRatio: sum(buildings.map((one) => one.countedM2)) / landM2,
    density: taken.buildingsM2 / landM2,
    coefficient: taken.buildingsM2 / landM2,
    green: taken.greenM2 / landM2,
    places,
    placesWanted: wanted,
    unserved,
    blind,
    unlined,
    amenityLand: sum(amenities.map(({ ring }) => Math.abs(ringArea(ring)))) / landM2,
    amenityFloor: floorM2 ? sum(amenities.map((one) => one.floorM2)) / floorM2 : 0,
    taken,
  };
}

/** Figures so near a bound equal it. */
const SAME = 1e-9;

/** Every bound that the figures miss. */
export function missesOf(figures: LayoutFigures, highestM: number, conditions: LayoutConditions): LayoutMiss[] {
  const misses: LayoutMiss[] = [];
  const hold = (what: LayoutMiss['what'], value: number, { min, max, minExclusive, maxExclusive }: Bounded): void => {
    const miss = (asked: number, bound: LayoutMiss['bound'], isExclusive = false): void => {
      const over = bound === 'min' ? value - asked : asked - value;
      if (isExclusive ? over <= SAME : over < -SAME)
        misses.push({ what, value, asked, bound, ...(isExclusive && { isExclusive: true as const }) });
    };
    if (min !== null) miss(min, 'min', minExclusive);
    if (max !== null) miss(max, 'max', maxExclusive);
  };
  hold('plotRatio', figures.plotRatio, conditions.plotRatio);
  hold('density', figures.density, conditions.density);
  hold('coefficient', figures.coefficient, conditions.coefficient);
  hold('green', figures.green, conditions.green);
  hold('heightM', highestM, conditions.heightM);
  hold('amenityLand', figures.amenityLand, conditions.amenityLand);
  hold('amenityFloor', figures.amenityFloor, conditions.amenityFloor);
  hold('places', figures.places, { min: figures.placesWanted, max: null });
  hold('unserved', figures.unserved, { min: null, max: 0 });
  hold('blind', figures.blind, { min: null, max: 0 });
  hold('unlined', figures.unlined, { min: null, max: 0 });
  return misses;
}
