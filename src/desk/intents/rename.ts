import type { Key, Patch, RecordTypes } from '../../domain/land/change.ts';
import { isLacking } from '../../domain/land/fields/fits.ts';
import type { Land } from '../../domain/land/land.ts';
import type { FloorUnit, Lease } from '../../domain/land/model.ts';
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
  if (kind === 'building')
    leasesFollow(around.land, tables, (own) => (own.buildingId === record.id ? { ...own, buildingId: id } : own));
  if (kind === 'park') for (const row of rowsOfPark(around.land, record.id)) put(tables.supplyRow, row, { parkId: id });
  return null;
}

/** A unit 分割单元 that has another number and is else as it was: leases name it by that. Put into `tables`. */
export function unitRenamed(
  land: Land,
  building: string,
  [before = [], after = []]: readonly [readonly FloorUnit[] | undefined, readonly FloorUnit[] | undefined],
  tables: Patches,
): void {
  if (before.length !== after.length) return;
  const renamed = before.flatMap(({ id }, n) => (after[n].id === id ? [] : [{ was: id, is: after[n].id }]));
  const isElse = (own: FloorUnit, n: number) => JSON.stringify({ ...own, id: '' }) !== JSON.stringify({ ...after[n], id: '' }); // prettier-ignore
  if (renamed.length !== 1 || before.some(isElse)) return;
  const [{ was, is }] = renamed;
  leasesFollow(land, tables, (own) =>
    own.buildingId === building && own.unitId === was ? { ...own, unitId: is } : own,
  );
}

/** Leases stand in parks: those that name something otherwise now are put into `tables`. */
function leasesFollow(land: Land, tables: Patches, of: (lease: Lease) => Lease): void {
  const parks = land.table('park');
  for (const key of parks.listed()) {
    const leases = tables.park.get(key)?.fields.leases ?? parks.record(key)!.leases;
    const following = leases?.map(of);
    if (following?.some((own, n) => own !== leases![n])) put(tables.park, key, { leases: following });
  }
}

function rowsOfPark(land: Land, id: string): readonly Key[] {
  const table = land.table('supplyRow');
  return table.listed().filter((key) => table.record(key)!.parkId === id);
}

export function put<T>(patches: Map<Key, Patch<T>>, key: Key, fields: Partial<T>): void {
  patches.set(key, { key, fields: { ...patches.get(key)?.fields, ...fields } });
}
