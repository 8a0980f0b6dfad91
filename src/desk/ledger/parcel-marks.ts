import type { Parcel, SupplyRow } from '../../domain/land/model.ts';
import { planStateOf } from '../../domain/land/supply/plan-life.ts';
import { hasEnded, stateOf, terminatedSteps, type RowStep } from '../../domain/land/supply/row-life.ts';
import type { Books, RowEntry } from './books.ts';

/*
 * What goes with a row on its parcels, so that screen, rules and ledger never tell two stories: the plan that holds them
 * (clause 15 asks for it) and the days of contract, hand-over and start. A day a parcel has already stands.
 */

/** 纳入计划: of rows that are no reserve. */
export function planYears(rows: readonly SupplyRow[], year: number | undefined): Map<string, Partial<Parcel>> {
  const held = rows.filter(({ reserve }) => !reserve).flatMap(({ parcelIds = [] }) => parcelIds);
  return new Map(year === undefined ? [] : held.map((id) => [id, { planYear: year }]));
}

/** Parcels of rows that go out of the plan are in none, unless another row holds them in that year, or another year's plan does. */
export function withoutYear(books: Books, rows: readonly RowEntry[], year: number): Map<string, Partial<Parcel>> {
  const table = books.land.table('parcel');
  const going = new Set(rows.map(({ key }) => key));
  const held = new Set(
    books.rows
      .filter(
        ({ key, row }) => !going.has(key) && !row.reserve && !hasEnded(stateOf(row)) && isInForce(books, row, year),
      )
      .flatMap(({ row }) => row.parcelIds ?? []),
  );
  const left = rows.flatMap(({ row }) => row.parcelIds ?? []).filter((id) => !held.has(id));
  return new Map(
    left.flatMap((id): [string, Partial<Parcel>][] => {
      const key = table.called(id);
      return key !== undefined && table.record(key)?.planYear === year ? [[id, { planYear: null }]] : [];
    }),
  );
}

/** Parcels of rows that are of the plan after all, as far as no plan holds them meanwhile. */
export function inPlanAgain(
  { land }: Books,
  rows: readonly SupplyRow[],
  year: number | undefined,
): [string, Partial<Parcel>][] {
  const table = land.table('parcel');
  const isFree = (id: string) => {
    const key = table.called(id);
    return key !== undefined && typeof table.record(key)?.planYear !== 'number';
  };
  return [...planYears(rows, year)].filter(([id]) => isFree(id));
}

/** Of a plan of that year that no newer version has replaced. */
function isInForce(books: Books, row: SupplyRow, year: number): boolean {
  const own = books.planOf(row)?.plan;
  return own?.year === year && planStateOf(own) !== 'replaced';
}

const dayOf: Readonly<Partial<Record<RowStep, 'suppliedOn' | 'handedOverOn' | 'startedOn'>>> = {
  contracted: 'suppliedOn',
  'handed-over': 'handedOverOn',
  started: 'startedOn',
};

/** What a step says of parcels that do not say it yet; `on` undefined takes back what it said. */
export function stepDays(books: Books, rows: readonly RowEntry[], step: RowStep, on: string, taken = false) {
  const field = dayOf[step];
  const table = books.land.table('parcel');
  const wanted = new Map<string, Partial<Parcel>>();
  if (!field) return wanted;
  for (const id of rows.flatMap(({ row }) => row.parcelIds ?? [])) {
    const key = table.called(id);
    const own = key === undefined ? undefined : table.record(key)?.[field];
    if (taken ? own === on : own === undefined) wanted.set(id, { [field]: taken ? undefined : on });
  }
  return wanted;
}

/** 解除合同: what the ended contracts said of parcels is said no more; `taken`: the end was recorded by mistake, and it is again. */
export function terminatedDays(books: Books, rows: readonly RowEntry[], taken = false): Map<string, Partial<Parcel>> {
  const marks = new Map<string, Partial<Parcel>>();
  for (const entry of rows)
    for (const { step, on } of terminatedSteps(entry.row))
      for (const [id, fields] of stepDays(books, [entry], step, on, !taken))
        marks.set(id, { ...marks.get(id), ...fields });
  return marks;
}
