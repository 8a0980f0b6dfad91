import type { Computed, Scope } from '../shape/scope.ts';
import { known, unknown, type Figure, type Input } from '../../domain/land/figure.ts';
import { largerOf, minusOf, ratioOf, smallerOf, sumOf, timesOf } from '../../domain/land/figure-arithmetic.ts';
import { heldToRange } from '../../domain/land/figure-range.ts';
import type { TraceStep } from '../shape/finding.ts';
import type { Expression } from '../shape/expression.ts';
import type { Measure } from '../shape/rule.ts';
import { valueOn } from '../in-force.ts';
import { scopeAbout, idOf, scopeOfMember } from '../scope.ts';
import { extreme } from './extreme.ts';
import { beside } from './beside.ts';
import { casesOf } from './cases.ts';
import { daysOf, yearsOf } from './dates.ts';
import { entriesOf, fieldOf } from './fields.ts';
import { fieldsSetAgainst } from './set-against.ts';
import { buildingFigure, parcelFigure } from './parcel-figures.ts';
import { monthsOf } from './months.ts';
import { countOf, distinctOf, sumOver } from './aggregates.ts';
import { select } from './select.ts';
import { deeper } from '../trace-steps.ts';

/** A measure of the pack by name. */
export function measure(name: string, scope: Scope): Computed {
  if (scope.item) return measured(name, scope);
  const known = scope.memo.measures.get(name);
  if (known) return known;
  const found = measured(name, scope);
  scope.memo.measures.set(name, found);
  return found;
}

function measured(name: string, scope: Scope): Computed {
  const definition = scope.pack.measures[name];
  const setting = scope.context.settings[name];
  const { input, steps } = setting === undefined ? compute(definition.from, scope) : bare(constant(name, setting));
  const found = namedAs(input, name, definition.unit);
  const named = definition.within
    ? heldToRange(found, definition.within, () => fieldsSetAgainst(definition.from, scope))
    : found;
  if (!scope.tracing) return bare(named);
  const below = [...steps, ...eachOf(definition, scope), ...beside(definition, scope)];
  return { input: named, steps: [stepOf(name, named), ...deeper(below)] };
}

/** The figure under the name and unit of its measure; of one known in part its ends are. */
function namedAs(input: Input<Figure>, what: string, unit: Figure['unit']): Input<Figure> {
  const named = <T extends Figure | null>(figure: T): T =>
    figure && (figure.what !== what || figure.unit !== unit) ? { ...figure, what, unit } : figure;
  if (input.state === 'value') {
    const value = named(input.value);
    return value === input.value ? input : known(value);
  }
  if (input.state !== 'unknown' || !input.partly) return input;
  const { partly } = input;
  if ('open' in partly) return { ...input, partly: { ...partly, known: named(partly.known) } };
  return { ...input, partly: { least: named(partly.least), most: named(partly.most) } };
}

type Reading = (scope: Scope) => Computed;

/** Value of an expression in its scope. Two-sided ones put the steps of both sides one after the other. */
export const compute = (expression: Expression, scope: Scope): Computed =>
  typeof expression === 'string' ? measure(expression, scope) : readingOf(expression)(scope);

type Form = Exclude<Expression, string>;

/** An expression is read once and asked of every record of a city. */
const readings = new WeakMap<Form, Reading>();

function readingOf(expression: Form): Reading {
  const known = readings.get(expression);
  if (known) return known;
  const reading = read(expression);
  readings.set(expression, reading);
  return reading;
}

