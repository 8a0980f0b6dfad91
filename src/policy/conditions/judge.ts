import { known, notApplicable, type Figure, type Input, type Missing } from '../../domain/land/figure.ts';
import type { TraceStep } from '../shape/finding.ts';
import { measure } from '../measures/compute.ts';
import type { Condition } from '../shape/expression.ts';
import { valueOn } from '../in-force.ts';
import { scopeAbout } from '../scope.ts';
import type { Judged, Scope } from '../shape/scope.ts';
import { boundRangeOf, compareWithBound } from '../comparison.ts';
import { conjunction, disjunction, negated, no, untilSettled, yes } from '../three-valued.ts';
import {
  category,
  connected,
  districtCategory,
  fieldIs,
  landUse,
  recorded,
  without,
  zoneType,
} from './record-conditions.ts';
import { quantified } from './quantified.ts';
import { deeper } from '../trace-steps.ts';

type Test = (scope: Scope) => Judged;

/** Truth of a condition in three values (true, false, null = unknown), with what is missing and the steps to it. */
export function judge(condition: Condition, scope: Scope): Judged {
  const test = testOf(condition);
  if (scope.item) return test(scope);
  // Of the park itself several rules ask the same.
  const known = scope.memo.conditions.get(condition);
  if (known) return known;
  const judged = test(scope);
  scope.memo.conditions.set(condition, judged);
  return judged;
}

/** A condition is read once and asked of every record of a city. */
const tests = new WeakMap<Condition, Test>();

function testOf(condition: Condition): Test {
  const known = tests.get(condition);
  if (known) return known;
  const test = read(condition);
  tests.set(condition, test);
  return test;
}

function read(condition: Condition): Test {
  if ('all' in condition) return (scope) => several(condition.all, false, scope);
  if ('any' in condition) return (scope) => several(condition.any, true, scope);
  if ('not' in condition) return (scope) => negated(judge(condition.not, scope));
  if ('every' in condition) return (scope) => quantified('every', condition.every, condition.that, scope);
  if ('some' in condition) return (scope) => quantified('some', condition.some, condition.that, scope);
  if ('park' in condition) return (scope) => judge(condition.park, scopeAbout(scope, undefined));
  if ('parcel' in condition) return (scope) => ofParcel(condition.parcel, scope);
  if ('building' in condition) return (scope) => ofBuilding(condition.building, scope);
  if ('field' in condition) return (scope) => fieldIs(condition, scope);
  if ('recorded' in condition) return (scope) => recorded(condition.recorded, scope);
  if ('without' in condition) return (scope) => without(condition.without, scope);
  if ('category' in condition) return (scope) => category(condition.category, scope);
  if ('landUse' in condition) return (scope) => landUse(condition.landUse, scope);
  if ('districtCategory' in condition) return (scope) => districtCategory(condition.districtCategory, scope);
  if ('zoneType' in condition) return (scope) => zoneType(condition.zoneType, scope);
  if ('connectedBy' in condition) return (scope) => connected(condition.connectedBy, scope);
  return (scope) => compared(condition, scope);
}

function several(conditions: readonly Condition[], settles: boolean, scope: Scope): Judged {
  if (!scope.tracing) return untilSettled(conditions, settles, (c) => judge(c, scope));
  return (settles ? disjunction : conjunction)(conditions.map((c) => judge(c, scope)));
}

/** From a building to the parcel it stands on. */
function ofParcel(condition: Condition, scope: Scope): Judged {
  if (scope.item?.kind !== 'building') throw new Error('`parcel:` speaks about a building');
  const { parcelId, building } = scope.item.facts;
  const parcel = scope.facts.parcels.find((p) => p.parcel.id === parcelId);
  const missing: Missing = { kind: 'building', id: building.id, field: 'parcelId' };
  if (!parcel) return { value: null, missing: [missing], steps: [] };
  return judge(condition, scopeAbout(scope, { kind: 'parcel', facts: parcel }));
}

/** From a unit to the building it is part of. */
function ofBuilding(condition: Condition, scope: Scope): Judged {
  if (scope.item?.kind !== 'unit') throw new Error('`building:` speaks about a unit');
  return judge(condition, scopeAbout(scope, { kind: 'building', facts: scope.item.building }));
}

function compared(condition: ComparingCondition, scope: Scope): Judged {
  const { input, steps } = measure(condition.measure, scope);
  const bound = boundOf(condition, scope);
  if (bound.state === 'not-applicable' || input.state === 'not-applicable') return no(steps);
  const held = compareWithBound(input, condition.op, boundRangeOf(bound).bounds, condition.unit);
  if (held) return held.met ? yes(steps) : no(steps);
  return {
    value: null,
    missing: [input, bound].flatMap((side) => (side.state === 'unknown' ? side.missing : [])),
    steps,
  };
}

type ComparingCondition = Extract<Condition, { readonly measure: string }>;

/** The bound, a number of the pack or another measure. */
function boundOf(condition: ComparingCondition, scope: Scope): Input<Figure> {
  if ('to' in condition) return measure(condition.to, scope).input;
  const value = valueOn(condition.value, scope.date);
  return value === undefined ? notApplicable : known({ what: 'bound', value, unit: condition.unit, inputs: [] });
}

/** The steps of a condition under one heading, e.g. `applies`. */
export const underHeading = (node: string, { value, steps }: Judged): readonly TraceStep[] => [
  value === null ? { depth: 0, node, outcome: 'unknown' } : { depth: 0, node, value },
  ...deeper(steps),
];
