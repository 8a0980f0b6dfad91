import type { Land } from '../../domain/land/land.ts';
import type { SupplyPlan, SupplyRow, SupplyStep } from '../../domain/land/model.ts';
import { byVersion, planStateOf } from '../../domain/land/supply/plan-life.ts';
import { asOwn } from '../../domain/land/supply/pre-application.ts';
import { isUnfinished, stateOf } from '../../domain/land/supply/row-life.ts';
import { refuse } from '../../domain/outcome.ts';
import { Books, calledPlan, calledRow, named, type LedgerResult, type RowEntry } from './books.ts';
import type { DeedOf } from './deed.ts';
import { copiesOf, refusedStep, withStep } from './life.ts';
import { takenParcels } from './new-rows.ts';
import { planYears } from './parcel-marks.ts';
import { RowIds } from './row-ids.ts';
import { lacking, newRowOf, written } from './writing.ts';

/** 结转: rows of last year's plan that were not supplied go on in the plan of the year, a draft. */
export function carryOver(land: Land, { plan: key, rows, on, reason }: DeedOf<'carry-over'>): LedgerResult {
  const books = new Books(land);
  const open = books.open(key);
  if (!open.ok) return open;
  const { plan } = open.value;
  const last = planOfYear(books, (plan.year ?? NaN) - 1);
  if (!last) return refuse('plan-not-next-year', { plan: calledPlan(plan), year: (plan.year ?? NaN) - 1 });
  const lacks = lacking({ on, reason }, true);
  if (lacks) return lacks;
  const wanted = rows ? books.rowsOf(rows) : { ok: true as const, value: books.rowsIn(last).filter(isOpen) };
  if (!wanted.ok) return wanted;
  const step: SupplyStep = { step: 'carried-over', on, reason: reason.trim() };
  const taken = takenParcels(books, plan);
  for (const { row } of wanted.value) {
    if (row.planId !== last.id) return refuse('row-not-of-last-year', { row: calledRow(row) });
    const refused = refusedStep(books, row, step);
    if (refused) return refused;
    const parcel = row.parcelIds?.find((id) => taken.has(id));
    if (parcel !== undefined) return refuse('row-parcel-taken', { parcel, row: taken.get(parcel)! });
  }
  const ids = new RowIds(land, plan);
  const next = wanted.value.map(({ row }) => continued(row, plan, ids.take()));
  return written(
    land,
    {
      supplyRow: {
        patch: wanted.value.flatMap((entry) => copiesOf(books, entry)).map((entry) => withStep(entry, step)),
        put: next.map((row) => newRowOf(land, row)),
      },
      parcel: { patch: books.parcelPatches(planYears(next, plan.year)) },
    },
    { code: 'rows-carried', params: { rows: named(wanted.value.map(({ row }) => row)), plan: calledPlan(plan) } },
  );
}

const isOpen = ({ row }: RowEntry): boolean => !row.reserve && isUnfinished(row);

/** The version of a year's plan that counts: the newest that has left the draft, else the newest. */
function planOfYear(books: Books, year: number): SupplyPlan | undefined {
  const plans = books.plans.map(({ plan }) => plan).filter((plan) => plan.year === year).sort(byVersion); // prettier-ignore
  return plans.findLast((plan) => planStateOf(plan) !== 'draft') ?? plans.at(-1);
}

/** A sale that is under way goes on; one that failed, or had not begun, begins anew in a quarter to be said. */
function continued(
  { quarter: _, announceMonth: __, steps, ...row }: SupplyRow,
  plan: SupplyPlan,
  id: string,
): SupplyRow {
  const isOnSale = ['announced', 'sold'].includes(stateOf({ ...row, steps }));
  return { ...asOwn(row), id, planId: plan.id, continues: row.id, ...(isOnSale && { steps: sinceAnnounced(steps) }) };
}

/** Steps of the sale that is under way. */
function sinceAnnounced(steps: SupplyRow['steps'] = []): SupplyRow['steps'] {
  return steps.slice(steps.findLastIndex(({ step }) => step === 'announced'));
}
