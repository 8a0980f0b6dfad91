import type { Key } from '../../../../domain/land/change.ts';
import { rowOfKey, type ParcelColumns } from '../../../../domain/land/parcel-columns.ts';
import type { Ledger, LedgerLine, RowView } from '../../../../supply/ledger/shape.ts';

export const rowsByKey = ({ rows }: Pick<Ledger, 'rows'>): ReadonlyMap<Key, RowView> =>
  new Map(rows.map((row) => [row.key, row]));

/** Keys of the land of a line. */
const landOf = ({ of }: LedgerLine, rows: ReadonlyMap<Key, RowView>): readonly Key[] => {
  if (of?.kind === 'parcel') return [of.key];
  return of?.kind === 'supplyRow' ? (rows.get(of.key)?.parcels ?? []) : [];
};

/** The land of lines, as rows of the project's parcels. */
export function parcelRowsOf(
  lines: readonly LedgerLine[],
  rows: ReadonlyMap<Key, RowView>,
  columns: ParcelColumns,
): Uint32Array {
  const keys = new Set(lines.flatMap((line) => landOf(line, rows)));
  return Uint32Array.from(
    [...keys].map((key) => rowOfKey(columns, key)).filter((row) => row >= 0 && row < columns.size),
  );
}
