import type { Prices } from '../shape/found.ts';
import type { PlanPark } from '../shape/problem.ts';
import type { Ask } from '../pricing/pricer.ts';
import type { Search } from './search.ts';

/** So many parcels are looked at before others are let in. */
const PARCELS_AT_ONCE = 2000;

/** What one look at some townships found. */
export interface Pass {
  readonly parks: PlanPark[];
  /** By township: no park is worth more beyond the prices; nothing is said of those that were not asked for. */
  readonly beyond: Float64Array;
  readonly unproved: number;
  /** Townships in which parks were found. */
  readonly found: number[];
}

/** Looks for parks worth more than the prices, a few townships at a time; null where it was ended. */
export async function pricedPass(
  search: Search,
  prices: Prices,
  ask: Omit<Ask, 'townships'>,
  townships: readonly number[],
): Promise<Pass | null> {
  const { townships: starts } = search.problem;
  const beyond = new Float64Array(starts.length - 1);
  const parks: PlanPark[] = [];
  const found = new Set<number>();
  let unproved = 0;
  for (const some of inPieces(townships, starts)) {
    if (!(await search.turn.goesOn())) return null;
    const priced = search.pricer.price(prices, { ...ask, townships: some });
    for (const township of some) beyond[township] = Math.max(ask.above, priced.beyond[township]);
    for (const park of priced.parks) {
      parks.push(park);
      found.add(park.township);
    }
    search.nodes += priced.nodes;
    unproved += priced.unproved;
  }
  return { parks, beyond, unproved, found: [...found].sort((a, b) => a - b) };
}

function* inPieces(townships: readonly number[], starts: Int32Array): Generator<number[]> {
  let piece: number[] = [];
  let parcels = 0;
  for (const township of townships) {
    piece.push(township);
    parcels += starts[township + 1] - starts[township];
    if (parcels < PARCELS_AT_ONCE) continue;
    yield piece;
    [piece, parcels] = [[], 0];
  }
  if (piece.length > 0) yield piece;
}
