import { PlanSession } from '../../../src/supply/plan/master/session.ts';
import { noChoices } from '../../../src/supply/plan/shape/problem.ts';
import { openHighs } from '../../../src/supply/plan/solver/highs.ts';
import { Watched, type Taken } from '../opening/process.ts';
import { inventedCity } from './invented-city.ts';

/* One plan of an invented city: `plan-one.ts SIZE SEED QUOTAS GAP SECONDS CLOSE`. */

/** What a plan took, and what it is worth. */
export interface PlannedOne extends Taken {
  readonly status: string;
  readonly objective: number;
  readonly bound: number;
  readonly parks: number;
  readonly columns: number;
}

const [size, seed, quotas, gap, seconds, close] = process.argv.slice(2).map(Number);
const problem = inventedCity({ size, seed, quotas });
const watched = new Watched();
const session = new PlanSession(problem, await openHighs());
const found = await session.solve(noChoices, { gap, seconds, close: close === 1 }, seed);
watched.part('plan');
// One parcel of the plan is taken out, and the question asked again.
const out = { ...noChoices, bannedParcels: [found.parks[0].parcels[0]] };
await session.solve(out, { gap, seconds, close: false }, seed);
watched.part('again');
watched.print({
  status: found.status,
  objective: found.objective,
  bound: found.bound,
  parks: found.parks.length,
  columns: found.stats.columns,
});
