import type { NamedBytes } from '../formats/contract.ts';
import { atMost } from './at-most.ts';
import type { Client } from './client.ts';
import { Holder } from './holder.ts';
import type { WorkerLike } from './line.ts';
import type { Answers } from './protocol.ts';

export { aborted, WorkerLost, type WorkerLike } from './line.ts';

/** Tiles asked of the worker at once: enough to keep it at work, few enough that one left behind costs little. */
const TILES_AT_ONCE = 4;

/** The client that computes on this device, in workers of its own. */
export function createLocalClient(start: () => WorkerLike): Client {
  const holder = new Holder(start);
  const policies = new Map<string | undefined, Promise<Answers['policy']>>();
  const inTurn = atMost(TILES_AT_ONCE);

  return {
    policy: (date) => {
      const asked = policies.get(date) ?? holder.ask<'policy'>({ call: 'policy', date });
      policies.set(date, asked);
      asked.catch(() => policies.delete(date));
      return asked;
    },
    openSample: (options = {}) => holder.open({ call: 'sample', judging: options.judging }, options),
    // The bytes are copied, not moved: after a refusal the same files are read again with the chosen CRS.
    openFiles: (files: readonly NamedBytes[], options = {}) =>
      holder.open({ call: 'files', files: [...files], choices: options.choices, judging: options.judging }, options),
    judge: (judging) => holder.judge(judging),
    parcel: (row) => holder.askOf<'parcel'>('law', (judging) => ({ call: 'parcel', row, judging })),
    tile: (set, z, x, y, signal) =>
      inTurn(() => holder.askOf<'tile'>('land', () => ({ call: 'tile', set, z, x, y })), signal),
    list: (rows) => holder.askOf<'list'>('land', () => ({ call: 'list', rows }), true),
    proposeRepair: () => holder.askOf<'proposeRepair'>('land', () => ({ call: 'proposeRepair' })),
    repaired: (source) => holder.askOf<'repaired'>('land', () => ({ call: 'repaired', source })),
    versions: () => holder.ask<'versions'>({ call: 'versions' }),
    targets: (baseYear) => holder.askOf<'targets'>('law', (judging) => ({ call: 'targets', baseYear, judging }), true),
    repairs: (park) => holder.askOf<'repairs'>('law', (judging) => ({ call: 'repairs', park, judging }), true),
    whatIf: (changes) => holder.askOf<'whatIf'>('law', (judging) => ({ call: 'whatIf', changes, judging }), true),
    onHealth: (listener) => {
      holder.onHealth = listener;
    },
  };
}
