import type { SketchView } from '../../../../city/sketching/sketch-view.ts';
import type { LayingWishes } from '../../../../desk/laying/wishes.ts';
import type { RecordRef } from '../../../../desk/tools/index.ts';
import type { Key } from '../../../../domain/land/change.ts';

type Lines = Pick<SketchView, 'parcels' | 'buildings'> | null;

const keysOf = (selected: readonly RecordRef[], table: RecordRef['table']): readonly Key[] =>
  selected.filter((own) => own.table === table).map(({ key }) => key);

/** What would be laid out: parcels that are selected, those of selected buildings, or the largest of the park in hand. */
export function parcelsInHand(selected: readonly RecordRef[], lines: Lines): readonly Key[] {
  const parcels = keysOf(selected, 'parcel');
  if (parcels.length > 0) return parcels;
  const buildings = keysOf(selected, 'building');
  const under = lines?.buildings.filter(({ key }) => buildings.includes(key)).flatMap((line) => line.parcels) ?? [];
  if (under.length > 0) return [...new Set(under)];
  const largest = lines?.parcels.toSorted((a, b) => (b.planeM2 ?? 0) - (a.planeM2 ?? 0)).slice(0, 1) ?? [];
  return largest.map(({ key }) => key);
}

/** Buildings that are selected are to stay, with what was there. */
export function keptAtFirst(selected: readonly RecordRef[], lines: Lines): LayingWishes['kept'] {
  const buildings = keysOf(selected, 'building');
  if (buildings.length === 0) return 'existing';
  const existing = lines?.buildings.filter((line) => line.existing).map(({ key }) => key) ?? [];
  return [...new Set([...existing, ...buildings])];
}
