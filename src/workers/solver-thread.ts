import type { FromSolver, SolverThread } from '../city/planning/solving/messages.ts';

/** The solver in a worker of this worker's own: what is asked of the city is answered while a plan is sought. */
export function startSolver(): SolverThread {
  const worker = new Worker(new URL('./supply.worker.ts', import.meta.url), { type: 'module' });
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (listener) => worker.addEventListener('message', ({ data }: MessageEvent<FromSolver>) => listener(data)),
    onEnd: (listener) => worker.addEventListener('error', ({ message }) => listener(message || 'the worker ended')),
    end: () => worker.terminate(),
  };
}
