import type { Missing } from '../../domain/land/figure.ts';
import type { Expression } from '../shape/expression.ts';
import { recordOf } from '../scope.ts';
import type { Scope } from '../shape/scope.ts';

/**
 * What an expression sets against each other, by name: fields of the record as they are filled in, everything else by
 * the measure that computes it (`floorArea`).
 */
export function fieldsSetAgainst(expression: Expression, scope: Scope): readonly Missing[] {
  const { kind, id } = recordOf(scope);
  if (typeof expression === 'string') {
    const { from } = scope.pack.measures[expression];
    return isMade(from) ? fieldsSetAgainst(from, scope) : [{ kind, id, field: expression }];
  }
  if ('ratio' in expression)
    return [expression.ratio.of, expression.ratio.to].flatMap((e) => fieldsSetAgainst(e, scope));
  if ('field' in expression) return [{ kind, id, field: expression.field }];
  return [];
}

const isMade = (from: Expression): boolean => typeof from === 'object' && ('field' in from || 'ratio' in from);
