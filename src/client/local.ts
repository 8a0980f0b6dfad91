import type { NamedBytes } from '../formats/contract.ts';
import type { Answers, Ask, Reply } from './protocol.ts';
import type { Client, OpenOptions } from './view.ts';

type Question<A extends Ask = Ask> = A extends Ask ? Omit<A, 'id'> : never;

interface Waiting {
  readonly resolve: (value: Answers[Ask['call']]) => void;
  readonly reject: (error: unknown) => void;
  readonly onProgress?: (done: number, step: string) => void;
}

/** The part of a Worker the client needs; a test passes its own. */
export interface WorkerLike {
  postMessage(message: Ask, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: { data: Reply }) => void): void;
  addEventListener(type: 'error', listener: (event: { message?: string }) => void): void;
  terminate(): void;
}

/** An `AbortError`, as `fetch` throws one, so that callers tell a cancel from a fault in one way. */
export const aborted = () => new DOMException('cancelled', 'AbortError');

/**
 * The client that computes on this device. One worker, kept between questions; cancelling ends the worker, because
 * a running computation cannot hear a message, and the next question starts a fresh one.
 */
export function createLocalClient(start: () => WorkerLike): Client {
  let worker: WorkerLike | null = null;
  let nextId = 1;
  let policy: Promise<Answers['policy']> | null = null;
  const waiting = new Map<number, Waiting>();

  const failAll = (error: unknown) => {
    worker?.terminate();
    worker = null;
    for (const w of waiting.values()) w.reject(error);
    waiting.clear();
  };

  const hear = (reply: Reply) => {
    const w = waiting.get(reply.id);
    if (!w) return;
    if (reply.kind === 'progress') return w.onProgress?.(reply.done, reply.step);
    waiting.delete(reply.id);
    if (reply.kind === 'done') w.resolve(reply.value);
    else w.reject(new Error(reply.message));
  };

  const running = (): WorkerLike => {
    if (worker) return worker;
    worker = start();
    worker.addEventListener('message', (event) => hear(event.data));
    worker.addEventListener('error', (event) => failAll(new Error(event.message ?? 'the worker stopped')));
    return worker;
  };

  function ask<C extends Ask['call']>(question: Question, options: OpenOptions = {}, transfer: Transferable[] = []) {
    return new Promise<Answers[C]>((resolve, reject) => {
      if (options.signal?.aborted) return reject(aborted());
      const id = nextId++;
      options.signal?.addEventListener('abort', () => waiting.has(id) && failAll(aborted()), { once: true });
      waiting.set(id, { resolve: resolve as Waiting['resolve'], reject, onProgress: options.onProgress });
      running().postMessage({ ...question, id } as Ask, transfer);
    });
  }

  return {
    policy: () =>
      (policy ??= ask<'policy'>({ call: 'policy' }).catch((error) => ((policy = null), Promise.reject(error)))),
    openSample: (options) => ask<'sample'>({ call: 'sample' }, options),
    // The bytes are copied, not moved: after a refusal the same files are read again with the chosen CRS.
    openFiles: (files: readonly NamedBytes[], options) =>
      ask<'files'>({ call: 'files', files: [...files], choices: options?.choices }, options),
    targets: (baseYear) => ask<'targets'>({ call: 'targets', baseYear }),
    repairs: (park) => ask<'repairs'>({ call: 'repairs', park }),
    whatIf: (changes) => ask<'whatIf'>({ call: 'whatIf', changes }),
  };
}
