import type { Change, Key, Patch } from '../domain/land/change.ts';
import type { Land } from '../domain/land/land.ts';
import { recordsOf } from '../domain/land/park-facts.ts';
import { patchesBetween, type RowPatch } from '../domain/land/record-patches.ts';
import { changeOf } from '../desk/operation.ts';
import { recordsAfter } from '../policy/repairs/apply.ts';
import type { Wording } from '../policy/repairs/words.ts';
import type { MendStep } from '../policy/shape/mend-step.ts';
import type { ParkOnTrial } from './park-on-trial.ts';

/**
 * What these steps change of the land: exactly the fields in which the records of the park differ after them, and no
 * boundary. Records are found by their rows, whatever they are called.
 */
export function changeBy(
  land: Land,
  { key, project, facts, land: around }: ParkOnTrial,
  steps: readonly MendStep[],
  wording: Wording,
): Change {
  const before = recordsOf(facts);
  const patches = patchesBetween(before, recordsAfter(before, steps, around, wording));
  return changeOf(land, {
    park: { patch: patches.park ? [{ key, fields: patches.park }] : [] },
    parcel: { patch: byKey(project.parcels.keys!, patches.parcels) },
    building: { patch: byKey(project.buildings.keys!, patches.buildings) },
  });
}

const byKey = <T>(keys: readonly Key[], patches: readonly RowPatch<T>[]): Patch<T>[] =>
  patches.map(({ row, fields }) => ({ key: keys[row], fields }));
