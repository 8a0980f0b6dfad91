import { linearOf, type ApplicableInput } from '../../domain/land/partly.ts';
import { compareWithBound } from '../comparison.ts';
import { missedAs } from '../outcomes.ts';
import { measure } from '../measures/compute.ts';
import { valueOn } from '../in-force.ts';
import { nothing, type RuleKind } from './kind.ts';
import { deeper, ifTracing } from '../trace-steps.ts';

/**
 * So many members of a collection 个数: the measure must be a `count`. Members it cannot be told of leave the finding
 * unknown only where they could change it: none may be sublet, and one is, is a miss whatever else is missing.
 */
export const count: RuleKind<'count'> = {
  name: 'count',
  needs: { measure: true, op: true, value: true, unit: true },
  restsOn: ({ measure }) => ({ expressions: [measure] }),
  accepts: ({ from }) => typeof from === 'object' && 'count' in from,
  evaluate(part, { scope, strength }) {
    const [what, op, unit] = [part.measure, part.op, part.unit];
    const value = valueOn(part.value, scope.date);
    if (value === undefined) return nothing;
    const { input, steps: below } = measure(what, scope);
    const required = [{ what, op, value, unit }];
    if (input.state === 'not-applicable') return { ...nothing, required, steps: below };
    const held = compareWithBound(input, op, value, unit);
    const missing = input.state === 'unknown' ? input.missing : [];
    const outcome = !held ? 'unknown' : held.met ? 'pass' : missedAs(strength);
    const steps = ifTracing(scope, () => [
      { depth: 0, node: 'count', outcome },
      ...(held?.end ? [{ depth: 1, node: what, value: countedOf(input), unit, note: 'at-least' }] : []),
      ...deeper(below),
    ]);
    if (!held) return { ...nothing, outcome, required, missing, steps };
    // Shown is how many there are for certain.
    const number = countedOf(input);
    const margin = op.startsWith('>') ? number - value : value - number;
    const measured = [{ what, value: number, unit, ...(held.end && { end: 'at-least' as const }) }];
    return {
      ...nothing,
      outcome,
      measured,
      required,
      margin: { value: margin, unit },
      relative: margin,
      steps,
    };
  },
};

const countedOf = (input: ApplicableInput): number => linearOf(input).known?.value ?? 0;
