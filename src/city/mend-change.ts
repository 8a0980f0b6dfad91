import type { Change, Key, Patch } from '../domain/land/change.ts';
import type { ParkFacts } from '../domain/land/facts.ts';
import { recordsOf } from '../domain/land/park-facts.ts';
import { patchesBetween, type RowPatch } from '../domain/land/record-patches.ts';
import type { Surroundings } from '../domain/land/surroundings.ts';
import { changeOf } from '../desk/operation.ts';
import { recordsAfter } from '../policy/repairs/apply.ts';
import type { Wording } from '../policy/repairs/words.ts';
import type { MendStep } from '../policy/shape/mend-step.ts';
import type { City } from './city.ts';

/**
 * What these steps change of the land of a city: exactly the fields in which the records of the park differ after them, and no
 * boundary. Records are found by their rows, whatever they are called.
 */
export function changeBy(
  { land, project }: City,
  park: { readonly facts: ParkFacts; readonly land: Surroundings },
  steps: readonly MendStep[],
  wording: Wording,
): Change {
  const before = recordsOf(park.facts);
  const patches = patchesBetween(before, recordsAfter(before, steps, park.land, wording));
  const own = patches.park ? [{ row: project.parks.indexOf(before.park), fields: patches.park }] : [];
  return changeOf(land, {
    park: { patch: byKey(land.keys('park'), own) },
    parcel: { patch: byKey(land.keys('parcel'), patches.parcels) },
    building: { patch: byKey(land.keys('building'), patches.buildings) },
  });
}

const byKey = <T>(keys: readonly Key[], patches: readonly RowPatch<T>[]): Patch<T>[] =>
  patches.map(({ row, fields }) => ({ key: keys[row], fields }));
