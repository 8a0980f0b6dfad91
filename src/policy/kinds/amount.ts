import { measure } from '../measures/compute.ts';
import { nothing, type RuleKind } from './kind.ts';

/** An amount 金额: carries a figure and passes; a ceiling of what may be granted, never a claim. */
export const amount: RuleKind<'amount'> = {
  name: 'amount',
  needs: { measure: true },
  restsOn: ({ measure }) => ({ expressions: [measure] }),
  evaluate(part, { scope }) {
    const what = part.measure;
    const { input, steps } = measure(what, scope);
    if (input.state === 'not-applicable') return { ...nothing, steps };
    if (input.state === 'unknown') return { ...nothing, outcome: 'unknown', missing: input.missing, steps };
    const { value, unit } = input.value;
    return { ...nothing, outcome: 'pass', measured: [{ what, value, unit }], steps };
  },
};
