import { buildLayer } from '../../domain/geometry/columns/builder.ts';
import type { Key, Put } from '../../domain/land/change.ts';
import type { Land } from '../../domain/land/land.ts';
import type { Park } from '../../domain/land/model.ts';
import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { ParkTarget } from '../intent.ts';
import { newIds } from './new-ids.ts';
import type { IntentRefusal } from './operation.ts';

/** The park something is done for. */
export interface Target {
  readonly park: Park;
  readonly key: Key;
  /** Where it begins with what is done. */
  readonly put: readonly Put<Park>[];
}

/** A park that is there, or a new one: an idea 设想 of that type and name. */
export function targetOf(land: Land, target: ParkTarget): Result<Target, IntentRefusal> {
  const table = land.table('park');
  if ('key' in target) {
    const park = table.record(target.key);
    return park
      ? ok({ park, key: target.key, put: [] })
      : refuse('no-such-record', { kind: 'park', id: `#${target.key + 1}` });
  }
  const id = newIds(land, 'park', '草绘园-')();
  const { name, parkType } = target.fresh;
  const park: Park = { id, name: name?.trim() || id, parkType, stage: 'idea' };
  const key = table.takeKey();
  return ok({ park, key, put: [{ key, record: park, shape: buildLayer([null]), after: null }] });
}
