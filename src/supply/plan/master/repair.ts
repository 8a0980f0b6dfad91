import type { Prices } from '../shape/found.ts';
import type { PlanPark } from '../shape/problem.ts';
import { isAllowed } from '../pricing/park.ts';
import { Draft } from './draft.ts';
import type { Held } from './held.ts';
import type { Memory } from './memory.ts';
import { pricedPass } from './pass.ts';
import { rounded } from './rounded.ts';
import type { Search } from './search.ts';
import { worthMost } from './select.ts';
import { anyShortfalls } from './shortfalls.ts';
import { wholePlan } from './whole.ts';

/** So many parks beside those made anew are chosen from. */
const FEW = 600;
/** Parts of the tree of choices that are gone through: a second question is to be answered soon. */
const NODES = 1;
const ASK = { nodes: 80, perTownshipYear: 12, above: -Infinity };

/**
 * Makes a plan of what is remembered: of the one in hand, and of the earlier one of which most is left, what the choices leave of it,
 * parks made anew where they took some away, and those worth most elsewhere. Gives the remembered parks that the choices allow.
 */
export async function repaired(search: Search, memory: Memory, held: Held | null): Promise<readonly number[]> {
  const { columns, wishes } = search;
  const isFree = (park: PlanPark) => isAllowed(wishes.others, [...park.parcels]);
  const known = held ? [...memory.parks, ...held.parks] : memory.parks;
  const places = [...new Set(known.filter(isFree).map((park) => columns.add(park)))];
  const prices = memory.prices ?? held?.prices ?? null;
  const [plan, ...others] = plansOf(search, memory, held, isFree);
  if (!plan) return places;
  search.phase = 'select';
  if (!prices) {
    search.offer(left(search, plan.filter(isFree)));
    return places;
  }
  const offer = (own: Plan) => offerRest(search, prices, own.filter(isFree), places);
  offer(plan);
  for (const other of others) offer(other);
  const lost = plan.filter((park) => !isFree(park));
  if (lost.length === 0) return places;
  const fresh = await freshParks(search, prices, new Set(lost.map(({ township }) => township)));
  places.push(...fresh);
  offer(plan);
  if (!(await search.turn.goesOn())) return places;
  const few = [...fresh, ...worthMost(search, prices, places, FEW)];
  const shortfalls = anyShortfalls(search.problem);
  wholePlan(search, few, { shortfalls, gap: search.settings.gap / 2, nodes: NODES });
  return places;
}

type Plan = readonly PlanPark[];

/** The plan in hand, or the last one, and an earlier one where more is left of that: others are not worth the time. */
function plansOf(search: Search, memory: Memory, held: Held | null, isFree: (park: PlanPark) => boolean): Plan[] {
  const [first, ...earlier] = held ? [held.parks, ...memory.plans()] : memory.plans();
  if (!first) return [];
  let [best, most] = [first, left(search, first.filter(isFree)).score];
  for (const plan of earlier) {
    const { score } = left(search, plan.filter(isFree));
    if (score > most + NOTHING) [best, most] = [plan, score];
  }
  return best === first ? [first] : [first, best];
}

/** Points that are none. */
const NOTHING = 1e-6;

/** What is left of a plan, by itself. */
function left({ problem, columns, wishes }: Search, plan: Plan): Draft {
  const draft = new Draft(problem, columns, wishes);
  draft.addFitting(plan.map((park) => columns.add(park)));
  return draft;
}

/** What is left of a plan, with others where they fit. */
function offerRest(search: Search, prices: Prices, plan: readonly PlanPark[], places: readonly number[]): void {
  const { columns, wishes, problem } = search;
  const kept = new Set(plan.map((park) => columns.add(park)));
  const chosen = [...new Set([...kept, ...places])];
  const shares = Float64Array.from(chosen, (place) => Number(kept.has(place)));
  search.offer(rounded(problem, columns, wishes, { prices, shares }, chosen));
}

/** Parks of townships, and of those that count for targets the best plan misses more of than prices tell. */
async function freshParks(search: Search, prices: Prices, townships: Set<number>): Promise<number[]> {
  const { targets } = search.problem;
  const short = search.best.short();
  const isMissed = targets.map(({ penalty }, target) => short[target] > 0 && prices.targets[target] < penalty);
  for (const [target, { townships: counted }] of targets.entries())
    if (isMissed[target]) for (const [township, counts] of counted.entries()) if (counts) townships.add(township);
  const dear = prices.targets.map((price, target) => (isMissed[target] ? targets[target].penalty : price));
  const pass = await pricedPass(search, { ...prices, targets: dear }, ASK, [...townships]);
  return (pass?.parks ?? []).map((park) => search.columns.add(park));
}
