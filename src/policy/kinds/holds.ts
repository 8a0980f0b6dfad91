import { judge } from '../conditions/judge.ts';
import { missedAs } from '../outcomes.ts';
import { nothing, type RuleKind } from './kind.ts';
import { deeper, ifTracing } from '../trace-steps.ts';

/** A condition must hold 条件成立; there is no number. */
export const holds: RuleKind<'holds'> = {
  name: 'holds',
  needs: { when: true },
  restsOn: ({ when }) => ({ conditions: [when] }),
  evaluate(part, { scope, strength }) {
    const { value, missing, steps } = judge(part.when, scope);
    const outcome = value === null ? 'unknown' : value ? 'pass' : missedAs(strength);
    return {
      ...nothing,
      outcome,
      missing,
      steps: ifTracing(scope, () => [{ depth: 0, node: 'holds', outcome }, ...deeper(steps)]),
    };
  },
};
