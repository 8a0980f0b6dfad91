import { editOf } from '../../desk/intents/intents.ts';
import type { IntentRefusal } from '../../desk/intents/operation.ts';
import type { Intent } from '../../desk/intent.ts';
import type { Edit } from '../../desk/operation.ts';
import type { Key } from '../../domain/land/change.ts';
import type { ChangeRefusal } from '../../domain/land/land.ts';
import { ok, type Result } from '../../domain/outcome.ts';
import type { City } from '../city.ts';
import type { Judgement } from '../judgement.ts';
import { judgedPark, parkView } from '../park-views.ts';
import { drawnSites } from '../drawing/sites.ts';
import type { DrawnSite, ParkView } from '../view.ts';
import { drawnOver, type DrawnOver } from './drawn-over.ts';

export interface Trying {
  /** The park that is looked at; one the intent begins outranks it. */
  readonly park: Key | null;
  readonly intent: Intent;
}

export type TryRefusal = IntentRefusal | ChangeRefusal;

/** What would be so, were the intent done: the land stays as it is. */
export interface Tried extends Pick<Edit, 'effects' | 'notes'> {
  readonly key: Key | null;
  /** Null where no park is looked at, or it would be gone. */
  readonly park: ParkView | null;
  /** Its sites, to be drawn; null where there is no park. */
  readonly sites: readonly DrawnSite[] | null;
  /** Ground of what is drawn that other parcels have already. */
  readonly overlaps: readonly DrawnOver[];
}

/** Does it to a fork of the city and derives what it touches. */
export function tryIntent(city: City, judgement: Judgement, { park, intent }: Trying): Result<Tried, TryRefusal> {
  const fork = city.fork();
  const edit = editOf(fork.placed, intent);
  if (!edit.ok) return edit;
  const { change, effects, notes } = edit.value;
  const applied = fork.apply(change);
  if (!applied.ok) return applied;
  const key = edit.value.park ?? park;
  const then = key === null || fork.park(key) === undefined ? null : judgedPark(judgement.on(fork), key);
  const view = then && parkView(then);
  const sites = then && drawnSites(then);
  return ok({ key, park: view, sites, effects, notes, overlaps: drawnOver(fork, change, intent) });
}
