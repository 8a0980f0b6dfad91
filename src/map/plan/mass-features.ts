import type { Feature, FeatureCollection } from 'geojson';
import { collection, empty, feature } from '../features.ts';
import type { Plan, PlannedBuilding } from '../tools/contract.ts';
import { numberOf } from './plan-written.ts';

/* 体量 of the park in hand as sources: a slab for each storey, those that stay apart from those that are in hand. */

type Planned = Plan | null;

/** Between two storeys, m, so that they can be counted. */
const GAP_M = 0.3;

const isInHand = ({ selected, change }: PlannedBuilding): boolean => selected || change !== undefined;

/** A building that is not chosen and stays as it is. */
const resting = (plan: Planned): readonly PlannedBuilding[] => (plan?.buildings ?? []).filter((own) => !isInHand(own));
const inHand = (plan: Planned): readonly PlannedBuilding[] => (plan?.buildings ?? []).filter(isInHand);

export const restingMass = (plan: Planned): FeatureCollection => slabsOf(resting(plan));
export const massInHand = (plan: Planned): FeatureCollection => slabsOf(inHand(plan));

const slabsOf = (buildings: readonly PlannedBuilding[]): FeatureCollection =>
  buildings.length === 0 ? empty : collection(buildings.flatMap(slabs));

function slabs(building: PlannedBuilding): Feature[] {
  const { key, geometry, mass } = building;
  if (!mass) return [];
  const tone = toneOf(building);
  const last = mass.slabs.length - 1;
  return mass.slabs.map(({ fromM, toM, isTwice }, i) =>
    feature(
      geometry,
      { tone, from: fromM, to: i === last ? toM : Math.max(fromM, toM - GAP_M), odd: i % 2 === 1, twice: isTwice },
      key,
    ),
  );
}

const toneOf = (building: PlannedBuilding): string =>
  isInHand(building) ? 'chosen' : building.existing ? 'existing' : (building.use ?? 'production');

/** What is drawn of those that stay, written: alike is the same, so that what is dragged does not draw them anew. */
export const restingWritten = (plan: Planned): string => written(resting(plan));
/** Of those in hand: of a flat map nothing, whatever is dragged. */
export const inHandWritten = (plan: Planned): string => written(inHand(plan));

const written = (buildings: readonly PlannedBuilding[]): string =>
  buildings
    .flatMap((own) => {
      const { key, geometry, mass } = own;
      if (!mass) return [];
      const heights = mass.slabs.map(({ toM, isTwice }) => `${toM}${isTwice ? '!' : ''}`).join('+');
      return [`${key} ${numberOf(geometry)} ${toneOf(own)} ${heights}`];
    })
    .join('\n');
