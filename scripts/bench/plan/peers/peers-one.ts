import { faultsOfPlan } from '../../../../src/supply/plan/check/checker.ts';
import { PlanSession } from '../../../../src/supply/plan/master/session.ts';
import type { FoundPlan } from '../../../../src/supply/plan/shape/found.ts';
import { noChoices } from '../../../../src/supply/plan/shape/problem.ts';
import { openHighs } from '../../../../src/supply/plan/solver/highs.ts';
import { Watched, type Taken } from '../../opening/process.ts';
import { inventedCity } from '../invented-city.ts';
import { annealed } from './annealing.ts';
import { byGlpk } from './glpk.ts';
import { greedy } from './greedy.ts';
import { greedyByYear } from './greedy-by-year.ts';
import type { Holding } from './holding.ts';

/* A plan of an invented city and what its peers make of it: `peers-one.ts SIZE SEED GAP SECONDS PEER,…`. */

const PEERS = ['greedy', 'greedy-best', 'annealing', 'glpk'] as const;
export type Peer = (typeof PEERS)[number];

/** What the plan and its peers are worth, and what of them the checker finds at fault. */
export interface PeersOne extends Taken {
  readonly plan: number;
  readonly bound: number;
  /** Of those that were asked for. */
  readonly peers: Readonly<Partial<Record<Peer, number>>>;
  readonly faults: number;
}

/** So much of the plan's CPU time has annealing. */
const TIMES = 5;
/** So long has glpk. */
const GLPK_SECONDS = 45;

const [size, seed, gap, seconds] = process.argv.slice(2, 6).map(Number);
const asked = process.argv[6].split(',');
const problem = inventedCity({ size, seed });
const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const watched = new Watched();
const began = cpuMs();
const found = await new PlanSession(problem, await openHighs()).solve(noChoices, { gap, seconds, close: false }, seed);
const planMs = cpuMs() - began;
watched.part('plan');

function annealing(): Holding {
  const first = greedyByYear(problem);
  const from = cpuMs();
  return annealed(first, seed, () => (cpuMs() - from) / (TIMES * planMs));
}
const makes: Readonly<Record<Peer, () => Holding>> = {
  greedy: () => greedyByYear(problem),
  'greedy-best': () => greedy(problem),
  annealing,
  glpk: () => byGlpk(problem, found, GLPK_SECONDS),
};
const peers: Partial<Record<Peer, number>> = {};
const faultsOf = (plan: FoundPlan): number => faultsOfPlan(problem, noChoices, plan).length;
let faults = faultsOf(found);
for (const peer of PEERS) {
  if (!asked.includes(peer)) continue;
  const made = makes[peer]();
  peers[peer] = made.objective;
  faults += faultsOf(made.found());
  watched.part(peer);
}
watched.print({ plan: found.objective, bound: found.bound, peers, faults });
