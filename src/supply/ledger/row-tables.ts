import type { NumberRange, SupplyPlan } from '../../domain/land/model.ts';
import { usesOf } from '../../policy/supply-uses.ts';
import { isPlanned, type BookedRow, type LedgerSource } from './booked.ts';
import { isDueSoon } from './quarters.ts';
import type { LedgerColumn, LedgerTable, LedgerTableId } from './shape.ts';
import { area, date, summed, tableOf, text, columnSaying, wan, type SayingColumn } from './table.ts';

/** 宗地表: every row that is planned, with all its columns. */
export const parcelTable = (rows: readonly BookedRow[]): LedgerTable =>
  rowTable('parcels', rows.filter(isPlanned), full);

/** 住宅用地宗地表, which is published by itself. */
export function housingTable({ pack }: LedgerSource, plan: SupplyPlan, rows: readonly BookedRow[]): LedgerTable {
  const codes = new Set(usesOf(pack, plan.uses).flatMap((use) => (use.housing ? [use.code] : [])));
  return rowTable(
    'housing',
    rows.filter((own) => isPlanned(own) && codes.has(own.row.use ?? '')),
    housing,
  );
}

/** 储备: in no total until the bureau promotes them. */
export const reserveTable = (rows: readonly BookedRow[]): LedgerTable =>
  rowTable(
    'reserve',
    rows.filter((own) => !isPlanned(own)),
    full,
  );

/** 用地预申请 */
export const preApplications = (rows: readonly BookedRow[]): LedgerTable =>
  rowTable(
    'pre-applications',
    rows.filter(({ row }) => row.preApplication !== undefined),
    [
      ...named,
      columnSaying(date('applied-on'), ({ row }) => row.preApplication?.on ?? null),
      columnSaying(wan('promised-price'), ({ row }) => row.preApplication?.promisedWan ?? null),
      columnSaying(date('accepted-on'), ({ row }) => row.preApplication?.acceptedOn ?? null),
      mode,
      ...life,
    ],
  );

/** 拟供清单: what is to be announced in the next months, and was not. */
export function rollingTable(
  { pack, date: day }: LedgerSource,
  plan: SupplyPlan,
  rows: readonly BookedRow[],
): LedgerTable {
  const { months } = pack.ledger.rolling;
  const soon = rows.filter((own) => isPlanned(own) && isDueSoon(own, plan.year, day, months));
  return rowTable('rolling', soon, [...named, ...source, ...time, far, term, startPrice, deposit, remark]);
}

const rowTable = (
  id: LedgerTableId,
  things: readonly BookedRow[],
  columns: readonly SayingColumn<BookedRow>[],
): LedgerTable => tableOf({ id, columns, things, line: ({ key, row }) => ({ kind: 'supplyRow', key, id: row.id }) });

const code = (id: LedgerColumn['id'], of: 'unit' | 'use' | 'mode' | 'row-state'): LedgerColumn => ({ id, holds: 'code', of }); // prettier-ignore
const condition = (
  id: LedgerColumn['id'],
  field: 'far' | 'density' | 'buildingCoefficient' | 'green' | 'heightM' | 'ancillaryLand' | 'ancillaryFloor',
  unit: 'ratio' | 'share' | 'm' = 'share',
): SayingColumn<BookedRow> =>
  columnSaying({ id, holds: 'range', unit }, ({ row }): NumberRange | null => row.conditions?.[field] ?? null);

export const serial: SayingColumn<BookedRow> = columnSaying(
  { id: 'serial', holds: 'number', unit: 'count' },
  (_, n) => n + 1,
);
export const unit: SayingColumn<BookedRow> = columnSaying(code('unit', 'unit'), (own) => own.unit);
export const number: SayingColumn<BookedRow> = columnSaying(text('number'), ({ row }) => row.number ?? null);
export const location: SayingColumn<BookedRow> = columnSaying(text('location'), ({ row }) => row.location ?? null);
export const rowArea: SayingColumn<BookedRow> = summed(area('area'), ({ areaM2 }) => areaM2);
export const use: SayingColumn<BookedRow> = columnSaying(code('use', 'use'), ({ row }) => row.use ?? null);
const parcels: SayingColumn<BookedRow> = columnSaying(
  { id: 'parcels', holds: 'texts' },
  ({ row }) => row.parcelIds ?? null,
);
const park: SayingColumn<BookedRow> = columnSaying(text('park'), (own) => own.park);
const mode: SayingColumn<BookedRow> = columnSaying(code('mode', 'mode'), ({ row }) => row.supplyMode ?? null);
const far = condition('far', 'far', 'ratio');
const term: SayingColumn<BookedRow> = columnSaying(
  { id: 'term', holds: 'number', unit: 'year' },
  ({ row }) => row.conditions?.termYears ?? null,
);
const startPrice: SayingColumn<BookedRow> = columnSaying(wan('start-price'), ({ row }) => row.startPriceWan ?? null);
const deposit: SayingColumn<BookedRow> = columnSaying(wan('deposit'), ({ row }) => row.depositWan ?? null);
const remark: SayingColumn<BookedRow> = columnSaying(text('remark'), ({ row }) => row.remark ?? null);

export const life: readonly SayingColumn<BookedRow>[] = [
  columnSaying(code('state', 'row-state'), ({ state }) => state),
  columnSaying(date('state-on'), ({ stateOn }) => stateOn),
];
const named = [serial, unit, number, parcels, location, rowArea, use];
const source: readonly SayingColumn<BookedRow>[] = [
  columnSaying({ id: 'is-new', holds: 'flag' }, ({ row }) => row.isNew ?? null),
  columnSaying(text('land-source'), ({ row }) => row.landSource ?? null),
  mode,
];
const time: readonly SayingColumn<BookedRow>[] = [
  columnSaying({ id: 'quarter', holds: 'number', unit: 'quarter' }, ({ row }) => row.quarter ?? null),
  columnSaying(text('announce-month'), ({ row }) => row.announceMonth ?? null),
];
const conditions = [
  far,
  condition('density', 'density'),
  condition('building-coefficient', 'buildingCoefficient'),
  condition('green', 'green'),
  condition('height', 'heightM', 'm'),
  term,
];
const perMu = (id: LedgerColumn['id'], of: (own: BookedRow) => number | undefined): SayingColumn<BookedRow> =>
  columnSaying({ id, holds: 'number', unit: 'wanYuanPerMu' }, (own) => of(own) ?? null);
/** What auctions of industrial land ask besides. */
const industry: readonly SayingColumn<BookedRow>[] = [
  columnSaying(text('industry'), ({ row }) => row.conditions?.industry ?? null),
  perMu('investment', ({ row }) => row.agreedInvestmentPerMuWan),
  perMu('output', ({ row }) => row.agreedOutputPerMuWan),
  perMu('tax', ({ row }) => row.agreedTaxPerMuWan),
  condition('ancillary-land', 'ancillaryLand'),
  condition('ancillary-floor', 'ancillaryFloor'),
];
const full = [...named, park, ...source, ...time, ...conditions, ...industry, startPrice, deposit, remark, ...life];
const housing = [...named, ...source, ...time, ...conditions, startPrice, deposit, remark, ...life];
