import type { AssessmentKind } from '../../policy/shape/ledger.ts';
import type { LedgerSource } from './booked.ts';
import { monthAfter } from './quarters.ts';
import { reportingParks } from './reports.ts';
import type { LedgerTable } from './shape.ts';
import { count, date, tableOf, text, columnSaying } from './table.ts';

interface Event {
  readonly kind: AssessmentKind;
  /** `2026-03`, `2026-Q1`, `2026-H1`, `2026` */
  readonly period: string;
  readonly months: readonly string[];
  readonly on: string;
}

/** 考核日程 (clause 28) of a year, with the monthly reports there are by the day for what is assessed. Days are settings. */
export function calendarTable(source: LedgerSource, year: number): LedgerTable {
  const parks = reportingParks(source);
  const countOf = (of: 'due' | 'given' | 'missing') => (event: Event) =>
    parks.reduce((sum, park) => sum + park[of].filter((month) => event.months.includes(month)).length, 0);
  const things = source.pack.ledger.calendar
    .flatMap((kind) => eventsOf(kind, year))
    .sort((a, b) => (a.on === b.on ? a.kind.every - b.kind.every : a.on < b.on ? -1 : 1));
  return tableOf<Event>({
    id: 'calendar',
    isOurs: true,
    things,
    line: () => null,
    columns: [
      columnSaying(date('on'), (event) => event.on),
      columnSaying({ id: 'what', holds: 'code', of: 'assessment' }, ({ kind }) => kind.id),
      columnSaying(text('period'), ({ period }) => period),
      columnSaying(count('due'), countOf('due')),
      columnSaying(count('given'), countOf('given')),
      columnSaying(count('missing'), countOf('missing')),
    ],
  });
}

const signs: Readonly<Record<number, (year: number, n: number) => string>> = {
  1: (year, n) => `${year}-${String(n).padStart(2, '0')}`,
  3: (year, n) => `${year}-Q${n}`,
  6: (year, n) => `${year}-H${n}`,
  12: (year) => String(year),
};

function eventsOf(kind: AssessmentKind, year: number): readonly Event[] {
  return Array.from({ length: 12 / kind.every }, (_, n): Event => {
    const first = `${year}-${String(n * kind.every + 1).padStart(2, '0')}`;
    return {
      kind,
      period: signs[kind.every](year, n + 1),
      months: Array.from({ length: kind.every }, (__, month) => monthAfter(first, month)),
      on: dayAfter(`${monthAfter(first, kind.every)}-01`, kind.due - 1),
    };
  });
}

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
