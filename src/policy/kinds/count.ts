import { missedAs } from '../outcomes.ts';
import { beside } from '../measures/beside.ts';
import { deeper } from '../measures/compute.ts';
import { select } from '../measures/select.ts';
import { inForce } from '../rule.ts';
import { idOf } from '../scope.ts';
import { meets } from '../threshold.ts';
import { told } from '../told.ts';
import { nothing, type Kind } from './kind.ts';

/**
 * So many members of a collection 个数: the measure must be a `count`. Members it cannot be told of leave the finding
 * unknown only where they could change it: none may be sublet, and one is, is a miss whatever else is missing.
 */
export const count: Kind = {
  name: 'count',
  needs: ['measure', 'op', 'value', 'unit'],
  accepts: ({ from }) => typeof from === 'object' && 'count' in from,
  evaluate(part, { scope, strength }) {
    const what = part.measure!;
    const { from } = scope.pack.measures[what];
    if (typeof from === 'string' || !('count' in from)) throw new Error(`${what} does not count`);
    const value = inForce(part.value!, scope.date);
    if (value === undefined) return nothing;
    const bound = { op: part.op!, value, unit: part.unit! };
    const { items, missing, open } = select(scope, from.count);
    const known = items.length;
    const met = (n: number) => meets({ what, value: n, unit: bound.unit, inputs: [] }, bound);
    const settled = met(known) === met(known + open);
    const outcome = !settled ? 'unknown' : met(known) ? 'pass' : missedAs(strength);
    const required = [{ what, ...bound }];
    const steps = told(scope, () => [
      { depth: 0, node: 'count', outcome },
      { depth: 1, node: what, value: known, unit: bound.unit, inputs: items.map(idOf) },
      ...deeper(beside(scope.pack.measures[what], scope)),
    ]);
    if (!settled) return { ...nothing, outcome, required, missing, steps };
    const margin = bound.op.startsWith('>') ? known - value : value - known;
    const measured = [{ what, value: known, unit: bound.unit }];
    return {
      ...nothing,
      outcome,
      measured,
      required,
      margin: { value: margin, unit: bound.unit },
      relative: margin,
      steps,
    };
  },
};
