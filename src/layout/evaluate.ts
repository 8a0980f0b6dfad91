import type { Bounded, LayoutConditions } from './shape/settings.ts';
import type { LaidBuilding, LandTaken, LayoutFigures, LayoutMiss } from './shape/layout.ts';
import type { StandingBuilding } from './shape/site.ts';

const sum = (values: readonly number[]): number => values.reduce((all, v) => all + v, 0);

/** Places that floors ask for 配建停车位. */
export function placesWanted(
  buildings: readonly LaidBuilding[],
  { parkingPerHundredM2: per }: LayoutConditions,
): number {
  const floor = (use: LaidBuilding['use']): number =>
    sum(buildings.filter((one) => one.use === use).map((one) => one.floorM2));
  return Math.ceil((floor('production') * per.production + floor('amenity') * per.amenity) / 100 - 1e-9);
}

/** What of the land is green: what is left, up to the upper bound; the rest is paved. */
export function landTaken(
  landM2: number,
  buildingsM2: number,
  roadsM2: number,
  parkingM2: number,
  mostGreen: number | null,
): LandTaken {
  const left = Math.max(0, landM2 - buildingsM2 - roadsM2 - parkingM2);
  const greenM2 = Math.min(left, (mostGreen ?? 1) * landM2);
  return { buildingsM2, roadsM2, parkingM2, greenM2, otherM2: left - greenM2 };
}

export function figuresOf(
  buildings: readonly LaidBuilding[],
  standing: readonly StandingBuilding[],
  taken: LandTaken,
  landM2: number,
  places: { readonly made: number; readonly wanted: number },
): LayoutFigures {
  const amenities = buildings.filter(({ use }) => use === 'amenity');
  const floorM2 = sum(buildings.map((one) => one.floorM2)) + sum(standing.map((one) => one.floorM2));
  return {
    landM2,
    floorM2,
    plotRatio: floorM2 / landM2,
    density: taken.buildingsM2 / landM2,
    coefficient: taken.buildingsM2 / landM2,
    green: taken.greenM2 / landM2,
    places: places.made,
    placesWanted: places.wanted,
    amenityLand: sum(amenities.map((one) => one.footprintM2)) / landM2,
    amenityFloor: floorM2 ? sum(amenities.map((one) => one.floorM2)) / floorM2 : 0,
    taken,
  };
}

/** Every bound that the figures miss. */
export function missesOf(figures: LayoutFigures, highestM: number, conditions: LayoutConditions): LayoutMiss[] {
  const misses: LayoutMiss[] = [];
  const hold = (what: LayoutMiss['what'], value: number, { min, max }: Bounded): void => {
    if (min !== null && value < min - 1e-9) misses.push({ what, value, asked: min, bound: 'min' });
    if (max !== null && value > max + 1e-9) misses.push({ what, value, asked: max, bound: 'max' });
  };
  hold('plotRatio', figures.plotRatio, conditions.plotRatio);
  hold('density', figures.density, conditions.density);
  hold('coefficient', figures.coefficient, conditions.coefficient);
  hold('green', figures.green, conditions.green);
  hold('heightM', highestM, conditions.heightM);
  hold('amenityLand', figures.amenityLand, conditions.amenityLand);
  hold('amenityFloor', figures.amenityFloor, conditions.amenityFloor);
  hold('places', figures.places, { min: figures.placesWanted, max: null });
  return misses;
}
