import { describe, expect, it } from 'vitest';
import type { PublishedTable, Words } from '../../../publish/shape/published.ts';
import { barsOf } from './bars.ts';

const words = (text: string): Words => ({ zh: text, en: text });
const hectare = words('ha');
const table: PublishedTable = {
  title: words('plan'),
  note: null,
  head: ['unit', 'rows', 'area', 'supplied'].map(words),
  units: [null, null, hectare, hectare],
  drawn: [3, 2],
  rows: [
    [words('east'), 40, 5, 2],
    [words('west'), 7, 3, null],
    [words('none'), 2, 0, 0],
  ],
  sum: [words('all'), 49, 8, 2],
};

describe('bars of a published table', () => {
  it('draw the columns it names, of one unit, and neither what is counted nor the sum', () => {
    const bars = barsOf(table)!;
    expect(bars.series).toEqual([words('supplied'), words('area')]);
    expect(bars.unit).toBe(hectare);
    expect(bars.most).toBe(5);
    expect(bars.rows).toEqual([
      { name: words('east'), values: [2, 5] },
      { name: words('west'), values: [null, 3] },
    ]);
  });

  it('are none where no row has a figure', () => {
    expect(barsOf({ ...table, rows: [[words('none'), 2, 0, 0]] })).toBeNull();
    expect(barsOf({ ...table, drawn: [] })).toBeNull();
  });
});
