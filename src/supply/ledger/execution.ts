import type { SupplyPlan } from '../../domain/land/model.ts';
import { isPlanned, type BookedRow, type LedgerSource } from './booked.ts';
import { areaOf, unitsOf, useGroups } from './groups.ts';
import type { LedgerCell, LedgerTable, LedgerTableId } from './shape.ts';
import { area, count, summed, tableOf, columnSaying, type SayingColumn } from './table.ts';

/** What became of rows: each is in one of these. */
type Outcome = 'supplied' | 'late' | 'open' | 'failed' | 'withdrawn' | 'carried';

/** Supplied is what has a contract, in the year of its day; `late`: in a year after the plan's. */
function outcomeOf({ suppliedOn, state }: BookedRow, year: number | undefined): Outcome {
  if (suppliedOn !== null) return year !== undefined && Number(suppliedOn.slice(0, 4)) > year ? 'late' : 'supplied';
  if (state === 'failed' || state === 'withdrawn') return state;
  return state === 'carried-over' ? 'carried' : 'open';
}

interface Group {
  readonly code: string | null;
  readonly rows: readonly BookedRow[];
}

/** 计划执行情况 by use: what was planned, what of it was supplied by the day, and what became of the rest. */
export function execution(
  id: 'execution' | 'progress',
  source: LedgerSource,
  plan: SupplyPlan | null,
  rows: readonly BookedRow[],
): LedgerTable {
  const planned = rows.filter(isPlanned);
  const groups = plan ? useGroups(source, plan, planned).filter(({ isKind }) => !isKind) : [];
  const things = groups.map(({ code, has }): Group => ({ code, rows: planned.filter(has) })).filter(isThere);
  return executed(id, 'use', things, plan?.year);
}

const isThere = ({ rows }: Group): boolean => rows.length > 0;

/** The same by responsible unit. */
export function executionByUnit(
  source: LedgerSource,
  plan: SupplyPlan | null,
  rows: readonly BookedRow[],
): LedgerTable {
  const planned = rows.filter(isPlanned);
  const things = unitsOf(source, planned).map((code) => ({ code, rows: planned.filter(({ unit }) => unit === code) }));
  return executed('execution-units', 'unit', things, plan?.year);
}

function executed(
  id: LedgerTableId,
  by: 'use' | 'unit',
  things: readonly Group[],
  year: number | undefined,
): LedgerTable {
  const of =
    (...outcomes: readonly Outcome[]) =>
    (rows: readonly BookedRow[]) =>
      rows.filter((own) => outcomes.includes(outcomeOf(own, year)));
  const amount = (meant: (rows: readonly BookedRow[]) => readonly BookedRow[]) => (group: Group) =>
    areaOf(meant(group.rows));
  const supplied = of('supplied');
  const columns: SayingColumn<Group>[] = [
    columnSaying({ id: by, holds: 'code', of: by }, ({ code }) => code),
    summed(count('rows'), ({ rows }) => rows.length),
    summed(area('planned-area'), ({ rows }) => areaOf(rows)),
    summed(count('supplied-rows'), ({ rows }) => supplied(rows).length),
    summed(area('supplied-area'), amount(supplied)),
    summed(
      area('new-area'),
      amount((rows) => supplied(rows).filter(({ row }) => row.isNew === true)),
    ),
    summed(
      area('stock-area'),
      amount((rows) => supplied(rows).filter(({ row }) => row.isNew === false)),
    ),
    columnSaying({ id: 'supplied-share', holds: 'number', unit: 'share' }, ({ rows }) =>
      shareOf(areaOf(supplied(rows)), areaOf(rows)),
    ),
    summed(area('late-area'), amount(of('late'))),
    summed(area('open-area'), amount(of('open'))),
    summed(area('failed-area'), amount(of('failed'))),
    summed(area('withdrawn-area'), amount(of('withdrawn'))),
    summed(area('carried-area'), amount(of('carried'))),
  ];
  return withShare(tableOf({ id, columns, things, line: () => null }));
}

const shareOf = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

/** 完成率 of all is that of the sums. */
function withShare(table: LedgerTable): LedgerTable {
  const { totals, columns } = table;
  if (!totals) return table;
  const at = (id: string) => totals.cells[columns.findIndex((column) => column.id === id)] as number;
  const share = shareOf(at('supplied-area'), at('planned-area'));
  const cells = totals.cells.map((cell, n): LedgerCell => (columns[n].id === 'supplied-share' ? share : cell));
  return { ...table, totals: { ...totals, cells } };
}
