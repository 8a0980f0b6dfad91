import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDate, isMonth } from './written-date.ts';

const two = fc.integer({ min: 0, max: 40 }).map((n) => String(n).padStart(2, '0'));
const year = fc.integer({ min: 0, max: 9999 }).map((n) => String(n).padStart(4, '0'));

/** The calendar of JavaScript: a day that is none becomes another. */
const isDayOfJs = (text: string): boolean => {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};

describe('a written date', () => {
  it('is a day there is, from the year 100 on', () => {
    fc.assert(
      fc.property(year, two, two, (y, m, d) => {
        expect(isDate(`${y}-${m}-${d}`)).toBe(Number(y) >= 100 && isDayOfJs(`${y}-${m}-${d}`));
        expect(isMonth(`${y}-${m}`)).toBe(Number(y) >= 100 && isDayOfJs(`${y}-${m}-01`));
      }),
      { numRuns: 1000 },
    );
  });

  it.each(['2025-2-1', '2025/02/01', '2025-02-01 ', '+025-02-01', '20250201', 20250201, null, undefined, {}])(
    'is not %j',
    (value) => {
      expect(isDate(value)).toBe(false);
      expect(isMonth(value)).toBe(false);
    },
  );

  it('knows the leap years', () => {
    expect(['2024-02-29', '2025-02-29', '2000-02-29', '1900-02-29'].map(isDate)).toEqual([true, false, true, false]);
  });
});
