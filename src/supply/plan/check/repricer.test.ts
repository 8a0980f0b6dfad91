import { describe, expect, it } from 'vitest';
import type { Certificate } from '../shape/found.ts';
import { PlanSession } from '../master/session.ts';
import { noChoices, type PlanPark, type PlanProblem } from '../shape/problem.ts';
import { openHighs } from '../solver/highs.ts';
import { mostParksOf } from './count.ts';
import { reprice } from './repricer.ts';
import { everyPark } from './test-brute.ts';
import { chance, smallCity, type SmallCity } from './test-cities.ts';

const all = { part: 1, seed: 1, nodes: Infinity };

/** Prices by chance, and what each township's best park is worth beyond them, by looking at all. */
function certificateOf(problem: PlanProblem, parks: readonly PlanPark[], seed: number): Certificate {
  const between = chance(seed);
  const prices = {
    limits: Float64Array.from(problem.limits, ({ what }) => between(0, 20) / (what === 'money' ? 4000 : 40)),
    targets: Float64Array.from(problem.targets, ({ penalty }) => (between(0, 4) / 4) * penalty),
    parcels: Float64Array.from(problem.parcels.landMu, () => Math.max(0, between(0, 30) - 20) / 4),
  };
  const townships = problem.townships.length - 1;
  const beyond = new Float64Array(townships);
  for (const park of parks) beyond[park.township] = Math.max(beyond[park.township], worthBeyond(problem, park, prices));
  return { prices, beyond, mostParks: mostParksOf(problem, noChoices) };
}

function worthBeyond({ limits, targets }: PlanProblem, park: PlanPark, prices: Certificate['prices']): number {
  const isIn = ({ from, to }: { from: number; to: number }) => from <= park.year && park.year <= to;
  const sum = (column: Float64Array) => park.parcels.reduce((total, place) => total + column[place], 0);
  const used = limits.reduce((total, limit, n) => total + (isIn(limit) ? prices.limits[n] * sum(limit.use) : 0), 0);
  const paid = targets.reduce(
    (total, t, n) => total + (isIn(t) && t.townships[park.township] ? prices.targets[n] : 0),
    0,
  );
  return park.points - used - sum(prices.parcels) + paid;
}

function boundOf({ limits, targets }: PlanProblem, { prices, beyond, mostParks }: Certificate): number {
  const sum = (column: Float64Array, by: (n: number) => number) => column.reduce((s, value, n) => s + value * by(n), 0);
  return (
    sum(prices.limits, (n) => limits[n].most) +
    sum(prices.parcels, () => 1) -
    sum(prices.targets, (n) => targets[n].least) +
    sum(beyond, (n) => mostParks[n])
  );
}

const small: SmallCity = { townships: 2, parcels: 8 };

