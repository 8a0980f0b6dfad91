import type { SupplyPlan } from '../../domain/land/model.ts';
import { byVersion, lastState, nextStates, planStateOf } from '../../domain/land/supply/plan-life.ts';
import { absentTable } from './absent.ts';
import { bookedRows, isPlanned, viewOf, type BookedRow, type LedgerSource } from './booked.ts';
import { calendarTable } from './calendar.ts';
import { carryOverTable } from './carry-over.ts';
import { execution, executionByUnit } from './execution.ts';
import { areaOf } from './groups.ts';
import { problemsOf } from './problems.ts';
import { reportTable } from './reports.ts';
import { housingTable, parcelTable, preApplications, reserveTable, rollingTable } from './row-tables.ts';
import type { Ledger, PlanHead } from './shape.ts';
import { smallParks } from './small-parks.ts';
import { business, summary } from './summary.ts';

type Entry = LedgerSource['plans'][number];

/** All plans, by year and version. */
const plansOf = (source: LedgerSource): readonly Entry[] => [...source.plans].sort((a, b) => byVersion(a.plan, b.plan));

export function headOf(
  source: LedgerSource,
  { key, plan, now = plan }: Entry,
  rows = bookedRows(source, plan),
): PlanHead {
  const planned = rows.filter(isPlanned);
  const stateNow = planStateOf(now);
  return {
    key,
    plan,
    state: planStateOf(plan),
    stateOn: lastState(plan)?.on ?? null,
    // What can be done to it is of today, whichever day is read.
    next: nextStates(now),
    isOpen: stateNow === 'draft',
    isAdjustable: stateNow === 'published' && !source.plans.some((own) => own.plan.adjusts === plan.id),
    rows: planned.length,
    areaM2: areaOf(planned),
  };
}

/** The plan in force of a year, null where it has none; of no year in particular that of the day's, else the newest. */
export function planOn(source: LedgerSource, year?: number): Entry | null {
  const plans = plansOf(source);
  return inForce(plans, year ?? yearOf(source)) ?? (year === undefined ? plans.at(-1) : undefined) ?? null;
}

const yearOf = ({ date }: LedgerSource): number => Number(date.slice(0, 4));

/** The version of a year that counts: the newest that has left the draft, else the newest. */
function inForce(plans: readonly Entry[], year: number): Entry | undefined {
  const own = plans.filter(({ plan }) => plan.year === year);
  return own.findLast(({ plan }) => planStateOf(plan) !== 'draft') ?? own.at(-1);
}

/** 台账 of one plan on the day, or of a year without one: then the tables are there, and empty but for what needs none. */
export function ledgerOf(
  source: LedgerSource,
  entry: Entry | null,
  asked = yearOf(source),
): Omit<Ledger, 'version' | 'names'> {
  const plans = plansOf(source);
  const year = entry?.plan.year ?? asked;
  const last = inForce(plans, year - 1) ?? null;
  const plan: SupplyPlan = entry?.plan ?? { id: '' };
  const rows = entry ? bookedRows(source, plan) : [];
  const before = last ? bookedRows(source, last.plan) : [];
  const tables = tablesOf(source, { plan, rows, before, last: last?.plan ?? null, year, isThere: entry !== null });
  return {
    date: source.date,
    year,
    plans: plans.map((own) => headOf(source, own)),
    plan: entry && headOf(source, entry, rows),
    lastPlan: last && headOf(source, last, before),
    rows: rows.map(viewOf),
    tables,
    problems: entry ? problemsOf(source, plan, rows, tables.summary) : [],
    rollingMonths: source.pack.ledger.rolling.months,
  };
}

interface Shown {
  readonly plan: SupplyPlan;
  readonly rows: readonly BookedRow[];
  readonly last: SupplyPlan | null;
  readonly before: readonly BookedRow[];
  readonly year: number;
  readonly isThere: boolean;
}

const tablesOf = (source: LedgerSource, { plan, rows, last, before, year, isThere }: Shown): Ledger['tables'] => ({
  execution: execution('execution', source, last, before),
  'execution-units': executionByUnit(source, last, before),
  progress: execution('progress', source, isThere ? plan : null, rows),
  summary: summary(source, plan, rows),
  business: business(source, plan, rows),
  parcels: parcelTable(rows),
  housing: housingTable(source, plan, rows),
  reserve: reserveTable(rows),
  'pre-applications': preApplications(rows),
  rolling: rollingTable(source, plan, rows),
  'small-parks': smallParks(source, rows),
  'carry-over': carryOverTable(source, before),
  absent: absentTable(source, year, plan, rows),
  calendar: calendarTable(source, year),
  'monthly-reports': reportTable(source),
});
