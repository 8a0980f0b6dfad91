import { notApplicable, unknown } from '../../domain/land/figure.ts';
import { judge } from '../conditions/judge.ts';
import type { Condition, Expression } from '../rule.ts';
import type { Scope } from '../scope.ts';
import { told } from '../told.ts';
import { compute, type Computed } from './compute.ts';

/** The value of the first case that holds; unknown as soon as it cannot be told whether one does. */
export function casesOf(
  cases: readonly { readonly when?: Condition; readonly value: Expression }[],
  scope: Scope,
): Computed {
  for (const { when, value } of cases) {
    if (!when) return compute(value, scope);
    const held = judge(when, scope);
    if (held.value === null) return { input: unknown(...held.missing), steps: held.steps };
    if (held.value) {
      const { input, steps } = compute(value, scope);
      return { input, steps: told(scope, () => [...held.steps, ...steps]) };
    }
  }
  return { input: notApplicable, steps: [] };
}
