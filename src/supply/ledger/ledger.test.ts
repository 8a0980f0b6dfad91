import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SupplyPlan, SupplyRow } from '../../domain/land/model.ts';
import type { RowStep } from '../../domain/land/supply/row-life.ts';
import { readPack } from '../../../test/policy/cases.ts';
import type { LedgerParcel, LedgerSource } from './booked.ts';
import { ledgerOf } from './ledger.ts';
import type { LedgerTable } from './shape.ts';

/*
 * Tables of random plans against sums made here from the rows alone, by loops over whole hundredths of a square metre: nothing
 * of what makes the tables is asked.
 */
const pack = readPack('zhengzhou-draft');
const UNITS = ['990102', '990171'];
const OTHERS = ['市土地储备中心', undefined];

const lives: readonly (readonly RowStep[])[] = [
  [],
  ['announced'],
  ['announced', 'failed'],
  ['announced', 'sold', 'contracted'],
  ['announced', 'sold', 'contracted', 'handed-over', 'started', 'completed'],
  ['announced', 'sold', 'contracted', 'handed-over', 'terminated'],
  ['withdrawn'],
  ['announced', 'carried-over'],
];
const usesOf = { old: ['industry', 'housing', 'housing-market', 'public', 'nothing known', undefined], 'planning-guide-2023': ['07', '09', '10', '15', 'industry', undefined] } as const; // prettier-ignore

const row = (list: SupplyPlan['uses'] & string) =>
  fc.record({
    cents: fc.integer({ min: 1, max: 9_999_999 }),
    hasParcel: fc.boolean(),
    unit: fc.constantFrom(...UNITS, ...OTHERS),
    use: fc.constantFrom<string | undefined>(...usesOf[list]),
    isNew: fc.constantFrom(true, false, undefined),
    reserve: fc.constantFrom(true, undefined, undefined),
    mode: fc.constantFrom<SupplyRow['supplyMode']>('listing', 'allocation', undefined),
    life: fc.constantFrom(...lives),
    year: fc.constantFrom(2025, 2026),
    isPark: fc.boolean(),
  });
const cities = fc
  .constantFrom('old' as const, 'planning-guide-2023' as const)
  .chain((uses) => fc.record({ uses: fc.constant(uses), rows: fc.array(row(uses), { maxLength: 14 }) }));
type City = typeof cities extends fc.Arbitrary<infer C> ? C : never;
type Row = City['rows'][number];

function sourceOf({ uses, rows }: City): LedgerSource {
  const plan: SupplyPlan = { id: 'G', year: 2025, uses };
  const parcelOf = ({ cents }: Row, n: number): LedgerParcel => ({
    key: n,
    record: { id: `D${n}` },
    areaM2: cents / 100,
    unit: null,
    township: null,
  });
  const made = rows.map((own, n): SupplyRow => ({
    id: `R${n}`,
    planId: 'G',
    ...(own.hasParcel ? { parcelIds: [`D${n}`] } : { areaM2: own.cents / 100 }),
    unit: own.unit,
    use: own.use,
    isNew: own.isNew,
    reserve: own.reserve,
    supplyMode: own.mode,
    ...(own.isPark && { remark: '建设小微企业园' }),
    steps: own.life.map((step, at) => ({ step, on: `${own.year}-0${at + 1}-15` })),
  }));
  const parcels = new Map(rows.map((own, n) => [`D${n}`, parcelOf(own, n)]));
  return {
    date: '2026-11-28',
    pack,
    plans: [{ key: 0, plan }],
    rows: made.map((own, key) => ({ key, row: own })),
    parks: [],
    parcel: (id) => parcels.get(id),
    planned: [],
    units: UNITS,
  };
}

const at = ({ columns }: LedgerTable, cells: readonly unknown[], id: string, use?: string | null): number =>
  Math.round(100 * (cells[columns.findIndex((column) => column.id === id && column.use === use)] as number));
const cents = (rows: readonly Row[], meant: (own: Row) => boolean): number =>
  rows.reduce((sum, own) => sum + (meant(own) ? own.cents : 0), 0);

it('tables sum what their rows are, by unit, by use, new and stock, supplied or not', () => {
  fc.assert(
    fc.property(cities, (city) => {
      const source = sourceOf(city);
      const { tables } = ledgerOf(source, source.plans[0]);
      const rows = city.rows.filter(({ reserve }) => !reserve);
      const { summary, business, progress, parcels, reserve, 'small-parks': parks, housing } = tables;
      for (const line of summary.rows) {
        const own = (one: Row) => (one.unit ?? null) === line.cells[0];
        expect(at(summary, line.cells, 'area')).toBe(cents(rows, own));
        expect(at(summary, line.cells, 'new-area')).toBe(cents(rows, (one) => own(one) && one.isNew === true));
      }
      const totals = summary.totals!.cells;
      expect(at(summary, totals, 'area')).toBe(cents(rows, () => true));
      expect(at(summary, totals, 'stock-area')).toBe(cents(rows, ({ isNew }) => isNew === false));
      const known: readonly (string | undefined)[] = city.uses === 'old' ? ['industry', 'public'] : ['07', '09', '10', '15']; // prettier-ignore
      for (const use of known) expect(at(summary, totals, 'area', use)).toBe(cents(rows, (one) => one.use === use));
      if (city.uses === 'old') {
        // 住宅 with its kinds, and the kind by itself where there is any.
        expect(at(summary, totals, 'area', 'housing')).toBe(cents(rows, ({ use }) => use?.startsWith('housing') === true)); // prettier-ignore
        const market = cents(rows, ({ use }) => use === 'housing-market');
        if (market > 0) expect(at(summary, totals, 'area', 'housing-market')).toBe(market);
      }
      const unlisted = (own: Row) => own.use === undefined || own.use === 'nothing known' || (city.uses !== 'old' && own.use === 'industry'); // prettier-ignore
      if (rows.some(unlisted)) expect(at(summary, totals, 'area', null)).toBe(cents(rows, unlisted));
      const sold = city.uses === 'old' ? ['housing-market'] : ['07', '09'];
      expect(at(business, business.totals!.cells, 'area')).toBe(
        cents(rows, ({ use, mode }) => mode !== 'allocation' && sold.includes(use ?? '')),
      );
      expect(at(parcels, parcels.totals!.cells, 'area')).toBe(at(summary, totals, 'area'));
      expect(at(reserve, reserve.totals!.cells, 'area')).toBe(cents(city.rows, (own) => own.reserve === true));
      expect(at(housing, housing.totals!.cells, 'area')).toBe(cents(rows, ({ use }) => use === '07' || use?.startsWith('housing') === true)); // prettier-ignore
      expect(at(parks, parks.totals!.cells, 'area')).toBe(cents(rows, ({ isPark }) => isPark));
      const isSupplied = ({ life }: Row) => life.includes('contracted') && !life.includes('terminated');
      const of = (id: string) => at(progress, progress.totals!.cells, id);
      expect(of('planned-area')).toBe(cents(rows, () => true));
      expect(of('supplied-area')).toBe(cents(rows, (own) => isSupplied(own) && own.year === 2025));
      expect(of('late-area')).toBe(cents(rows, (own) => isSupplied(own) && own.year === 2026));
      expect(of('failed-area')).toBe(cents(rows, ({ life }) => life.at(-1) === 'failed'));
      const ends = ['supplied', 'late', 'open', 'failed', 'withdrawn', 'carried'].map((end) => of(`${end}-area`));
      expect(ends.reduce((sum, own) => sum + own)).toBe(of('planned-area'));
    }),
    { numRuns: 300 },
  );
});
