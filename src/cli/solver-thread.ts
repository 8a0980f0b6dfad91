import { Worker } from 'node:worker_threads';
import type { FromSolver, SolverThread, ToSolver } from '../city/planning/solving/messages.ts';

/** The solver in a thread of this process. */
export function solverThread(): SolverThread {
  const worker = new Worker(new URL('./plan-thread.mjs', import.meta.url));
  return {
    post: (message: ToSolver) => worker.postMessage(message),
    onMessage: (listener: (message: FromSolver) => void) => void worker.on('message', listener),
    onEnd: (listener) => {
      worker.on('error', (error) => listener(error.stack ?? error.message));
      worker.on('exit', (code) => listener(`the solver's thread ended (${code})`));
    },
    end: () => void worker.terminate(),
  };
}
