import { compute } from '../measures/compute.ts';
import type { Kind } from './kind.ts';
import { eachOf, extremeOf } from './members.ts';

/** Every member of a collection held against a quantity of its own 逐项比较: each rent against its market's. */
export const eachAgainst: Kind = {
  name: 'each-against',
  needs: ['measure', 'op', 'to', 'unit'],
  accepts: (measure) => extremeOf(measure) !== undefined,
  evaluate: (part, bench) => eachOf(part, bench, (scope) => compute(part.to!, scope).input),
};