describe('pricing anew', () => {
  it('finds in every township what looking at every set finds', async () => {
    for (let seed = 0; seed < 25; seed++) {
      const problem = smallCity(seed, small);
      const parks = everyPark(problem, noChoices);
      for (let draw = 0; draw < 4; draw++) {
        const right = certificateOf(problem, parks, 100 * seed + draw);
        const bound = boundOf(problem, right);
        expect(await reprice(problem, noChoices, { certificate: right, bound }, all)).toMatchObject({
          verdict: 'accepted',
          faults: [],
        });
        // All that is stated is too little: then it finds each township's best.
        const none = { ...right, beyond: new Float64Array(right.beyond.length) };
        const found = await reprice(problem, noChoices, { certificate: none, bound: boundOf(problem, none) }, all);
        const missed = found.faults.filter(({ what }) => what === 'beyond');
        expect(missed.map((fault) => fault.what === 'beyond' && [fault.township, fault.found])).toEqual(
          [...right.beyond.entries()]
            .filter(([, worth]) => worth > 1e-6)
            .map(([township, worth]) => [township, expect.closeTo(worth, 9)]),
        );
        expect(found.bound).toBeCloseTo(bound, 6);
      }
    }
  });
  it('keeps to what people decided', async () => {
    for (let seed = 30; seed < 45; seed++) {
      const problem = smallCity(seed, small);
      const free = everyPark(problem, noChoices);
      if (free.length < 4) continue;
      const [fixed, limited] = [free[seed % free.length], free[(7 * seed) % free.length]];
      const choices = {
        fixedParks: [{ parcels: [...fixed.parcels], kind: fixed.kind, year: seed % 2 ? fixed.year : null }],
        fixedParcels: [],
        bannedParcels: [problem.townships[1]].filter((place) => !fixed.parcels.includes(place)),
        bannedSets: [{ parcels: [...limited.parcels], most: limited.parcels.length - 1 }],
      };
      const parks = everyPark(problem, { ...choices, bannedSets: [] }).filter((park) => {
        const isFixed = park.parcels.some((place) => fixed.parcels.includes(place));
        return isFixed || limited.parcels.some((place) => !park.parcels.includes(place));
      });
      const right = certificateOf(problem, parks, seed);
      const counted = { ...right, mostParks: mostParksOf(problem, choices) };
      const stated = { certificate: counted, bound: boundOf(problem, counted) };
      expect(await reprice(problem, choices, stated, all)).toMatchObject({ verdict: 'accepted', faults: [] });
      const [township] = [...right.beyond.keys()].filter((t) => right.beyond[t] > 0.01);
      if (township === undefined) continue;
      const beyond = right.beyond.map((worth, t) => (t === township ? worth - 0.005 : worth));
      const wrong = await reprice(problem, choices, { ...stated, certificate: { ...counted, beyond } }, all);
      expect(wrong.verdict).toBe('rejected');
    }
  });
});

describe('certificates of plans', () => {
  it('are accepted, and rejected once a price they rest on is less', async () => {
    const solver = await openHighs();
    const verdicts = { accepted: 0, rejected: 0 };
    for (let seed = 0; seed < 8; seed++) {
      const problem = smallCity(seed);
      const parks = everyPark(problem, noChoices);
      const fixed = parks[(5 * seed) % parks.length];
      const fixedParks = [{ parcels: [...fixed.parcels], kind: fixed.kind, year: seed % 2 ? fixed.year : null }];
      for (const choices of [noChoices, { ...noChoices, fixedParks }]) {
        const settings = { gap: 0, seconds: Infinity, close: false };
        const { certificate, bound } = await new PlanSession(problem, solver).solve(choices, settings, 1);
        const found = await reprice(problem, choices, { certificate: certificate!, bound }, all);
        expect(found).toMatchObject({ verdict: 'accepted', faults: [] });
        if (choices !== noChoices) continue;
        for (const place of certificate!.prices.parcels.keys()) {
          const price = certificate!.prices.parcels[place];
          if (price < 0.5) continue;
          const prices = { ...certificate!.prices, parcels: certificate!.prices.parcels.with(place, price - 0.4) };
          const corrupted = { ...certificate!, prices };
          const isMissed = parks.some(
            (park) => worthBeyond(problem, park, prices) > certificate!.beyond[park.township] + 1e-6,
          );
          const { verdict } = await reprice(problem, choices, { certificate: corrupted, bound }, all);
          expect(verdict).toBe(isMissed ? 'rejected' : 'accepted');
          verdicts[verdict as 'accepted' | 'rejected']++;
        }
      }
    }
    expect(verdicts.rejected).toBeGreaterThan(20);
  });
});

