import { beforeAll, describe, expect, it } from 'vitest';
import type { FoundPlan } from '../shape/found.ts';
import { noChoices, type Choices, type PlanPark, type PlanProblem } from '../shape/problem.ts';
import type { Solver } from '../shape/solver.ts';
import { openHighs } from '../solver/highs.ts';
import { around } from './around.ts';
import { faultsOfPlan, type PlanFault } from './checker.ts';
import { countSites, reckoned } from './park.ts';
import { bestOf, everyPark, planOf } from './test-brute.ts';
import { listsOf, smallCity } from './test-cities.ts';

/*
 * Two townships. In the first five parcels in a row, 1 km apart, of which 0–1 and 2–3 border on each other, in the second one more.
 * A park is 20 亩 or 20 000 m² of floor and at most 45 亩; two sites; 2 points for a park, 3 for a further site, 0.1 for an 亩 and km.
 */
const city: PlanProblem = {
  years: [2026, 2027],
  townships: Int32Array.from([0, 5, 6]),
  parcels: {
    size: 6,
    landMu: Float64Array.from([10, 10, 10, 10, 10, 30]),
    floorM2: Float64Array.from([10_000, 10_000, 10_000, 10_000, 5000, 30_000]),
    spareM2: Float64Array.from([0, 0, 0, 0, -5000, 0]),
    points: Float64Array.from([10, 10, 10, 10, 10, 20]),
    ready: Uint8Array.from([0, 0, 0, 1, 0, 0]),
    kinds: Uint8Array.from([3, 3, 3, 3, 1, 1]),
    fallThrough: new Float64Array(6),
    xM: Float64Array.from([0, 1000, 2000, 3000, 4000, 9000]),
    yM: new Float64Array(6),
    near: listsOf(6, [
      [0, 1],
      [2, 3],
    ]),
  },
  kinds: [
    { id: 'a', landMu: Float64Array.from([20, 20]), floorM2: Float64Array.from([20_000, 20_000]), mostLandMu: 45 },
    { id: 'b', landMu: Float64Array.from([20, 20]), floorM2: Float64Array.from([20_000, 20_000]), mostLandMu: 25 },
  ],
  mostSites: 2,
  parkPoints: { share: [1, 0.5], park: 2, site: 3, muKm: 0.1 },
  reach: { radiusM: 2000, nearest: 3, most: 4 },
  limits: [
    { what: 'land', from: 0, to: 1, use: Float64Array.from([10, 10, 10, 10, 10, 30]), most: 60 },
    { what: 'money', from: 0, to: 0, use: Float64Array.from([1, 1, 1, 1, 1, 1]), most: 3 },
  ],
  targets: [
    { jurisdiction: 'A', townships: Uint8Array.from([1, 0]), from: 0, to: 0, least: 2, penalty: 7 },
    { jurisdiction: null, townships: Uint8Array.from([1, 1]), from: 0, to: 1, least: 3, penalty: 5 },
  ],
};

const park = (parcels: readonly number[], more: Partial<PlanPark> = {}): PlanPark => {
  const as = { kind: 0, year: 0, township: 0, ...more };
  return { ...as, parcels: Int32Array.from(parcels), ...reckoned(city, as.township, parcels, as), ...more };
};
const first = park([0, 1]);
const other = park([5], { township: 1 });
const whats = (faults: readonly PlanFault[]): string[] => [...new Set(faults.map(({ what }) => what))];
const of = (parks: readonly PlanPark[], more: Partial<FoundPlan> = {}, choices: Choices = noChoices) =>
  whats(faultsOfPlan(city, choices, { ...planOf(city, parks), ...more }));

describe('a park added up anew', () => {
  it('has its land, floor area, sites and points as by hand', () => {
    // 20 points, less 2 for the park and 1 for 10 亩 at 1 km.
    expect(first).toMatchObject({ landMu: 20, floorM2: 20_000, sites: 1, middle: 0, points: 17 });
    // Closest round the parcel in the middle: 30 − 2 − 3 − 2 × 1, of which a half is left in the second year.
    expect(park([0, 1, 2], { year: 1 })).toMatchObject({ sites: 2, middle: 1, points: 11.5 });
    expect(other).toMatchObject({ landMu: 30, middle: 5, points: 18 });
  });
  it('has so many sites as pieces that hang together', () => {
    expect(
      [
        [0, 1],
        [0, 2],
        [0, 1, 2, 3],
        [0, 2, 4],
      ].map((set) => countSites(city, set)),
    ).toEqual([1, 2, 2, 3]);
  });
  it('lies within what is put together round a middle: the nearest, then the best, the first of equals', () => {
    expect(around(city, 0, 0, 0)).toEqual([0, 1, 2]);
    expect(around(city, 0, 1, 0)).toEqual([1, 0, 2, 3]);
    expect(around(city, 0, 2, 0)).toEqual([2, 1, 3, 0]);
    expect(around(city, 0, 2, 1)).toEqual([2, 1, 3, 0]);
    expect(around(city, 0, 4, 1)).toEqual([]);
    const dear = { ...city, parcels: { ...city.parcels, points: Float64Array.from([9, 10, 10, 10, 10, 20]) } };
    expect(around(dear, 0, 2, 0)).toEqual([2, 1, 3, 4]);
  });
});

