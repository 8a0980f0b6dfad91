import type { Certificate, Prices } from '../shape/found.ts';
import type { PlanProblem } from '../shape/problem.ts';
import { roomOf, type Demand } from './demands.ts';
import type { Columns } from './columns.ts';
import type { Shortfalls } from './shortfalls.ts';
import type { Wishes } from './wishes.ts';

/** No plan has more points, and how that is checked. */
export interface Bound {
  readonly points: number;
  readonly certificate: Certificate;
}

/** The bound 拉格朗日上界 that prices give, whatever they are, when no park of a township is worth more beyond them than `beyond`. */
export function boundAt(problem: PlanProblem, shortfalls: Shortfalls, certificate: Certificate): Bound {
  const { prices, beyond, mostParks } = certificate;
  let points = 0;
  for (const [limit, { most }] of problem.limits.entries()) points += prices.limits[limit] * roomOf(most);
  for (const price of prices.parcels) points += price;
  for (const [target, { least, penalty }] of problem.targets.entries()) {
    // What one more missing park saves at this price, taken where it is worth most.
    const saved = prices.targets[target] - penalty;
    points += saved * (saved > 0 ? shortfalls.most : shortfalls.least)[target] - prices.targets[target] * least;
  }
  for (let township = 0; township < beyond.length; township++) points += mostParks[township] * beyond[township];
  return { points, certificate };
}

/** What a park is worth beyond the prices of what it takes, its parcels aside. */
function beyondLimits({ limits, targets }: Prices, points: number, demand: Demand): number {
  let worth = points;
  for (const [n, limit] of demand.limits.entries()) worth -= limits[limit] * demand.uses[n];
  for (const target of demand.targets) worth += targets[target];
  return worth;
}

/** What a park is worth beyond all prices 检验数. */
export function beyondPrices(prices: Prices, columns: Columns, place: number): number {
  const { points, parcels } = columns.parks[place];
  let worth = beyondLimits(prices, points, columns.demands[place]);
  for (const parcel of parcels) worth -= prices.parcels[parcel];
  return worth;
}

/**
 * Prices of which parcels of fixed parks have such a price together as their park is worth: it is in, whatever it costs, and no
 * other park has them.
 */
export function withFixedParks(prices: Prices, wishes: Wishes, columns: Columns): Prices {
  if (wishes.parks.length === 0) return prices;
  const parcels = prices.parcels.slice();
  for (const { parks } of wishes.parks)
    for (const park of parks) for (const parcel of park.parcels) parcels[parcel] = 0;
  for (const { parks } of wishes.parks) {
    let worth = -wishes.penalty;
    for (const park of parks)
      worth = Math.max(worth, beyondLimits(prices, park.points, columns.demands[columns.add(park)]));
    parcels[parks[0].parcels[0]] += worth;
  }
  return { ...prices, parcels };
}
