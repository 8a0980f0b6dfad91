import type { PlanProblem } from '../shape/problem.ts';

/** By target so few and so many parks are missing 缺口: one of the cases plans are told apart by. */
export interface Shortfalls {
  readonly least: Float64Array;
  readonly most: Float64Array;
}

/** All plans. */
export const anyShortfalls = ({ targets }: PlanProblem): Shortfalls => ({
  least: new Float64Array(targets.length),
  most: Float64Array.from(targets, ({ least }) => Math.max(0, least)),
});

/** Those of which fewer parks of the target are missing than `split`, and the others. */
export function splitAt({ least, most }: Shortfalls, target: number, split: number): [Shortfalls, Shortfalls] {
  return [
    { least, most: most.with(target, Math.floor(split)) },
    { least: least.with(target, Math.ceil(split)), most },
  ];
}

/** A part of a park that is none. */
const WHOLE = 1e-6;

/** The target of which a part of a park is missing that costs most either way; null where all are whole. */
export function splitTarget({ targets }: PlanProblem, missing: Float64Array): number | null {
  let [found, most] = [null as number | null, 0];
  for (const [target, { penalty, least }] of targets.entries()) {
    const part = missing[target] - Math.floor(missing[target]);
    const off = Math.min(part, 1 - part);
    if (off < WHOLE || !Number.isInteger(least) || off * penalty <= most) continue;
    [found, most] = [target, off * penalty];
  }
  return found;
}
