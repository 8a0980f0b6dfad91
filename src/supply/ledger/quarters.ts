import { datedSteps } from '../../domain/land/supply/row-life.ts';
import type { BookedRow } from './booked.ts';

const two = (n: number): string => String(n).padStart(2, '0');
/** `YYYY-MM`, so many months after another. */
export function monthAfter(month: string, months: number): string {
  const n = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  return `${Math.floor(n / 12)}-${two((n % 12) + 1)}`;
}

/** Months in which a row is to be announced, first and last; null where neither month nor quarter is said. */
export function monthsOf({ row }: Pick<BookedRow, 'row'>, year: number | undefined): readonly [string, string] | null {
  if (row.announceMonth !== undefined) return [row.announceMonth, row.announceMonth];
  if (row.quarter === undefined || year === undefined) return null;
  return [`${year}-${two(3 * row.quarter - 2)}`, `${year}-${two(3 * row.quarter)}`];
}

/** Not announced yet, or to be announced again. */
export const isToBeAnnounced = ({ state }: Pick<BookedRow, 'state'>): boolean =>
  state === 'planned' || state === 'failed';

/** To be announced in the month of the day or those after it, so many in all. */
export function isDueSoon(own: BookedRow, year: number | undefined, day: string, months: number): boolean {
  const span = monthsOf(own, year);
  if (!span || !isToBeAnnounced(own)) return false;
  const from = day.slice(0, 7);
  return span[1] >= from && span[0] <= monthAfter(from, months - 1);
}

/** Its time is over and it never was announced. */
export function isOverdue(own: BookedRow, year: number | undefined, day: string): boolean {
  const span = monthsOf(own, year);
  return span !== null && own.state === 'planned' && span[1] < day.slice(0, 7) && datedSteps(own.row).length === 0;
}
