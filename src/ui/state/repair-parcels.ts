import type { Repair } from '../../policy/shape/finding.ts';

/** Ids of the parcels a repair would take in or leave out, to be shown on the map; null where it moves no land. */
export function parcelsOf({ changes }: Repair): ReadonlySet<string> | null {
  const ids = changes.flatMap((change) => {
    if (change.kind === 'add') return [change.parcel];
    return change.kind === 'drop' ? change.parcels : [];
  });
  return ids.length > 0 ? new Set(ids) : null;
}
