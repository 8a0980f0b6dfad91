import type { Answers, Ask, Reply } from './protocol.ts';

export type Question<A extends Ask = Ask> = A extends Ask ? Omit<A, 'id'> : never;

/** A question that was put, and who waits for its answer. */
export interface Asked {
  readonly question: Question;
  readonly resolve: (value: Answers[Ask['call']]) => void;
  readonly reject: (error: unknown) => void;
  readonly onProgress?: (done: number, step: string) => void;
  /** Put a second time, because the first worker ended before it answered. */
  readonly again?: boolean;
}

/** The part of a Worker the client needs; a test passes its own. */
export interface WorkerLike {
  postMessage(message: Ask, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: { data: Reply }) => void): void;
  /** Heard when a worker ends by itself: a crash, no memory left. */
  addEventListener(type: 'error', listener: (event: { message?: string }) => void): void;
  terminate(): void;
}

/** An `AbortError`, as `fetch` throws one, so that callers tell a cancel from a fault in one way. */
export const aborted = () => new DOMException('cancelled', 'AbortError');

/** The worker ended by itself, and the question with it. */
export class WorkerLost extends Error {
  override readonly name = 'WorkerLost';
}

/** One worker and the questions that wait for its answers. */
export class Line {
  /** True once it answers about an open project. */
  holds = false;
  ended = false;
  readonly #worker: WorkerLike;
  readonly #waiting = new Map<number, Asked>();
  #nextId = 1;

  /** `onLost` gets what was never answered, and why. */
  constructor(worker: WorkerLike, onLost: (left: readonly Asked[], error: WorkerLost) => void) {
    this.#worker = worker;
    worker.addEventListener('message', (event) => this.#hear(event.data));
    worker.addEventListener('error', (event) => {
      if (!this.ended) onLost(this.#stop(), new WorkerLost(event.message || 'the worker ended'));
    });
  }

  ask<C extends Ask['call']>(question: Question, onProgress?: Asked['onProgress']): Promise<Answers[C]> {
    return new Promise<Answers[C]>((resolve, reject) => {
      this.put({ question, resolve: resolve as Asked['resolve'], reject, onProgress });
    });
  }

  put(asked: Asked): void {
    if (this.ended) return asked.reject(aborted());
    const id = this.#nextId++;
    this.#waiting.set(id, asked);
    this.#worker.postMessage({ ...asked.question, id } as Ask, []);
  }

  /** Ends the worker; everything that waits is rejected. */
  end(): void {
    for (const { reject } of this.#stop()) reject(aborted());
  }

  #stop(): Asked[] {
    this.ended = true;
    this.#worker.terminate();
    const left = [...this.#waiting.values()];
    this.#waiting.clear();
    return left;
  }

  #hear(reply: Reply): void {
    const asked = this.#waiting.get(reply.id);
    if (!asked) return;
    if (reply.kind === 'progress') return asked.onProgress?.(reply.done, reply.step);
    this.#waiting.delete(reply.id);
    if (reply.kind === 'done') asked.resolve(reply.value);
    else asked.reject(new Error(reply.message));
  }
}
