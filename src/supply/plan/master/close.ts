import type { Search } from './search.ts';
import { wholePlan } from './whole.ts';

/** More parks are not chosen from. */
const MOST = 300_000;

/**
 * Makes every park that could be in a better plan, and chooses from them: a park that is worth less beyond the prices than the bound
 * lies above the best plan is in none.
 */
export async function close(search: Search): Promise<void> {
  search.phase = 'close';
  search.tell();
  const prices = search.provingPrices;
  if (!prices || !(await search.turn.goesOn())) return;
  const parks = search.pricer.every(prices, -search.gapPoints - 1e-6, MOST);
  if (!parks) return;
  const places = parks.map((park) => search.columns.add(park));
  search.tell();
  if (!(await search.turn.goesOn())) return;
  const { bound } = wholePlan(search, places, { above: 0, gap: 0, seconds: Infinity });
  search.prove({ points: Math.max(bound, search.score) }, 'enumerated');
}
