import type { Figure } from '../../domain/land/figure.ts';
import type { Borderline, Measured } from '../shape/finding.ts';
import type { Outcome } from '../shape/outcome.ts';
import { measure } from '../measures/compute.ts';
import { missedAs } from '../outcomes.ts';
import type { LimitPart } from '../shape/part.ts';
import { valueOn } from '../in-force.ts';
import { compareWithBound, type Comparison } from '../comparison.ts';
import { inUnit, marginOf, meets, precisionMatters, type Bound } from '../threshold.ts';
import { endStep } from './end-step.ts';
import { nothing, type Bench, type RuleKind, type PartResult } from './kind.ts';
import { deeper, ifTracing } from '../trace-steps.ts';

/** A measure held against a bound: 不低于, 不超过, 以上, a count, a share. */
export const limit: RuleKind<'limit'> = {
  name: 'limit',
  needs: { measure: true, op: true, value: true, unit: true },
  restsOn: ({ measure }) => ({ expressions: [measure] }),
  evaluate: (part, bench) => judgeLimit(part, bench),
};

/** A bound nearer than so many standard errors may be met or missed by a new survey: one time in twenty it lies farther. */
const SIGMAS = 2;

function judgeLimit(part: LimitPart, { scope, strength }: Bench): PartResult {
  const value = valueOn(part.value, scope.date);
  if (value === undefined) return nothing;
  const bound: Bound = { op: part.op, value, unit: part.unit };
  const required = [{ what: part.measure, ...bound }];
  const { input, steps } = measure(part.measure, scope);
  if (input.state === 'not-applicable') return { ...nothing, required, steps };
  const held = compareWithBound(input, bound.op, bound.value, bound.unit);
  const missing = input.state === 'unknown' ? input.missing : [];
  if (!held) return { ...nothing, outcome: 'unknown', required, missing, steps };
  const missed = missedAs(strength);
  const outcome = held.met ? 'pass' : missed;
  return {
    outcome,
    ...shown(part.measure, held, bound),
    required,
    missing,
    steps: ifTracing(scope, () => [
      { depth: 0, node: 'limit', outcome },
      ...endStep(part.measure, held),
      ...deeper(steps),
    ]),
    alternatives: alternativesOf(part.measure, held, bound, missed),
  };
}

function shown(what: string, held: Comparison, bound: Bound): Pick<PartResult, 'measured' | 'margin' | 'relative'> {
  const { figure } = held;
  const margin = marginOf(figure, bound);
  const value = inUnit(figure.value, figure.unit, bound.unit);
  return {
    measured: [{ ...measuredAs(what, value, figure, bound), ...(held.end && { end: held.end }) }],
    margin: { value: margin, unit: bound.unit },
    relative: bound.value === 0 ? margin : margin / Math.abs(bound.value),
  };
}

function measuredAs(what: string, value: number, { basis, resolution, coarse, unit }: Figure, bound: Bound): Measured {
  const plain = { what, value, unit: bound.unit };
  if (!basis && !resolution) return plain;
  const exact = resolution ? inUnit(resolution, unit, bound.unit) : undefined;
  return {
    ...plain,
    ...(basis && { basis }),
    ...(exact !== undefined && { resolution: exact }),
    ...(coarse && { coarse }),
  };
}

const none: readonly Borderline[] = [];

/**
 * What the figure would be judged on its other bases, and at the edge of what it is known to. Of one known in part that
 * would not decide there, what is missing would.
 */
function alternativesOf(
  what: string,
  { figure, met, end }: Comparison,
  bound: Bound,
  missed: Outcome,
): readonly Borderline[] {
  const matters = precisionMatters(figure);
  if (!matters && (figure.others === undefined || figure.others.length === 0)) return none;
  const outcomeOf = (other: boolean): Outcome => (end && other !== met ? 'unknown' : other ? 'pass' : missed);
  const others: Borderline[] = (figure.others ?? []).map(({ basis, value }) => ({
    what,
    on: basis,
    basis,
    value: inUnit(value, figure.unit, bound.unit),
    outcome: outcomeOf(meets({ ...figure, basis }, bound, value)),
  }));
  const edge = matters ? edgeOf(figure, bound) : undefined;
  if (!edge) return others;
  const { value, sigma } = edge;
  const outcome = outcomeOf(!met);
  return [
    ...others,
    { what, on: 'precision', basis: figure.basis ?? 'plane', value, outcome, ...(sigma !== undefined && { sigma }) },
  ];
}

/** A value the figure may as well have that is judged otherwise, in the unit of the bound; with the error that leaves it open. */
function edgeOf(figure: Figure, bound: Bound): { readonly value: number; readonly sigma?: number } | undefined {
  const { value, unit, resolution = 0, sigma = 0 } = figure;
  const met = meets(figure, bound);
  for (const reach of [resolution, SIGMAS * sigma]) {
    if (reach <= 0) continue;
    for (const edge of [value - reach, value + reach]) {
      if (meets(figure, bound, edge, 0) === met) continue;
      const shown = inUnit(edge, unit, bound.unit);
      return reach === resolution ? { value: shown } : { value: shown, sigma: inUnit(sigma, unit, bound.unit) };
    }
  }
  return undefined;
}
