import type { Patch } from '../../domain/land/change.ts';
import type { Land } from '../../domain/land/land.ts';
import type { SupplyPlan, SupplyRow } from '../../domain/land/model.ts';
import { byVersion, lastState, nextStates, planStateOf } from '../../domain/land/supply/plan-life.ts';
import { asOwn } from '../../domain/land/supply/pre-application.ts';
import { hasEnded, stateOf } from '../../domain/land/supply/row-life.ts';
import { refuse } from '../../domain/outcome.ts';
import { checkedFields } from '../intents/checked-fields.ts';
import { Books, calledPlan, type LedgerResult, type PlanEntry } from './books.ts';
import type { DeedOf } from './deed.ts';
import { preparedRows } from './new-rows.ts';
import { openedAgain } from './opened-again.ts';
import { planYears, withoutYear } from './parcel-marks.ts';
import { RowIds } from './row-ids.ts';
import { lacking, newPlan, newRowOf, said, written } from './writing.ts';

/** 编制: the plan of a year that has none. */
export function makePlan(land: Land, { year, name, uses, rows }: DeedOf<'make-plan'>): LedgerResult {
  const books = new Books(land);
  const there = books.plans.find(({ plan }) => plan.year === year);
  if (there) return refuse('plan-year-taken', { year, plan: calledPlan(there.plan) });
  const checked = checkedFields(land, 'supplyPlan', String(year), { year, uses, ...(name && { name }) });
  if (!checked.ok) return checked;
  const plan: SupplyPlan = {
    id: freeId(land, `${year}-1`),
    ...said({ name: name ?? nameLike(books, year) }),
    year,
    version: 1,
    uses,
  };
  const prepared = preparedRows(books, plan, rows);
  if (!prepared.ok) return prepared;
  const put = prepared.value.map((row) => newRowOf(land, row));
  return written(
    land,
    {
      supplyPlan: { put: [newPlan(land, plan)] },
      supplyRow: { put },
      parcel: { patch: books.parcelPatches(planYears(prepared.value, year)) },
    },
    { code: 'plan-made', params: { year, count: put.length } },
  );
}

/** As the first version of the year's plan before it is called; undefined where that says no year. */
function nameLike(books: Books, year: number): string | undefined {
  const before = books.plans
    .map(({ plan }) => plan)
    .filter((plan) => plan.year !== undefined && plan.year < year && plan.name?.includes(String(plan.year)))
    .sort((a, b) => b.year! - a.year! || byVersion(a, b))[0];
  return before?.name!.replace(String(before.year), String(year));
}

/** An id no plan has. */
function freeId(land: Land, wanted: string): string {
  const table = land.table('supplyPlan');
  let id = wanted;
  for (let n = 2; table.called(id) !== undefined; n++) id = `${wanted}-${n}`;
  return id;
}

export function editPlan(land: Land, { plan: key, fields }: DeedOf<'edit-plan'>): LedgerResult {
  const books = new Books(land);
  const open = books.open(key);
  if (!open.ok) return open;
  const { plan } = open.value;
  const checked = checkedFields(land, 'supplyPlan', plan.id, fields);
  if (!checked.ok) return checked;
  const own = plan as Readonly<Record<string, unknown>>;
  const isSo = Object.entries(checked.value).every(([field, value]) => JSON.stringify(own[field]) === JSON.stringify(value)); // prettier-ignore
  const patch = isSo ? [] : [{ key, fields: checked.value }];
  return written(land, { supplyPlan: { patch } }, { code: 'plan-edited', params: { plan: calledPlan(plan) } });
}

/** A draft goes with its rows; what it took the place of stays, and what was carried over into it is unfinished again. */
export function removePlan(land: Land, { plan: key }: DeedOf<'remove-plan'>): LedgerResult {
  const books = new Books(land);
  const open = books.open(key);
  if (!open.ok) return open;
  const { plan } = open.value;
  const rows = books.rowsIn(plan);
  const left = plan.year === undefined ? new Map() : withoutYear(books, rows, plan.year);
  const again = openedAgain(books, rows);
  return written(
    land,
    {
      supplyPlan: { remove: [key] },
      supplyRow: { remove: rows.map((own) => own.key), patch: again.patches },
      parcel: { patch: books.parcelPatches(new Map([...left, ...again.marks])) },
    },
    { code: 'plan-removed', params: { plan: calledPlan(plan), count: rows.length } },
  );
}

