import type { MonthlyReport, Park } from '../../domain/land/model.ts';
import { monthsBetween } from '../../policy/measures/months.ts';
import type { LedgerPark, LedgerSource } from './booked.ts';
import type { LedgerCell, LedgerColumn, LedgerTable } from './shape.ts';
import { count, summed, tableOf, text, columnSaying, wan, type SayingColumn } from './table.ts';

/** 谋划, 已开工, 存量: as parks are counted. */
type ParkStatus = 'idea' | 'started' | 'existing';

/** A key park that reports 月报 (clause 29), with the months that are due by the day. */
export interface Reporting extends LedgerPark {
  readonly due: readonly string[];
  readonly given: readonly string[];
  readonly missing: readonly string[];
  /** Of the last month reported by the day. */
  readonly last: MonthlyReport | null;
}

/** Key parks that began to report: a month's report is due once the month is over, as the rule has it. */
export const reportingParks = ({ parks, date }: LedgerSource): readonly Reporting[] =>
  parks.flatMap((park): readonly Reporting[] => {
    const { keyPark, reportingFrom, monthlyReports = [], monthlyFigures = [] } = park.record;
    if (keyPark !== true || reportingFrom === undefined) return [];
    const due = monthsBetween(reportingFrom.slice(0, 7), date.slice(0, 7));
    const told = monthlyFigures
      .filter(({ month }) => month !== undefined && month <= date.slice(0, 7))
      .sort((a, b) => (a.month! < b.month! ? -1 : 1));
    return [
      {
        ...park,
        due,
        given: due.filter((month) => monthlyReports.includes(month)),
        missing: due.filter((month) => !monthlyReports.includes(month)),
        last: told.at(-1) ?? null,
      },
    ];
  });

function statusOf({ stage }: Park): ParkStatus | null {
  if (stage === undefined) return null;
  if (stage === 'operating') return 'existing';
  return stage === 'building' ? 'started' : 'idea';
}

/** 月报表: what is due, given and missing, park by park, with the figures of the last report. A form of ours. */
export function reportTable(source: LedgerSource): LedgerTable {
  return tableOf({
    id: 'monthly-reports',
    isOurs: true,
    things: reportingParks(source),
    line: ({ key, record }) => ({ kind: 'park', key, id: record.id }),
    columns: [...dueColumns, ...figureColumns],
  });
}

const dueColumns: readonly SayingColumn<Reporting>[] = [
  columnSaying({ id: 'serial', holds: 'number', unit: 'count' }, (_, n) => n + 1),
  columnSaying({ id: 'unit', holds: 'code', of: 'unit' }, ({ unit }) => unit),
  columnSaying(text('park'), ({ record }) => record.name ?? record.id),
  columnSaying({ id: 'status', holds: 'code', of: 'park-status' }, ({ record }) => statusOf(record)),
  summed(count('due'), ({ due }) => due.length),
  summed(count('given'), ({ given }) => given.length),
  summed(count('missing'), ({ missing }) => missing.length),
  columnSaying({ id: 'missing-months', holds: 'texts' }, ({ missing }) => missing),
];

type Figure = { [K in keyof MonthlyReport]-?: MonthlyReport[K] extends number | undefined ? K : never }[keyof MonthlyReport]; // prettier-ignore
const figure = (column: LedgerColumn, field: Figure): SayingColumn<Reporting> =>
  summed(column, ({ last }) => last?.[field] ?? null);
const plain = (column: LedgerColumn, of: (last: MonthlyReport) => LedgerCell | undefined): SayingColumn<Reporting> =>
  columnSaying(column, ({ last }) => (last && of(last)) ?? null);
const floor = (id: LedgerColumn['id']): LedgerColumn => ({ id, holds: 'number', unit: 'm2' });

const figureColumns: readonly SayingColumn<Reporting>[] = [
  plain(text('report-month'), ({ month }) => month),
  plain({ id: 'started', holds: 'flag' }, ({ startedThisMonth }) => startedThisMonth),
  figure(wan('year-investment'), 'yearInvestmentWan'),
  figure(wan('total-investment'), 'totalInvestmentWan'),
  figure(floor('planned-floor'), 'plannedFloorM2'),
  figure(floor('completed-floor'), 'completedFloorM2'),
  figure(floor('multi-storey-floor'), 'multiStoreyFloorM2'),
  figure(floor('let-floor'), 'letFloorM2'),
  figure(floor('sold-floor'), 'soldFloorM2'),
  figure(count('firms'), 'firms'),
  figure(count('above-scale-firms'), 'aboveScaleFirms'),
  figure(count('technology-firms'), 'technologyFirms'),
  figure(count('specialised-firms'), 'specialisedFirms'),
  figure(count('new-firms'), 'newFirms'),
  figure(count('employees'), 'employees'),
  figure(wan('tax-sum'), 'taxWan'),
  figure(wan('output-sum'), 'outputWan'),
  plain(text('problems'), ({ problems }) => problems),
];
