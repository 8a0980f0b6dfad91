import type { RecordRef } from '../../../desk/tools/index.ts';
import type { Key } from '../../../domain/land/change.ts';

type Table = 'parcel' | 'building';

/** Keys of a table that are chosen. */
export const selectedOf = (selected: readonly RecordRef[], table: Table): readonly Key[] =>
  selected.filter((own) => own.table === table).map(({ key }) => key);

/** What is chosen once a row is: alone, or with those that were (or without it, where it was). */
export function selection(selected: readonly RecordRef[], table: Table, key: Key, more: boolean): readonly RecordRef[] {
  const own = { table, key };
  if (!more) return [own];
  const others = selected.filter((ref) => ref.table === table && ref.key !== key);
  const was = selected.some((ref) => ref.table === table && ref.key === key);
  return was ? others : [...others, own];
}
