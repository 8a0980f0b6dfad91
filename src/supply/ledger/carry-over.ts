import type { SupplyRow } from '../../domain/land/model.ts';
import { isUnfinished, lastStep } from '../../domain/land/supply/row-life.ts';
import { isPlanned, type BookedRow, type LedgerSource } from './booked.ts';
import { life, location, number, rowArea, serial, unit, use } from './row-tables.ts';
import type { LedgerTable } from './shape.ts';
import { tableOf, text, columnSaying } from './table.ts';

/** 上年度未完成: what last year's plan leaves, with the row of this year's that it goes on in. */
export function carryOverTable(source: LedgerSource, last: readonly BookedRow[]): LedgerTable {
  const { date } = source;
  const goesOn = goingOn(source);
  const things = last.filter((own) => isPlanned(own) && (own.state === 'carried-over' || isUnfinished(own.row, date)));
  return tableOf<BookedRow>({
    id: 'carry-over',
    things,
    line: ({ key, row }) => ({ kind: 'supplyRow', key, id: row.id }),
    columns: [
      serial,
      unit,
      number,
      location,
      rowArea,
      use,
      ...life,
      columnSaying(text('reason'), ({ row }) => lastStep(row, date)?.reason ?? null),
      columnSaying(text('carried-to'), ({ row, state }) => {
        const to = state === 'carried-over' ? goesOn(row) : undefined;
        return to ? (to.number ?? to.id) : null;
      }),
    ],
  });
}

/** The row of another year's plan that goes on from a row, or from what that was in versions before. */
function goingOn({ plans, rows }: LedgerSource): (row: SupplyRow) => SupplyRow | undefined {
  const years = new Map(plans.map(({ plan }) => [plan.id, plan.year]));
  const yearOf = ({ planId }: SupplyRow) => years.get(planId ?? '');
  const byId = new Map(rows.map(({ row }) => [row.id, row]));
  const isFromBefore = (row: SupplyRow) => yearOf(row) !== yearOf(byId.get(row.continues ?? '') ?? row);
  const next = new Map(rows.flatMap(({ row }) => (isFromBefore(row) ? [[row.continues, row] as const] : [])));
  return (row) => {
    const seen = new Set<SupplyRow>();
    for (let own: SupplyRow | undefined = row; own && !seen.has(own); own = byId.get(own.continues ?? '')) {
      if (yearOf(own) !== yearOf(row)) break;
      const to = next.get(own.id);
      if (to) return to;
      seen.add(own);
    }
    return undefined;
  };
}
