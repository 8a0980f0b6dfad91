import { calls } from '../../src/city/calls.ts';
import type { Row } from '../../src/city/call.ts';
import { Session } from '../../src/city/session.ts';
import type { Message, Reply, WorkerLike } from '../../src/client/line.ts';
import { refuse } from '../../src/domain/outcome.ts';
import { earliestDay, lawOn, packVersions } from '../../src/workers/policy-packs.ts';
import { solverHere } from './solver-thread.ts';

/** A worker that answers as that of the page, in the test's own process: everything sent and answered is copied. */
export function sessionWorker(today: string): WorkerLike {
  const session = new Session({
    lawOn: (date) => lawOn(date, today),
    earliestDay,
    packVersions,
    startSolver: solverHere,
    fetchSample: () => Promise.resolve(refuse('none-here', {})),
  });
  let hear: (event: { data: Reply }) => void = () => undefined;
  let ended = false;
  let turn: Promise<void> = Promise.resolve();
  const answer = async (message: Exclude<Message, { stop: number }>): Promise<void> => {
    const { id, call, input, judging } = message;
    const row = calls[call] as Row<unknown, unknown>;
    const value = await row.answer(session, input, { judging });
    if (!ended) hear({ data: structuredClone({ id, kind: 'done', value }) as Reply });
  };
  return {
    postMessage(message) {
      if ('stop' in message) return;
      const copy = structuredClone(message);
      turn = turn
        .then(() => answer(copy))
        .catch((error: unknown) => hear({ data: { id: copy.id, kind: 'fault', message: String(error) } }));
    },
    addEventListener: (type: string, listener: never) => void (type === 'message' && (hear = listener)),
    terminate: () => (ended = true),
  };
}
