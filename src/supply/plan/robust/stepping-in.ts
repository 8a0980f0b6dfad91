import { countsFor } from '../explain/asking.ts';
import type { PlanPark, PlanProblem } from '../shape/problem.ts';
import { scenarios } from './chances.ts';
import { standing, type Trial } from './simulate.ts';
import type { SparePark } from './spare-parks.ts';

/** A spare park with the share of the scenarios in which it steps in. */
export interface SteppingIn extends SparePark {
  readonly stepsIn: number;
}

/** How often each spare park steps in: parks of its target are missing, and it is one itself. */
export function steppingIn(
  problem: PlanProblem,
  parks: readonly PlanPark[],
  spares: readonly SparePark[],
  { scenarios: count, seed }: Pick<Trial, 'scenarios' | 'seed'>,
): readonly SteppingIn[] {
  const { targets } = problem;
  const remains = standing(problem);
  const times = spares.map(() => 0);
  const isSpare = new Set(spares.map(({ park }) => park));
  for (const fallen of scenarios(problem, count, seed)) {
    const there = targets.map(() => 0);
    const comes = (park: PlanPark) => targets.forEach((target, n) => (there[n] += countsFor(park, target) ? 1 : 0));
    const stands = (park: PlanPark) => remains.of(park, fallen) !== null;
    for (const [place, park] of parks.entries()) if (!isSpare.has(place) && stands(park)) comes(park);
    for (const [n, { park, target }] of spares.entries()) {
      if (there[target] >= targets[target].least || !stands(parks[park])) continue;
      times[n]++;
      comes(parks[park]);
    }
  }
  return spares.map((own, n) => ({ ...own, stepsIn: times[n] / count }));
}
