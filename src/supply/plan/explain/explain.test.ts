import { beforeAll, describe, expect, it } from 'vitest';
import { faultsOfPlan } from '../check/checker.ts';
import { bestOf, everyPark } from '../check/test-brute.ts';
import { smallCity } from '../check/test-cities.ts';
import { noChoices, type Choices, type PlanPark, type PlanProblem } from '../shape/problem.ts';
import type { Solver } from '../shape/solver.ts';
import { openHighs } from '../solver/highs.ts';
import { Pricer } from '../pricing/pricer.ts';
import { InsteadOf } from './alternative.ts';
import { objectiveOf } from './asking.ts';
import { explained } from './explain.ts';
import { frontier } from './frontier.ts';
import { Losses } from './losses.ts';
import { partOf } from './part.ts';
import { askingOf, exactly } from './test-asking.ts';
import { variants } from './variants.ts';
import { whyIn } from './why.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await openHighs();
});

const best = (problem: PlanProblem, choices: Choices = noChoices) =>
  bestOf(problem, choices, everyPark(problem, choices), solver)!;
const without = (parcels: Iterable<number>): Choices => ({ ...noChoices, bannedParcels: [...parcels] });
const seeds = [3, 8, 12];

describe('a part of a problem', () => {
  it('has the parks of its townships and what others leave', () => {
    for (const seed of seeds) {
      const city = smallCity(seed);
      const all = everyPark(city, noChoices);
      const [held] = all.filter(({ township }) => township === 1);
      if (!held) continue;
      const part = partOf(city, noChoices, [0, 2], { parks: [held] });
      const key = ({ kind, year, township, parcels, points }: PlanPark) =>
        [kind, year, township, parcels.join(), points.toFixed(6)].join(' ');
      const own = everyPark(part.problem, part.choices).map((park) => key(part.whole(park)));
      expect(own).toEqual(all.filter(({ township }) => township !== 1).map(key));
      const used = held.parcels.reduce((sum, place) => sum + city.limits[1].use[place], 0);
      expect(part.problem.limits[1].most).toBeCloseTo(city.limits[1].most - used, 9);
    }
  });
});

describe('why a park is in', () => {
  it('adds up to what it is worth beyond the prices', async () => {
    for (const seed of seeds) {
      const { problem, plan } = await askingOf(smallCity(seed), solver);
      const { prices } = plan.certificate!;
      for (const park of plan.parks) {
        const why = whyIn(problem, prices, park);
        const paid = why.limits.reduce((sum, { points }) => sum + points, 0) + why.land;
        const counts = why.targets.reduce((sum, { points }) => sum + points, 0);
        expect(why.beyond).toBeCloseTo(park.points - paid + counts, 9);
      }
    }
  });
});

/** Nothing is shared: each township is planned by itself. */
const apart = (city: PlanProblem): PlanProblem => ({
  ...city,
  limits: [],
  targets: city.targets.filter(({ jurisdiction }) => jurisdiction !== null),
});

describe('losses', () => {
  it('are those of looking at every plan, for parks and for parcels, whether townships share anything or not', async () => {
    for (const city of [smallCity(3), apart(smallCity(8)), smallCity(12), apart(smallCity(5))]) {
      const asking = await askingOf(city, solver);
      const { objective } = best(city);
      const losses = new Losses(asking);
      expect(asking.plan.objective).toBeCloseTo(objective, 5);
      for (const park of asking.plan.parks) {
        const right = objective - best(city, without(park.parcels)).objective;
        const loss = await losses.ofPark(park);
        expect(loss).toMatchObject({ points: expect.closeTo(right, 4), isExact: true });
        const quick = await losses.quickOfPark(park);
        expect(right).toBeGreaterThanOrEqual(quick.atLeast - 1e-4);
        expect(right).toBeLessThanOrEqual(quick.atMost + 1e-4);
        expect(loss.points).toBeGreaterThanOrEqual(0);
      }
      const place = asking.plan.parks[0].parcels[0];
      const right = objective - best(city, without([place])).objective;
      expect((await losses.ofParcel(place)).points).toBeCloseTo(right, 4);
    }
  });
  it('are no more than their bounds where others live on what a park gives back', async () => {
    const some = smallCity(3);
    const use = some.parcels.landMu.map((mu, place) => (place % 3 ? mu : -1.5 * mu));
    const city = { ...some, limits: [{ what: 'quota' as const, from: 0, to: 1, use, most: 0 }] };
    const asking = await askingOf(city, solver);
    const losses = new Losses(asking);
    for (const park of asking.plan.parks) {
      const right = asking.plan.objective - best(city, without(park.parcels)).objective;
      for (const loss of [losses.boundsOfPark(park), await losses.quickOfPark(park), await losses.ofPark(park)]) {
        expect(right).toBeLessThanOrEqual(loss.atMost + 1e-4);
        expect(right).toBeGreaterThanOrEqual(loss.atLeast - 1e-4);
      }
    }
  });
  it('of a park that a person fixed may be less than nothing', async () => {
    const city = smallCity(3);
    const free = best(city);
    const poor = everyPark(city, noChoices).sort((a, b) => a.points - b.points)[0];
    const choices = { ...noChoices, fixedParks: [{ parcels: [...poor.parcels], kind: poor.kind, year: poor.year }] };
    const asking = await askingOf(city, solver, choices);
    const park = asking.plan.parks.find(({ parcels }) => parcels.join() === poor.parcels.join())!;
    const right = asking.plan.objective - best(city, without(poor.parcels)).objective;
    expect(asking.plan.objective).toBeLessThan(free.objective);
    expect((await new Losses(asking).ofPark(park)).points).toBeCloseTo(right, 4);
  });
});

