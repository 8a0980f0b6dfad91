import type { SupplyPlan, SupplyRow } from '../../domain/land/model.ts';
import { ok, refuse, type Result } from '../../domain/outcome.ts';
import { checkedFields } from '../intents/checked-fields.ts';
import type { Books, LedgerRefusal } from './books.ts';
import { calledRow } from './books.ts';
import type { NewRow } from './deed.ts';
import { RowIds } from './row-ids.ts';

/** Rows that are to be in a plan, each sound, named, and with parcels that no other row of it has. */
export function preparedRows(
  books: Books,
  plan: SupplyPlan,
  rows: readonly NewRow[],
): Result<readonly SupplyRow[], LedgerRefusal> {
  const ids = new RowIds(books.land, plan);
  const taken = takenParcels(books, plan);
  const made: SupplyRow[] = [];
  for (const { id: wanted, ...fields } of rows) {
    if (wanted !== undefined && ids.isTaken(wanted)) return refuse('row-id-taken', { id: wanted });
    const id = ids.take(wanted);
    const sound = soundFields(books, id, fields, taken);
    if (!sound.ok) return sound;
    const row: SupplyRow = { id, planId: plan.id, ...sound.value };
    made.push(row);
    for (const parcel of row.parcelIds ?? []) taken.set(parcel, calledRow(row));
  }
  return ok(made);
}

/** By parcel the row of the plan that has it. */
export function takenParcels(books: Books, plan: SupplyPlan, but?: string): Map<string, string> {
  const taken = new Map<string, string>();
  for (const { row } of books.rowsIn(plan))
    if (row.id !== but) for (const parcel of row.parcelIds ?? []) taken.set(parcel, calledRow(row));
  return taken;
}

/** What other deeds set: which plan a row is of, what it goes on from, what happened to it. */
const kept = ['planId', 'continues', 'steps'] as const;

/** Held against the table of fields; its parcels are there, and free. */
export function soundFields(
  books: Books,
  id: string,
  fields: Readonly<Record<string, unknown>>,
  taken: ReadonlyMap<string, string>,
): Result<Partial<SupplyRow>, LedgerRefusal> {
  const own = kept.find((field) => Object.hasOwn(fields, field));
  if (own) return refuse('no-such-field', { kind: 'supplyRow', field: own });
  const checked = checkedFields(books.land, 'supplyRow', id, fields);
  if (!checked.ok) return checked;
  const parcels = checked.value.parcelIds ?? [];
  for (const [n, parcel] of parcels.entries()) {
    if (books.land.table('parcel').called(parcel) === undefined) return refuse('no-such-parcel', { id: parcel });
    const row = taken.get(parcel) ?? (parcels.indexOf(parcel) < n ? id : undefined);
    if (row !== undefined) return refuse('row-parcel-taken', { parcel, row });
  }
  return checked;
}
