import { addDays, isWeekend } from './dates.ts';
import type { HolidayYear } from './shape/pack.ts';

/** Is the day off? Weekends are, unless worked; a year without a list has only its weekends. */
function isOff(date: string, years: readonly HolidayYear[]): boolean {
  if (years.some((y) => y.off.some(([first, last]) => first <= date && date <= last))) return true;
  return isWeekend(date) && !years.some((y) => y.worked.includes(date));
}

/**
 * Last day of a period of `days` after `from`, the first day not counted; a last day on a day off moves to the first
 * working day after it (民法典 203). `listed` is false where no list covers the last day, so that only weekends moved it.
 */
export function lastDay(
  from: string,
  days: number,
  years: readonly HolidayYear[],
): { readonly date: string; readonly listed: boolean } {
  let date = addDays(from, days);
  while (isOff(date, years)) date = addDays(date, 1);
  const listed = years.some((y) => String(y.year) === date.slice(0, 4));
  return { date, listed };
}
