import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastDay } from './calendar.ts';
import type { HolidayYear } from './shape/pack.ts';
import { addDays, daysBetween, isWeekend, yearsOfTerm } from './dates.ts';

const day = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('2000-01-01', n));

describe('dates', () => {
  it('count days without the first', () => {
    expect(daysBetween('2026-03-02', '2026-04-01')).toBe(30);
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 4000 }), (from, n) => {
        expect(daysBetween(from, addDays(from, n))).toBe(n);
      }),
    );
  });

  it('know the weekends', () => {
    expect(['2026-11-21', '2026-11-22', '2026-11-23'].map(isWeekend)).toEqual([true, true, false]);
  });

  it('count a term in calendar years, both ends included', () => {
    expect(yearsOfTerm('2025-06-01', '2030-05-31')).toBe(5);
    expect(yearsOfTerm('2025-01-01', '2025-12-31')).toBe(1);
    expect(yearsOfTerm('2024-02-29', '2029-02-28')).toBe(5);
    expect(yearsOfTerm('2025-06-01', '2025-06-01')).toBeCloseTo(1 / 365, 12);
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 20 }), (first, years) => {
        fc.pre(!first.endsWith('02-29'));
        const end = `${Number(first.slice(0, 4)) + years}${first.slice(4)}`;
        expect(yearsOfTerm(first, addDays(end, -1))).toBe(years);
        expect(yearsOfTerm(first, end)).toBeGreaterThan(years);
      }),
    );
  });
});

describe('the last day', () => {
  const years: readonly HolidayYear[] = [
    { year: 2025, source: '', off: [['2025-10-01', '2025-10-08']], worked: ['2025-09-28'] },
  ];
  it('moves over days off, not over a weekend worked', () => {
    expect(lastDay('2025-09-01', 30, years)).toEqual({ date: '2025-10-09', listed: true });
    expect(lastDay('2025-08-29', 30, years)).toEqual({ date: '2025-09-28', listed: true });
    expect(lastDay('2025-08-28', 30, years)).toEqual({ date: '2025-09-28', listed: true });
  });
  it('says where no list covers it', () => {
    expect(lastDay('2026-09-01', 30, years)).toEqual({ date: '2026-10-01', listed: false });
  });
});
