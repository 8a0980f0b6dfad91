import type { Key } from '../../domain/land/change.ts';
import type { Parcel } from '../../domain/land/model.ts';
import type { ReadResult } from '../../formats/contract.ts';
import type { TableJoin } from '../../formats/sheet/table-join.ts';
import type { City } from '../city.ts';

/** What is open, as if it had just been read: tables without files of land are put to it. */
export const openAsRead = ({ project }: City): ReadResult => ({
  format: 'geojson',
  project,
  crs: { code: '', how: 'format-default' },
  notes: [],
});

/** By parcel what tables say that it did not have; parks that are not open are left. */
export function filledBy(
  { project, land }: City,
  { project: { parcels } }: ReadResult,
  joins: readonly TableJoin[],
): readonly { readonly key: Key; readonly fields: Partial<Parcel> }[] {
  const keys = land.keys('parcel');
  const rows = [...new Set(joins.flatMap(({ match }) => [...(match?.rowOf.keys() ?? [])]))].sort((a, b) => a - b);
  return rows.flatMap((row) => {
    const before = project.parcels.records.peek(row);
    const fields = Object.fromEntries(
      Object.entries(parcels.records.peek(row)).filter(
        ([field, value]) =>
          JSON.stringify(value) !== JSON.stringify(before[field as keyof Parcel]) &&
          (field !== 'parkId' || land.table('park').called(String(value)) !== undefined),
      ),
    );
    return Object.keys(fields).length > 0 ? [{ key: keys[row], fields }] : [];
  });
}