/** 报批, 批准, 公布; what it takes the place of is replaced on the day it is published. */
export function setState(land: Land, { plan: key, state, on, reason, documentNo }: DeedOf<'state'>): LedgerResult {
  const books = new Books(land);
  const found = books.plan(key);
  if (!found.ok) return found;
  const { plan } = found.value;
  const from = planStateOf(plan);
  if (!nextStates(plan).includes(state)) return refuse('plan-state-order', { plan: calledPlan(plan), from, to: state });
  const lacks = lacking({ on, reason }, state === 'draft');
  if (lacks) return lacks;
  const early = tooEarly(plan, on);
  if (early) return early;
  if (state === 'submitted' && books.rowsIn(plan).length === 0) return refuse('plan-empty', { plan: calledPlan(plan) });
  const patch: Patch<SupplyPlan>[] = [
    {
      key,
      fields: {
        states: [...(plan.states ?? []), said({ state, on, reason: reason?.trim() })],
        ...said({ documentNo }),
      },
    },
  ];
  const before = state === 'published' ? books.plans.find((own) => own.plan.id === plan.adjusts) : undefined;
  if (before) patch.push(replaced(before, plan, on));
  const left =
    before?.plan.year === undefined ? new Map() : withoutYear(books, books.rowsIn(before.plan), before.plan.year);
  return written(
    land,
    {
      supplyPlan: { patch },
      supplyRow: { patch: state === 'published' ? ownRows(books, plan) : [] },
      parcel: { patch: books.parcelPatches(left) },
    },
    { code: 'plan-state', params: { plan: calledPlan(plan), state } },
  );
}

/** Rows that were a reserve until their pre-application was accepted are published as rows of the plan: they go back by adjusting it alone. */
const ownRows = (books: Books, plan: SupplyPlan): Patch<SupplyRow>[] =>
  books
    .rowsIn(plan)
    .filter(({ row }) => row.preApplication?.fromReserve)
    .map(({ key, row }) => ({ key, fields: { preApplication: asOwn(row).preApplication } }));

/** Days do not run back: of its states, nor of what comes after it. */
function tooEarly(plan: SupplyPlan, on: string) {
  const last = lastState(plan);
  return last && on < last.on ? refuse('plan-state-day', { plan: calledPlan(plan), on, after: last.on }) : null;
}

const replaced = (
  { key, plan: { states = [] } }: PlanEntry,
  { reason }: SupplyPlan,
  on: string,
): Patch<SupplyPlan> => ({
  key,
  fields: { states: [...states, { state: 'replaced', on, ...said({ reason }) }] },
});

/** 年中调整: the next version, with the rows that are still of the plan and what happened to them. */
export function adjust(land: Land, { plan: key, reason, on }: DeedOf<'adjust'>): LedgerResult {
  const books = new Books(land);
  const found = books.plan(key);
  if (!found.ok) return found;
  const { plan } = found.value;
  const state = planStateOf(plan);
  if (state !== 'published') return refuse('plan-not-published', { plan: calledPlan(plan), state });
  const begun = books.plans.find((own) => own.plan.adjusts === plan.id);
  if (begun) return refuse('plan-has-draft', { plan: calledPlan(plan), draft: calledPlan(begun.plan) });
  const lacks = lacking({ on, reason }, true);
  if (lacks) return lacks;
  const early = tooEarly(plan, on);
  if (early) return early;
  const version = (plan.version ?? 1) + 1;
  const next: SupplyPlan = {
    ...plan,
    id: freeId(land, `${plan.year ?? plan.id}-${version}`),
    version,
    adjusts: plan.id,
    reason: reason.trim(),
    documentNo: undefined,
    states: [{ state: 'draft', on, reason: reason.trim() }],
  };
  const rows = books.rowsIn(plan).filter(({ row }) => !hasEnded(stateOf(row)));
  const ids = new RowIds(land, next);
  const copies = rows.map(({ row }): SupplyRow => ({ ...row, id: ids.take(), planId: next.id, continues: row.id }));
  return written(
    land,
    { supplyPlan: { put: [newPlan(land, said(next))] }, supplyRow: { put: copies.map((row) => newRowOf(land, row)) } },
    { code: 'plan-adjusted', params: { plan: calledPlan(plan), version } },
  );
}
