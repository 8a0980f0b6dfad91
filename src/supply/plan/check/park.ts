import { SUM_SLACK, type PlanProblem } from '../shape/problem.ts';
import { around, lostToDistance, suits } from './around.ts';

/** What a set of parcels is, added up anew. */
export interface Reckoned {
  readonly landMu: number;
  readonly floorM2: number;
  readonly sites: number;
  readonly middle: number;
  /** −∞ where no parcel has all others round it. */
  readonly points: number;
}

/** What is wrong with a set of parcels as a park of a kind and year. */
export type ParkFault =
  'parcels' | 'township' | 'kind' | 'ready' | 'sites' | 'size' | 'too-large' | 'plot-ratio' | 'reach';

/** A bound that sums need not come to exactly, as they may be added in any order. */
const reaches = (sum: number, least: number): boolean => least < Infinity && sum >= least * (1 - SUM_SLACK);

const sumOf = (column: Float64Array, places: ArrayLike<number>): number =>
  Array.from(places).reduce((sum, place) => sum + column[place], 0);

/** Pieces that hang together by borders: each parcel points to another of its piece, the last one to itself. */
export function countSites(problem: PlanProblem, places: ArrayLike<number>): number {
  const leader = new Map<number, number>();
  for (const place of Array.from(places)) leader.set(place, place);
  const leaderOf = (place: number): number => {
    let at = place;
    while (leader.get(at) !== at) at = leader.get(at)!;
    return at;
  };
  let pieces = leader.size;
  const { starts, values } = problem.parcels.near;
  for (const place of leader.keys()) {
    for (const other of values.subarray(starts[place], starts[place + 1])) {
      if (!leader.has(other)) continue;
      const [a, b] = [leaderOf(place), leaderOf(other)];
      if (a === b) continue;
      leader.set(a, b);
      pieces--;
    }
  }
  return pieces;
}

/** Its points round one of its parcels; −∞ where not all of them are round it. */
export function pointsRound(
  problem: PlanProblem,
  township: number,
  places: readonly number[],
  park: Asked,
  middle: number,
): number {
  const { parcels, parkPoints } = problem;
  const round = new Set(around(problem, township, middle, park.kind));
  if (!places.every((place) => round.has(place))) return -Infinity;
  const more = parkPoints.park + parkPoints.site * (countSites(problem, places) - 1);
  const lost = places.reduce((sum, place) => sum + lostToDistance(problem, place, middle), 0);
  return parkPoints.share[park.year] * (sumOf(parcels.points, places) - lost - more);
}

/** Its figures, at the middle where it is worth most. */
export function reckoned(problem: PlanProblem, township: number, places: readonly number[], park: Asked): Reckoned {
  const { parcels } = problem;
  const best = { middle: -1, points: -Infinity };
  for (const middle of places) {
    const points = pointsRound(problem, township, places, park, middle);
    if (points > best.points) Object.assign(best, { middle, points });
  }
  const sites = countSites(problem, places);
  return { landMu: sumOf(parcels.landMu, places), floorM2: sumOf(parcels.floorM2, places), sites, ...best };
}

interface Asked {
  readonly kind: number;
  readonly year: number;
}

/** All that keeps these parcels from being such a park; `reckoned` gives the figures. */
export function faultsOf(
  problem: PlanProblem,
  township: number,
  places: readonly number[],
  park: Asked,
  { landMu, floorM2, sites, middle }: Reckoned,
): readonly ParkFault[] {
  const { parcels, townships, kinds, mostSites } = problem;
  const kind = kinds[park.kind];
  const from = townships[township];
  const to = townships[township + 1];
  const spareM2 = sumOf(parcels.spareM2, places);
  const is: Record<ParkFault, boolean> = {
    parcels: places.length === 0 || places.some((place, n) => n > 0 && place <= places[n - 1]),
    township: places.some((place) => place < from || place >= to),
    kind: places.some((place) => !suits(problem, place, park.kind)),
    ready: places.some((place) => parcels.ready[place] > park.year),
    sites: sites > mostSites,
    size: !reaches(landMu, kind.landMu[township]) && !reaches(floorM2, kind.floorM2[township]),
    'too-large': landMu > kind.mostLandMu * (1 + SUM_SLACK),
    'plot-ratio': spareM2 < -SUM_SLACK * floorM2,
    reach: middle < 0,
  };
  return (Object.keys(is) as ParkFault[]).filter((fault) => is[fault]);
}
