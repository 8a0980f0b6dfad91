import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { best, usualEffort, type Seeking } from './best.ts';
import { grouped, type Plot, type Plots } from './plots.ts';
import { SetSearch, unitsIn } from './set-search.ts';
import type { Needs, Units } from './units.ts';
import type { Weights } from './weights.ts';

/*
 * The search against the plainest oracle: every subset there is, judged from the numbers it was made of, sites counted by
 * joining labels, the cost round every member.
 */

/** Links as they come, of `size` places; each pair at most once. */
const links = (size: number, often: number) =>
  fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: Math.ceil(size * often) }).map((pairs) =>
    listed(
      size,
      pairs.filter(([a, b]) => a !== b),
    ),
  );

function listed(size: number, pairs: readonly (readonly [number, number])[]): readonly (readonly number[])[] {
  const lists = Array.from({ length: size }, () => new Set<number>());
  for (const [a, b] of pairs) {
    lists[a].add(b);
    lists[b].add(a);
  }
  return lists.map((own) => [...own]);
}

/** Sites of a set, by labels that spread until nothing changes. */
function countSites(set: readonly number[], near: readonly (readonly number[])[]): number {
  const label = new Map(set.map((place) => [place, place]));
  for (let changed = true; changed;) {
    changed = false;
    for (const place of set)
      for (const other of near[place])
        if (label.has(other) && label.get(other)! < label.get(place)!) {
          label.set(place, label.get(other)!);
          changed = true;
        }
  }
  return new Set(label.values()).size;
}

function* subsets(size: number): Generator<number[]> {
  for (let mask = 1; mask < 1 << size; mask++) {
    const set: number[] = [];
    for (let place = 0; place < size; place++) if (mask & (1 << place)) set.push(place);
    yield set;
  }
}

const sum = (set: readonly number[], of: (place: number) => number) =>
  set.reduce((total, place) => total + of(place), 0);
const enough = (total: number, need: number) => total >= need - 1e-9 * Math.abs(need);

const size = fc.integer({ min: 1, max: 11 });
const column = (count: number, of: fc.Arbitrary<number>) => fc.array(of, { minLength: count, maxLength: count });
const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const isIn = (lists: readonly (readonly number[])[], a: number, b: number) => lists[a].includes(b);

const question = size.chain((count) =>
  fc.record({
    landM2: column(count, real(0, 50)),
    floorM2: column(count, real(0, 80)),
    spareM2: column(count, fc.integer({ min: -20, max: 20 })),
    gain: column(count, real(-30, 15)),
    near: links(count, 1.5),
    over: links(count, 0.3),
    must: fc.uniqueArray(fc.nat(count - 1), { minLength: 1, maxLength: Math.min(3, count) }),
    needLand: fc.oneof(real(0, 250), fc.constant(Infinity)),
    needFloor: fc.oneof(real(0, 400), fc.constant(Infinity)),
    mostSites: fc.constantFrom(1, 2, 3, Infinity),
    sitePrice: real(0, 20),
    unlike: fc.array(fc.record({ units: fc.nat((1 << count) - 1), most: fc.nat(count) }), { maxLength: 2 }),
  }),
);

describe('the best set of a few units', () => {
  it('is the best of all subsets, whatever units are worth and however they lie', () => {
    let [found, none] = [0, 0];
    fc.assert(
      fc.property(question, (own) => {
        const must = [...own.must].sort((a, b) => a - b);
        const units: Units = {
          size: own.landM2.length,
          landM2: Float64Array.from(own.landM2),
          floorM2: Float64Array.from(own.floorM2),
          spareM2: Float64Array.from(own.spareM2),
          near: own.near,
          over: own.over,
          must,
        };
        const needs: Needs = { landM2: own.needLand, floorM2: own.needFloor, mostSites: own.mostSites };
        const { sitePrice, unlike } = own;
        const asked = {
          units,
          needs,
          gain: Float64Array.from(own.gain),
          sitePrice,
          unlike,
          above: -Infinity,
          nodes: 1e9,
        };
        const search = new SetSearch(asked).run();
        let most = -Infinity;
        for (const set of subsets(units.size)) {
          if (must.some((unit) => !set.includes(unit))) continue;
          const isOver = set.some((a) =>
            set.some((b) => isIn(own.over, a, b) && !(must.includes(a) && must.includes(b))),
          );
          if (isOver || sum(set, (p) => own.spareM2[p]) < -1e-9) continue;
          if (
            !enough(
              sum(set, (p) => own.landM2[p]),
              own.needLand,
            ) &&
            !enough(
              sum(set, (p) => own.floorM2[p]),
              own.needFloor,
            )
          )
            continue;
          if (unlike.some(({ units: mask, most: few }) => set.filter((p) => mask & (1 << p)).length > few)) continue;
          const sites = countSites(set, own.near);
          if (sites > own.mostSites) continue;
          most = Math.max(most, sum(set, (p) => own.gain[p]) - (sites - 1) * sitePrice);
        }
        expect(search.unseen).toBe(-Infinity);
        if (most === -Infinity) {
          none++;
          expect(search.mask).toBe(0);
          return;
        }
        found++;
        expect(search.best).toBeCloseTo(most, 6);
        const chosen = unitsIn(search.mask);
        expect(sum(chosen, (p) => own.gain[p]) - (countSites(chosen, own.near) - 1) * sitePrice).toBeCloseTo(most, 6);
      }),
      { numRuns: 1500 },
    );
    expect(found).toBeGreaterThan(200);
    expect(none).toBeGreaterThan(200);
  });

  it('is bounded where choices run out', () => {
    fc.assert(
      fc.property(question, fc.integer({ min: 1, max: 12 }), (own, nodes) => {
        const units: Units = {
          size: own.landM2.length,
          landM2: Float64Array.from(own.landM2),
          floorM2: Float64Array.from(own.floorM2),
          spareM2: Float64Array.from(own.spareM2),
          near: own.near,
          over: own.over,
          must: [...own.must].sort((a, b) => a - b),
        };
        const needs: Needs = { landM2: own.needLand, floorM2: own.needFloor, mostSites: own.mostSites };
        const { sitePrice, unlike } = own;
        const asked = { units, needs, gain: Float64Array.from(own.gain), sitePrice, unlike, above: -Infinity };
        const whole = new SetSearch({ ...asked, nodes: 1e9 }).run();
        const cut = new SetSearch({ ...asked, nodes }).run();
        expect(Math.max(cut.best, cut.unseen)).toBeGreaterThanOrEqual(whole.best - 1e-6);
      }),
      { numRuns: 500 },
    );
  });
});

