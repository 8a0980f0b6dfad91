import { isDate } from '../../domain/written-date.ts';
import { known, unknown, type Figure, type Input } from '../../domain/land/figure.ts';
import type { Months } from '../shape/expression.ts';
import { recordOf } from '../scope.ts';
import type { Scope } from '../shape/scope.ts';

/**
 * Whole months 月份 from that of a day on the record to the last one that is over on the day judged; of a list only
 * those it does not name. Its inputs are the months.
 */
export function monthsOf({ since, without }: Months, scope: Scope): Input<Figure> {
  const { kind, id, record } = recordOf(scope);
  const first = record[since];
  if (!isDate(first)) return unknown({ kind, id, field: since });
  const due = monthsBetween(first.slice(0, 7), scope.date.slice(0, 7));
  const filed = without === undefined ? [] : record[without];
  // Where none is due yet, none can be lacking.
  if (!Array.isArray(filed)) return due.length > 0 ? unknown({ kind, id, field: without! }) : count(since, []);
  return count(
    since,
    due.filter((month) => !filed.includes(month)),
  );
}

const count = (what: string, months: readonly string[]): Input<Figure> =>
  known({ what, value: months.length, unit: 'count', inputs: months });

/** Months `YYYY-MM` from the first, included, to the last, not included. */
export function monthsBetween(first: string, last: string): readonly string[] {
  const [from, to] = [first, last].map((month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1);
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => monthAt(from + i));
}

const monthAt = (n: number): string => `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`;
