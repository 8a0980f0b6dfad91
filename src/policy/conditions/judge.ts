import type { Missing } from '../../domain/land/figure.ts';
import type { TraceStep } from '../finding.ts';
import { deeper, measure } from '../measures/compute.ts';
import { inForce, type Condition } from '../rule.ts';
import { once, type Scope } from '../scope.ts';
import { meets } from '../threshold.ts';
import { allOf, anyOf, negated, no, yes, type Judged } from './judged.ts';
import { connected, districtCategory, fieldIs, landUse, recorded, zoneType } from './leaves.ts';
import { quantified } from './quantified.ts';

/** Truth of a condition in three values (true, false, null = unknown), with what is missing and the steps to it. */
export function judge(condition: Condition, scope: Scope): Judged {
  return scope.item ? judged(condition, scope) : once(scope.memo.conditions, condition, () => judged(condition, scope));
}

function judged(condition: Condition, scope: Scope): Judged {
  if ('all' in condition) return allOf(condition.all.map((c) => judge(c, scope)));
  if ('any' in condition) return anyOf(condition.any.map((c) => judge(c, scope)));
  if ('not' in condition) return negated(judge(condition.not, scope));
  if ('every' in condition) return quantified('every', condition.every, condition.that, scope);
  if ('some' in condition) return quantified('some', condition.some, condition.that, scope);
  if ('park' in condition) return judge(condition.park, { ...scope, item: undefined });
  if ('parcel' in condition) return ofParcel(condition.parcel, scope);
  if ('field' in condition) return fieldIs(condition, scope);
  if ('recorded' in condition) return recorded(condition.recorded, scope);
  if ('landUse' in condition) return landUse(condition.landUse, scope);
  if ('districtCategory' in condition) return districtCategory(condition.districtCategory, scope);
  if ('zoneType' in condition) return zoneType(condition.zoneType, scope);
  if ('connectedBy' in condition) return connected(condition.connectedBy, scope);
  return compared(condition, scope);
}

/** From a building to the parcel it stands on. */
function ofParcel(condition: Condition, scope: Scope): Judged {
  if (scope.item?.kind !== 'building') throw new Error('`parcel:` speaks about a building');
  const { parcelId, building } = scope.item.facts;
  const parcel = scope.facts.parcels.find((p) => p.parcel.id === parcelId);
  const missing: Missing = { kind: 'building', id: building.id, field: 'parcelId' };
  if (!parcel) return { value: null, missing: [missing], steps: [] };
  return judge(condition, { ...scope, item: { kind: 'parcel', facts: parcel } });
}

function compared(condition: Extract<Condition, { readonly measure: string }>, scope: Scope): Judged {
  const { input, steps } = measure(condition.measure, scope);
  const value = inForce(condition.value, scope.date);
  if (value === undefined || input.state === 'not-applicable') return no(steps);
  if (input.state === 'unknown') return { value: null, missing: input.missing, steps };
  return meets(input.value, { ...condition, value }) ? yes(steps) : no(steps);
}

/** The steps of a condition under one heading, e.g. `applies`. */
export const headed = (node: string, { value, steps }: Judged): readonly TraceStep[] => [
  value === null ? { depth: 0, node, outcome: 'unknown' } : { depth: 0, node, value },
  ...deeper(steps),
];
