import type { Condition, Expression } from './shape/expression.ts';

/*
 * Which measures an expression or a condition names, in itself or within. A form that is not accounted for here does not
 * compile: what rests on what is declared, not guessed from texts that happen to be equal.
 */

type With<F, K extends string> = K extends string ? (F extends Readonly<Record<K, unknown>> ? F : never) : never;
type Names = readonly string[];

/** Forms that read a record, the day or the pack alone. */
type PlainExpression = With<
  Exclude<Expression, string>,
  'field' | 'figure' | 'entries' | 'distinct' | 'days' | 'years' | 'months' | 'today' | 'unit'
>;
type PlainCondition = With<
  Condition,
  'field' | 'recorded' | 'without' | 'category' | 'landUse' | 'districtCategory' | 'zoneType' | 'connectedBy'
>;
const noNames = (_plain: PlainExpression | PlainCondition): Names => [];

/** Names of measures, some of them more than once. */
export function namesInExpression(expression: Expression): Names {
  if (typeof expression === 'string') return [expression];
  if ('sum' in expression) return namesOver(expression.sum);
  if ('count' in expression) return namesOver(expression.count);
  if ('least' in expression) return namesOver(expression.least);
  if ('greatest' in expression) return namesOver(expression.greatest);
  if ('park' in expression) return namesInExpression(expression.park);
  if ('cases' in expression) return expression.cases.flatMap(({ when, value }) => namesOver({ where: when, value }));
  if ('ratio' in expression) return [expression.ratio.of, expression.ratio.to].flatMap(namesInExpression);
  if ('plus' in expression) return expression.plus.flatMap(namesInExpression);
  if ('minus' in expression) return expression.minus.flatMap(namesInExpression);
  if ('times' in expression) return expression.times.flatMap(namesInExpression);
  if ('smaller' in expression) return expression.smaller.flatMap(namesInExpression);
  if ('larger' in expression) return expression.larger.flatMap(namesInExpression);
  return noNames(expression);
}

/** Of what is asked of some members of a collection. */
const namesOver = ({ where, value }: { readonly where?: Condition; readonly value?: Expression }): Names => [
  ...(where ? namesInCondition(where) : []),
  ...(value === undefined ? [] : namesInExpression(value)),
];

export function namesInCondition(condition: Condition): Names {
  if ('all' in condition) return condition.all.flatMap(namesInCondition);
  if ('any' in condition) return condition.any.flatMap(namesInCondition);
  if ('not' in condition) return namesInCondition(condition.not);
  if ('every' in condition || 'some' in condition) return namesInCondition(condition.that);
  if ('park' in condition) return namesInCondition(condition.park);
  if ('parcel' in condition) return namesInCondition(condition.parcel);
  if ('building' in condition) return namesInCondition(condition.building);
  if ('measure' in condition) return 'to' in condition ? [condition.measure, condition.to] : [condition.measure];
  return noNames(condition);
}
