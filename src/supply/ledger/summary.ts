import type { SupplyPlan } from '../../domain/land/model.ts';
import { usesOf } from '../../policy/supply-uses.ts';
import { isPlanned, type BookedRow, type LedgerSource } from './booked.ts';
import { areaOf, unitsOf, useGroups, type UseGroup } from './groups.ts';
import type { LedgerLine, LedgerTable, LedgerTableId } from './shape.ts';
import { area, count, summed, tableOf, columnSaying, type SayingColumn } from './table.ts';

interface Unit {
  readonly code: string | null;
  readonly rows: readonly BookedRow[];
}

/** 汇总表: a line a responsible unit; 供应面积, 新增 and 存量 in all and of each use. */
export function summary(source: LedgerSource, plan: SupplyPlan, rows: readonly BookedRow[]): LedgerTable {
  const planned = rows.filter(isPlanned);
  return withCeilings(summaryOf('summary', source, planned, useGroups(source, plan, planned)), plan);
}

/** 经营性用地: the same of what is sold for business. */
export function business(source: LedgerSource, plan: SupplyPlan, rows: readonly BookedRow[]): LedgerTable {
  const codes = new Set(usesOf(source.pack, plan.uses).flatMap((use) => (use.business ? [use.code] : [])));
  const own = rows.filter(
    (booked) => isPlanned(booked) && booked.row.supplyMode !== 'allocation' && codes.has(booked.row.use ?? ''),
  );
  return summaryOf(
    'business',
    source,
    own,
    useGroups(source, plan, own, (use) => use.business === true),
  );
}

function summaryOf(
  id: LedgerTableId,
  source: LedgerSource,
  rows: readonly BookedRow[],
  groups: readonly UseGroup[],
): LedgerTable {
  const all = { code: undefined, has: () => true };
  const things = unitsOf(source, rows).map((code): Unit => ({ code, rows: rows.filter(({ unit }) => unit === code) }));
  const columns: SayingColumn<Unit>[] = [
    columnSaying({ id: 'unit', holds: 'code', of: 'unit' }, ({ code }) => code),
    summed(count('rows'), (unit) => unit.rows.length),
    ...[all, ...groups].flatMap(({ code, has }) => {
      const of = (meant: (row: BookedRow) => boolean) => (unit: Unit) =>
        areaOf(unit.rows.filter((row) => has(row) && meant(row)));
      return [
        summed(
          area('area', code),
          of(() => true),
        ),
        summed(
          area('new-area', code),
          of(({ row }) => row.isNew === true),
        ),
        summed(
          area('stock-area', code),
          of(({ row }) => row.isNew === false),
        ),
      ];
    }),
  ];
  return tableOf({ id, columns, things, line: () => null });
}

/** 以内: what the plan bounds, beside what its rows come to. */
function withCeilings(table: LedgerTable, { ceilings = [] }: SupplyPlan): LedgerTable {
  if (ceilings.length === 0) return table;
  const bounded = (line: LedgerLine, unit: string | undefined): LedgerLine => {
    const most = table.columns.map(({ id, use }) => {
      // Land whose use is not stated is under no bound of its own: one without a use is of all.
      if (id !== 'area' || use === null) return null;
      // Of several of the same the tightest is what holds.
      const own = ceilings.flatMap((of) => (of.unit === unit && of.use === use ? (of.mostM2 ?? []) : []));
      return own.length > 0 ? Math.min(...own) : null;
    });
    return most.some((own) => own !== null) ? { ...line, most } : line;
  };
  return {
    ...table,
    rows: table.rows.map((line) => (typeof line.cells[0] === 'string' ? bounded(line, line.cells[0]) : line)),
    totals: table.totals && bounded(table.totals, undefined),
  };
}
