import { boundsAround } from '../../domain/geometry/columns/bounds.ts';
import { mostParksOf } from '../../supply/plan/master/most-parks.ts';
import type { Pricer } from '../../supply/plan/pricing/pricer.ts';
import type { Prices } from '../../supply/plan/shape/found.ts';
import type { Choices, PlanPark, PlanProblem } from '../../supply/plan/shape/problem.ts';
import type { Working } from '../assembling/assemble.ts';
import type { City } from '../city.ts';
import type { Naming } from '../place-names.ts';
import type { CandidatesView, CandidateTownship } from './candidate-view.ts';
import type { OfferedClass } from './candidates.ts';
import type { PlanLand } from './plan-land.ts';
import type { Region } from './regions.ts';

/** What is planned with, and what is decided of it. */
export interface AskedLand {
  readonly land: PlanLand;
  readonly choices: Choices;
  readonly pricer: Pricer;
}

export const regionId = ({ township, jurisdiction }: Pick<Region, 'township' | 'jurisdiction'>): string =>
  `${township} ${jurisdiction ?? ''}`;

/** Less is worth more: so many points a 亩, more than any land is worth, so that parks are as small as may be. */
const SMALL = 1000;
/** Below what any park is worth at these prices. */
export const ANY = -1e12;
/** A count is no proof: so little is looked at round each parcel, so often. */
const LOOK = { nodes: 2000, perTownshipYear: 64, above: ANY };
const ROUNDS = 8;
/** So much is looked at in all: some seconds; what is larger has its bound alone. */
const MOST_NODES = 4_000_000;

/** Where parks can be made, of how much land, and how many. */
export async function candidateTownships(
  city: City,
  names: Pick<Naming, 'township' | 'district'>,
  asked: AskedLand,
  work: Working,
): Promise<CandidatesView> {
  const { land, choices } = asked;
  const { regions, problem } = land;
  const atMost = mostParksOf(withoutTaken(problem, choices));
  const counts = await countsOf(asked, work);
  const townships = regions.map((region, n): CandidateTownship => {
    const [from, to] = [problem.townships[n], problem.townships[n + 1]];
    const own = land.parcels.slice(from, to);
    const code = region.jurisdiction;
    const locked = choices.fixedParks.filter(({ parcels }) => parcels[0] >= from && parcels[0] < to).length;
    return {
      id: regionId(region),
      code: region.township,
      name: names.township(region.township) ?? region.township,
      jurisdiction: code === null ? null : { code, ...(names.district(code) ?? { zh: code, en: code }) },
      classes: counted(own.map((parcel) => parcel.class)),
      parcels: own.length,
      areaMu: problem.parcels.landMu.subarray(from, to).reduce((sum, mu) => sum + mu, 0),
      parks: counts[n] === null ? null : locked + counts[n],
      atMost: locked + Math.max(counts[n] ?? 0, atMost[n]),
      bounds: boundsAround(own.flatMap(({ key }) => city.placed.box('parcel', key) ?? [])),
    };
  });
  return {
    version: city.version,
    townships,
    keys: Uint32Array.from(land.parcels, ({ key }) => key),
    townshipOf: Uint16Array.from(regions.flatMap(({ candidates }, n) => candidates.map(() => n))),
  };
}

/** Land that is banned or in a park that is locked is of no further park. */
function withoutTaken(problem: PlanProblem, { bannedParcels, fixedParks }: Choices): PlanProblem {
  const kinds = problem.parcels.kinds.slice();
  for (const place of [...bannedParcels, ...fixedParks.flatMap(({ parcels }) => parcels)]) kinds[place] = 0;
  return { ...problem, parcels: { ...problem.parcels, kinds } };
}

function counted(classes: readonly OfferedClass[]): Partial<Record<OfferedClass, number>> {
  const counts: Partial<Record<OfferedClass, number>> = {};
  for (const name of classes) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/** By township how many parks are found; null where there is too much land to count them all: the smallest come first. */
async function countsOf(asked: AskedLand, work: Working): Promise<readonly (number | null)[]> {
  const { townships } = asked.land.problem;
  const counts = asked.land.regions.map((): number | null => null);
  const sizeOf = (region: number) => townships[region + 1] - townships[region];
  const order = [...counts.keys()].sort((a, b) => sizeOf(a) - sizeOf(b) || a - b);
  let left = MOST_NODES;
  for (const [n, region] of order.entries()) {
    if (left <= 0) break;
    const { count, nodes } = await apartIn(asked, region, left, work.part(n / order.length, (n + 1) / order.length));
    left -= nodes;
    if (left > 0) counts[region] = count;
  }
  return counts;
}

/** Parks without a parcel in common, as many as are found by taking small ones first. */
async function apartIn(
  { land: { problem }, choices, pricer }: AskedLand,
  region: number,
  most: number,
  work: Working,
): Promise<{ readonly count: number; readonly nodes: number }> {
  const prices: Prices = { ...noPrices(problem), parcels: problem.parcels.landMu.map((mu) => SMALL * mu) };
  const taken: number[] = [];
  let [count, nodes] = [0, 0];
  for (let round = 0; round < ROUNDS && nodes < most; round++) {
    const banned = { ...choices, bannedParcels: [...choices.bannedParcels, ...taken] };
    const look = { ...LOOK, townships: [region] };
    const found = await pricer.withChoices(banned).priceInTurns(prices, look, () => work.pause(round / ROUNDS));
    nodes += found.nodes;
    if (found.parks.length === 0) break;
    const isTaken = new Set<number>();
    for (const { parcels } of found.parks.toSorted((a, b) => a.landMu - b.landMu)) {
      if (parcels.some((place) => isTaken.has(place))) continue;
      for (const place of parcels) isTaken.add(place);
      count++;
    }
    taken.push(...isTaken);
  }
  return { count, nodes };
}

/** Nothing has a price: parks by what they are worth themselves. */
export const noPrices = ({ limits, targets, parcels }: PlanProblem): Prices => ({
  limits: new Float64Array(limits.length),
  targets: new Float64Array(targets.length),
  parcels: new Float64Array(parcels.size),
});

/** The best first; of those of several years each once. */
export const bestOf = (parks: readonly PlanPark[]): PlanPark | undefined =>
  parks.toSorted((a, b) => b.points - a.points || a.year - b.year)[0];
