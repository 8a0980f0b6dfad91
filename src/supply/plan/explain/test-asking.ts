import type { PlanSettings } from '../shape/found.ts';
import { noChoices, type Choices, type PlanProblem } from '../shape/problem.ts';
import type { Solver } from '../shape/solver.ts';
import { PlanSession } from '../master/session.ts';
import type { Asking } from './asking.ts';

export const exactly: PlanSettings = { gap: 0, seconds: Infinity, close: true };

/** A best plan to ask about. */
export async function askingOf(problem: PlanProblem, solver: Solver, choices: Choices = noChoices): Promise<Asking> {
  const planner = new PlanSession(problem, solver);
  const plan = await planner.solve(choices, exactly, 1);
  const plannerOf = (other: PlanProblem) => new PlanSession(other, solver);
  return { problem, choices, plan, planner, plannerOf, settings: exactly, seed: 1 };
}
