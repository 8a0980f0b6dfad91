import type { Land } from '../../domain/land/land.ts';
import type { Parcel, SupplyPlan, SupplyRow } from '../../domain/land/model.ts';
import { planStateOf } from '../../domain/land/supply/plan-life.ts';
import { nextApplications } from '../../domain/land/supply/pre-application.ts';
import { stateOf } from '../../domain/land/supply/row-life.ts';
import { refuse } from '../../domain/outcome.ts';
import { Books, calledPlan, calledRow, named, type LedgerRefusal, type LedgerResult, type RowEntry } from './books.ts';
import type { DeedOf } from './deed.ts';
import { copiesOf } from './life.ts';
import { soundFields } from './new-rows.ts';
import { planYears } from './parcel-marks.ts';
import { lacking, said, written } from './writing.ts';

/**
 * 用地预申请 is no change of the plan: it is recorded of a published one too. A reserve 储备 whose application is accepted
 * becomes a row of the plan with it, as the plan's own text has the bureau decide.
 */
export function recordApplication(land: Land, deed: DeedOf<'pre-application'>): LedgerResult {
  const books = new Books(land);
  const found = books.rowsOf(deed.rows);
  if (!found.ok) return found;
  const lacks = deed.what === 'dropped' ? null : lacking({ on: deed.on ?? '' }, false);
  if (lacks) return lacks;
  for (const entry of found.value) {
    const refused = refusedApplication(books, entry, deed);
    if (refused) return refused;
  }
  const marks = new Map<string, Partial<Parcel>>();
  const patch = found.value
    .flatMap((entry) => copiesOf(books, entry).map((copy) => ({ ...copy, of: entry.row })))
    .map(({ key, row, of }) => {
      const fields = fieldsOf({ ...row, preApplication: { ...of.preApplication, ...row.preApplication } }, deed);
      if (row.reserve && 'reserve' in fields)
        for (const own of planYears([{ ...row, ...fields }], books.planOf(row)?.plan.year)) marks.set(...own);
      return { key, fields };
    });
  return written(
    land,
    { supplyRow: { patch }, parcel: { patch: books.parcelPatches(marks) } },
    { code: 'row-application', params: { rows: named(found.value.map(({ row }) => row)), what: deed.what } },
  );
}

function fieldsOf(row: SupplyRow, { what, on, promisedWan }: DeedOf<'pre-application'>): Partial<SupplyRow> {
  if (what === 'dropped') return { preApplication: undefined };
  if (what === 'applied') return { preApplication: said({ on, promisedWan }) };
  return { preApplication: { ...row.preApplication, acceptedOn: on }, ...(row.reserve && { reserve: undefined }) };
}

type Refused = { readonly ok: false; readonly refusal: LedgerRefusal };

/** A plan that has one of the copies as a reserve and is being decided on: what is in it and what is not stands until it is. */
function decidedOn(books: Books, copies: readonly RowEntry[]): SupplyPlan | undefined {
  const plans = copies.filter(({ row }) => row.reserve).map(({ row }) => books.planOf(row)?.plan);
  return plans.find((plan) => plan && ['submitted', 'approved'].includes(planStateOf(plan)));
}

function refusedApplication(books: Books, entry: RowEntry, deed: DeedOf<'pre-application'>): Refused | null {
  const { row } = entry;
  const name = calledRow(row);
  const { what, on } = deed;
  const own = books.planOf(row)?.plan;
  const state = own && planStateOf(own);
  if (own && state === 'replaced') return refuse('row-frozen', { row: name, plan: calledPlan(own) });
  const standing = what === 'accepted' ? decidedOn(books, copiesOf(books, entry)) : undefined;
  if (standing) return refuse('plan-not-open', { plan: calledPlan(standing), state: planStateOf(standing) });
  if (!nextApplications(row).includes(what))
    return refuse('row-application-order', { row: name, state: stateOf(row), what });
  const applied = row.preApplication?.on;
  if (what === 'accepted' && applied !== undefined && on! < applied)
    return refuse('row-application-day', { row: name, on: on!, after: applied });
  if (what !== 'applied') return null;
  const sound = soundFields(books, row.id, { preApplication: fieldsOf(row, deed).preApplication }, new Map());
  return sound.ok ? null : sound;
}
