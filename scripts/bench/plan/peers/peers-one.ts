import { faultsOfPlan } from '../../../../src/supply/plan/check/checker.ts';
import { PlanSession } from '../../../../src/supply/plan/master/session.ts';
import type { FoundPlan } from '../../../../src/supply/plan/shape/found.ts';
import { noChoices } from '../../../../src/supply/plan/shape/problem.ts';
import { openHighs } from '../../../../src/supply/plan/solver/highs.ts';
import { Watched, type Taken } from '../../opening/process.ts';
import { inventedCity } from '../invented-city.ts';
import { annealed } from './annealing.ts';
import { greedy } from './greedy.ts';

/* A plan of an invented city and what its peers make of it: `peers-one.ts SIZE SEED GAP SECONDS`. */

/** What the plan and its peers are worth, and what of them the checker finds at fault. */
export interface PeersOne extends Taken {
  readonly plan: number;
  readonly bound: number;
  readonly greedy: number;
  readonly annealing: number;
  readonly faults: number;
}

/** So much of the plan's CPU time has annealing. */
const TIMES = 5;

const [size, seed, gap, seconds] = process.argv.slice(2).map(Number);
const problem = inventedCity({ size, seed });
const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const faults = (plan: FoundPlan): number => faultsOfPlan(problem, noChoices, plan).length;

const watched = new Watched();
const began = cpuMs();
const found = await new PlanSession(problem, await openHighs()).solve(noChoices, { gap, seconds, close: false }, seed);
const planMs = cpuMs() - began;
watched.part('plan');
const grabbed = greedy(problem);
watched.part('greedy');
const from = cpuMs();
const cooled = annealed(grabbed, seed, () => (cpuMs() - from) / (TIMES * planMs));
watched.part('annealing');
watched.print({
  plan: found.objective,
  bound: found.bound,
  greedy: grabbed.objective,
  annealing: cooled.objective,
  faults: faults(found) + faults(grabbed.found()) + faults(cooled.found()),
});
