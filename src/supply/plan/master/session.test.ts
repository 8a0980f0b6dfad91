import { beforeAll, describe, expect, it } from 'vitest';
import { bestOf, everyPark } from '../check/test-brute.ts';
import { faultsOfPlan } from '../check/checker.ts';
import { reprice } from '../check/repricer.ts';
import type { FoundPlan, PlanWatch } from '../shape/found.ts';
import { noChoices, type Choices, type PlanProblem } from '../shape/problem.ts';
import type { Solver } from '../shape/solver.ts';
import { openHighs } from '../solver/highs.ts';
import { PlanSession } from './session.ts';
import { renumbered } from './test-renumbered.ts';
import { numbers, smallCity } from './test-small-city.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await openHighs();
});

const exactly = { gap: 0, seconds: Infinity, close: true };
const planned = (problem: PlanProblem, choices: Choices = noChoices, watch: PlanWatch = {}): Promise<FoundPlan> =>
  new PlanSession(problem, solver).solve(choices, exactly, 1, watch);

/** The best of all plans, by one program of every park there is; null where none keeps what was decided. */
const bestOfAll = (problem: PlanProblem, choices: Choices) =>
  bestOf(problem, choices, everyPark(problem, choices), solver)?.objective ?? null;

/** Cities of which the best plan is found by going through all sets: few here, as many as wanted by `PLAN_CITIES`. */
const cities = Array.from({ length: Number(process.env.PLAN_CITIES ?? 5) }, (_, n) => n + 1);

