import { describe, expect, it } from 'vitest';
import { faultsOfPlan } from '../../../../src/supply/plan/check/checker.ts';
import { noChoices } from '../../../../src/supply/plan/shape/problem.ts';
import { inventedCity } from '../invented-city.ts';
import { annealed } from './annealing.ts';
import { greedyByYear } from './greedy-by-year.ts';
import { greedy } from './greedy.ts';

describe('peers of a plan', () => {
  it('keep to the problem, the same for the same seed, and annealing loses nothing of what it starts from', () => {
    const problem = inventedCity({ size: 1000, seed: 4 });
    const first = greedy(problem);
    const spent = (moves: number) => moves / 20_000;
    const cooled = annealed(first, 1, spent);
    expect(first.parks.length).toBeGreaterThan(10);
    const once = greedyByYear(problem);
    expect(once.parks.length).toBeGreaterThan(10);
    for (const plan of [first, once, cooled]) expect(faultsOfPlan(problem, noChoices, plan.found())).toEqual([]);
    expect(cooled.objective).toBeGreaterThan(first.objective);
    expect(annealed(greedy(problem), 1, spent).objective).toBe(cooled.objective);
  });
});
