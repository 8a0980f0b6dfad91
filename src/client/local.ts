import type { Result } from '../domain/outcome.ts';
import type { NamedBytes } from '../formats/contract.ts';
import { atMost } from './at-most.ts';
import { aborted, Line, type Question, type WorkerLike } from './line.ts';
import type { Answers, Ask } from './protocol.ts';
import type { Client, OpenOptions } from './client.ts';
import type { OpenRefusal, ProjectView } from '../city/view.ts';

export { aborted, type WorkerLike } from './line.ts';

/** Tiles asked of the worker at once: enough to keep it at work, few enough that one left behind costs little. */
const TILES_AT_ONCE = 4;

/**
 * The client that computes on this device, in a worker that holds the open project and answers about it. While one is
 * open another is read by a second worker, which takes its place when it is done: what is open stays, map and all,
 * until then. Cancelling ends the worker that reads, because a running computation cannot hear a message.
 */
export function createLocalClient(start: () => WorkerLike): Client {
  let holder: Line | null = null;
  const policies = new Map<string | undefined, Promise<Answers['policy']>>();
  const inTurn = atMost(TILES_AT_ONCE);

  const holding = (): Line => {
    if (!holder || holder.ended) holder = new Line(start());
    return holder;
  };
  const ask = <C extends Ask['call']>(question: Question) => holding().ask<C>(question);

  async function open(question: Question, { signal, onProgress }: OpenOptions = {}) {
    if (signal?.aborted) throw aborted();
    const reader = holding().holds ? new Line(start()) : holding();
    const stop = () => reader.end();
    signal?.addEventListener('abort', stop, { once: true });
    try {
      const result: Result<ProjectView, OpenRefusal> = await reader.ask<'files'>(question, onProgress);
      if (result.ok) take(reader);
      else if (reader !== holder) reader.end();
      return result;
    } catch (error) {
      if (reader !== holder) reader.end();
      throw error;
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  }

  function take(reader: Line) {
    reader.holds = true;
    if (holder !== reader) holder?.end();
    holder = reader;
  }

  return {
    policy: (date) => {
      const asked = policies.get(date) ?? ask<'policy'>({ call: 'policy', date });
      policies.set(date, asked);
      asked.catch(() => policies.delete(date));
      return asked;
    },
    openSample: (options) => open({ call: 'sample', judging: options?.judging }, options),
    // The bytes are copied, not moved: after a refusal the same files are read again with the chosen CRS.
    openFiles: (files: readonly NamedBytes[], options) =>
      open({ call: 'files', files: [...files], choices: options?.choices, judging: options?.judging }, options),
    judge: (judging) => ask<'judge'>({ call: 'judge', judging }),
    parcel: (row) => ask<'parcel'>({ call: 'parcel', row }),
    tile: (set, z, x, y, signal) => inTurn(() => ask<'tile'>({ call: 'tile', set, z, x, y }), signal),
    list: (rows) => ask<'list'>({ call: 'list', rows }),
    proposeRepair: () => ask<'proposeRepair'>({ call: 'proposeRepair' }),
    repaired: (source) => ask<'repaired'>({ call: 'repaired', source }),
    versions: () => ask<'versions'>({ call: 'versions' }),
    targets: (baseYear) => ask<'targets'>({ call: 'targets', baseYear }),
    repairs: (park) => ask<'repairs'>({ call: 'repairs', park }),
    whatIf: (changes) => ask<'whatIf'>({ call: 'whatIf', changes }),
  };
}
