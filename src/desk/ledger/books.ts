import type { Key, Patch } from '../../domain/land/change.ts';
import type { Land } from '../../domain/land/land.ts';
import type { Parcel, SupplyPlan, SupplyRow } from '../../domain/land/model.ts';
import { planStateOf } from '../../domain/land/supply/plan-life.ts';
import { refuse, ok, type Refusal, type Result } from '../../domain/outcome.ts';
import { listed } from '../intents/operation.ts';
import type { Edit } from '../operation.ts';

/** Why nothing is done to the ledger; all of what was wanted is left. */
export type LedgerRefusal = Refusal<
  | 'no-such-record' // {kind, id}
  | 'no-such-parcel' // {id}
  | 'no-such-field' // {kind, field}
  | 'bad-value' // {kind, id, field, value, expected}
  | 'no-such-reference' // {kind, id, field, value}
  | 'nothing-to-do'
  | 'reason-missing' // {kind, field}
  | 'day-missing' // {kind, field}
  | 'plan-year-taken' // {year, plan}: the year has a plan, which is edited or adjusted
  | 'plan-not-open' // {plan, state}: rows are put in, changed and taken out while it is a draft
  | 'plan-has-draft' // {plan, draft}: a next version is begun already
  | 'plan-not-published' // {plan, state}: only a published plan is adjusted
  | 'plan-empty' // {plan}: without a row there is nothing to submit
  | 'plan-state-order' // {plan, from, to}
  | 'plan-state-day' // {plan, on, after}: before it was given its last state
  | 'plan-not-next-year' // {plan, year}: there is no plan of the year before to carry over from
  | 'row-id-taken' // {id}
  | 'row-parcel-taken' // {parcel, row}: another row of the plan has it
  | 'row-not-of-last-year' // {row}
  | 'row-not-reserve' // {row}
  | 'row-reserve' // {row}: it is promoted first
  | 'row-supplied' // {row, on}: it has a contract, and stays in the plan
  | 'row-step-order' // {row, from, to}
  | 'row-step-day' // {row, on, after}: before the last step
  | 'row-contract-early' // {row, on, year}: supplied in a year before that of its plan
  | 'row-step-none' // {row}: nothing was recorded that could be taken back
  | 'row-carried' // {row, by}: another row goes on from it
  | 'row-frozen' // {row, plan}: its plan has been replaced by a newer version
  | 'row-not-accepted' // {row}: the pre-application is not accepted yet
  | 'row-application-order' // {row, state, what}: not of land in this state, or with what is recorded of its pre-application
  | 'row-application-day' // {row, on, after}: before the application
>;
export type LedgerResult = Result<Edit, LedgerRefusal>;

export interface PlanEntry {
  readonly key: Key;
  readonly plan: SupplyPlan;
}
export interface RowEntry {
  readonly key: Key;
  readonly row: SupplyRow;
}

/** Plans and rows of a land as they are, found by key and by each other. */
export class Books {
  readonly land: Land;
  readonly plans: readonly PlanEntry[];
  readonly rows: readonly RowEntry[];

  constructor(land: Land) {
    this.land = land;
    const [plans, rows] = [land.table('supplyPlan'), land.table('supplyRow')];
    this.plans = plans.listed().map((key) => ({ key, plan: plans.record(key)! }));
    this.rows = rows.listed().map((key) => ({ key, row: rows.record(key)! }));
  }

  plan(key: Key): Result<PlanEntry, LedgerRefusal> {
    const plan = this.land.table('supplyPlan').record(key);
    return plan ? ok({ key, plan }) : refuse('no-such-record', { kind: 'supplyPlan', id: `#${key + 1}` });
  }

  /** The records of these keys, each once. */
  rowsOf(keys: readonly Key[]): Result<readonly RowEntry[], LedgerRefusal> {
    const found: RowEntry[] = [];
    for (const key of new Set(keys)) {
      const row = this.land.table('supplyRow').record(key);
      if (!row) return refuse('no-such-record', { kind: 'supplyRow', id: `#${key + 1}` });
      found.push({ key, row });
    }
    return found.length > 0 ? ok(found) : refuse('nothing-to-do');
  }

  /** In the order of the file. */
  rowsIn({ id }: SupplyPlan): readonly RowEntry[] {
    return this.rows.filter(({ row }) => row.planId === id);
  }

  planOf({ planId }: SupplyRow): PlanEntry | undefined {
    return this.plans.find(({ plan }) => plan.id === planId);
  }

  /** A plan whose rows may be changed. */
  open(key: Key): Result<PlanEntry, LedgerRefusal> {
    const found = this.plan(key);
    if (!found.ok) return found;
    const { plan } = found.value;
    const state = planStateOf(plan);
    return state === 'draft' ? found : refuse('plan-not-open', { plan: calledPlan(plan), state });
  }

  /** Fields of parcels, as far as they are in the file and say something else. */
  parcelPatches(wanted: ReadonlyMap<string, Partial<Parcel>>): Patch<Parcel>[] {
    const table = this.land.table('parcel');
    return [...wanted].flatMap(([id, fields]) => {
      const key = table.called(id);
      const record = key === undefined ? undefined : table.record(key);
      if (key === undefined || !record) return [];
      const isSo = Object.entries(fields).every(([field, value]) => record[field as keyof Parcel] === value);
      return isSo ? [] : [{ key, fields }];
    });
  }
}

/** What people call it by. */
export const calledPlan = ({ id, name }: SupplyPlan): string => name ?? id;
export const calledRow = ({ id, number }: SupplyRow): string => number ?? id;
export const named = (rows: readonly SupplyRow[]): string => listed(rows.map(calledRow));
