import { createLocalClient, type WorkerLike } from '../../src/client/local.ts';
import type { Answers, Ask, Reply } from '../../src/client/protocol.ts';

/** A worker whose replies the test writes by hand. */
export class FakeWorker implements WorkerLike {
  readonly asked: Ask[] = [];
  ended = false;
  readonly #answered = new Set<number>();
  #message: (event: { data: Reply }) => void = () => {};
  #error: (event: { message?: string }) => void = () => {};
  postMessage(message: Ask) {
    this.asked.push(message);
  }
  addEventListener(type: 'message' | 'error', listener: never) {
    if (type === 'message') this.#message = listener;
    else this.#error = listener;
  }
  terminate() {
    this.ended = true;
  }
  /** Questions that were not answered yet. */
  open(): readonly Ask[] {
    return this.asked.filter(({ id }) => !this.#answered.has(id));
  }
  reply(data: Reply) {
    if (data.kind !== 'progress') this.#answered.add(data.id);
    this.#message({ data });
  }
  /** Answers the last question of a kind that was asked. */
  answer<C extends Ask['call']>(call: C, value: unknown) {
    const ask = this.asked.findLast((own) => own.call === call);
    if (!ask) throw new Error(`${call} was never asked`);
    this.reply({ id: ask.id, kind: 'done', value: value as Answers[C] });
  }
  crash(message: string) {
    this.#error({ message });
  }
}

export function setUp() {
  const workers: FakeWorker[] = [];
  const client = createLocalClient(() => workers[workers.push(new FakeWorker()) - 1]);
  return { client, workers };
}
