import type { SupplyPlan } from '../../domain/land/model.ts';
import { isSoundLife } from '../../domain/land/supply/row-life.ts';
import { usesOf } from '../../policy/supply-uses.ts';
import { isPlanned, type BookedRow, type LedgerSource } from './booked.ts';
import { isOverdue, isToBeAnnounced, monthsOf } from './quarters.ts';
import type { LedgerProblem, LedgerTable } from './shape.ts';

/** Stated and summed areas that differ by more are said; parcels are measured to 0.01 m² each. */
const DIFFERS_M2 = 0.5;
/** Sums, and areas typed in 亩, are off by less. */
const SUMMED_M2 = 0.005;

/** What is odd about a plan and its rows: nothing of it stops anything. */
export function problemsOf(
  source: LedgerSource,
  plan: SupplyPlan,
  rows: readonly BookedRow[],
  summary: LedgerTable,
): readonly LedgerProblem[] {
  const codes = new Set(usesOf(source.pack, plan.uses).map(({ code }) => code));
  const seen = new Map<string, string>();
  return [
    ...strays(source),
    ...rows.flatMap((own) => [...ofRow(own, codes), ...ofTime(own, plan, source), ...ofParcels(source, own, seen)]),
    ...ofCeilings(summary),
  ];
}

const nameOf = ({ row }: Pick<BookedRow, 'row'>): string => row.number ?? row.id;

function strays({ plans, rows }: LedgerSource): readonly LedgerProblem[] {
  const known = new Set(plans.map(({ plan }) => plan.id));
  return rows
    .filter(({ row }) => !known.has(row.planId ?? ''))
    .map((own) => ({ code: 'row-stray', params: { row: nameOf(own), plan: own.row.planId ?? '' } }));
}

function ofRow(own: BookedRow, codes: ReadonlySet<string>): readonly LedgerProblem[] {
  const { row } = own;
  const name = nameOf(own);
  const found: LedgerProblem[] = [];
  if (own.areaM2 === null) found.push({ code: 'area-unknown', params: { row: name } });
  if (row.use === undefined || !codes.has(row.use))
    found.push({ code: 'use-unknown', params: { row: name, use: row.use ?? '' } });
  if (own.unit === null) found.push({ code: 'unit-unknown', params: { row: name } });
  if (row.isNew === undefined) found.push({ code: 'is-new-unknown', params: { row: name } });
  if (!isSoundLife(row)) found.push({ code: 'steps-odd', params: { row: name } });
  return found;
}

function ofTime(own: BookedRow, { year }: SupplyPlan, { date }: LedgerSource): readonly LedgerProblem[] {
  if (!isPlanned(own)) return [];
  if (isOverdue(own, year, date))
    return [{ code: 'row-overdue', params: { row: nameOf(own), until: monthsOf(own, year)![1] } }];
  if (isToBeAnnounced(own) && monthsOf(own, year) === null)
    return [{ code: 'quarter-unknown', params: { row: nameOf(own) } }];
  return [];
}

/** `seen`: of the rows before, by parcel. */
function ofParcels(source: LedgerSource, own: BookedRow, seen: Map<string, string>): readonly LedgerProblem[] {
  const found: LedgerProblem[] = [];
  const { row, parts } = own;
  for (const parcel of row.parcelIds ?? []) {
    if (!source.parcel(parcel)) found.push({ code: 'parcel-gone', params: { row: nameOf(own), parcel } });
    const other = seen.get(parcel);
    if (other !== undefined) found.push({ code: 'parcel-twice', params: { row: nameOf(own), other, parcel } });
    else seen.set(parcel, nameOf(own));
  }
  const known = parts.length === row.parcelIds?.length && parts.every(({ areaM2 }) => areaM2 !== null);
  const sum = parts.reduce((all, { areaM2 }) => all + (areaM2 ?? 0), 0);
  if (known && parts.length > 0 && row.areaM2 !== undefined && Math.abs(row.areaM2 - sum) > DIFFERS_M2)
    found.push({ code: 'area-differs', params: { row: nameOf(own), statedM2: row.areaM2, parcelsM2: sum } });
  return found;
}

/** Where rows come to more than the plan allows. */
function ofCeilings({ columns, rows, totals }: LedgerTable): readonly LedgerProblem[] {
  return [...rows, ...(totals ? [totals] : [])].flatMap(({ cells, most }) =>
    (most ?? []).flatMap((bound, at): LedgerProblem[] => {
      const areaM2 = cells[at] as number;
      if (bound === null || areaM2 <= bound + SUMMED_M2) return [];
      const unit = typeof cells[0] === 'string' ? cells[0] : '';
      return [{ code: 'over-ceiling', params: { use: columns[at].use ?? '', unit, areaM2, mostM2: bound } }];
    }),
  );
}
