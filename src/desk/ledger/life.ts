import type { Key, Patch } from '../../domain/land/change.ts';
import type { Land } from '../../domain/land/land.ts';
import type { Parcel, SupplyRow, SupplyStep } from '../../domain/land/model.ts';
import { planStateOf } from '../../domain/land/supply/plan-life.ts';
import { datedSteps, hasEnded, lastStep, nextSteps, stateOf, type RowStep } from '../../domain/land/supply/row-life.ts';
import { refuse } from '../../domain/outcome.ts';
import { checkedFields } from '../intents/checked-fields.ts';
import { Books, calledPlan, calledRow, named, type LedgerRefusal, type LedgerResult, type RowEntry } from './books.ts';
import type { DeedOf } from './deed.ts';
import { inPlanAgain, stepDays, terminatedDays, withoutYear } from './parcel-marks.ts';
import { lacking, said, written } from './writing.ts';

type Refused = { readonly ok: false; readonly refusal: LedgerRefusal };

/** What must be said of why. */
const reasoned: ReadonlySet<RowStep> = new Set(['failed', 'terminated', 'withdrawn', 'carried-over']);

/** 公告, 成交, 合同 …: what happened to rows, on a day no earlier than what happened before. */
export function recordStep(land: Land, deed: DeedOf<'step'>): LedgerResult {
  const books = new Books(land);
  const found = books.rowsOf(deed.rows);
  if (!found.ok) return found;
  const { step, on, reason, priceWan, documentNo } = deed;
  const lacks = lacking({ on, reason }, reasoned.has(step));
  if (lacks) return lacks;
  const own: SupplyStep = said({ step, on, reason: reason?.trim(), priceWan, documentNo });
  for (const { row } of found.value) {
    const refused = refusedStep(books, row, own) ?? unsound(books, row, own);
    if (refused) return refused;
  }
  const copies = found.value.flatMap((entry) => copiesOf(books, entry));
  const marks = new Map<string, Partial<Parcel>>(stepDays(books, found.value, step, on));
  if (step === 'terminated') {
    const ended = found.value.map(({ key, row }) => ({ key, row: { ...row, steps: [...(row.steps ?? []), own] } }));
    for (const one of terminatedDays(books, ended)) marks.set(...one);
  }
  const year = (row: SupplyRow) => books.planOf(row)?.plan.year;
  if (step === 'withdrawn')
    for (const entry of found.value)
      for (const one of withoutYear(books, copiesOf(books, entry), year(entry.row) ?? NaN)) marks.set(...one);
  return written(
    land,
    {
      supplyRow: { patch: copies.map((entry) => withStep(entry, own)) },
      parcel: { patch: books.parcelPatches(marks) },
    },
    { code: 'row-step', params: { rows: named(found.value.map(({ row }) => row)), step, on } },
  );
}

export const withStep = ({ key, row }: RowEntry, step: SupplyStep): Patch<SupplyRow> => ({
  key,
  fields: { steps: [...(row.steps ?? []), step] },
});

/** Why a step cannot be recorded of a row now; null where it can. */
export function refusedStep(books: Books, row: SupplyRow, { step, on }: SupplyStep): Refused | null {
  const name = calledRow(row);
  const plan = books.planOf(row)?.plan;
  if (plan && planStateOf(plan) === 'replaced') return refuse('row-frozen', { row: name, plan: calledPlan(plan) });
  if (row.reserve && step !== 'withdrawn') return refuse('row-reserve', { row: name });
  const last = lastStep(row);
  if (!step || !nextSteps(row).includes(step))
    return refuse('row-step-order', { row: name, from: stateOf(row), to: step ?? '' });
  if (on !== undefined && last && on < last.on) return refuse('row-step-day', { row: name, on, after: last.on });
  const year = plan?.year;
  if (step === 'contracted' && on !== undefined && year !== undefined && Number(on.slice(0, 4)) < year)
    return refuse('row-contract-early', { row: name, on, year });
  const applied = row.preApplication;
  if (step === 'announced' && applied && !(applied.acceptedOn !== undefined && applied.acceptedOn <= on!))
    return refuse('row-not-accepted', { row: name });
  return null;
}

const unsound = (books: Books, row: SupplyRow, step: SupplyStep): Refused | null => {
  const checked = checkedFields(books.land, 'supplyRow', row.id, { steps: [step] });
  return checked.ok ? null : checked;
};

/** The row with its copies in other versions of the year that are not replaced and have had the same life. */
export function copiesOf(books: Books, entry: RowEntry): readonly RowEntry[] {
  const year = books.planOf(entry.row)?.plan.year;
  const life = JSON.stringify(datedSteps(entry.row));
  const isSame = ({ row }: RowEntry) => {
    const plan = books.planOf(row)?.plan;
    return plan?.year === year && planStateOf(plan ?? {}) !== 'replaced' && JSON.stringify(datedSteps(row)) === life;
  };
  const found = new Map([[entry.key, entry]]);
  for (const { row } of found.values())
    for (const other of books.rows)
      if (!found.has(other.key) && (other.row.continues === row.id || row.continues === other.row.id) && isSame(other))
        found.set(other.key, other);
  return [...found.values()];
}

/** The row of another year's plan that goes on from one of these copies; those that are `gone` do not. */
export function goesOnAs(books: Books, copies: readonly RowEntry[], gone?: ReadonlySet<Key>): RowEntry | undefined {
  const yearOf = (row: SupplyRow) => books.planOf(row)?.plan.year;
  const ids = new Set(copies.map(({ row }) => row.id));
  const year = yearOf(copies[0].row);
  return books.rows.find(({ key, row }) => !gone?.has(key) && ids.has(row.continues ?? '') && yearOf(row) !== year);
}

/** The last step was recorded by mistake: it is taken back, and with it what it said of parcels. */
export function takeBackStep(land: Land, { row: key }: DeedOf<'take-back-step'>): LedgerResult {
  const books = new Books(land);
  const found = books.rowsOf([key]);
  if (!found.ok) return found;
  const [entry] = found.value;
  const { row } = entry;
  const plan = books.planOf(row)?.plan;
  if (plan && planStateOf(plan) === 'replaced')
    return refuse('row-frozen', { row: calledRow(row), plan: calledPlan(plan) });
  const last = lastStep(row);
  if (!last) return refuse('row-step-none', { row: calledRow(row) });
  const copies = copiesOf(books, entry);
  const later = goesOnAs(books, copies);
  if (last.step === 'carried-over' && later)
    return refuse('row-carried', { row: calledRow(row), by: calledRow(later.row) });
  const marks = new Map<string, Partial<Parcel>>(stepDays(books, [entry], last.step, last.on, true));
  if (last.step === 'terminated') for (const one of terminatedDays(books, [entry], true)) marks.set(...one);
  if (hasEnded(last.step)) for (const one of inPlanAgain(books, [row], plan?.year)) marks.set(...one);
  return written(
    land,
    {
      supplyRow: {
        patch: copies.map(withoutLastStep),
      },
      parcel: { patch: books.parcelPatches(marks) },
    },
    { code: 'row-step-taken-back', params: { row: calledRow(row), step: last.step } },
  );
}

/** All steps but the last that says something; none at all where there is no other. */
export function withoutLastStep({ key, row: { steps: own = [] } }: RowEntry): Patch<SupplyRow> {
  const last = own.findLastIndex(({ step, on }) => step !== undefined && on !== undefined);
  const left = own.filter((_, n) => n !== last);
  return { key, fields: { steps: left.length > 0 ? left : undefined } };
}
