import type { Prices } from '../shape/found.ts';
import { beyondPrices } from './bound.ts';
import type { Relaxed } from './relaxed.ts';
import type { Search } from './search.ts';
import { anyShortfalls } from './shortfalls.ts';
import { wholePlan } from './whole.ts';

/** Parks to choose from at first: so many, and so many more for each that is taken in part. */
const FEW = 600;
const MORE = 2;
const ROUGH = 1e-3;

/** Chooses a plan: first of few parks, those worth most, then of all that may be in a better plan. */
export function select(search: Search, relaxed: Relaxed, chosen: readonly number[]): void {
  // What is to be proven by looking at every park need not be chosen well before.
  const gap = search.settings.close ? Math.max(ROUGH, search.settings.gap) : search.settings.gap;
  const shortfalls = anyShortfalls(search.problem);
  search.phase = 'select';
  const taken = relaxed.shares.reduce((count, share) => count + Number(share > 0), 0);
  const few = worthMost(search, relaxed.prices, chosen, FEW + MORE * taken);
  wholePlan(search, few, { shortfalls, gap: gap / 4 });
  if (search.done || few.length === chosen.length) return;
  wholePlan(search, worthwhile(search, relaxed, chosen), { shortfalls, gap: gap / 2 });
}

/** Those worth most beyond the prices, so many of them. */
export function worthMost(search: Search, prices: Prices, places: readonly number[], most: number): number[] {
  const worths = places.map((place) => ({ place, worth: beyondPrices(prices, search.columns, place) }));
  worths.sort((a, b) => b.worth - a.worth || a.place - b.place);
  return worths.slice(0, most).map(({ place }) => place);
}

/** Parks that may be in a plan better than the best one, as far as these prices tell. */
export function worthwhile(search: Search, { prices, points }: Relaxed, places: readonly number[]): number[] {
  const loss = points - search.score;
  return places.filter((place) => beyondPrices(prices, search.columns, place) >= -loss - 1e-6);
}
