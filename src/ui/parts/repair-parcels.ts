import type { Repair } from '../../policy/shape/finding.ts';

/** Ids of the parcels a repair would take in or leave out, to be shown on the map; null where it moves no land. */
export function parcelsMoved({ steps }: Repair): ReadonlySet<string> | null {
  const ids = steps.flatMap((step) => {
    if (step.kind === 'add') return [step.parcel];
    return step.kind === 'drop' ? step.parcels : [];
  });
  return ids.length > 0 ? new Set(ids) : null;
}
