import type { Answers, Ask, Reply } from './protocol.ts';

export type Question<A extends Ask = Ask> = A extends Ask ? Omit<A, 'id'> : never;

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

/** One worker and the questions that wait for its answers. */
export class Line {
  /** True once it answers about an open project. */
  holds = false;
  ended = false;
  readonly #worker: WorkerLike;
  readonly #waiting = new Map<number, Waiting>();
  #nextId = 1;

  constructor(worker: WorkerLike) {
    this.#worker = worker;
    worker.addEventListener('message', (event) => this.#hear(event.data));
    worker.addEventListener('error', (event) => this.end(new Error(event.message ?? 'the worker stopped')));
  }

  ask<C extends Ask['call']>(question: Question, onProgress?: Waiting['onProgress']): Promise<Answers[C]> {
    return new Promise<Answers[C]>((resolve, reject) => {
      const id = this.#nextId++;
      this.#waiting.set(id, { resolve: resolve as Waiting['resolve'], reject, onProgress });
      this.#worker.postMessage({ ...question, id } as Ask, []);
    });
  }

  /** Ends the worker; everything that waits is rejected. */
  end(error: unknown = aborted()): void {
    this.ended = true;
    this.#worker.terminate();
    for (const w of this.#waiting.values()) w.reject(error);
    this.#waiting.clear();
  }

  #hear(reply: Reply): void {
    const w = this.#waiting.get(reply.id);
    if (!w) return;
    if (reply.kind === 'progress') return w.onProgress?.(reply.done, reply.step);
    this.#waiting.delete(reply.id);
    if (reply.kind === 'done') w.resolve(reply.value);
    else w.reject(new Error(reply.message));
  }
}
