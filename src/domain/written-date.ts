/** The number that stands in these places of a date written YYYY-MM-DD; NaN where they are no digits. */
export function digitsIn(date: string, from: number, to: number): number {
  let n = 0;
  for (let i = from; i < to; i++) {
    const digit = date.charCodeAt(i) - 48;
    n = digit >= 0 && digit <= 9 ? n * 10 + digit : NaN;
  }
  return n;
}

/** Years before are no year of anything here, and JavaScript counts days in them from 1900 on. */
const firstYear = 100;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysIn = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
const isInCalendar = (year: number, month: number, day: number): boolean =>
  year >= firstYear && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);

/** `YYYY-MM-DD`, a day there is: not 2026-02-30. */
export const isDate = (value: unknown): value is string =>
  typeof value === 'string' &&
  value.length === 10 &&
  value[4] === '-' &&
  value[7] === '-' &&
  isInCalendar(digitsIn(value, 0, 4), digitsIn(value, 5, 7), digitsIn(value, 8, 10));

/** `YYYY-MM`, a month there is. */
export const isMonth = (value: unknown): value is string =>
  typeof value === 'string' &&
  value.length === 7 &&
  value[4] === '-' &&
  isInCalendar(digitsIn(value, 0, 4), digitsIn(value, 5, 7), 1);
