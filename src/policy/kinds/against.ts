import { compute, deeper, measure } from '../measures/compute.ts';
import { missedAs } from '../outcomes.ts';
import { told } from '../told.ts';
import { marginOf, meets } from '../threshold.ts';
import { nothing, type Kind } from './kind.ts';

/**
 * A measure held against another quantity 与另一量比较: what was agreed, a guide price. A bound that is known is shown
 * even where the measure is not.
 */
export const against: Kind = {
  name: 'against',
  needs: ['measure', 'op', 'to', 'unit'],
  evaluate(part, { scope, strength }) {
    const [what, op, unit] = [part.measure!, part.op!, part.unit!];
    const own = measure(what, scope);
    const other = compute(part.to!, scope);
    const [mine, theirs] = [own.input, other.input];
    const below = told(scope, () => deeper([...own.steps, ...other.steps]));
    const required =
      theirs.state === 'value' ? [{ what, op, value: theirs.value.value, unit, ofRecord: true as const }] : [];
    const to = typeof part.to === 'string' ? part.to : what;
    if (mine.state === 'unknown' || theirs.state === 'unknown') {
      const missing = [mine, theirs].flatMap((side) => (side.state === 'unknown' ? side.missing : []));
      const shown = [
        ...(mine.state === 'value' ? [{ what, value: mine.value.value, unit }] : []),
        ...(theirs.state === 'value' && to !== what ? [{ what: to, value: theirs.value.value, unit }] : []),
      ];
      const steps = told(scope, () => [{ depth: 0, node: 'against', outcome: 'unknown' }, ...below]);
      return { ...nothing, outcome: 'unknown', measured: shown, required, missing, steps };
    }
    if (mine.state !== 'value' || theirs.state !== 'value') return { ...nothing, steps: below };
    const bound = { op, value: theirs.value.value, unit };
    // Both sides have a resolution of their own.
    const resolution = (mine.value.resolution ?? 0) + (theirs.value.resolution ?? 0);
    const figure = { ...mine.value, unit, resolution };
    const outcome = meets(figure, bound) ? 'pass' : missedAs(strength);
    const margin = marginOf(figure, bound);
    return {
      ...nothing,
      outcome,
      measured: [{ what, value: figure.value, unit, ...(resolution > 0 ? { resolution } : {}) }],
      required,
      margin: { value: margin, unit },
      relative: bound.value === 0 ? margin : margin / Math.abs(bound.value),
      steps: told(scope, () => [{ depth: 0, node: 'against', outcome }, ...below]),
    };
  },
};
