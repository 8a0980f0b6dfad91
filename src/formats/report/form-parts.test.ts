import { expect, test } from 'vitest';
import fc from 'fast-check';
import type { FormTable, HeadCell } from './form.ts';
import { partsOf } from './form-parts.ts';

/** A table whose groups have so many columns of such widths; what stands in a column says which it is. */
function tableOf(groups: readonly (readonly number[])[], keys: number): FormTable {
  const widths = groups.flat();
  const isFlat = ({ length }: readonly number[]) => length === 1;
  const upper = groups.map((own, n): HeadCell => ({ text: `G${n}`, columns: own.length, rows: isFlat(own) ? 2 : 1 }));
  const lower = groups.flatMap((own, n) =>
    isFlat(own) ? [] : own.map((_, m): HeadCell => ({ text: `G${n}.${m}`, columns: 1, rows: 1 })),
  );
  return {
    name: 'wide',
    title: 'Wide',
    continued: ' (continued)',
    about: '',
    units: '',
    head: [upper, lower],
    columns: widths.map((width) => ({ width, align: 'left' })),
    rows: [widths.map((_, n) => String(n)), widths.map((_, n) => `second ${n}`)],
    totals: [widths.map((_, n) => (n === widths.length - 1 ? 'sum' : ''))],
    keys,
    notes: [],
  };
}

const wideOf = ({ columns }: FormTable): number => columns.reduce((sum, { width }) => sum + width, 0);

const asked = fc.record({
  groups: fc.array(fc.array(fc.integer({ min: 5, max: 30 }), { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 14,
  }),
  keys: fc.integer({ min: 0, max: 3 }),
  most: fc.integer({ min: 90, max: 260 }),
});

test('all columns stand once beside the keys, no head is cut, and each part fits unless one group alone does not', () => {
  fc.assert(
    fc.property(asked, ({ groups, keys: wanted, most }) => {
      const form = tableOf(groups, wanted);
      const parts = partsOf(form, most);
      const places = parts.map(({ rows }) => rows[0].map(Number));
      if (parts.length === 1) {
        expect(parts[0]).toBe(form);
        return;
      }
      // As many keys as the parts have in common from the left.
      const keys = places[0].findIndex((place, n) => places[1][n] !== place);
      expect(keys).toBeLessThanOrEqual(wanted);
      expect(places.every((own) => own.slice(0, keys).every((place, n) => place === n))).toBe(true);
      expect([...places[0].slice(0, keys), ...places.flatMap((own) => own.slice(keys))]).toEqual(
        form.columns.map((_, n) => n),
      );
      for (const [n, part] of parts.entries()) {
        expect(part.title).toBe(n === 0 ? 'Wide' : 'Wide (continued)');
        expect(part.head[0].reduce((sum, { columns }) => sum + columns, 0)).toBe(part.columns.length);
        const below = part.head[0].filter(({ rows }) => rows === 1).reduce((sum, { columns }) => sum + columns, 0);
        expect(part.head[1]).toHaveLength(below);
        expect(part.columns.map(({ width }) => width)).toEqual(places[n].map((place) => form.columns[place].width));
        const own = part.head[0].slice(part.head[0].findIndex((_, g) => part.head[0].slice(0, g).reduce((sum, { columns }) => sum + columns, 0) >= keys)); // prettier-ignore
        if (own.length > 1) expect(wideOf(part)).toBeLessThanOrEqual(most);
      }
      expect(wideOf(form)).toBeGreaterThan(most);
    }),
  );
});

test('a line of totals in which nothing is added up stands only where something is', () => {
  const form = tableOf([[10], [40], [40], [40], [40]], 1);
  expect(partsOf(form, 100).map(({ totals }) => totals)).toEqual([[], [['', '', 'sum']]]);
});
