import type { Key, Patch, RecordTypes } from '../../domain/land/change.ts';
import { isLacking } from '../../domain/land/fields/fits.ts';
import type { Land } from '../../domain/land/land.ts';
import { refuse, type Result } from '../../domain/outcome.ts';
import type { LandAround } from '../land-around.ts';
import { rowsOnLand } from '../plan-rows.ts';
import type { FieldKind } from './checked-fields.ts';
import type { IntentRefusal } from './operation.ts';

export type Patches = { [K in FieldKind | 'supplyRow']: Map<Key, Patch<RecordTypes[K]>> };
type Refused = Extract<Result<never, IntentRefusal>, { ok: false }>;

/** 改编号: another id for one record, and for whatever names it. Put into `tables`. */
export function renamed(
  around: LandAround,
  kind: FieldKind,
  records: readonly { readonly key: Key; readonly record: { readonly id: string } }[],
  id: unknown,
  tables: Patches,
): Refused | null {
  const [{ key, record }] = records;
  if (typeof id !== 'string' || isLacking(id))
    return refuse('bad-value', { kind, id: record.id, field: 'id', value: JSON.stringify(id ?? ''), expected: 'text' });
  const own = around.land.table(kind).called(id);
  if (records.length > 1 || (own !== undefined && own !== key)) return refuse('id-taken', { id });
  if (id === record.id) return null;
  put(tables[kind] as Map<Key, Patch<{ id: string }>>, key, { id });
  if (kind === 'park') for (const parcel of around.parcelsOfPark(record.id)) put(tables.parcel, parcel, { parkId: id });
  if (kind === 'parcel') {
    for (const building of around.buildingsOfParcel(record.id)) put(tables.building, building, { parcelId: id });
    for (const row of rowsOnLand(around.land, [record.id], [id])) put(tables.supplyRow, row.key, row.fields);
  }
  if (kind === 'park') for (const row of rowsOfPark(around.land, record.id)) put(tables.supplyRow, row, { parkId: id });
  return null;
}

function rowsOfPark(land: Land, id: string): readonly Key[] {
  const table = land.table('supplyRow');
  return table.listed().filter((key) => table.record(key)!.parkId === id);
}

function put<T>(patches: Map<Key, Patch<T>>, key: Key, fields: Partial<T>): void {
  patches.set(key, { key, fields: { ...patches.get(key)?.fields, ...fields } });
}
