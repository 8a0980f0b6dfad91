import { createLocalClient, type WorkerLike } from '../../src/client/local.ts';
import type { Call } from '../../src/city/calls.ts';
import type { Ask, Message, Reply } from '../../src/client/line.ts';

/** A worker whose replies the test writes by hand. */
export class FakeWorker implements WorkerLike {
  readonly asked: Ask[] = [];
  /** Ids of the questions nobody waits for any more. */
  readonly stopped: number[] = [];
  ended = false;
  readonly #answered = new Set<number>();
  #message: (event: { data: Reply }) => void = () => {};
  #error: (event: { message?: string }) => void = () => {};
  postMessage(message: Message) {
    if ('stop' in message) this.stopped.push(message.stop);
    else this.asked.push(message);
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
  answer(call: Call, value: unknown) {
    const ask = this.asked.findLast((own) => own.call === call);
    if (!ask) throw new Error(`${call} was never asked`);
    this.reply({ id: ask.id, kind: 'done', value: value as never });
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
