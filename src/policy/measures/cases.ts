import { notApplicable, type Figure, type Input, type Missing } from '../../domain/land/figure.ts';
import { oneOf } from '../../domain/land/figure-arithmetic.ts';
import type { Condition, Expression } from '../shape/expression.ts';
import type { Computed, Scope } from '../shape/scope.ts';
import { ifTracing } from '../trace-steps.ts';

type Case = { readonly when?: Condition; readonly value: Expression };

/** The value of the first case that holds; where it cannot be told whether one does, it or that of those after it. */
export function casesOf(cases: readonly Case[], scope: Scope): Computed {
  const { judge, compute } = scope.evaluator;
  for (const [i, { when, value }] of cases.entries()) {
    if (!when) return compute(value, scope);
    const held = judge(when, scope);
    if (held.value === false) continue;
    const own = compute(value, scope);
    const steps = ifTracing(scope, () => [...held.steps, ...own.steps]);
    if (held.value) return { input: own.input, steps };
    return { input: either(held.missing, own.input, casesOf(cases.slice(i + 1), scope).input), steps: held.steps };
  }
  return { input: notApplicable, steps: [] };
}

/** What each of them lacks is named as well: which of them it is may turn out to be any. */
function either(missing: readonly Missing[], own: Input<Figure>, others: Input<Figure>): Input<Figure> {
  const inputs = [own, others];
  if (inputs.every((input) => input.state === 'not-applicable')) return notApplicable;
  const one = oneOf([], inputs);
  if (one.state !== 'unknown') return one;
  return { ...one, missing: [...missing, ...inputs.flatMap((i) => (i.state === 'unknown' ? i.missing : []))] };
}