describe('a plan of a small city', () => {
  it.each(cities)('is the best of all there are, and what it proves is accepted: city %i', async (seed) => {
    const problem = smallCity(seed);
    const plan = await planned(problem);
    const best = bestOfAll(problem, noChoices)!;
    expect(plan.objective).toBeCloseTo(best, 6);
    expect(plan).toMatchObject({ status: 'optimal', missed: { parks: [], parcels: [] } });
    expect(faultsOfPlan(problem, noChoices, plan)).toEqual([]);
    const { certificate } = plan;
    const byPrices = certificate!.prices;
    expect(byPrices.limits.every((price) => price >= 0)).toBe(true);
    // Prices alone prove a bound that is no lower; the cases that were gone through prove the rest.
    const all = { part: 1, seed: 1, nodes: 1e6 };
    const found = await reprice(problem, noChoices, { bound: Infinity, certificate: certificate! }, all);
    expect(found).toMatchObject({ verdict: 'accepted' });
    expect(found.bound).toBeGreaterThanOrEqual(best - 1e-6);
  });

  it.each(cities)('keeps what people decided, at the least loss: city %i', async (seed) => {
    const problem = smallCity(seed);
    const random = numbers(seed + 1000);
    const free = (await planned(problem)).parks;
    const { parcels, kind, year } = free[0];
    const parcel = Math.floor(random(0, problem.parcels.size));
    const asked: Partial<Choices>[] = [
      { bannedParcels: [parcels[0]] },
      { bannedSets: [{ parcels: [...parcels], most: parcels.length - 1 }] },
      { fixedParcels: [parcel] },
      {
        fixedParks: [{ parcels: [...parcels], kind, year: null }],
        bannedParcels: free.slice(1, 2).map((park) => park.parcels[0]),
      },
      { fixedParks: [{ parcels: [...parcels], kind, year }], fixedParcels: [parcels[0]] },
    ];
    for (const some of asked) {
      const choices = { ...noChoices, ...some };
      const plan = await planned(problem, choices);
      const best = bestOfAll(problem, choices);
      if (best === null) {
        expect([...plan.missed.parks, ...plan.missed.parcels]).not.toEqual([]);
        continue;
      }
      expect(plan.objective).toBeCloseTo(best, 6);
      expect(plan).toMatchObject({ status: 'optimal', missed: { parks: [], parcels: [] } });
      expect(faultsOfPlan(problem, choices, plan)).toEqual([]);
    }
  });

  it('says which choices cannot be kept, and keeps the others', async () => {
    const problem = smallCity(1);
    const ready = problem.parcels.ready.findIndex((year) => year === problem.years.length);
    const [park] = (await planned(problem)).parks;
    const parcels = [...park.parcels];
    const choices: Choices = {
      ...noChoices,
      fixedParcels: [ready],
      fixedParks: [
        { parcels: [0, problem.parcels.size - 1], kind: park.kind, year: 0 },
        { parcels, kind: park.kind, year: park.year },
        { parcels, kind: park.kind, year: null },
      ],
    };
    const plan = await planned(problem, choices);
    expect(plan.missed).toEqual({ parks: [0], parcels: [ready] });
    expect(plan.parks.some((one) => one.parcels.join() === park.parcels.join())).toBe(true);
    expect(plan.bound).toBeGreaterThanOrEqual(plan.objective - 1e-6);
  });

  it('names a fixed parcel that is out with the fixed park it is of', async () => {
    const problem = smallCity(1);
    const { parks } = await planned(problem);
    const { parcels, kind } = parks.find((park) => park.parcels.length > 1)!;
    const choices: Choices = {
      ...noChoices,
      fixedParks: [{ parcels: [...parcels], kind, year: null }],
      fixedParcels: [parcels[0]],
      bannedParcels: [parcels[1]],
    };
    const plan = await planned(problem, choices);
    expect(plan.missed).toEqual({ parks: [0], parcels: [parcels[0]] });
    expect(faultsOfPlan(problem, choices, plan)).toEqual([]);
  });

  it('is as near to its bound as was asked, whatever is lost on choices, and the prices prove that bound', async () => {
    const problem = smallCity(1);
    const never = problem.parcels.ready.findIndex((year) => year === problem.years.length);
    const choices = { ...noChoices, fixedParcels: [never] };
    const settings = { ...exactly, gap: 0.05 };
    const plan = await new PlanSession(problem, solver).solve(choices, settings, 1);
    expect(plan.missed.parcels).toEqual([never]);
    expect(plan.bound - plan.objective).toBeLessThanOrEqual(0.05 * Math.abs(plan.objective));
    const stated = { bound: Infinity, certificate: plan.certificate!, missed: plan.missed };
    const found = await reprice(problem, choices, stated, { part: 1, seed: 1, nodes: 1e6 });
    expect(found.verdict).toBe('accepted');
    expect(found.bound).toBeGreaterThanOrEqual(plan.objective);
  });

  it('has parks that take what others give back', async () => {
    const problem = smallCity(33);
    const times = { money: 3, land: 9, quota: 0.15 };
    const giving = {
      ...problem,
      limits: problem.limits.map((limit) => ({
        ...limit,
        most: times[limit.what] * limit.most,
        use: limit.what === 'quota' ? limit.use.map((own, n) => (n % 2 ? own : -0.6 * Math.abs(own))) : limit.use,
      })),
    };
    const plan = await planned(giving);
    expect(plan.objective).toBeCloseTo(bestOfAll(giving, noChoices)!, 6);
    expect(faultsOfPlan(giving, noChoices, plan)).toEqual([]);
  });
});

describe('more leeway', () => {
  const scaled = (problem: PlanProblem, limit: number, by: number): PlanProblem => ({
    ...problem,
    limits: problem.limits.map((one, at) => (at === limit ? { ...one, most: one.most * by } : one)),
  });
  const smaller = (problem: PlanProblem): PlanProblem => ({
    ...problem,
    kinds: problem.kinds.map((kind) => ({ ...kind, landMu: kind.landMu.map((mu) => 0.8 * mu) })),
  });

  it.each(cities.slice(0, 3))('never makes a plan worse: limits, sites, thresholds of city %i', async (seed) => {
    const problem = smallCity(seed);
    const points = async (one: PlanProblem) => (await planned(one)).objective;
    const base = await points(problem);
    for (const limit of problem.limits.keys()) {
      expect(await points(scaled(problem, limit, 1.3))).toBeGreaterThanOrEqual(base - 1e-6);
      expect(await points(scaled(problem, limit, 0.6))).toBeLessThanOrEqual(base + 1e-6);
    }
    expect(await points({ ...problem, mostSites: 1 })).toBeLessThanOrEqual(base + 1e-6);
    expect(await points(smaller(problem))).toBeGreaterThanOrEqual(base - 1e-6);
  });

  it('is none where nothing may be taken', async () => {
    const problem = smallCity(2);
    const plan = await planned(scaled(scaled(problem, 0, 0), 1, 0));
    expect(plan).toMatchObject({ parks: [], status: 'optimal' });
    expect([...plan.short]).toEqual(problem.targets.map(({ least }) => least));
    const nothing = { ...scaled(scaled(problem, 0, 0), 1, 0), targets: [] };
    expect(faultsOfPlan(nothing, noChoices, await planned(nothing))).toEqual([]);
  });
});

