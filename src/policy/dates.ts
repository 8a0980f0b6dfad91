import { digitsIn } from '../domain/written-date.ts';

/** Days and terms of the Civil Code 民法典 (articles 200–204) on dates written YYYY-MM-DD. */

const dayMs = 86_400_000;
const timeOf = (date: string): number =>
  Date.UTC(digitsIn(date, 0, 4), digitsIn(date, 5, 7) - 1, digitsIn(date, 8, 10));
/** The last day that is written with four digits of a year; whatever is later is as good as that. */
const lastTime = Date.UTC(9999, 11, 31);
const dateOf = (time: number): string => new Date(Math.min(time, lastTime)).toISOString().slice(0, 10);

export const addDays = (date: string, days: number): string => dateOf(timeOf(date) + days * dayMs);

/** Days from one date to another, the first day not counted (art. 201). */
export const daysBetween = (from: string, to: string): number => (timeOf(to) - timeOf(from)) / dayMs;

export const isWeekend = (date: string): boolean => [0, 6].includes(new Date(timeOf(date)).getUTCDay());

/** The same day `years` later; 29 February of a common year is 1 March. */
function yearsOn(date: string, years: number): number {
  const day = new Date(timeOf(date));
  return Date.UTC(day.getUTCFullYear() + years, day.getUTCMonth(), day.getUTCDate());
}

/**
 * Years of a term whose first and last day are both included: whole calendar years (art. 200), then the rest as part
 * of the year it falls in. 2025-06-01 to 2030-05-31 is exactly 5.
 */
export function yearsOfTerm(first: string, last: string): number {
  const end = timeOf(last) + dayMs;
  let years = Number(last.slice(0, 4)) - Number(first.slice(0, 4));
  if (yearsOn(first, years) > end) years--;
  else if (yearsOn(first, years + 1) <= end) years++;
  const start = yearsOn(first, years);
  return years + (end - start) / (yearsOn(first, years + 1) - start);
}
