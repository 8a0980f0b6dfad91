import type { Required } from '../shape/finding.ts';
import { valuesOf } from '../measures/distinct.ts';
import { missedAs } from '../outcomes.ts';
import { nothing, type RuleKind } from './kind.ts';
import { ifTracing } from '../trace-steps.ts';

/**
 * All records share one value 同一: the measure must be a `distinct` one. Two different known values are a miss
 * whatever else is missing; otherwise a missing value leaves it unknown.
 */
export const sameValue: RuleKind<'same-value'> = {
  name: 'same-value',
  needs: { measure: true },
  restsOn: ({ measure }) => ({ expressions: [measure] }),
  accepts: ({ from }) => typeof from === 'object' && 'distinct' in from,
  evaluate(part, { scope, strength }) {
    const what = part.measure;
    const { from } = scope.pack.measures[what];
    if (typeof from === 'string' || !('distinct' in from)) throw new Error(`${what} is not a distinct measure`);
    const { ids, missing } = valuesOf(scope, from.distinct);
    const different = ids.size > 1;
    const outcome = different ? missedAs(strength) : missing.length > 0 ? 'unknown' : 'pass';
    const required: Required[] = [{ what, op: '=', value: 1, unit: 'count' }];
    const node = from.distinct.field;
    const values = () => [...ids].map(([value, inputs]) => ({ depth: 1, node, value, inputs }));
    const steps = ifTracing(scope, () => [{ depth: 0, node: 'same-value', outcome }, ...values()]);
    if (outcome === 'unknown') return { ...nothing, outcome, required, missing, steps };
    const margin = { value: 1 - ids.size + 0, unit: 'count' as const };
    const measured = [{ what, value: ids.size, unit: 'count' as const }];
    return { ...nothing, outcome, measured, required, margin, relative: margin.value, steps };
  },
};
