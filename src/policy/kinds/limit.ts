import type { Figure } from '../../domain/land/figure.ts';
import type { Borderline, Measured, Outcome } from '../finding.ts';
import { deeper, measure } from '../measures/compute.ts';
import { missedAs } from '../outcomes.ts';
import { inForce, type Part } from '../rule.ts';
import { inUnit, marginOf, meets, precisionMatters, type Bound } from '../threshold.ts';
import { nothing, type Bench, type Kind, type PartResult } from './kind.ts';

/** A measure held against a bound: 不低于, 不超过, 以上, a count, a share. */
export const limit: Kind = {
  name: 'limit',
  needs: ['measure', 'op', 'value', 'unit'],
  evaluate: (part, bench) => judgeLimit(part as Part & LimitPart, bench),
};

/** A bound nearer than so many standard errors may be met or missed by a new survey: one time in twenty it lies farther. */
const SIGMAS = 2;

type LimitPart = Required<Pick<Part, 'measure' | 'op' | 'value' | 'unit'>>;

function judgeLimit(part: LimitPart, { scope, strength }: Bench): PartResult {
  const value = inForce(part.value, scope.date);
  if (value === undefined) return nothing;
  const bound: Bound = { op: part.op, value, unit: part.unit };
  const required = [{ what: part.measure, ...bound }];
  const { input, steps } = measure(part.measure, scope);
  if (input.state === 'not-applicable') return { ...nothing, required, steps };
  const missed = missedAs(strength);
  if (input.state === 'unknown') {
    const over = input.atLeast && part.op.startsWith('<') && !meets(input.atLeast, bound) ? input.atLeast : null;
    if (!over) return { ...nothing, outcome: 'unknown', required, missing: input.missing, steps };
    // What is missing can only add to it: it is missed whatever that is.
    const { measured, margin, relative } = held(part.measure, over, bound);
    const least = { depth: 1, node: part.measure, value: over.value, unit: over.unit, inputs: over.inputs };
    const told = scope.tracing
      ? [{ depth: 0, node: 'limit', outcome: missed }, { ...least, note: 'at-least' }, ...deeper(steps)]
      : steps;
    return { ...nothing, outcome: missed, measured, required, margin, relative, missing: input.missing, steps: told };
  }
  const figure = input.value;
  const outcome = meets(figure, bound) ? 'pass' : missed;
  return {
    outcome,
    ...held(part.measure, figure, bound),
    required,
    missing: [],
    steps: scope.tracing ? [{ depth: 0, node: 'limit', outcome }, ...deeper(steps)] : steps,
    alternatives: alternativesOf(figure, bound, missed),
  };
}

function held(what: string, figure: Figure, bound: Bound): Pick<PartResult, 'measured' | 'margin' | 'relative'> {
  const margin = marginOf(figure, bound);
  const shown = inUnit(figure.value, figure.unit, bound.unit);
  return {
    measured: [measuredAs(what, shown, figure, bound)],
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

/** What the figure would be judged on its other bases, and at the edge of what it is known to. */
function alternativesOf(figure: Figure, bound: Bound, missed: Outcome): readonly Borderline[] {
  const matters = precisionMatters(figure);
  if (!matters && (figure.others === undefined || figure.others.length === 0)) return none;
  const outcomeOf = (met: boolean): Outcome => (met ? 'pass' : missed);
  const others: Borderline[] = (figure.others ?? []).map(({ basis, value }) => ({
    on: basis,
    basis,
    value: inUnit(value, figure.unit, bound.unit),
    outcome: outcomeOf(meets({ ...figure, basis }, bound, value)),
  }));
  const edge = matters ? edgeOf(figure, bound) : undefined;
  if (!edge) return others;
  const { value, sigma } = edge;
  const outcome = outcomeOf(!meets(figure, bound));
  return [
    ...others,
    { on: 'precision', basis: figure.basis ?? 'plane', value, outcome, ...(sigma !== undefined && { sigma }) },
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
