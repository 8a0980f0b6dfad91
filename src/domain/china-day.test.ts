import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayInChina } from './china-day.ts';

it('is the next day when it is 16:00 in Greenwich', () => {
  expect(dayInChina(Date.UTC(2026, 11, 31, 15, 59, 59, 999))).toBe('2026-12-31');
  expect(dayInChina(Date.UTC(2026, 11, 31, 16))).toBe('2027-01-01');
});

it('is the day of the calendar in Shanghai at every instant, wherever the machine is', () => {
  // China had summer time until 1991; the time zone database is the witness since.
  const shanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
  fc.assert(
    fc.property(
      fc.integer({ min: Date.UTC(1992, 0), max: Date.UTC(2100, 0) }),
      (at) => dayInChina(at) === shanghai.format(at),
    ),
  );
});