const plot = fc.record({
  landM2: real(0, 60_000),
  floorM2: real(0, 90_000),
  spareM2: fc.constantFrom(0, 0, 5000, -5000),
  x: real(0, 4000),
  y: real(0, 4000),
  use: fc.constantFrom('idle' as const, 'low-efficiency' as const, 'other' as const),
  hold: fc.constantFrom('free' as const, 'free' as const, 'free' as const, 'fixed' as const),
});

const city = fc.integer({ min: 1, max: 10 }).chain((count) =>
  fc.record({
    plots: fc.array(plot, { minLength: count, maxLength: count }),
    near: links(count, 1.2),
    over: links(count, 0.2),
    needLand: fc.oneof(real(20_000, 150_000), fc.constant(Infinity)),
    needFloor: fc.oneof(real(20_000, 200_000), fc.constant(Infinity)),
    mostSites: fc.constantFrom(1, 2, 3),
    weights: fc.record({
      siteMu: real(0, 30),
      parcelMu: real(0, 3),
      farMuPerKm: real(0, 2),
      idle: real(0.3, 1),
      lowEfficiency: real(0.3, 1),
    }),
    known: fc.array(fc.uniqueArray(fc.nat(count - 1), { minLength: 1 }), { maxLength: 1 }),
  }),
);

/** What a set costs round the member for which that is least, added up from the plots alone. */
function costOf(set: readonly number[], plots: readonly Plot[], weights: Weights): number {
  const share = { idle: weights.idle, 'low-efficiency': weights.lowEfficiency, other: 1 };
  const round = (middle: number) =>
    sum(set, (p) => {
      const { x, y, use, hold, landM2 } = plots[p];
      const mu = (landM2 * 3) / 2000;
      const km = Math.sqrt((x - plots[middle].x) ** 2 + (y - plots[middle].y) ** 2) / 1000;
      return (hold === 'fixed' ? 0 : share[use] * mu + weights.parcelMu) + weights.farMuPerKm * km * mu;
    });
  return Math.min(...set.map(round));
}

/** Of every subset the least cost. */
function cheapest(own: { readonly weights: Weights } & Plots & Pick<Seeking, 'needs' | 'known'>): number {
  const { plots, near, over, weights, needs, known } = own;
  const fixed = [...plots.keys()].filter((place) => plots[place].hold === 'fixed');
  let least = Infinity;
  for (const set of subsets(plots.length)) {
    if (fixed.some((place) => !set.includes(place))) continue;
    const bothFixed = (a: number, b: number) => fixed.includes(a) && fixed.includes(b);
    if (set.some((a) => set.some((b) => isIn(over, a, b) && !bothFixed(a, b)))) continue;
    if (sum(set, (p) => plots[p].spareM2) < -1e-3) continue;
    if (
      !enough(
        sum(set, (p) => plots[p].landM2),
        needs.landM2,
      ) &&
      !enough(
        sum(set, (p) => plots[p].floorM2),
        needs.floorM2,
      )
    )
      continue;
    const free = (places: readonly number[]) => places.filter((place) => plots[place].hold === 'free');
    if (known.some((other) => free(other).filter((p) => set.includes(p)).length > Math.floor(free(other).length / 2)))
      continue;
    const sites = countSites(set, near);
    if (sites > needs.mostSites) continue;
    least = Math.min(least, costOf(set, plots, weights) + (sites - 1) * weights.siteMu);
  }
  return least;
}

