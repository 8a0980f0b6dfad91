import { beforeAll, describe, expect, it } from 'vitest';
import { faultsOfPlan } from '../check/checker.ts';
import { bestOf, everyPark, parkOf } from '../check/test-brute.ts';
import { smallCity } from '../check/test-cities.ts';
import { askingOf } from '../explain/test-asking.ts';
import { noChoices, type PlanProblem } from '../shape/problem.ts';
import type { Solver } from '../shape/solver.ts';
import { openHighs } from '../solver/highs.ts';
import { scenarios } from './chances.ts';
import { possible, simulated } from './simulate.ts';
import { spared } from './spare.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await openHighs();
});

describe('the simulator', () => {
  it('gives what the chances of all sets of parcels add up to', () => {
    const city = smallCity(3);
    const [park] = everyPark(city, noChoices).sort((a, b) => b.parcels.length - a.parcels.length);
    const one: PlanProblem = {
      ...city,
      targets: [{ ...city.targets[3], from: park.year, to: park.year, least: 1 }],
      parcels: { ...city.parcels, fallThrough: city.parcels.fallThrough.map(() => 0.3) },
    };
    const places = [...park.parcels];
    let [likely, points] = [0, 0];
    for (let set = 1; set < 1 << places.length; set++) {
      const left = places.filter((_, n) => (set >> n) & 1);
      const chance = 0.7 ** left.length * 0.3 ** (places.length - left.length);
      const own = parkOf(city, park.township, left, park.kind, park.year);
      if (own) [likely, points] = [likely + chance, points + chance * own.points];
    }
    const trial = (scenarios: number) => ({ scenarios, seed: 5, planned: Float64Array.of(1) });
    const found = simulated(one, [park], trial(4000));
    expect(found.parks).toBeCloseTo(likely, 1);
    expect(found.allMet).toBe(found.parks);
    expect(found.short).toBeCloseTo(1 - found.parks, 9);
    expect(Math.abs(found.points - points)).toBeLessThan(0.1 * Math.max(1, Math.abs(points)));
    expect(found.asPlanned).toBe(1);
    expect(simulated(one, [park], trial(50))).toEqual(simulated(one, [park], trial(50)));
  });
  it('meets what the plan meets where nothing falls through', () => {
    const city = smallCity(2);
    const sure = { ...city, parcels: { ...city.parcels, fallThrough: new Float64Array(city.parcels.size) } };
    const [park] = everyPark(sure, noChoices);
    const found = simulated(sure, [park], { scenarios: 3, seed: 1, planned: new Float64Array(sure.targets.length) });
    expect([found.parks, found.points]).toEqual([1, expect.closeTo(park.points, 9)]);
  });
});

describe('what is possible', () => {
  it('is no less than what any plan does, by looking at every park that is left, and less than all where land is short', async () => {
    let least = 1;
    for (const seed of [3, 8]) {
      const city = smallCity(seed, { townships: 2, parcels: 6 });
      const problem: PlanProblem = { ...city, limits: [], targets: city.targets.map((t) => ({ ...t, penalty: 1000 })) };
      const trial = { scenarios: 12, seed: 1, planned: new Float64Array(problem.targets.length) };
      let met = 0;
      const parks = everyPark(problem, noChoices);
      for (const fallen of scenarios(problem, trial.scenarios, trial.seed)) {
        const left = parks.filter(({ parcels }) => parcels.every((place) => fallen[place] === 0));
        met += bestOf(problem, noChoices, left, solver)!.short.every((missing) => missing === 0) ? 1 : 0;
      }
      const { allMet, asPlanned } = possible(problem, trial);
      expect(allMet).toBeGreaterThanOrEqual(met / trial.scenarios);
      expect(asPlanned).toBe(allMet);
      least = Math.min(least, allMet);
    }
    expect(least).toBeLessThan(1);
  });
});

describe('a plan with spare parks', () => {
  it('keeps to the limits and choices, and misses less where parcels fall through', async () => {
    const sums = { short: 0, without: 0 };
    for (const seed of [2, 3, 6, 8, 12]) {
      const city = smallCity(seed);
      const asking = await askingOf(city, solver);
      const { plan, simulated: own, without } = await spared(asking, solver, { spare: 1, scenarios: 60 });
      expect(faultsOfPlan(city, noChoices, plan)).toEqual([]);
      expect(plan.objective).toBeLessThanOrEqual(asking.plan.objective + 1e-4);
      sums.short += own.short;
      sums.without += without.short;
    }
    expect(sums.short).toBeLessThan(sums.without);
  });
  it('has what a person fixed', async () => {
    const city = smallCity(3);
    const poor = everyPark(city, noChoices).sort((a, b) => a.points - b.points)[0];
    const choices = { ...noChoices, fixedParks: [{ parcels: [...poor.parcels], kind: poor.kind, year: null }] };
    const asking = await askingOf(city, solver, choices);
    const { plan } = await spared(asking, solver, { spare: 1, scenarios: 5 });
    expect(faultsOfPlan(city, choices, plan)).toEqual([]);
  });
});
