import type { Parcel, SupplyRow } from '../../domain/land/model.ts';
import type { Land } from '../../domain/land/land.ts';
import { suppliedOn } from '../../domain/land/supply/row-life.ts';
import { ok, refuse, type Result } from '../../domain/outcome.ts';
import {
  Books,
  calledPlan,
  calledRow,
  named,
  type LedgerRefusal,
  type LedgerResult,
  type PlanEntry,
  type RowEntry,
} from './books.ts';
import type { DeedOf } from './deed.ts';
import { preparedRows, soundFields, takenParcels } from './new-rows.ts';
import { openedAgain } from './opened-again.ts';
import { planYears, withoutYear } from './parcel-marks.ts';
import { newRowOf, written } from './writing.ts';

export function addRows(land: Land, { plan: key, rows }: DeedOf<'add-rows'>): LedgerResult {
  const books = new Books(land);
  const open = books.open(key);
  if (!open.ok) return open;
  const { plan } = open.value;
  const prepared = preparedRows(books, plan, rows);
  if (!prepared.ok) return prepared;
  const put = prepared.value.map((row) => newRowOf(land, row));
  return written(
    land,
    { supplyRow: { put }, parcel: { patch: books.parcelPatches(planYears(prepared.value, plan.year)) } },
    { code: 'rows-added', params: { rows: named(prepared.value), plan: calledPlan(plan) } },
  );
}

/** The row of a plan that is open for changes. */
function openRows(books: Books, keys: readonly number[]): Result<readonly (RowEntry & PlanEntry)[], LedgerRefusal> {
  const rows = books.rowsOf(keys);
  if (!rows.ok) return rows;
  const found: (RowEntry & PlanEntry)[] = [];
  for (const { key, row } of rows.value) {
    const own = books.planOf(row);
    if (!own) return refuse('no-such-record', { kind: 'supplyPlan', id: row.planId ?? '' });
    const open = books.open(own.key);
    if (!open.ok) return open;
    found.push({ key, row, plan: own.plan });
  }
  return ok(found);
}

/** Land that has a contract is supplied: it stays in the plan, in no version of it left out or kept in reserve. */
function supplied(rows: readonly SupplyRow[]) {
  const row = rows.find((own) => suppliedOn(own) !== null);
  return row ? refuse('row-supplied', { row: calledRow(row), on: suppliedOn(row)! }) : null;
}

export function editRow(land: Land, { row: key, fields }: DeedOf<'edit-row'>): LedgerResult {
  const books = new Books(land);
  const open = openRows(books, [key]);
  if (!open.ok) return open;
  const [{ row, plan }] = open.value;
  const sound = soundFields(books, row.id, fields, takenParcels(books, plan, row.id));
  if (!sound.ok) return sound;
  const { id, reserve } = sound.value;
  const stays = reserve === true ? supplied([row]) : null;
  if (stays) return stays;
  if (id !== undefined && id !== row.id && land.table('supplyRow').called(id) !== undefined)
    return refuse('row-id-taken', { id });
  const own = row as Readonly<Record<string, unknown>>;
  const changed = Object.fromEntries(
    Object.entries(sound.value).filter(([field, value]) => JSON.stringify(own[field]) !== JSON.stringify(value)),
  ) as Partial<SupplyRow>;
  const patch = Object.keys(changed).length > 0 ? [{ key, fields: changed }] : [];
  return written(
    land,
    {
      supplyRow: { patch },
      parcel: { patch: books.parcelPatches(marksOf(books, { key, row }, { ...row, ...changed }, plan.year)) },
    },
    { code: 'row-edited', params: { kind: 'supplyRow', row: calledRow(row), field: Object.keys(changed).join('、') } },
  );
}

/** Parcels that come in are in the plan, those that leave are in none. */
function marksOf(
  books: Books,
  before: RowEntry,
  after: SupplyRow,
  year: number | undefined,
): Map<string, Partial<Parcel>> {
  const now = planYears([after], year);
  const left = year === undefined ? [] : [...withoutYear(books, [before], year)].filter(([id]) => !now.has(id));
  return new Map([...left, ...now]);
}

export function removeRows(land: Land, { rows: keys }: DeedOf<'remove-rows'>): LedgerResult {
  const books = new Books(land);
  const open = openRows(books, keys);
  if (!open.ok) return open;
  const stays = supplied(open.value.map(({ row }) => row));
  if (stays) return stays;
  const marks = new Map<string, Partial<Parcel>>();
  for (const { key, row, plan } of open.value)
    if (plan.year !== undefined) for (const own of withoutYear(books, [{ key, row }], plan.year)) marks.set(...own);
  const again = openedAgain(books, open.value);
  return written(
    land,
    {
      supplyRow: { remove: open.value.map(({ key }) => key), patch: again.patches },
      parcel: { patch: books.parcelPatches(new Map([...marks, ...again.marks])) },
    },
    { code: 'rows-removed', params: { rows: named(open.value.map(({ row }) => row)) } },
  );
}

/** 储备转正 */
export function promote(land: Land, { rows: keys }: DeedOf<'promote'>): LedgerResult {
  const books = new Books(land);
  const open = openRows(books, keys);
  if (!open.ok) return open;
  const other = open.value.find(({ row }) => !row.reserve);
  if (other) return refuse('row-not-reserve', { row: calledRow(other.row) });
  const marks = new Map(
    open.value.flatMap(({ row, plan }) => [...planYears([{ ...row, reserve: undefined }], plan.year)]),
  );
  return written(
    land,
    {
      supplyRow: { patch: open.value.map(({ key }) => ({ key, fields: { reserve: undefined } })) },
      parcel: { patch: books.parcelPatches(marks) },
    },
    { code: 'rows-promoted', params: { rows: named(open.value.map(({ row }) => row)) } },
  );
}
