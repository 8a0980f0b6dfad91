import type { Asking } from '../../../supply/plan/explain/asking.ts';
import { explained, type ExplainSettings } from '../../../supply/plan/explain/explain.ts';
import { PlanSession } from '../../../supply/plan/master/session.ts';
import { spared, type Spared } from '../../../supply/plan/robust/spare.ts';
import type { PlanProgress } from '../../../supply/plan/shape/found.ts';
import type { PlanProblem } from '../../../supply/plan/shape/problem.ts';
import type { Solver } from '../../../supply/plan/shape/solver.ts';
import { turnTaking } from '../../turn-taking.ts';
import { besides } from './besides.ts';
import type { FromSolver, Solved, ToSolver } from './messages.ts';

/** The solver's side: answers questions one after the other, and keeps what it made for the next about the same problem. */
export function answering(open: () => Promise<Solver>, reply: (message: FromSolver) => void) {
  let solver: Promise<Solver> | null = null;
  let session: Promise<{ readonly problem: PlanProblem; readonly planner: PlanSession }> | null = null;
  const stopped = new Set<number>();
  const solve = async ({ id, question, stop }: Extract<ToSolver, { kind: 'solve' }>): Promise<void> => {
    const flag = stop && new Int32Array(stop);
    const isStopped = () => stopped.has(id) || (flag !== null && Atomics.load(flag, 0) !== 0);
    try {
      if (!session || !solver) throw new Error('no problem was sent');
      const { choices, settings, seed, held, explain, spare } = question;
      const watch = { isStopped, pause: turnTaking() };
      const onProgress = (progress: PlanProgress) => reply({ kind: 'progress', id, progress });
      const { problem, planner } = await session;
      const nominal = await planner.solve(choices, settings, seed, { ...watch, onProgress }, held);
      const own = await solver;
      const plannerOf = (other: PlanProblem) => new PlanSession(other, own);
      const asking = { problem, choices, plan: nominal, planner, plannerOf, settings, seed, watch };
      const robust = spare === null ? null : await spared(asking, own, { spare, scenarios: SCENARIOS });
      const found = robust?.plan ?? nominal;
      onProgress({ phase: 'explain', columns: found.stats.columns, incumbent: found });
      const told = await said({ ...asking, plan: found }, explain);
      const more = question.besides && (await besides(asking, own, question.besides));
      reply({ kind: 'done', id, solved: { found, ...told, spared: robust && outcomeOf(robust), besides: more } });
    } catch (error) {
      reply({ kind: 'fault', id, message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    } finally {
      stopped.delete(id);
    }
  };
  return (message: ToSolver): void => {
    if (message.kind === 'stop') stopped.add(message.id);
    else if (message.kind === 'solve') void solve(message);
    else {
      solver ??= open();
      const { problem } = message;
      session = solver.then((own) => ({ problem, planner: new PlanSession(problem, own) }));
      // Told by the question that needs it.
      session.catch(() => undefined);
    }
  };
}

/** Scenarios that a plan with spare parks is tried with. */
const SCENARIOS = 400;

const outcomeOf = ({ plan: _, ...told }: Spared): Solved['spared'] => told;

/** Why the plan is as it is, and why what is short is short. */
async function said(asking: Asking, explain: ExplainSettings | null): Promise<Pick<Solved, 'explained' | 'short'>> {
  if (!explain) return { explained: null, short: [] };
  const { problem, plan } = asking;
  const isShort = ({ target, least }: ExplainSettings['missing'][number]) =>
    least > 0 && (target === null || plan.short[target] > 0 || least > problem.targets[target].least);
  const short = [...explain.missing.keys()].filter((n) => isShort(explain.missing[n]));
  const missing = short.map((n) => explain.missing[n]);
  return { explained: await explained(asking, { ...explain, missing }), short };
}
