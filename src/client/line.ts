import { aborted } from '../city/turn-taking.ts';
import type { Answer, Call, Input } from '../city/calls.ts';
import type { Judging } from '../city/view.ts';

/** A call with its input and the law it is asked of: no answer is of another than that. */
export interface Question<C extends Call = Call> {
  readonly call: C;
  readonly input: Input<C>;
  readonly judging: Judging;
}

/** `id` pairs an answer with its question. */
export type Ask<C extends Call = Call> = { [K in C]: Question<K> & { readonly id: number } }[C];

/** What a worker is sent: a question, or that nobody waits for the answer to one any more. */
export type Message = Ask | { readonly stop: number };

/** What it sends back. */
export type Reply<C extends Call = Call> =
  | { readonly id: number; readonly kind: 'progress'; readonly done: number; readonly step: string }
  | { readonly id: number; readonly kind: 'done'; readonly value: Answer<C> }
  /** A bug, not a refusal: the page says so and shows the message. */
  | { readonly id: number; readonly kind: 'fault'; readonly message: string };

export interface AskOptions {
  readonly onProgress?: (done: number, step: string) => void;
  /** Stops this question and nothing else; its promise is rejected with an `AbortError`. */
  readonly signal?: AbortSignal;
}

/** A question that was put, and who waits for its answer. */
export interface PendingQuestion extends AskOptions {
  readonly question: Question;
  readonly resolve: (value: Answer<Call>) => void;
  readonly reject: (error: unknown) => void;
  /** Put a second time, because the first worker ended before it answered. */
  readonly again?: boolean;
}

/** The part of a Worker the client needs; a test passes its own. */
export interface WorkerLike {
  postMessage(message: Message, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: { data: Reply }) => void): void;
  /** Heard when a worker ends by itself: a crash, no memory left. */
  addEventListener(type: 'error', listener: (event: { message?: string }) => void): void;
  terminate(): void;
}

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
  readonly #waiting = new Map<number, PendingQuestion>();
  /** Of those that can be stopped: takes the ear off their signal, which may outlive many questions. */
  readonly #deaf = new Map<number, () => void>();
  #nextId = 1;

  /** `onLost` gets what was never answered, and why. */
  constructor(worker: WorkerLike, onLost: (left: readonly PendingQuestion[], error: WorkerLost) => void) {
    this.#worker = worker;
    worker.addEventListener('message', (event) => this.#hear(event.data));
    worker.addEventListener('error', (event) => {
      if (!this.ended) onLost(this.end(), new WorkerLost(event.message || 'the worker ended'));
    });
  }

  ask<C extends Call>(question: Question<C>, options: AskOptions = {}): Promise<Answer<C>> {
    return new Promise<Answer<C>>((resolve, reject) => {
      this.put({
        ...options,
        question,
        resolve: resolve as PendingQuestion['resolve'],
        reject,
      } as unknown as PendingQuestion);
    });
  }

  put(asked: PendingQuestion): void {
    const { question, signal, reject } = asked;
    if (this.ended || signal?.aborted) return reject(aborted());
    const id = this.#nextId++;
    this.#waiting.set(id, asked);
    if (signal) {
      const stop = () => this.#stop(id);
      signal.addEventListener('abort', stop, { once: true });
      this.#deaf.set(id, () => signal.removeEventListener('abort', stop));
    }
    this.#worker.postMessage({ ...question, id } as Ask, []);
  }

  /** Ends the worker; what was never answered is the caller's. */
  end(): readonly PendingQuestion[] {
    this.ended = true;
    this.#worker.terminate();
    return [...this.#waiting.keys()].map((id) => this.#taken(id)!);
  }

  /** A question that waits no more; undefined where it did not. */
  #taken(id: number): PendingQuestion | undefined {
    const asked = this.#waiting.get(id);
    this.#waiting.delete(id);
    this.#deaf.get(id)?.();
    this.#deaf.delete(id);
    return asked;
  }

  #stop(id: number): void {
    const asked = this.#taken(id);
    if (!asked) return;
    this.#worker.postMessage({ stop: id }, []);
    asked.reject(aborted());
  }

  #hear(reply: Reply): void {
    const asked = this.#waiting.get(reply.id);
    if (!asked) return;
    if (reply.kind === 'progress') return asked.onProgress?.(reply.done, reply.step);
    this.#taken(reply.id);
    if (reply.kind === 'done') asked.resolve(reply.value);
    else asked.reject(new Error(reply.message));
  }
}
