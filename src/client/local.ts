import { callNames, type Call } from '../city/calls.ts';
import { atMost } from './at-most.ts';
import type { Calls, Client } from './client.ts';
import { DraftKeeper } from './drafts/keeper.ts';
import type { Drafts } from './drafts/draft.ts';
import { Holder } from './holder.ts';
import type { KeptWork } from './kept-work.ts';
import type { AskOptions, WorkerLike } from './line.ts';
import { keptDrafts } from './drafts/kept-drafts.ts';
import type { Windows } from './drafts/windows.ts';

export type { WorkerLike } from './line.ts';

/** Tiles asked of the worker at once: enough to keep it at work, few enough that one left behind costs little. */
const TILES_AT_ONCE = 4;

/** The client that computes on this device, in workers of its own. */
export function createLocalClient(
  start: () => WorkerLike,
  drafts: Drafts | null = null,
  windows: Windows | null = null,
  work: KeptWork | null = null,
): Client {
  const keeper = new DraftKeeper(drafts, windows);
  const holder = new Holder(start, keeper);
  const ask = (call: Call) => (input: unknown, options?: AskOptions) =>
    holder.ask(call, (input ?? {}) as never, options);
  const asked = Object.fromEntries(callNames.map((call) => [call, ask(call)])) as unknown as Calls;
  const inTurn = atMost(TILES_AT_ONCE);
  return {
    ...asked,
    policy: remembered(asked.policy),
    tile: (place, options) => inTurn(() => asked.tile(place, options), options?.signal),
    drafts: drafts && keptDrafts(drafts, windows, keeper, holder),
    work,
    onHealth: (listener) => {
      holder.onHealth = listener;
    },
  };
}

/** A law of a day stays what it is; an answer that failed is asked for again. */
function remembered(ask: Calls['policy']): Calls['policy'] {
  const known = new Map<string | undefined, ReturnType<Calls['policy']>>();
  return ({ date } = {}) => {
    const asked = known.get(date) ?? ask({ date });
    known.set(date, asked);
    asked.catch(() => known.delete(date));
    return asked;
  };
}
