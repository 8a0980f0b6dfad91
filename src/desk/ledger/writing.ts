import { buildLayer } from '../../domain/geometry/columns/builder.ts';
import type { ChangeNote, Put, TableChange } from '../../domain/land/change.ts';
import type { Land } from '../../domain/land/land.ts';
import type { Parcel, SupplyPlan, SupplyRow } from '../../domain/land/model.ts';
import { ok, refuse } from '../../domain/outcome.ts';
import { isDate } from '../../domain/written-date.ts';
import { changeOf } from '../operation.ts';
import type { LedgerResult } from './books.ts';

/** Nothing of the ledger is drawn. */
const undrawn = buildLayer([null]);

export const newPlan = (land: Land, record: SupplyPlan): Put<SupplyPlan> => ({
  key: land.table('supplyPlan').takeKey(),
  record,
  shape: undrawn,
  after: null,
});
export const newRowOf = (land: Land, record: SupplyRow): Put<SupplyRow> => ({
  key: land.table('supplyRow').takeKey(),
  record,
  shape: undrawn,
  after: null,
});

interface LedgerTables {
  readonly supplyPlan?: TableChange<SupplyPlan>;
  readonly supplyRow?: TableChange<SupplyRow>;
  readonly parcel?: TableChange<Parcel>;
}

/** The change, to be applied; refused where it would change nothing. */
export function written(land: Land, tables: LedgerTables, note: ChangeNote): LedgerResult {
  const change = changeOf(land, tables, note);
  return Object.keys(change.tables).length === 0
    ? refuse('nothing-to-do')
    : ok({ change, effects: [], refused: [], notes: [] });
}

/** A day that exists and a reason that says something, where they are asked for; null where all is there. */
export function lacking(deed: { readonly on?: string; readonly reason?: string }, reason: boolean) {
  if (deed.on !== undefined && !isDate(deed.on)) return refuse('day-missing', { kind: 'supplyStep', field: 'on' });
  if (reason && (deed.reason ?? '').trim() === '')
    return refuse('reason-missing', { kind: 'supplyStep', field: 'reason' });
  return null;
}

/** Members that say something. */
export const said = <T extends object>(members: T): T =>
  Object.fromEntries(
    Object.entries(members).filter(
      ([, value]) => value !== undefined && !(typeof value === 'string' && value.trim() === ''),
    ),
  ) as T;
