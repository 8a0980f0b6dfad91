import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Park } from '../../src/domain/land/model.ts';
import { contextOf } from '../../src/policy/context.ts';
import { evaluateJurisdictions } from '../../src/policy/evaluate.ts';
import { targetsOf } from '../../src/policy/targets.ts';
import { readPack } from './cases.ts';
import { factsOf } from './facts.ts';

const pack = readPack('zhengzhou-draft');
const context = contextOf({ zones: [], jurisdictions: [] }, pack);
const facts = (parks: readonly Omit<Park, 'id'>[]) =>
  parks.map((park, i) => factsOf({ park: { id: `P${i}`, ...park }, parcels: [], buildings: [] }, pack));
const built = (year: number, own: Partial<Park> = {}) =>
  ({ origin: 'new', stage: 'operating', year, districtCode: '410122', ...own }) as const;
const rows = (parks: readonly Omit<Park, 'id'>[], date: string, settings = {}) =>
  targetsOf(pack, facts(parks), { ...context, settings }, date);
const zhongmu = (parks: readonly Omit<Park, 'id'>[], date: string, settings = {}) =>
  rows(parks, date, settings).filter((r) => r.jurisdiction === '410122');
const some = (n: number, year: number, own: Partial<Park> = {}) => Array.from({ length: n }, () => built(year, own));

describe('progress against the targets', () => {
  it('is told for 16 jurisdictions and each year from the base year to 2025', () => {
    const all = rows([], '2026-06-30');
    expect(all.length).toBe(16 * 5);
    expect([...new Set(all.map((r) => r.year))]).toEqual([2021, 2022, 2023, 2024, 2025]);
    expect(all.filter((r) => r.year === 2025).reduce((sum, r) => sum + r.completedRequired!, 0)).toBe(200);
    expect(rows([], '2023-06-30').length).toBe(16 * 3);
    expect(new Set(rows([], '2026-06-30', { baseYear: 2023 }).map((r) => r.year)).size).toBe(3);
  });

  it('counts new and renovated parks as a plain count does', () => {
    const park = fc.record({
      year: fc.integer({ min: 2019, max: 2026 }),
      origin: fc.constantFrom('new', 'renovated', 'extended', 'nested' as const),
      stage: fc.constantFrom('operating', 'building' as const),
      districtCode: fc.constantFrom('410122', '410181'),
    }) as fc.Arbitrary<ReturnType<typeof built>>;
    fc.assert(
      fc.property(fc.array(park, { maxLength: 30 }), (parks) => {
        for (const row of zhongmu(parks, '2026-01-01')) {
          const own = parks.filter((p) => p.districtCode === '410122' && p.stage === 'operating');
          const upTo = own.filter((p) => p.year >= 2021 && p.year <= row.year);
          const [fresh, renovated] = ['new', 'renovated'].map((o) => upTo.filter((p) => p.origin === o).length);
          expect(row).toMatchObject({
            completed: fresh + renovated,
            completedNew: fresh,
            completedRenovated: renovated,
          });
          expect(row.newParks).toBe(own.filter((p) => p.year === row.year && (p.origin as string) === 'new').length);
        }
      }),
      { numRuns: 20 },
    );
  });

  it.each([
    ['2022-12-31', 4, 'on-track', 4],
    ['2022-12-31', 3, 'behind', 4],
    ['2022-01-01', 2, 'behind', 2 + 2 / 365],
    ['2024-07-01', 7, 'on-track', 2 * (3 + 183 / 366)],
    ['2025-12-30', 9, 'behind', 10 - 2 / 365],
    ['2025-12-31', 9, 'missed', 10],
    ['2026-06-30', 10, 'met', 10],
  ])('on %s a county with %i is %s', (date, count, status, pace) => {
    const last = zhongmu(some(count, 2021), date).at(-1)!;
    expect(last.status).toBe(status);
    expect(last.pace).toBeCloseTo(pace, 9);
  });

  it('says of a park without a year that it cannot be told', () => {
    const [row] = zhongmu([built(2021, { year: undefined })], '2021-12-31');
    expect(row).toMatchObject({ completed: null, status: 'unknown' });
    expect(row.missing).toContainEqual({ kind: 'park', id: 'P0', field: 'year' });
  });

  it('agrees with the finding of the same day', () => {
    const parks = facts([...some(9, 2022), ...some(1, 2025, { origin: 'renovated' })]);
    const finding = evaluateJurisdictions(pack, parks, context, '2025-12-31').find((j) => j.id === '410122')!.findings;
    const row = targetsOf(pack, parks, context, '2025-12-31')
      .filter((r) => r.jurisdiction === '410122')
      .at(-1)!;
    const { measured } = finding.find((f) => f.rule === 'target.county')!;
    expect(measured.map((m) => m.value)).toEqual([row.newParks, row.completed]);
  });
});
