import type { Land } from '../../domain/land/land.ts';
import type { Parcel, SupplyPlan, SupplyRow } from '../../domain/land/model.ts';
import { planStateOf } from '../../domain/land/supply/plan-life.ts';
import { goesBackToReserve, nextApplications } from '../../domain/land/supply/pre-application.ts';
import { stateOf } from '../../domain/land/supply/row-life.ts';
import { refuse } from '../../domain/outcome.ts';
import { Books, calledPlan, calledRow, named, type LedgerRefusal, type LedgerResult, type RowEntry } from './books.ts';
import type { DeedOf } from './deed.ts';
import { copiesOf } from './life.ts';
import { soundFields } from './new-rows.ts';
import { planYears, withoutYear } from './parcel-marks.ts';
import { lacking, said, written } from './writing.ts';

/**
 * 用地预申请 is no change of the plan: it is recorded of a published one too. A reserve 储备 whose application is accepted
 * becomes a row of the plan with it, as the plan's own text has the bureau decide; dropped before anything has followed,
 * it is a reserve again.
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
  const patch = found.value.flatMap((entry) =>
    copiesOf(books, entry).map(({ key, row }) => ({ key, fields: fieldsOf(row, entry.row, deed) })),
  );
  const marks = new Map(found.value.flatMap((entry) => [...marksOf(books, entry, deed)]));
  return written(
    land,
    { supplyRow: { patch }, parcel: { patch: books.parcelPatches(marks) } },
    { code: 'row-application', params: { rows: named(found.value.map(({ row }) => row)), what: deed.what } },
  );
}

/** Whether a row becomes one of the plan by it, or a reserve again. */
const moves = (row: SupplyRow, { what }: DeedOf<'pre-application'>): boolean =>
  what === 'accepted' ? row.reserve === true : what === 'dropped' && goesBackToReserve(row);

/** What is said of its parcels where a row becomes one of the plan, or goes back among the reserve. */
function marksOf(books: Books, entry: RowEntry, deed: DeedOf<'pre-application'>): Map<string, Partial<Parcel>> {
  const moved = copiesOf(books, entry).filter(({ row }) => moves(row, deed));
  const year = books.planOf(entry.row)?.plan.year;
  if (deed.what === 'dropped') return withoutYear(books, moved, year ?? NaN);
  return planYears(moved.map(({ row }) => ({ ...row, reserve: undefined })), year); // prettier-ignore
}

/** @param of the row it is recorded of: its copy in a version begun since may have lost the application */
function fieldsOf(row: SupplyRow, of: SupplyRow, deed: DeedOf<'pre-application'>): Partial<SupplyRow> {
  const { what, on, promisedWan } = deed;
  if (what === 'dropped') return { preApplication: undefined, ...(moves(row, deed) && { reserve: true }) };
  if (what === 'applied') return { preApplication: said({ on, promisedWan }) };
  const accepted = { ...of.preApplication, ...row.preApplication, acceptedOn: on };
  return moves(row, deed)
    ? { preApplication: { ...accepted, fromReserve: true }, reserve: undefined }
    : { preApplication: accepted };
}

type Refused = { readonly ok: false; readonly refusal: LedgerRefusal };

/** A plan that is being decided on, of which a copy becomes a row, or a reserve again: what is in it and what is not stands until it is. */
function decidedOn(books: Books, copies: readonly RowEntry[], deed: DeedOf<'pre-application'>): SupplyPlan | undefined {
  const plans = copies.filter(({ row }) => moves(row, deed)).map(({ row }) => books.planOf(row)?.plan);
  return plans.find((plan) => plan && ['submitted', 'approved'].includes(planStateOf(plan)));
}

function refusedApplication(books: Books, entry: RowEntry, deed: DeedOf<'pre-application'>): Refused | null {
  const { row } = entry;
  const name = calledRow(row);
  const { what, on } = deed;
  const own = books.planOf(row)?.plan;
  const state = own && planStateOf(own);
  if (own && state === 'replaced') return refuse('row-frozen', { row: name, plan: calledPlan(own) });
  const standing = decidedOn(books, copiesOf(books, entry), deed);
  if (standing) return refuse('plan-not-open', { plan: calledPlan(standing), state: planStateOf(standing) });
  if (!nextApplications(row).includes(what))
    return refuse('row-application-order', { row: name, state: stateOf(row), what });
  const applied = row.preApplication?.on;
  if (what === 'accepted' && applied !== undefined && on! < applied)
    return refuse('row-application-day', { row: name, on: on!, after: applied });
  if (what !== 'applied') return null;
  const sound = soundFields(books, row.id, { preApplication: fieldsOf(row, row, deed).preApplication }, new Map());
  return sound.ok ? null : sound;
}
