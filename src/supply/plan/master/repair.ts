import type { Prices } from '../shape/found.ts';
import type { PlanPark } from '../shape/problem.ts';
import { isAllowed } from '../pricing/park.ts';
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
 * Makes a plan of what is remembered: of an earlier plan what the choices leave of it, parks made anew where they took some away,
 * and those worth most elsewhere. Gives the remembered parks that the choices allow.
 */
export async function repaired(search: Search, memory: Memory): Promise<readonly number[]> {
  const { columns, wishes } = search;
  const isFree = (park: PlanPark) => isAllowed(wishes.others, [...park.parcels]);
  const places = memory.parks.filter(isFree).map((park) => columns.add(park));
  const { prices } = memory;
  if (!prices) return places;
  search.phase = 'select';
  const plans = memory.plans();
  const offer = () => {
    for (const plan of plans) offerRest(search, prices, plan.filter(isFree), places);
  };
  offer();
  const lost = plans[0].filter((park) => !isFree(park));
  if (lost.length === 0) return places;
  const fresh = await freshParks(search, prices, new Set(lost.map(({ township }) => township)));
  places.push(...fresh);
  offer();
  if (!(await search.turn.goesOn())) return places;
  const few = [...fresh, ...worthMost(search, prices, places, FEW)];
  const shortfalls = anyShortfalls(search.problem);
  wholePlan(search, few, { shortfalls, gap: search.settings.gap / 2, nodes: NODES });
  return places;
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