describe('the cheapest set of plots', () => {
  it('is the cheapest of all subsets round any of their members', async () => {
    await fc.assert(
      fc.asyncProperty(city, async ({ needLand, needFloor, mostSites, ...own }) => {
        const needs = { landM2: needLand, floorM2: needFloor, mostSites };
        const seeking = {
          plots: own,
          grouped: grouped(own),
          needs,
          weights: own.weights,
          known: own.known,
          effort: usualEffort,
        };
        const found = await best(seeking, () => undefined);
        const least = cheapest({ ...own, needs });
        expect(found.costMu).toBe(found.places ? found.leastMu : Infinity);
        if (least === Infinity) expect(found).toMatchObject({ places: null, leastMu: Infinity });
        else expect(found.costMu).toBeCloseTo(least, 6);
      }),
      { numRuns: 800 },
    );
  });
});

describe('the cheapest set that time is left to look for', () => {
  it('is sure of no more than was looked at, whenever the time is over', async () => {
    const ends = { open: 0, told: 0 };
    await fc.assert(
      fc.asyncProperty(city, fc.nat(40), async ({ needLand, needFloor, mostSites, ...own }, asks) => {
        const needs = { landM2: needLand, floorM2: needFloor, mostSites };
        let asked = 0;
        const effort = { ...usualEffort, left: () => 1 - asked++ / Math.max(1, asks) };
        const seeking = { plots: own, grouped: grouped(own), needs, weights: own.weights, known: own.known, effort };
        const found = await best(seeking, () => undefined);
        const least = cheapest({ ...own, needs });
        expect(found.leastMu).toBeLessThanOrEqual(least + 1e-6);
        if (found.places) expect(found.costMu).toBeGreaterThanOrEqual(least - 1e-6);
        if (found.places === null && found.leastMu < Infinity) ends.open++;
        else ends.told++;
      }),
      { numRuns: 400 },
    );
    expect(Math.min(ends.open, ends.told)).toBeGreaterThan(20);
  });
});

describe('the cheapest set of more plots than one search takes', () => {
  /** 42 plots of 8 to 14 亩 on a lattice with gaps: no cheapest set has more than four. */
  const lattice = fc.array(fc.record({ mu: real(8, 14), use: plot.map((own) => own.use), isGap: fc.boolean() }), {
    minLength: 49,
    maxLength: 49,
  });
  const weights = { siteMu: 2, parcelMu: 1, farMuPerKm: 3, idle: 0.7, lowEfficiency: 0.8 };

  function* upToFour(size: number): Generator<readonly number[]> {
    for (let a = 0; a < size; a++)
      for (let b = a + 1; b < size; b++) {
        yield [a, b];
        for (let c = b + 1; c < size; c++) {
          yield [a, b, c];
          for (let d = c + 1; d < size; d++) yield [a, b, c, d];
        }
      }
  }

  it('is no cheaper than it says, and no dearer than it is sure of', async () => {
    let proven = 0;
    await fc.assert(
      fc.asyncProperty(lattice, fc.constantFrom(1, 2, 3), async (cells, mostSites) => {
        // The last gaps stay filled, so that there are more than one search takes.
        const kept = cells.flatMap((cell, at) => (cell.isGap && at < 10 ? [] : [{ ...cell, at }]));
        const plots = kept.map(({ mu, use, at }): Plot => {
          const landM2 = (mu * 2000) / 3;
          return { landM2, floorM2: 0, spareM2: 0, x: (at % 7) * 90, y: Math.floor(at / 7) * 90, use, hold: 'free' };
        });
        const place = new Map(kept.map(({ at }, n) => [at, n]));
        const near = kept.map(({ at }) =>
          [at - 7, at + 7, ...(at % 7 > 0 ? [at - 1] : []), ...(at % 7 < 6 ? [at + 1] : [])].flatMap(
            (other) => place.get(other) ?? [],
          ),
        );
        const own = { plots, near, over: plots.map(() => []) };
        const needs = { landM2: (25 * 2000) / 3, floorM2: Infinity, mostSites };
        const seeking = { plots: own, grouped: grouped(own), needs, weights, known: [], effort: usualEffort };
        const found = await best(seeking, () => undefined);
        let least = Infinity;
        for (const set of upToFour(plots.length)) {
          if (sum(set, (p) => plots[p].landM2) < needs.landM2) continue;
          const sites = countSites(set, near);
          if (sites > mostSites) continue;
          least = Math.min(least, costOf(set, plots, weights) + (sites - 1) * weights.siteMu);
        }
        expect(found.costMu).toBeGreaterThanOrEqual(least - 1e-6);
        expect(found.leastMu).toBeLessThanOrEqual(least + 1e-6);
        if (found.leastMu > found.costMu - 1e-9) proven++;
      }),
      { numRuns: 6 },
    );
    expect(proven).toBeGreaterThan(0);
  });
});