function read(expression: Form): Reading {
  if ('field' in expression) return (scope) => bare(fieldOf(expression.field, scope));
  if ('figure' in expression) return (scope) => bare(figureOf(expression.figure, scope));
  if ('entries' in expression) return (scope) => bare(entriesOf(expression.entries, scope));
  if ('sum' in expression) return (scope) => bare(sumOver(expression.sum, scope));
  if ('count' in expression) return (scope) => bare(countOf(expression.count, scope));
  if ('distinct' in expression) return (scope) => bare(distinctOf(expression.distinct, scope));
  if ('least' in expression) return (scope) => bare(extreme(expression.least, scope, smallerOf));
  if ('greatest' in expression) return (scope) => bare(extreme(expression.greatest, scope, largerOf));
  if ('days' in expression) return (scope) => bare(daysOf(expression.days, scope));
  if ('years' in expression) return (scope) => bare(yearsOf(expression.years, scope));
  if ('months' in expression) return (scope) => bare(monthsOf(expression.months, scope));
  if ('today' in expression) return (scope) => bare(constant('year', Number(scope.date.slice(0, 4))));
  if ('value' in expression) return (scope) => bare(figureOfLaw(expression, scope));
  if ('park' in expression) return (scope) => compute(expression.park, scopeAbout(scope, undefined));
  if ('cases' in expression) return (scope) => casesOf(expression.cases, scope);
  return arithmetic(expression);
}

function arithmetic(expression: Form): Reading {
  if ('plus' in expression) return sidesOf(expression.plus, (parts) => sumOf('plus', parts));
  if ('minus' in expression) return sidesOf(expression.minus, ([a, b]) => minusOf('minus', a, b));
  if ('times' in expression) return sidesOf(expression.times, ([a, b]) => timesOf('times', a, b));
  if ('smaller' in expression) return sidesOf(expression.smaller, ([a, b]) => smallerOf('smaller', a, b));
  if ('larger' in expression) return sidesOf(expression.larger, ([a, b]) => largerOf('larger', a, b));
  if ('ratio' in expression)
    return sidesOf([expression.ratio.of, expression.ratio.to], ([a, b]) => ratioOf('ratio', a, b));
  throw new Error(`no such expression: ${Object.keys(expression).join(' ')}`);
}

const sidesOf =
  (sides: readonly Expression[], combine: (inputs: readonly Input<Figure>[]) => Input<Figure>): Reading =>
  (scope) => {
    const computed = sides.map((side) => compute(side, scope));
    return {
      input: combine(computed.map((c) => c.input)),
      steps: scope.tracing ? computed.flatMap((c) => c.steps) : noSteps,
    };
  };

/** A figure of the law; out of force it is not applicable. */
function figureOfLaw(of: Extract<Expression, { readonly value: unknown }>, scope: Scope): Input<Figure> {
  const value = valueOn(of.value, scope.date);
  return value === undefined ? { state: 'not-applicable' } : constant('value', value);
}

const constant = (what: string, value: number): Input<Figure> => known({ what, value, unit: 'count', inputs: [] });

const bare = (input: Input<Figure>): Computed => ({ input, steps: noSteps });
const noSteps: Computed['steps'] = [];

function figureOf(name: string, scope: Scope): Input<Figure> {
  const { item, facts } = scope;
  if (item?.kind === 'parcel') return parcelFigure(facts, item.facts, name);
  if (item?.kind === 'building') return buildingFigure(facts, item.facts, name);
  // A park without parcels has no figures at all.
  return facts.figures[name] ?? unknown({ kind: 'park', id: facts.park.id, field: 'geometry' });
}

/** The same quantity per record, shown and not judged. */
function eachOf({ each, unit }: Measure, scope: Scope): readonly TraceStep[] {
  if (!each) return [];
  return select(scope, each).items.map((item) => {
    const { input } = compute(each.value, scopeOfMember(scope, item));
    const value = input.state === 'value' ? { value: input.value.value } : {};
    return { depth: 0, node: 'each', unit, ...value, inputs: [idOf(item)], note: 'shown-not-judged' };
  });
}

function stepOf(node: string, input: Input<Figure>): TraceStep {
  if (input.state !== 'value') return { depth: 0, node, outcome: input.state };
  const { value, unit, inputs, notes } = input.value;
  return { depth: 0, node, value, unit, inputs, ...(notes?.length ? { note: notes.join(' ') } : {}) };
}
