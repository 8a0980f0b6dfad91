import { conjunction, disjunction } from '../three-valued.ts';
import { judge } from '../conditions/judge.ts';
import { nothing, type RuleKind } from './kind.ts';
import { ifTracing } from '../trace-steps.ts';

/**
 * An exception 例外 as a rule of its own, without a number: in play when a rule it relaxes is missed and its
 * condition opens; then an authority decides (relaxed). Otherwise it does not apply.
 */
export const exception: RuleKind<'exception'> = {
  name: 'exception',
  needs: { relaxes: true, when: true },
  restsOn: ({ relaxes, when }) => ({ rules: relaxes, conditions: [when] }),
  evaluate(part, bench) {
    const { scope } = bench;
    const needed = disjunction(part.relaxes.map((rule) => bench.missed(rule)));
    const { value, missing, steps } = needed.value === false ? needed : conjunction([needed, judge(part.when, scope)]);
    const outcome = value === null ? 'unknown' : value ? 'relaxed' : 'not-applicable';
    return {
      ...nothing,
      outcome,
      missing,
      steps: ifTracing(scope, () => [{ depth: 0, node: 'exception', outcome }, ...steps]),
    };
  },
};
