import type { ToldEvidence } from './evidence-held.ts';
import type { GivenAsk, GivenEvidence, GivenReply } from './given-line.ts';

export type { GivenEvidence } from './given-line.ts';

interface Watching {
  onRead(read: GivenEvidence): void;
  onStep(steps: number): void;
  /** Ends it with an `AbortError`. */
  readonly signal: AbortSignal;
}

/** An evidence file that someone was handed, read and checked in a worker of its own; null where it cannot be read. */
export async function checkedGiven(file: Blob, { onRead, onStep, signal }: Watching): Promise<ToldEvidence | null> {
  // It may have been cancelled while this program came: no worker starts then, nor tells of a file that was left.
  signal.throwIfAborted();
  const version = document.querySelector<HTMLMetaElement>('meta[name="yuantu:version"]')?.content ?? '';
  const worker = new Worker(new URL('../workers/given.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<ToldEvidence | null>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')), { once: true });
    worker.addEventListener('error', ({ message }) => reject(new Error(message || 'the worker did not start')));
    worker.addEventListener('message', ({ data }: MessageEvent<GivenReply>) => {
      if (data.kind === 'held') resolve(data.held);
      else if (data.kind === 'step') onStep(data.steps);
      else if (data.kind === 'fault') reject(new Error(data.message));
      else {
        onRead(data.read);
        if (!data.read.ok) resolve(null);
      }
    });
    worker.postMessage({ file, version } satisfies GivenAsk);
  }).finally(() => worker.terminate());
}
