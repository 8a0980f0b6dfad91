import { beforeAll, describe, expect, it } from 'vitest';
import { noChoices, type PlanProblem } from '../shape/problem.ts';
import type { Solver } from '../shape/solver.ts';
import { openHighs } from '../solver/highs.ts';
import { PlanSession } from './session.ts';
import { bestOfAll } from './test-best.ts';
import { smallCity } from './test-small-city.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await openHighs();
});

const exactly = { gap: 0, seconds: Infinity, close: true };
const session = (problem: PlanProblem) => new PlanSession(problem, solver);

describe('a plan of a small city', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('is the best of all there are: city %i', async (seed) => {
    const problem = smallCity(seed);
    const plan = await session(problem).solve(noChoices, exactly, 1);
    const best = bestOfAll(solver, problem, noChoices);
    expect(plan.objective).toBeCloseTo(best.objective, 6);
    expect(plan.bound).toBeGreaterThanOrEqual(best.objective - 1e-6);
    expect(plan.status).toBe('optimal');
  });
});
