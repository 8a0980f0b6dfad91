import type { CheckAsk, CheckedMap, CheckReply, CheckStep, Unchecked } from './check-line.ts';

export interface Checking {
  readonly onProgress: (step: CheckStep, done: number) => void;
  /** Ends the worker; the promise is rejected with an `AbortError`. */
  readonly signal: AbortSignal;
}

/** Judges the published records anew in a worker of their own, which ends with it. `base`: the folder of a version. */
export function checkPublished(base: string, { onProgress, signal }: Checking): Promise<CheckedMap | Unchecked> {
  // It may have been stopped while this was on its way: of that no event tells any more.
  signal.throwIfAborted();
  const worker = new Worker(new URL('../workers/check.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<CheckedMap | Unchecked>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')), { once: true });
    worker.addEventListener('error', ({ message }) => reject(new Error(message || 'the worker ended')));
    worker.addEventListener('message', ({ data }: MessageEvent<CheckReply>) => {
      if (data.kind === 'progress') onProgress(data.step, data.done);
      else if (data.kind === 'checked') resolve(data.map);
      else if (data.kind === 'unchecked') resolve(data.why);
      else reject(new Error(data.message));
    });
    const ask: CheckAsk = { base: new URL(base, location.href).href };
    worker.postMessage(ask);
  }).finally(() => worker.terminate());
}
