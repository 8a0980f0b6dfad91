import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOf, dayOf, latestStart, monthsOn, sinceIn, yearsOn } from './calendar.ts';

const on = (date: string, months: number) => dateOf(monthsOn(dayOf(date), months));
const anyDay = fc.integer({ min: dayOf('1950-01-01'), max: dayOf('2120-12-31') });

describe('days', () => {
  it('are those of JavaScript, there and back', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
        expect([dateOf(day), dayOf(date)]).toEqual([date, day]);
      }),
    );
  });

  it.each([
    ['2022-09-28', 50, '2026-11-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2023-02-28', 12, '2024-02-28'],
    ['2025-08-31', 6, '2026-02-28'],
    ['2025-12-31', 2, '2026-02-28'],
    ['2025-03-31', -1, '2025-02-28'],
  ])('%s and %i months is %s', (from, months, to) => expect(on(from, months)).toBe(to));

  it.each([
    ['2022-09-28', '2026-11-28', 4, 2],
    ['2022-09-28', '2026-11-27', 4, 1],
    ['2024-02-29', '2025-02-28', 1, 0],
    ['2024-02-29', '2025-02-27', 0, 11],
    ['2025-01-31', '2025-02-28', 0, 1],
    ['2026-01-02', '2026-01-01', 0, 0],
  ])('from %s to %s are %i years and %i months', (from, to, years, months) =>
    expect(sinceIn(dayOf(from), dayOf(to))).toEqual({ years, months }),
  );

  it('a term of years in parts of a month ends between the months, and no earlier for a longer one', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.double({ min: 0, max: 6, noNaN: true }),
        fc.double({ min: 0, max: 2, noNaN: true }),
        (from, years, more) => {
          expect(yearsOn(from, years)).toBeGreaterThanOrEqual(from);
          expect(yearsOn(from, years + more)).toBeGreaterThanOrEqual(yearsOn(from, years));
          expect(yearsOn(from + 1, years)).toBeGreaterThanOrEqual(yearsOn(from, years));
        },
      ),
    );
  });

  it('the latest day from which a term is over is that, day by day', () => {
    fc.assert(
      fc.property(anyDay, fc.double({ min: 0, max: 6, noNaN: true }), fc.boolean(), (day, years, full) => {
        const isOver = (from: number) => (full ? yearsOn(from, years) <= day : yearsOn(from, years) < day);
        const latest = latestStart(day, years, full);
        expect([isOver(latest), isOver(latest + 1)]).toEqual([true, false]);
      }),
    );
  });
});
