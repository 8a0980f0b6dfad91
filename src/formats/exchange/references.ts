import type { FileNote } from '../contract.ts';
import type { Building, Park } from '../../domain/land/model.ts';
import type { Row, Sorted } from './sort.ts';

const ids = (rows: readonly Row<{ readonly id: string }>[]): ReadonlySet<string> =>
  new Set(rows.map((r) => r.record.id));
const mostNamed = 10;

/**
 * What a record names should be in the file. A park that is not is one of which nothing but the id is known; a parcel that
 * is not leaves its building without, and the name stays beside 原文. Zones, districts and townships may also come from the
 * policy pack's own lists: they are not looked for.
 */
export function withReferences(sorted: Sorted): Sorted {
  const { rows } = sorted;
  const parks = ids(rows.park);
  const missing = [...new Set(rows.parcel.map(({ record }) => record.parkId))].filter(
    (id): id is string => id !== undefined && !parks.has(id),
  );
  const notes: FileNote[] = missing.length > 0 ? [noteOf('parks-unrecorded', missing)] : [];
  const parcels = ids(rows.parcel);
  const isStray = ({ record: { parcelId } }: Row<Building>) => parcelId !== undefined && !parcels.has(parcelId);
  const stray = rows.building.filter(isStray);
  if (stray.length > 0) notes.push(noteOf('parcels-unrecorded', named(stray), stray.length));
  const building = stray.length > 0 ? rows.building.map((row) => (isStray(row) ? beside(row) : row)) : rows.building;
  const unknown = missing.map((id): Row<Park> => ({ where: `(${id})`, record: { id }, outline: null, area: null }));
  return {
    ...sorted,
    rows: { ...rows, building, park: [...rows.park, ...unknown] },
    notes: [...sorted.notes, ...notes],
  };
}

const named = (rows: readonly Row<Building>[]): string[] => [
  ...new Set(rows.map(({ record }) => String(record.parcelId))),
];

function beside(row: Row<Building>): Row<Building> {
  const { parcelId, extra, ...rest } = row.record;
  return { ...row, record: { ...rest, extra: { ...extra, parcelId原文: parcelId } } };
}

const noteOf = (
  code: 'parks-unrecorded' | 'parcels-unrecorded',
  names: readonly string[],
  count = names.length,
): FileNote => ({
  code,
  params: { count, ids: names.slice(0, mostNamed).join(', ') + (names.length > mostNamed ? ' …' : '') },
});
