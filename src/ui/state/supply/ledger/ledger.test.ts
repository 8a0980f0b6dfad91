import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LedgerLine } from '../../../../supply/ledger/shape.ts';
import { RowChoice } from './row-choice.svelte.ts';
import { chosenAs, type Chosen } from './row-choice.ts';
import { groupsOf } from './groups.ts';
import { landByUse } from './land-by-use.ts';
import { seenOf } from './seen.ts';
import { shownColumns } from './shown-columns.ts';

const line = (key: number, kind: 'supplyRow' | 'parcel' | 'park' = 'supplyRow'): LedgerLine => ({
  of: { kind, key, id: `R${key}` },
  cells: [],
});
const row = (key: number): Chosen => `supplyRow ${key}`;

describe('rows of the ledger that are chosen', () => {
  it('are, from one to another, all lines between them that can be chosen', () => {
    const kinds = fc.array(fc.constantFrom('supplyRow' as const, 'parcel' as const, 'park' as const), { minLength: 1 });
    fc.assert(
      fc.property(kinds, fc.nat(), fc.nat(), (own, a, b) => {
        const lines = own.map((kind, n) => line(n, kind));
        const can = lines.flatMap((one) => chosenAs(one) ?? []);
        if (can.length === 0) return;
        const [from, to] = [a % can.length, b % can.length];
        const choice = new RowChoice(() => lines);
        choice.choose(can[from], 'alone');
        choice.choose(can[to], 'through');
        expect([...choice.chosen].sort()).toEqual(can.slice(Math.min(from, to), Math.max(from, to) + 1).sort());
      }),
    );
  });

  it('come and go one by one, all at once, and with the rows themselves', () => {
    const lines: LedgerLine[] = [line(1), line(2), line(3), { of: null, cells: [] }];
    const choice = new RowChoice(() => lines);
    choice.choose(row(1), 'alone');
    choice.choose(row(3), 'also');
    choice.choose(row(1), 'also');
    expect([...choice.chosen]).toEqual([row(3)]);
    choice.all();
    expect(choice.chosen.size).toBe(3);
    choice.keep([1, 3]);
    // What stands in the table that is read is there, whatever is said of rows.
    expect(choice.chosen.size).toBe(3);
    lines.splice(1, 1);
    choice.keep([1, 3]);
    expect([...choice.chosen]).toEqual([row(1), row(3)]);
    choice.clear();
    expect(choice.chosen.size).toBe(0);
  });
});

it('of a long table the lines that are seen are made, and some beyond', () => {
  fc.assert(
    fc.property(fc.nat(5000), fc.nat(200_000), fc.integer({ min: 1, max: 900 }), (lines, top, height) => {
      const { first, last } = seenOf(lines, top, height, 28);
      expect(first).toBeGreaterThanOrEqual(0);
      expect(last).toBeLessThanOrEqual(lines);
      expect(last - first).toBeLessThanOrEqual(Math.ceil(height / 28) + 18);
      for (let n = 0; n < lines; n++)
        if ((n + 1) * 28 > top && n * 28 < top + height) expect(n >= first && n < last).toBe(true);
    }),
    { numRuns: 40 },
  );
});

it('columns of one use stand under its name', () => {
  expect(groupsOf([null, null, '工矿', '工矿', '住宅', null].map((group) => ({ group })))).toEqual([
    { name: null, from: 0, count: 2 },
    { name: '工矿', from: 2, count: 2 },
    { name: '住宅', from: 4, count: 1 },
    { name: null, from: 5, count: 1 },
  ]);
});

it('the chart has the uses of the summary that have land, each with that of every unit', () => {
  const area = (id: 'area' | 'new-area' | 'stock-area', use?: string | null) => ({ id, use, holds: 'area' }) as const;
  const table = {
    id: 'summary',
    isOurs: false,
    totals: null,
    columns: [
      { id: 'unit', holds: 'code', of: 'unit' },
      area('area'),
      area('area', '10'),
      area('new-area', '10'),
      area('stock-area', '10'),
      area('new-area', null),
      area('stock-area', null),
    ],
    rows: [
      { of: null, cells: ['a', 5, 5, 2, 3, 0, 0] },
      { of: null, cells: [null, 1, 1, 1, 0, 0, 0] },
    ],
  } as const;
  expect(landByUse(table)).toEqual({
    units: ['a', null],
    uses: [
      {
        use: '10',
        land: [
          { stockM2: 3, newM2: 2 },
          { stockM2: 0, newM2: 1 },
        ],
      },
    ],
  });
});

it('of a use that has no land, or none of a kind, no column is shown but where it is bounded', () => {
  const area = (id: 'area' | 'new-area', use?: string) => ({ id, holds: 'area', ...(use && { use }) }) as const;
  const writing = { language: 'zh', names: { uses: [], units: {}, assessments: {} }, noUse: '', isNew: String, yes: String, quarter: String } as const; // prettier-ignore
  const table = {
    id: 'summary',
    isOurs: false,
    columns: [area('area'), area('new-area'), area('area', '07'), area('area', '09'), area('area', '10')],
    rows: [{ of: null, cells: [5, 0, 0, 0, 5] }],
    totals: { of: null, cells: [5, 0, 0, 0, 5], most: [null, null, null, 9, null] },
  } as const;
  expect(shownColumns(table, 'mu', writing, () => false).map(({ place }) => place)).toEqual([0, 1, 3, 4]);
});
