import type { TraceStep } from '../shape/finding.ts';
import type { Measure } from '../shape/rule.ts';
import { recordOf } from '../scope.ts';
import type { Scope } from '../shape/scope.ts';

/** Other measures and fields shown beside a measure, not judged. */
export const beside = (of: Measure, scope: Scope): readonly TraceStep[] =>
  (of.beside ?? []).flatMap((shown) => {
    if (typeof shown !== 'string') return [fieldStep(shown.field, scope)];
    const [first] = scope.evaluator.compute(shown, scope).steps;
    return [{ ...first, note: [first.note, 'shown-not-judged'].filter(Boolean).join(' ') }];
  });

function fieldStep(field: string, scope: Scope): TraceStep {
  const { id, record } = recordOf(scope);
  const value = record[field];
  const step = { depth: 0, node: field, inputs: [id], note: 'shown-not-judged' };
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? { ...step, value }
    : { ...step, outcome: 'unknown' };
}
