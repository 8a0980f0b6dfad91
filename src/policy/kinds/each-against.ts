import { compute } from '../measures/compute.ts';
import type { RuleKind } from './kind.ts';
import { eachOf, extremeOf } from './members.ts';

/** Every member of a collection held against a quantity of its own 逐项比较: each rent against its market's. */
export const eachAgainst: RuleKind<'each-against'> = {
  name: 'each-against',
  needs: { measure: true, op: true, to: true, unit: true },
  restsOn: ({ measure, to }) => ({ expressions: [measure, to] }),
  accepts: (measure) => extremeOf(measure) !== undefined,
  evaluate: (part, bench) => eachOf(part, bench, (scope) => compute(part.to, scope).input),
};