describe('the best alternative', () => {
  it('is the best of what the others leave', async () => {
    for (const seed of seeds) {
      const city = smallCity(seed);
      const asking = await askingOf(city, solver);
      for (const park of asking.plan.parks) {
        const others = asking.plan.parks.filter((other) => other !== park);
        const found = (await new InsteadOf(asking, park).alternative())!;
        const plan = [...others, ...found.parks];
        expect(asking.plan.objective - objectiveOf(city, plan)).toBeCloseTo(found.loss, 4);
        expect(found.isProven).toBe(true);
        expect(found.loss).toBeGreaterThanOrEqual(-1e-4);
        const has = (own: PlanPark) => park.parcels.every((place) => own.parcels.includes(place));
        expect(found.parks.some(has)).toBe(false);
        const taken = new Set(others.flatMap(({ parcels }) => [...parcels]));
        const single = everyPark(city, without(taken)).filter((own) => own.township === park.township && !has(own));
        for (const own of single) {
          const fits = city.limits.every((limit) => usedBy([...others, own], limit) <= limit.most + 1e-6);
          if (fits) expect(objectiveOf(city, [...others, own])).toBeLessThanOrEqual(objectiveOf(city, plan) + 1e-4);
        }
      }
    }
  });
});

function usedBy(parks: readonly PlanPark[], { from, to, use }: PlanProblem['limits'][number]): number {
  const within = parks.filter(({ year }) => year >= from && year <= to);
  return within.reduce((sum, { parcels }) => sum + parcels.reduce((own, place) => own + use[place], 0), 0);
}

describe('the frontier of cost against floor area', () => {
  it('rises, and begins and ends where looking at all does', async () => {
    for (const seed of [3, 8]) {
      const city = smallCity(seed);
      const asking = await askingOf(city, solver);
      const cost = city.limits[0].use;
      const plans = await frontier(asking, cost, 4);
      for (const [n, plan] of plans.slice(1).entries()) {
        expect(plan.cost).toBeGreaterThan(plans[n].cost);
        expect(plan.floorM2).toBeGreaterThan(plans[n].floorM2);
      }
      for (const { parks } of plans) {
        for (const limit of city.limits) expect(usedBy(parks, limit)).toBeLessThanOrEqual(limit.most + 1e-6);
        expect(new Set(parks.flatMap(({ parcels }) => [...parcels])).size).toBe(
          parks.flatMap((p) => [...p.parcels]).length,
        );
      }
      const byFloor = everyPark(city, noChoices).map((park) => ({ ...park, points: park.floorM2 / 1e4 }));
      const targets = city.targets.map((t, n) => ({ ...t, least: t.least - asking.plan.short[n], penalty: 1e4 }));
      const most = bestOf({ ...city, targets }, noChoices, byFloor, solver)!;
      expect(plans.at(-1)!.floorM2 / 1e4).toBeCloseTo(most.objective, 3);
    }
  });

  it('is of parks of the problem itself, though points are of something else', async () => {
    const city = { ...smallCity(2, { parcels: 14, townships: 2 }), reach: { radiusM: 900, nearest: 2, most: 5 } };
    const plans = await frontier(await askingOf(city, solver), city.limits[0].use, 2);
    const pricer = new Pricer(city, noChoices);
    const made = plans.flatMap(({ parks }) =>
      parks.map((park) => pricer.parkOf([...park.parcels], park.kind, park.year)),
    );
    expect(made.length).toBeGreaterThan(0);
    expect(made).not.toContain(null);
  });
});

describe('variants', () => {
  it('are plans nearly as good, and what they share is in each', async () => {
    for (const seed of [3, 12]) {
      const city = smallCity(seed);
      const asking = await askingOf(city, solver);
      const found = await variants(asking, solver, 3, 0.2);
      expect(found.plans[0]).toBe(asking.plan);
      for (const plan of found.plans) {
        expect(plan.objective).toBeGreaterThanOrEqual(asking.plan.objective - 0.2 * Math.abs(asking.plan.objective));
        expect(faultsOfPlan(city, noChoices, plan)).toEqual([]);
        const used = plan.parks.flatMap(({ parcels }) => [...parcels]);
        expect(found.parcels.every((place) => used.includes(place))).toBe(true);
      }
      const sets = found.plans.map(({ parks }) =>
        parks
          .map((p) => `${p.kind} ${p.year} ${p.parcels.join()}`)
          .sort()
          .join(';'),
      );
      expect(new Set(sets).size).toBe(sets.length);
    }
  });
});

describe('all of it', () => {
  it('is said of each park and each shortfall, in time or not', async () => {
    const city = smallCity(0);
    const asking = await askingOf(city, solver);
    const missing = city.targets.flatMap((target, n) => (asking.plan.short[n] > 0 ? [{ ...target, target: n }] : []));
    const how = { missing, ladder: { plan: exactly, sizeFactor: 0.7, reachFactor: 2 } };
    const all = await explained(asking, { ...how, seconds: Infinity });
    expect(all.parks.every(({ why, alternative: other, loss }) => why && other && loss.isExact)).toBe(true);
    expect(all.missing.every(({ ladder }) => ladder[0].relax === 'none')).toBe(true);
    const none = await explained(asking, { ...how, seconds: 0 });
    for (const [n, { loss, alternative: other }] of none.parks.entries()) {
      expect(other).toBeNull();
      expect(all.parks[n].loss.points).toBeGreaterThanOrEqual(loss.atLeast - 1e-4);
      expect(all.parks[n].loss.points).toBeLessThanOrEqual(loss.atMost + 1e-4);
    }
  });
});
