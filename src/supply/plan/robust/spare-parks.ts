import { countsFor } from '../explain/asking.ts';
import type { Choices, PlanPark, PlanProblem } from '../shape/problem.ts';

/** 备选园区: a park of a plan that no target needs as long as nothing falls through, and what it stands by for. */
export interface SparePark {
  /** Its place among the parks of the plan. */
  readonly park: number;
  /** Place of the target it is to spare of. */
  readonly target: number;
  /** It steps in once so many of the target's other parks have fallen through, those that step in before it left out. */
  readonly after: number;
}

/**
 * The spare parks of a plan that has so many of each target: those with the fewest points, as long as no target is shorter without
 * them and what a person fixed stays. A target that has more parks than these has them because they pay, and they are to be supplied:
 * nothing stands by for it. Best first, which is the order in which they step in.
 */
export function spareParks(
  { targets }: Pick<PlanProblem, 'targets'>,
  parks: readonly PlanPark[],
  choices: Pick<Choices, 'fixedParks' | 'fixedParcels'>,
  spare: number,
): readonly SparePark[] {
  const counts = targets.map((target) => parks.filter((park) => countsFor(park, target)).length);
  const firm = [...counts];
  const found: Omit<SparePark, 'after'>[] = [];
  for (const place of leastFirst(parks)) {
    const park = parks[place];
    const own = [...targets.keys()].filter((n) => targets[n].least > 0 && countsFor(park, targets[n]));
    const [target] = own
      .filter((n) => counts[n] - targets[n].least <= spare)
      .sort((a, b) => spanOf(targets[a]) - spanOf(targets[b]) || a - b);
    if (target === undefined || own.some((n) => firm[n] <= Math.min(targets[n].least, counts[n]))) continue;
    if (isFixed(park, choices)) continue;
    for (const n of own) firm[n]--;
    found.unshift({ park: place, target });
  }
  return found.map(({ park, target }, n) => {
    const before = found.slice(0, n).filter((own) => countsFor(parks[own.park], targets[target])).length;
    return { park, target, after: firm[target] - targets[target].least + 1 + before };
  });
}

const spanOf = ({ from, to }: PlanProblem['targets'][number]): number => to - from;

/** Of equal ones the last. */
const leastFirst = (parks: readonly PlanPark[]): readonly number[] =>
  [...parks.keys()].sort((a, b) => parks[a].points - parks[b].points || b - a);

function isFixed({ parcels }: PlanPark, { fixedParks, fixedParcels }: Pick<Choices, 'fixedParks' | 'fixedParcels'>) {
  const own = new Set(parcels);
  return (
    fixedParcels.some((place) => own.has(place)) ||
    fixedParks.some((park) => park.parcels.length === own.size && park.parcels.every((place) => own.has(place)))
  );
}
