import type { PlanProblem } from '../shape/problem.ts';
import { beyondPrices } from './bound.ts';
import type { Columns } from './columns.ts';
import { Draft } from './draft.ts';
import type { Relaxed } from './relaxed.ts';
import type { Wishes } from './wishes.ts';

/** A share that small is none. */
const NONE = 1e-6;

/**
 * Whole parks of parts: what a person fixed, then the parks most of which is taken, then those worth most at the prices, each as
 * long as the plan keeps to the limits and gains by it.
 */
export function rounded(
  problem: PlanProblem,
  columns: Columns,
  wishes: Wishes,
  { prices, shares }: Pick<Relaxed, 'prices' | 'shares'>,
  chosen: readonly number[],
): Draft {
  const draft = new Draft(problem, columns, wishes);
  const fixed = new Set(wishes.parks.flatMap(({ parks }) => parks.map((park) => columns.add(park))));
  const wished = new Set(wishes.parcels);
  const isWished = (place: number) => columns.parks[place].parcels.some((parcel) => wished.has(parcel));
  const order = chosen.map((place, at) => ({
    place,
    first: fixed.has(place) ? 2 : wished.size > 0 && isWished(place) ? 1 : 0,
    share: shares[at] > NONE ? shares[at] : 0,
    worth: beyondPrices(prices, columns, place),
  }));
  order.sort((a, b) => b.first - a.first || b.share - a.share || b.worth - a.worth || a.place - b.place);
  const must = new Set(order.flatMap(({ place, first }) => (first > 0 ? [place] : [])));
  const isWanted = (place: number) => must.has(place) || draft.gain(place) > 0;
  draft.addFitting(
    order.map(({ place }) => place),
    isWanted,
  );
  return draft;
}
