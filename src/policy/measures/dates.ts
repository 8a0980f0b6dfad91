import { isDate } from '../../domain/written-date.ts';
import { daysBetween, yearsOfTerm } from '../dates.ts';
import { clashing, known, unknown, type Figure, type Input } from '../../domain/land/figure.ts';
import type { Span } from '../shape/expression.ts';
import { recordOf } from '../scope.ts';
import type { Scope } from '../shape/scope.ts';

export const daysOf = (span: Span, scope: Scope): Input<Figure> => lengthOf(span, scope, daysBetween);

export const yearsOf = (span: Span, scope: Scope): Input<Figure> => lengthOf(span, scope, yearsOfTerm);

/** What ends before it begins contradicts itself: one of the two days is wrong. */
function lengthOf({ from, to }: Span, scope: Scope, count: (from: string, to: string) => number): Input<Figure> {
  const { kind, id, record } = recordOf(scope);
  const [a, b] = [record[from], record[to]];
  if (isDate(a) && isDate(b) && b < a) return clashing({ kind, id, field: from }, { kind, id, field: to });
  if (isDate(a) && isDate(b)) return known({ what: to, value: count(a, b), unit: 'count', inputs: [id] });
  const missing = [from, to].filter((field) => !isDate(record[field]));
  return unknown(...missing.map((field) => ({ kind, id, field })));
}
