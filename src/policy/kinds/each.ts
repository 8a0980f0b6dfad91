import { known, notApplicable } from '../../domain/land/figure.ts';
import { valueOn } from '../in-force.ts';
import type { RuleKind } from './kind.ts';
import { eachOf, extremeOf } from './members.ts';

/** Every member of a collection held against one bound 逐项: each unit, each lease. */
export const each: RuleKind<'each'> = {
  name: 'each',
  needs: { measure: true, op: true, value: true, unit: true },
  restsOn: ({ measure, or }) => ({ expressions: [measure], rules: or ? [or.rule] : [] }),
  accepts: (measure) => extremeOf(measure) !== undefined,
  evaluate: (part, bench) =>
    eachOf(part, bench, ({ date }) => {
      const value = valueOn(part.value, date);
      return value === undefined ? notApplicable : known({ what: 'bound', value, unit: part.unit, inputs: [] });
    }),
};
