import { answering } from '../../src/city/planning/solving/answering.ts';
import type { FromSolver, SolverThread } from '../../src/city/planning/solving/messages.ts';
import { openHighs } from '../../src/supply/plan/solver/highs.ts';

/** The solver's side in the test's own process: everything sent and answered is copied, as threads do. */
export function solverHere(): SolverThread {
  let tell: (message: FromSolver) => void = () => undefined;
  let ended = false;
  const hear = answering(openHighs, (message) => {
    if (!ended) tell(structuredClone(message));
  });
  return {
    post: (message) => hear(structuredClone(message)),
    onMessage: (listener) => void (tell = listener),
    onEnd: () => undefined,
    end: () => void (ended = true),
  };
}
