import type { FoundPlan } from '../shape/found.ts';
import type { Choices, PlanPark } from '../shape/problem.ts';
import { free, withoutLand } from './alternative.ts';
import { NO_POINTS, objectiveOf, type Asking } from './asking.ts';

/** Points that the best plan has less without some land 替代重要性. */
export interface Loss {
  /** By the plans that were found; within the two bounds. */
  readonly points: number;
  readonly atLeast: number;
  readonly atMost: number;
  /** The bounds are one. */
  readonly isExact: boolean;
  /** The plan that is left, made anew; null: only others stay as they are. */
  readonly plan: FoundPlan | null;
}

type Land = Pick<PlanPark, 'parcels'>;

/**
 * What is lost if a park is withdrawn: none of its land is to be had, and all others may be made anew. Less than nothing where
 * a person fixed it and the plan is better without.
 */
export async function lossOfPark(asking: Asking, park: PlanPark): Promise<Loss> {
  const quick = await quickLossOfPark(asking, park);
  return anew(asking, park, quick.atMost);
}

/** What is lost if one parcel is not to be had. */
export async function lossOfParcel(asking: Asking, parcel: number): Promise<Loss> {
  const land = { parcels: Int32Array.of(parcel) };
  return anew(asking, land, (await quickLoss(asking, land)).atMost);
}

/** Bounds of a park's loss without any search: as all others stay and nothing takes its place. */
export function boundsOfLoss(asking: Asking, park: PlanPark): Loss {
  const others = asking.plan.parks.filter((other) => other !== park);
  const found = objectiveOf(asking.problem, others);
  return lossBetween(asking, park, { found, bound: boundWithout(asking, park), anew: null });
}

/** Bounds of a park's loss without a plan made anew: by what may stand in its place, and by what its land is worth at the prices. */
export const quickLossOfPark = (asking: Asking, park: PlanPark): Promise<Loss> => quickLoss(asking, park);

/** Of land of one park of the plan, or of none. */
async function quickLoss(asking: Asking, land: Land): Promise<Loss> {
  const { parks, objective } = asking.plan;
  const park = parks.find(({ parcels }) => parcels.includes(land.parcels[0]));
  const held = park ? (await withoutLand(asking, park, land.parcels)).loss : 0;
  return lossBetween(asking, land, { found: objective - held, bound: boundWithout(asking, land), anew: null });
}

/** A plan without these parcels; `held`: no more is lost than this as others stay as they are. */
async function anew(asking: Asking, { parcels }: Land, held: number): Promise<Loss> {
  const { planner, plan, settings, seed, watch } = asking;
  const choices = free(asking.choices, { parcels });
  const quiet = { pause: watch?.pause, isStopped: watch?.isStopped };
  const bannedParcels = [...choices.bannedParcels, ...parcels];
  const left = await planner.solve({ ...choices, bannedParcels }, settings, seed, quiet);
  const found = Math.max(left.objective, plan.bound - held);
  const bound = Math.min(left.bound, boundWithout(asking, { parcels }));
  return lossBetween(asking, { parcels }, { found, bound, anew: left });
}

/** No plan without this land has more points: the prices prove it, as land that nobody has costs nothing. */
function boundWithout({ plan, choices }: Asking, { parcels }: Land): number {
  if (isWished(choices, parcels)) return Infinity;
  const prices = plan.boundKind === 'prices' ? plan.certificate?.prices.parcels : undefined;
  return plan.bound - (prices ? parcels.reduce((sum, place) => sum + Math.max(0, prices[place]), 0) : 0);
}

/** A person wants it in: without it another plan may be the best. */
const isWished = ({ fixedParks, fixedParcels }: Choices, parcels: Int32Array): boolean =>
  parcels.some((place) => fixedParcels.includes(place) || fixedParks.some((fixed) => fixed.parcels.includes(place)));

/** `found` and `bound`: of plans without this land. */
function lossBetween(
  { plan, choices }: Asking,
  { parcels }: Land,
  { found, bound, anew }: { readonly found: number; readonly bound: number; readonly anew: FoundPlan | null },
): Loss {
  const atLeast = Math.max(isWished(choices, parcels) ? -Infinity : 0, plan.objective - bound);
  const atMost = Math.max(atLeast, plan.bound - found);
  const points = Math.min(atMost, Math.max(atLeast, plan.objective - found));
  const isExact = atMost - atLeast <= NO_POINTS;
  return { points, atLeast, atMost, isExact, plan: anew };
}
