import { daysBetween, isDate, yearsOfTerm } from '../dates.ts';
import { known, unknown, type Figure, type Input } from '../../domain/land/figure.ts';
import type { Span } from '../rule.ts';
import { recordOf, type Scope } from '../scope.ts';

export const daysOf = (span: Span, scope: Scope): Input<Figure> => between(span, scope, daysBetween);

/** A term that ends before it begins is a slip of the pen: its last day is as good as missing. */
export const yearsOf = (span: Span, scope: Scope): Input<Figure> => {
  const { kind, id, record } = recordOf(scope);
  const [first, last] = [record[span.from], record[span.to]];
  if (isDate(first) && isDate(last) && last < first) return unknown({ kind, id, field: span.to });
  return between(span, scope, yearsOfTerm);
};

function between({ from, to }: Span, scope: Scope, count: (from: string, to: string) => number): Input<Figure> {
  const { kind, id, record } = recordOf(scope);
  const [a, b] = [record[from], record[to]];
  if (isDate(a) && isDate(b)) return known({ what: to, value: count(a, b), unit: 'count', inputs: [id] });
  const missing = [from, to].filter((field) => !isDate(record[field]));
  return unknown(...missing.map((field) => ({ kind, id, field })));
}
