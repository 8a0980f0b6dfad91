import type { PlanProblem } from '../shape/problem.ts';

/** Distance of two parcels' middles. */
export function apartM({ xM, yM }: PlanProblem['parcels'], a: number, b: number): number {
  const [x, y] = [xM[a] - xM[b], yM[a] - yM[b]];
  return Math.sqrt(x * x + y * y);
}

/** Points that a parcel loses of a park of the first year for lying so far from the middle. */
export function lostToDistance({ parcels, parkPoints }: PlanProblem, place: number, middle: number): number {
  return (parkPoints.muKm * parcels.landMu[place] * apartM(parcels, place, middle)) / 1000;
}

export const suits = ({ parcels }: PlanProblem, place: number, kind: number): boolean =>
  ((parcels.kinds[place] >> kind) & 1) === 1;

/** By which the best of those that are not the nearest are told. */
function worthOf({ parcels, parkPoints, reach }: PlanProblem, place: number, middle: number): number {
  const { points, muKm } = reach.worth ?? { points: parcels.points, muKm: parkPoints.muKm };
  return points[place] - (muKm * parcels.landMu[place] * apartM(parcels, place, middle)) / 1000;
}

const whole = (value: number, parts: number): number => Math.round(value * parts);

/** The parcels that may be in a park round this middle (`shape/problem.ts`, Reach), itself the first; none where it cannot be one. */
export function around(problem: PlanProblem, township: number, middle: number, kind: number): readonly number[] {
  const { parcels, townships, reach, years } = problem;
  const isEligible = (place: number) => suits(problem, place, kind) && parcels.ready[place] < years.length;
  if (!isEligible(middle)) return [];
  const within: { place: number; mm: number; worth: number }[] = [];
  for (let place = townships[township]; place < townships[township + 1]; place++) {
    const mm = whole(apartM(parcels, place, middle), 1000);
    if (!isEligible(place) || mm > whole(reach.radiusM, 1000)) continue;
    within.push({ place, mm, worth: whole(worthOf(problem, place, middle), 1e6) });
  }
  const first = (place: number) => (place === middle ? 0 : 1);
  within.sort((a, b) => first(a.place) - first(b.place) || a.mm - b.mm || a.place - b.place);
  const rest = within.slice(Math.min(reach.nearest, reach.most)).sort((a, b) => b.worth - a.worth || a.place - b.place);
  const kept = [...within.slice(0, Math.min(reach.nearest, reach.most)), ...rest].slice(0, reach.most);
  return kept.map(({ place }) => place);
}
