import { digitsIn } from '../../domain/written-date.ts';

/*
 * Days as whole numbers, and terms on them by the Civil Code 民法典 201–202: the day of the event is not counted, a term
 * of months ends on the same day of the month, or on its last day where the month has no such day.
 */

/** A day as a number; days one after the other differ by 1. */
export type Day = number;

/** No day on record: later than every day. */
export const NO_DAY: Day = 0x7fffffff;

/** Of the proleptic Gregorian calendar, 1970-01-01 is 0 (H. Hinnant, “chrono-compatible low-level date algorithms”). */
function dayOfCivil(year: number, month: number, day: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}

interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function civilOf(number: Day): Civil {
  const z = number + 719_468;
  const era = Math.floor(z / 146_097);
  const ofEra = z - era * 146_097;
  const y = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * y + Math.floor(y / 4) - Math.floor(y / 100));
  const m = Math.floor((5 * ofYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  return { year: y + era * 400 + (month <= 2 ? 1 : 0), month, day: ofYear - Math.floor((153 * m + 2) / 5) + 1 };
}

/** Of a date written YYYY-MM-DD. */
export const dayOf = (date: string): Day =>
  dayOfCivil(digitsIn(date, 0, 4), digitsIn(date, 5, 7), digitsIn(date, 8, 10));

const padded = (n: number, width: number): string => String(n).padStart(width, '0');

export function dateOf(number: Day): string {
  const { year, month, day } = civilOf(number);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}

export const yearOf = (number: Day): number => civilOf(number).year;
export const firstDayOf = (year: number): Day => dayOfCivil(year, 1, 1);

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const lengthOf = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;

/** The last day of a term of whole months. */
export function monthsOn(from: Day, months: number): Day {
  const { year, month, day } = civilOf(from);
  const at = year * 12 + month - 1 + months;
  const [y, m] = [Math.floor(at / 12), (((at % 12) + 12) % 12) + 1];
  return dayOfCivil(y, m, Math.min(day, lengthOf(y, m)));
}

/** The last day of a term of years, which need not be whole: of a month that is left so much of its days. */
export function yearsOn(from: Day, years: number): Day {
  const months = Math.floor(years * 12 + 1e-9);
  const end = monthsOn(from, months);
  const rest = years * 12 - months;
  return rest < 1e-9 ? end : end + Math.ceil(rest * (monthsOn(from, months + 1) - end));
}

/** Full years and months over on `to` since `from`; none before it. */
export function sinceIn(from: Day, to: Day): { readonly years: number; readonly months: number } {
  const [a, b] = [civilOf(from), civilOf(to)];
  let months = (b.year - a.year) * 12 + b.month - a.month;
  if (monthsOn(from, months) > to) months--;
  months = Math.max(0, months);
  return { years: Math.floor(months / 12), months: months % 12 };
}

/**
 * The latest day from which a term of years is over on `day` (`full`), or was over before it. Terms that begin later end
 * later, so that a row is looked up by one comparison.
 */
export function latestStart(day: Day, years: number, full: boolean): Day {
  const isOver = (from: Day) => (full ? yearsOn(from, years) <= day : yearsOn(from, years) < day);
  let from = monthsOn(day, -Math.floor(years * 12)) + 4;
  while (!isOver(from)) from--;
  return from;
}
