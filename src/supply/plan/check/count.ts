import { SUM_SLACK, type Choices, type PlanProblem } from '../shape/problem.ts';
import { suits } from './around.ts';

/**
 * The most parks each township can hold. What a park needs is 1: land as a part of the least land or floor area as a part of the
 * least floor area; a parcel gives at most the larger of its two parts, and to one park only.
 */
export function mostParksOf(problem: PlanProblem, choices: Choices): Float64Array {
  const { townships, parcels, years } = problem;
  const banned = new Set(choices.bannedParcels);
  return Float64Array.from({ length: townships.length - 1 }, (_, township) => {
    let sum = 0;
    for (let place = townships[township]; place < townships[township + 1]; place++)
      if (!banned.has(place) && parcels.ready[place] < years.length) sum += partOf(problem, township, place);
    return Math.floor(sum * (1 + 2 * SUM_SLACK));
  });
}

/** The largest part of a park that one parcel can be. */
function partOf(problem: PlanProblem, township: number, place: number): number {
  const { parcels, kinds } = problem;
  const parts = kinds.flatMap(({ landMu, floorM2 }, kind) => {
    if (!suits(problem, place, kind)) return [];
    const least = [landMu[township], floorM2[township]];
    return [parcels.landMu[place], parcels.floorM2[place]].map((own, n) => (least[n] > 0 ? own / least[n] : 1));
  });
  return Math.min(1, Math.max(0, ...parts));
}
