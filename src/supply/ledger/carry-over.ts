import { isUnfinished, lastStep } from '../../domain/land/supply/row-life.ts';
import { isPlanned, type BookedRow, type LedgerSource } from './booked.ts';
import { life, location, number, rowArea, serial, unit, use } from './row-tables.ts';
import type { LedgerTable } from './shape.ts';
import { tableOf, text, told } from './table.ts';

/** 上年度未完成: what last year's plan leaves, with the row of this year's that it goes on in. */
export function carryOverTable({ date, rows }: LedgerSource, last: readonly BookedRow[]): LedgerTable {
  const next = new Map(rows.map(({ row }) => [row.continues, row]));
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
      told(text('reason'), ({ row }) => lastStep(row, date)?.reason ?? null),
      told(text('carried-to'), ({ row, state }) => {
        const to = state === 'carried-over' ? next.get(row.id) : undefined;
        return to ? (to.number ?? to.id) : null;
      }),
    ],
  });
}