describe('a certificate that proves nothing', () => {
  const problem = smallCity(3, small);
  const right = certificateOf(problem, everyPark(problem, noChoices), 3);
  const priced = (more: Partial<Certificate['prices']>): Certificate => ({
    ...right,
    prices: { ...right.prices, ...more },
  });
  const verdict = async (certificate: Certificate, bound = Infinity) => {
    const { verdict: is, faults } = await reprice(problem, noChoices, { certificate, bound }, all);
    return [is, ...new Set(faults.map(({ what }) => what))];
  };
  it('is rejected for a number that is none, is less than nothing or more than a missing park costs', async () => {
    expect(await verdict(right)).toEqual(['accepted']);
    const { limits, targets, parcels } = right.prices;
    for (const number of [NaN, -0.1, Infinity]) {
      expect(await verdict(priced({ limits: limits.with(0, number) }))).toEqual(['rejected', 'price']);
      expect(await verdict(priced({ targets: targets.with(1, number) }))).toEqual(['rejected', 'price']);
      expect(await verdict(priced({ parcels: parcels.with(2, number) }))).toEqual(['rejected', 'price']);
      expect(await verdict({ ...right, beyond: right.beyond.with(0, number) })).toEqual(['rejected', 'price']);
      expect(await verdict({ ...right, mostParks: right.mostParks.with(0, number) })).toEqual(['rejected', 'price']);
    }
    expect(await verdict(priced({ targets: targets.with(0, problem.targets[0].penalty + 1) }))).toEqual([
      'rejected',
      'price',
    ]);
    expect(await verdict(priced({ limits: limits.slice(1) }))).toEqual(['rejected', 'length']);
  });
  it('is rejected where its bound is lower than its prices prove', async () => {
    const bound = boundOf(problem, right);
    expect(await verdict(right, bound)).toEqual(['accepted']);
    expect(await verdict(right, bound - 0.01)).toEqual(['rejected', 'bound']);
    expect(await verdict({ ...right, mostParks: right.mostParks.map(() => 0) }, bound - 0.01)).toEqual([
      'rejected',
      'bound',
    ]);
  });
  it('is rejected for a price that is made less, where a park is worth more then', async () => {
    const bound = boundOf(problem, right);
    const parks = everyPark(problem, noChoices);
    const verdicts = new Set<string>();
    for (const place of problem.parcels.landMu.keys()) {
      if (right.prices.parcels[place] === 0) continue;
      const certificate = priced({ parcels: right.prices.parcels.with(place, 0) });
      const isMore = ({ township }: PlanPark, worth: number) => worth > right.beyond[township] + 1e-6;
      const missed = parks.some((park) => isMore(park, worthBeyond(problem, park, certificate.prices)));
      const found = await reprice(problem, noChoices, { certificate, bound }, all);
      expect(found.verdict).toBe(missed ? 'rejected' : 'accepted');
      verdicts.add(found.verdict);
    }
    expect(verdicts.has('rejected')).toBe(true);
  });
  it('is left open where not all was looked at', async () => {
    const bound = boundOf(problem, right);
    const half = await reprice(problem, noChoices, { certificate: right, bound }, { ...all, part: 0.5 });
    expect([half.verdict, half.townships]).toEqual(['open', { looked: 1, all: 2 }]);
    const zero = { ...right, beyond: new Float64Array(2) };
    const hasty = await reprice(problem, noChoices, { certificate: zero, bound }, { ...all, nodes: 1 });
    expect(hasty.unproved).toBeGreaterThan(0);
    expect(hasty.bound).toBeGreaterThanOrEqual(bound - 1e-6);
    let asked = 0;
    const ended = await reprice(problem, noChoices, { certificate: right, bound }, all, {
      isStopped: () => asked++ > 0,
    });
    expect(ended.verdict).toBe('open');
  });
});

describe('the most parks of a township', () => {
  it('is never less than there can be', () => {
    for (let seed = 0; seed < 20; seed++) {
      const problem = smallCity(seed, small);
      const parks = everyPark(problem, noChoices);
      const most = mostParksOf(problem, noChoices);
      for (const township of most.keys()) {
        const own = parks.filter((park) => park.township === township);
        expect(most[township]).toBeGreaterThanOrEqual(disjoint(own.map(({ parcels }) => [...parcels])));
      }
    }
  });
});

/** So many of the sets have no parcel in common at most. */
function disjoint(sets: readonly (readonly number[])[]): number {
  if (sets.length === 0) return 0;
  const [first, ...others] = sets;
  const without = others.filter((set) => !set.some((place) => first.includes(place)));
  return Math.max(1 + disjoint(without), without.length < others.length ? disjoint(others) : 0);
}
