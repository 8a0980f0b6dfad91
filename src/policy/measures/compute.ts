import { known, notApplicable, unknown, type Figure, type Input } from '../../domain/land/figure.ts';
import { ratioOf, sumOf } from '../../domain/land/park-figures.ts';
import type { TraceStep } from '../finding.ts';
import type { Expression, Measure } from '../rule.ts';
import { idOf, once, recordOf, type Scope } from '../scope.ts';
import { valuesOf } from './distinct.ts';
import { buildingFigure, parcelFigure } from './parcel-figures.ts';
import { select } from './select.ts';

/** A measure's value, three-valued, with the steps that led to it (depth from 0). */
export interface Computed {
  readonly input: Input<Figure>;
  readonly steps: readonly TraceStep[];
}

/** A measure of the pack by name. */
export function measure(name: string, scope: Scope): Computed {
  return scope.item ? measured(name, scope) : once(scope.memo.measures, name, () => measured(name, scope));
}

function measured(name: string, scope: Scope): Computed {
  const definition = scope.pack.measures[name];
  const { input, steps } = compute(definition.from, scope);
  const named: Input<Figure> =
    input.state === 'value' ? known({ ...input.value, what: name, unit: definition.unit }) : input;
  return { input: named, steps: [stepOf(name, named), ...deeper([...steps, ...eachOf(definition, scope)])] };
}

function compute(expression: Expression, scope: Scope): Computed {
  if (typeof expression === 'string') return measure(expression, scope);
  if ('field' in expression) return bare(fieldOf(expression.field, scope));
  if ('figure' in expression) return bare(figureOf(expression.figure, scope));
  if ('sum' in expression) return bare(sum(expression.sum, scope));
  if ('count' in expression) return bare(count(expression.count, scope));
  if ('distinct' in expression) return bare(distinct(expression.distinct, scope));
  const of = compute(expression.ratio.of, scope);
  const to = compute(expression.ratio.to, scope);
  return { input: ratioOf('ratio', of.input, to.input), steps: [...of.steps, ...to.steps] };
}

const bare = (input: Input<Figure>): Computed => ({ input, steps: [] });

function fieldOf(field: string, scope: Scope): Input<Figure> {
  const { kind, id, record } = recordOf(scope);
  const value = record[field];
  if (value === null) return notApplicable;
  if (typeof value !== 'number') return unknown({ kind, id, field });
  return known({ what: field, value, unit: 'count', inputs: [id] });
}

function figureOf(name: string, scope: Scope): Input<Figure> {
  const { item, facts } = scope;
  if (item?.kind === 'parcel') return parcelFigure(facts, item.facts, name);
  if (item?.kind === 'building') return buildingFigure(item.facts, name);
  // A park without parcels has no figures at all.
  return facts.figures[name] ?? unknown({ kind: 'park', id: facts.park.id, field: 'geometry' });
}

type Sum = Extract<Expression, { readonly sum: unknown }>['sum'];

function sum(from: Sum, scope: Scope): Input<Figure> {
  const { items, all, missing } = select(scope, from);
  if (missing.length > 0) return unknown(...missing);
  const total = sumOf(
    from.of,
    items.map((item) => compute(from.value, { ...scope, item }).input),
  );
  const ofAreas = from.of === 'parcels' && typeof from.value === 'object' && 'figure' in from.value;
  if (!ofAreas || from.value.figure !== 'area' || scope.facts.overlapM2 === 0) return total;
  return withoutOverlap(total, items.length === all, scope);
}

/** Overlapping land counts once. Of a part of the parcels it cannot be told whether the overlap lies among them. */
function withoutOverlap(total: Input<Figure>, everything: boolean, { facts }: Scope): Input<Figure> {
  if (total.state !== 'value') return total;
  const { overlapM2: overlap } = facts;
  const { inputs, others, value, notes } = total.value;
  if (inputs.length < 2) return total;
  if (!everything) return unknown(...inputs.map((id) => ({ kind: 'parcel', id, field: 'geometry' }) as const));
  return known({
    ...total.value,
    value: value - overlap,
    ...(others ? { others: others.map((o) => ({ ...o, value: o.value - overlap })) } : {}),
    notes: [...(notes ?? []), 'overlap-counted-once'],
  });
}

function count(from: Extract<Expression, { readonly count: unknown }>['count'], scope: Scope): Input<Figure> {
  const { items, missing } = select(scope, from);
  if (missing.length > 0) return unknown(...missing);
  return known({ what: from.of, value: items.length, unit: 'count', inputs: items.map(idOf) });
}

function distinct(from: Extract<Expression, { readonly distinct: unknown }>['distinct'], scope: Scope): Input<Figure> {
  const { ids, missing } = valuesOf(scope, from);
  if (missing.length > 0) return unknown(...missing);
  return known({ what: from.field, value: ids.size, unit: 'count', inputs: [...ids.values()].flat() });
}

/** The same quantity per record, shown and not judged. */
function eachOf({ each, unit }: Measure, scope: Scope): readonly TraceStep[] {
  if (!each) return [];
  return select(scope, each).items.map((item) => {
    const { input } = compute(each.value, { ...scope, item });
    const value = input.state === 'value' ? { value: input.value.value } : {};
    return { depth: 0, node: 'each', unit, ...value, inputs: [idOf(item)], note: 'shown-not-judged' };
  });
}

function stepOf(node: string, input: Input<Figure>): TraceStep {
  if (input.state !== 'value') return { depth: 0, node, outcome: input.state };
  const { value, unit, inputs, notes } = input.value;
  return { depth: 0, node, value, unit, inputs, ...(notes?.length ? { note: notes.join(' ') } : {}) };
}

export const deeper = (steps: readonly TraceStep[]): readonly TraceStep[] =>
  steps.map((step) => ({ ...step, depth: step.depth + 1 }));