describe('what has no meaning', () => {
  it.each(cities.slice(0, 3))(
    'changes nothing: the order of parcels and townships, and where the map begins: city %i',
    async (seed) => {
      const problem = smallCity(seed);
      const { objective, bound } = await planned(problem);
      const other = await planned(renumbered(problem, seed));
      expect(other.objective).toBeCloseTo(objective, 6);
      expect(other.bound).toBeCloseTo(bound, 4);
    },
  );

  it('gives the same plan for the same seed', async () => {
    const problem = smallCity(3);
    expect(await planned(problem)).toEqual(await planned(problem));
  });
});

describe('a question after another', () => {
  it.each(cities.slice(0, 3))('is answered as if it were the first: city %i', async (seed) => {
    const problem = smallCity(seed);
    const session = new PlanSession(problem, solver);
    const ask = (choices: Choices) => session.solve(choices, exactly, 1);
    const { parks, objective } = await ask(noChoices);
    const [one, two] = parks.map(({ parcels }) => parcels[0]);
    for (const choices of [
      { ...noChoices, bannedParcels: [one] },
      { ...noChoices, bannedParcels: [two, one] },
      { ...noChoices, fixedParcels: [one], bannedParcels: [two] },
      noChoices,
    ]) {
      const warm = await ask(choices);
      expect(warm.objective).toBeCloseTo(bestOfAll(problem, choices)!, 6);
      expect(warm.status).toBe('optimal');
      expect(faultsOfPlan(problem, choices, warm)).toEqual([]);
    }
    expect((await ask(noChoices)).objective).toBeCloseTo(objective, 6);
  });

  it('is not proven by a park that was fixed then and cannot be any more', async () => {
    const problem = smallCity(1);
    const [worst] = everyPark(problem, noChoices).sort((a, b) => a.points - b.points);
    const fixed = { ...noChoices, fixedParks: [{ parcels: [...worst.parcels], kind: worst.kind, year: null }] };
    const session = new PlanSession(problem, solver);
    await session.solve(fixed, exactly, 1);
    const choices = { ...fixed, bannedParcels: [worst.parcels[0]] };
    const warm = await session.solve(choices, exactly, 1);
    expect(warm.objective).toBeCloseTo((await planned(problem, choices)).objective, 6);
    expect(faultsOfPlan(problem, choices, warm)).toEqual([]);
  });
});

describe('a plan that is ended', () => {
  it.each(cities.slice(0, 2))(
    'keeps to all limits whenever that is, and is no better than its bound: city %i',
    async (seed) => {
      const problem = smallCity(seed, 8);
      const best = await planned(problem);
      let asked = 0;
      await planned(problem, noChoices, { isStopped: () => (asked++, false) });
      const random = numbers(seed);
      for (let round = 0; round < 12; round++) {
        let left = Math.floor(random(0, asked));
        const told: FoundPlan[] = [];
        const plan = await planned(problem, noChoices, {
          isStopped: () => left-- <= 0,
          onProgress: ({ incumbent }) => incumbent && told.push(incumbent),
        });
        for (const one of [...told, plan]) {
          expect(faultsOfPlan(problem, noChoices, one)).toEqual([]);
          expect(one.objective).toBeLessThanOrEqual(best.objective + 1e-6);
          expect(one.bound).toBeGreaterThanOrEqual(best.objective - 1e-6);
        }
        expect(['stopped', 'optimal']).toContain(plan.status);
      }
    },
  );

  it('has what there was when time was over', async () => {
    const problem = smallCity(1);
    const plan = await new PlanSession(problem, solver).solve(noChoices, { ...exactly, seconds: 0 }, 1);
    expect(plan).toMatchObject({ status: 'time', parks: [], bound: Infinity, boundKind: 'none', certificate: null });
  });
});
