import type { FoundPlan } from '../shape/found.ts';
import type { PlanPark } from '../shape/problem.ts';
import type { Asking } from './asking.ts';

/** Plans nearly as good as the best, each as different from those before it as was found. */
export interface Variants {
  readonly plans: readonly FoundPlan[];
  /** Parcels that every one of them uses, and parks, in whatever year, that are in every one of them. */
  readonly parcels: readonly number[];
  readonly parks: readonly PlanPark[];
}

/**
 * `count` other plans within this part of the plan's points (0.01): without as much of the land that is used most often until
 * then, and is worth least at the prices, as can be done without. Parks a person fixed stay.
 */
export async function variants(asking: Asking, count: number, within: number): Promise<Variants> {
  const { plan, watch } = asking;
  const plans: FoundPlan[] = [plan];
  while (plans.length <= count && !watch?.isStopped?.()) {
    const found = await another(asking, plans, plan.objective - within * Math.abs(plan.objective));
    if (!found) break;
    plans.push(found);
  }
  const used = plans.map(({ parks }) => new Set(parks.flatMap(({ parcels }) => [...parcels])));
  const keys = plans.map(({ parks }) => new Set(parks.map(keyOf)));
  return {
    plans,
    parcels: [...used[0]].filter((place) => used.every((own) => own.has(place))).sort((a, b) => a - b),
    parks: plan.parks.filter((park) => keys.every((own) => own.has(keyOf(park)))),
  };
}

const keyOf = ({ kind, parcels }: PlanPark): string => `${kind} ${parcels.join()}`;

/** The plan without the most parks of those before it that is still good enough; null where there is none without any. */
async function another(asking: Asking, plans: readonly FoundPlan[], least: number): Promise<FoundPlan | null> {
  const { choices, planner, settings, seed, watch } = asking;
  const order = byNeed(asking, plans);
  if (order.length === 0) return null;
  const without = async (parks: number) => {
    const bannedParcels = [
      ...choices.bannedParcels,
      ...new Set(order.slice(0, parks).flatMap(({ parcels }) => [...parcels])),
    ];
    const quiet = { pause: watch?.pause, isStopped: watch?.isStopped };
    const found = await planner.solve({ ...choices, bannedParcels }, settings, seed, quiet);
    return found.objective >= least ? found : null;
  };
  let [best, low, high]: [FoundPlan | null, number, number] = [null, 0, order.length + 1];
  for (let parks = 1; high - low > 1; parks = best ? (low + high) >> 1 : 1) {
    const found = watch?.isStopped?.() ? null : await without(parks);
    if (found) [best, low] = [found, parks];
    else high = parks;
  }
  return best;
}

/** Parks of the plan before, those first that are in most plans and whose land costs least to do without. */
function byNeed({ plan, choices }: Asking, plans: readonly FoundPlan[]): PlanPark[] {
  const prices = plan.certificate?.prices.parcels;
  const uses = new Map<number, number>();
  for (const { parks } of plans)
    for (const { parcels } of parks) for (const place of parcels) uses.set(place, (uses.get(place) ?? 0) + 1);
  const fixed = new Set([...choices.fixedParcels, ...choices.fixedParks.flatMap(({ parcels }) => parcels)]);
  const last = plans[plans.length - 1].parks.filter(({ parcels }) => !parcels.some((place) => fixed.has(place)));
  const needs = last.map((park) => ({
    park,
    often: Math.max(...[...park.parcels].map((place) => uses.get(place)!)),
    worth: park.parcels.reduce((sum, place) => sum + (prices ? prices[place] : 0), prices ? 0 : park.points),
  }));
  return needs.sort((a, b) => b.often - a.often || a.worth - b.worth).map(({ park }) => park);
}