describe('a plan that keeps to its problem', () => {
  let solver: Solver;
  beforeAll(async () => {
    solver = await openHighs();
  });
  it('has no fault', () => {
    expect(of([first, other])).toEqual([]);
    expect(of([])).toEqual([]);
    for (let seed = 0; seed < 10; seed++) {
      const small = smallCity(seed);
      const best = bestOf(small, noChoices, everyPark(small, noChoices), solver)!;
      expect(faultsOfPlan(small, noChoices, best)).toEqual([]);
    }
  });
});

describe('faults of a park', () => {
  it.each([
    ['no-such-place', [park([0, 1], { kind: 2 })]],
    ['no-such-place', [{ ...first, parcels: Int32Array.from([0, 6]) }]],
    ['parcels', [{ ...first, parcels: Int32Array.from([1, 0]) }]],
    ['parcels', [{ ...first, parcels: Int32Array.from([0, 0, 1]) }]],
    ['parcels', [{ ...first, parcels: new Int32Array(0) }]],
    ['township', [{ ...other, township: 0 }]],
    ['kind', [{ ...other, kind: 1 }]],
    ['ready', [park([2, 3])]],
    ['sites', [park([0, 2, 4])]],
    ['size', [park([0])]],
    ['too-large', [park([0, 1, 2], { kind: 1, year: 1 })]],
    ['plot-ratio', [park([2, 4])]],
    ['reach', [park([0, 4])]],
  ] as const)('finds %s', (what, parks) => {
    expect(of(parks)).toContain(what);
  });
  it('finds one fault where there is one', () => {
    expect([of([park([2, 3])]), of([park([2, 4])]), of([park([2])])]).toEqual([['ready'], ['plot-ratio'], ['size']]);
  });
  it.each(['landMu', 'floorM2', 'sites', 'points', 'middle'] as const)('finds a wrong %s', (figure) => {
    const [stated, found] = [first[figure] + 2, first[figure]];
    const plan = planOf(city, [{ ...first, [figure]: stated }]);
    expect(faultsOfPlan(city, noChoices, plan)).toContainEqual({ what: 'figure', park: 0, figure, stated, found });
  });
  it('finds a middle that is not the best', () => {
    expect(of([{ ...park([0, 1, 2], { year: 1 }), middle: 0 }])).toEqual(['figure']);
  });
});

describe('faults of a plan', () => {
  it('finds a parcel that is in two parks', () => {
    const plan = planOf(city, [first, { ...first, kind: 1 }]);
    expect(faultsOfPlan(city, noChoices, plan)).toContainEqual({ what: 'twice', parcel: 1, parks: [0, 1] });
  });
  it('finds more land or money than there is, in its years', () => {
    const parks = [first, other, park([2, 3], { year: 1 })];
    expect(faultsOfPlan(city, noChoices, planOf(city, parks))).toEqual([
      { what: 'limit', limit: 0, used: 70, most: 60 },
    ]);
    const least = { ...city, limits: [city.limits[0], { ...city.limits[1], most: 2 }] };
    expect(whats(faultsOfPlan(least, noChoices, planOf(city, [first, other])))).toEqual(['limit']);
    expect(whats(faultsOfPlan(least, noChoices, planOf(city, [first, park([2, 3], { year: 1 })])))).toEqual([]);
  });
  it('finds shortfalls and points that are not so', () => {
    expect([...planOf(city, [first, other]).short]).toEqual([1, 1]);
    expect(of([first, other], { short: Float64Array.from([0, 1]) })).toEqual(['short']);
    expect(of([first, other], { short: Float64Array.from([1]) })).toEqual(['short']);
    expect(of([first, other], { objective: 24, bound: 24 })).toEqual(['objective']);
    expect(of([first, other], { bound: 22 })).toEqual(['bound']);
    expect(of([first, other], { bound: NaN })).toEqual(['bound']);
    expect(of([first, other], { bound: 23.5 })).toEqual(['status']);
    expect(of([first, other], { bound: 23.5, status: 'within-gap' })).toEqual([]);
  });
  it('finds what people decided and was not kept', () => {
    const choices = (more: Partial<Choices>): Choices => ({ ...noChoices, ...more });
    const fixed = (parcels: number[], kind: number, year: number | null) =>
      choices({ fixedParks: [{ parcels, kind, year }] });
    expect(of([first, other], {}, fixed([1, 0], 0, null))).toEqual([]);
    for (const miss of [fixed([0, 1], 1, null), fixed([0, 1], 0, 1), fixed([0], 0, 0), fixed([0, 1, 2], 0, 0)])
      expect(of([first, other], {}, miss)).toEqual(['fixed-park']);
    expect(of([first], {}, choices({ fixedParcels: [1, 5] }))).toEqual(['fixed-parcel']);
    const named = (parks: readonly number[], parcels: readonly number[]) => ({ missed: { parks, parcels } });
    expect(of([first], named([], [5]), choices({ fixedParcels: [1, 5] }))).toEqual([]);
    expect(of([first], named([], [1, 5]), choices({ fixedParcels: [1, 5] }))).toEqual(['fixed-parcel']);
    expect(of([first, other], named([0], []), fixed([0, 1], 0, 1))).toEqual([]);
    expect(of([first, other], named([0], []), fixed([0, 1], 0, 0))).toEqual(['fixed-park']);
    expect(of([first], {}, choices({ bannedParcels: [1, 5] }))).toEqual(['banned-parcel']);
    expect(of([first], {}, choices({ bannedSets: [{ parcels: [0, 1, 2], most: 1 }] }))).toEqual(['banned-set']);
    expect(of([first], {}, choices({ bannedSets: [{ parcels: [0, 2], most: 1 }] }))).toEqual([]);
  });
});
