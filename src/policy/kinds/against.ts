import { boundRangeOf, compareWithBound } from '../comparison.ts';
import { compute, measure } from '../measures/compute.ts';
import { missedAs } from '../outcomes.ts';
import { marginOf } from '../threshold.ts';
import { endStep } from './end-step.ts';
import { nothing, type RuleKind } from './kind.ts';
import { deeper, ifTracing } from '../trace-steps.ts';

/**
 * A measure held against another quantity 与另一量比较: what was agreed, a guide price. A bound that is known is shown
 * even where the measure is not.
 */
export const against: RuleKind<'against'> = {
  name: 'against',
  needs: { measure: true, op: true, to: true, unit: true },
  restsOn: ({ measure, to }) => ({ expressions: [measure, to] }),
  evaluate(part, { scope, strength }) {
    const [what, op, unit] = [part.measure, part.op, part.unit];
    const own = measure(what, scope);
    const other = compute(part.to, scope);
    const [mine, theirs] = [own.input, other.input];
    const below = ifTracing(scope, () => deeper([...own.steps, ...other.steps]));
    const asked = (value: number) => [{ what, op, value, unit, ofRecord: true as const }];
    const required = theirs.state === 'value' ? asked(theirs.value.value) : [];
    if (mine.state !== 'not-applicable' && theirs.state !== 'not-applicable') {
      const { bounds, resolution } = boundRangeOf(theirs);
      const held = compareWithBound(mine, op, bounds, unit, resolution);
      const missing = [mine, theirs].flatMap((side) => (side.state === 'unknown' ? side.missing : []));
      if (!held) {
        const to = typeof part.to === 'string' ? part.to : what;
        const shown = [
          ...(mine.state === 'value' ? [{ what, value: mine.value.value, unit }] : []),
          ...(theirs.state === 'value' && to !== what ? [{ what: to, value: theirs.value.value, unit }] : []),
        ];
        const steps = ifTracing(scope, () => [{ depth: 0, node: 'against', outcome: 'unknown' }, ...below]);
        return { ...nothing, outcome: 'unknown', measured: shown, required, missing, steps };
      }
      const outcome = held.met ? 'pass' : missedAs(strength);
      const figure = { ...held.figure, unit };
      const margin = marginOf(figure, { op, value: held.bound, unit });
      const exact = figure.resolution ? { resolution: figure.resolution } : {};
      return {
        ...nothing,
        outcome,
        measured: [{ what, value: figure.value, unit, ...exact, ...(held.end && { end: held.end }) }],
        required: asked(held.bound),
        margin: { value: margin, unit },
        relative: held.bound === 0 ? margin : margin / Math.abs(held.bound),
        missing,
        steps: ifTracing(scope, () => [{ depth: 0, node: 'against', outcome }, ...endStep(what, held), ...below]),
      };
    }
    const lacking = [mine, theirs].flatMap((side) => (side.state === 'unknown' ? side.missing : []));
    if (lacking.length === 0) return { ...nothing, steps: below };
    const steps = ifTracing(scope, () => [{ depth: 0, node: 'against', outcome: 'unknown' }, ...below]);
    return { ...nothing, outcome: 'unknown', required, missing: lacking, steps };
  },
};
