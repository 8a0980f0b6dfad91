import { faultsOf, reckoned, type ParkFault } from '../../supply/plan/check/park.ts';
import type { PlanProblem } from '../../supply/plan/shape/problem.ts';

/** What keeps parcels from being a park, by which bounds: for the sentence of `plan-no-park`. */
interface NoPark {
  /** `ParkFault`s with , between. */
  readonly faults: string;
  readonly landMu: number;
  readonly floorM2: number;
  readonly sites: number;
  readonly mostSites: number;
  readonly mostMu: number;
  /** Least land and floor area; −1 where it is not asked for. */
  readonly leastMu: number;
  readonly leastM2: number;
}

/** Where these say it all nothing else is said: what they make together is no figure of a park. */
const ALONE: readonly ParkFault[] = ['township', 'kind'];

/** Of the kind that the least stands against, the first of several; by the checker's own reckoning. */
export function whyNoPark(
  problem: PlanProblem,
  places: readonly number[],
  kinds: readonly number[],
  year: number,
): NoPark {
  const township = problem.townships.findLastIndex((from) => from <= places[0]);
  const ways = kinds.map((kind) => {
    const figures = reckoned(problem, township, places, { kind, year });
    return { kind, figures, faults: faultsOf(problem, township, places, { kind, year }, figures) };
  });
  const { kind, figures, faults } = ways.reduce((best, own) => (own.faults.length < best.faults.length ? own : best));
  const alone = faults.filter((fault) => ALONE.includes(fault));
  const own = problem.kinds[kind];
  const least = (bound: number) => (bound < Infinity ? bound : -1);
  return {
    faults: (alone.length > 0 ? alone : faults).join(),
    landMu: figures.landMu,
    floorM2: figures.floorM2,
    sites: figures.sites,
    mostSites: problem.mostSites,
    mostMu: own.mostLandMu,
    leastMu: least(own.landMu[township]),
    leastM2: least(own.floorM2[township]),
  };
}
