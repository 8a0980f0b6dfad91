import { PlanSession } from '../../../supply/plan/master/session.ts';
import type { Solver } from '../../../supply/plan/shape/solver.ts';
import { turnTaking } from '../../turn-taking.ts';
import type { FromSolver, ToSolver } from './messages.ts';

/** The solver's side: answers questions one after the other, and keeps what it made for the next about the same problem. */
export function answering(open: () => Promise<Solver>, reply: (message: FromSolver) => void) {
  let solver: Promise<Solver> | null = null;
  let session: Promise<PlanSession> | null = null;
  const stopped = new Set<number>();
  const solve = async ({ id, question, stop }: Extract<ToSolver, { kind: 'solve' }>): Promise<void> => {
    const flag = stop && new Int32Array(stop);
    const isStopped = () => stopped.has(id) || (flag !== null && Atomics.load(flag, 0) !== 0);
    try {
      if (!session) throw new Error('no problem was sent');
      const { choices, settings, seed } = question;
      const found = await (
        await session
      ).solve(choices, settings, seed, {
        isStopped,
        pause: turnTaking(),
        onProgress: (progress) => reply({ kind: 'progress', id, progress }),
      });
      reply({ kind: 'done', id, found });
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
      session = solver.then((own) => new PlanSession(message.problem, own));
      // Told by the question that needs it.
      session.catch(() => undefined);
    }
  };
}
