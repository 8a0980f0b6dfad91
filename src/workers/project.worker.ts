import { calls, type Call } from '../city/calls.ts';
import type { Row } from '../city/call.ts';
import { Session } from '../city/session.ts';
import type { Ask, Message, Reply } from '../client/line.ts';
import { dayInChina } from '../domain/china-day.ts';
import { earliestDay, lawOn, packVersions } from './policy-packs.ts';
import { fetchSample } from './sample.ts';
import { startSolver } from './solver-thread.ts';

const session = new Session({
  lawOn: (date) => lawOn(date, dayInChina()),
  earliestDay,
  packVersions,
  fetchSample,
  startSolver,
});

/** What is being answered, by the id of the question. */
const running = new Map<number, AbortController>();

const reply = (message: Reply, transfer: Transferable[] = []) => self.postMessage(message, { transfer });

async function answer({ id, call, input, judging }: Ask): Promise<void> {
  const stop = new AbortController();
  running.set(id, stop);
  const onProgress = (done: number, step: string) => reply({ id, kind: 'progress', done, step });
  const row = calls[call] as Row<unknown, unknown>;
  try {
    const value = await row.answer(session, input, { judging, signal: stop.signal, onProgress });
    reply({ id, kind: 'done', value } as Reply<Call>, value instanceof ArrayBuffer ? [value] : []);
  } catch (error) {
    reply({ id, kind: 'fault', message: error instanceof Error ? error.message : String(error) });
  } finally {
    running.delete(id);
  }
}

/** Held as long as this worker lives: who waits for it hears of its end even where it ends without a word. */
const alive = new Promise<void>((speak) => {
  if (!self.name || !navigator.locks) return speak();
  void navigator.locks.request(self.name, () => {
    speak();
    return new Promise(() => undefined);
  });
});

self.addEventListener('message', ({ data }: MessageEvent<Message>) => {
  if ('stop' in data) running.get(data.stop)?.abort();
  else void alive.then(() => answer(data));
});
