import { notApplicable, type Figure, type Input } from '../../domain/land/figure.ts';
import { oneOf } from '../../domain/land/figure-arithmetic.ts';
import type { Extreme } from '../shape/expression.ts';
import { scopeOfMember } from '../scope.ts';
import type { Scope } from '../shape/scope.ts';
import { select } from './select.ts';
import { whollyUnknown } from './wholly-unknown.ts';

type Choose = (what: string, a: Input<Figure>, b: Input<Figure>) => Input<Figure>;

/** Smallest or greatest over a collection; of none not applicable. A member that may be meant may be it, or not. */
export function extreme(from: Extreme, scope: Scope, choose: Choose): Input<Figure> {
  const { items, maybe, missing, unlisted } = select(scope, from);
  if (unlisted) return whollyUnknown(missing);
  const valueOf = (item: (typeof items)[number]) =>
    scope.evaluator.compute(from.value, scopeOfMember(scope, item)).input;
  const [first, ...rest] = items.map(valueOf);
  const certain = first ? rest.reduce((a, b) => choose(from.of, a, b), first) : notApplicable;
  if (maybe.length === 0) return certain;
  const all = [...(first ? [certain] : []), ...maybe.map(valueOf)].reduce((a, b) => choose(from.of, a, b));
  return oneOf(missing, [certain, all]);
}
