import { notApplicable, unknown, type Figure, type Input } from '../../domain/land/figure.ts';
import type { Extreme } from '../rule.ts';
import { within, type Scope } from '../scope.ts';
import { compute } from './compute.ts';
import { select } from './select.ts';

type Choose = (what: string, a: Input<Figure>, b: Input<Figure>) => Input<Figure>;

/** Smallest or greatest over a collection; of none not applicable. */
export function extreme(from: Extreme, scope: Scope, choose: Choose): Input<Figure> {
  const { items, missing } = select(scope, from);
  if (missing.length > 0) return unknown(...missing);
  const [first, ...rest] = items.map((item) => compute(from.value, within(scope, item)).input);
  return first ? rest.reduce((a, b) => choose(from.of, a, b), first) : notApplicable;
}
