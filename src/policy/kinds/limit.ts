import type { Figure } from '../../domain/land/figure.ts';
import type { Borderline, Outcome } from '../finding.ts';
import { deeper, measure } from '../measures/compute.ts';
import { missedAs } from '../outcomes.ts';
import { inForce, type Part } from '../rule.ts';
import { inUnit, marginOf, meets, precisionMatters, type Bound } from '../threshold.ts';
import { told } from '../told.ts';
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
  if (input.state === 'unknown') return { ...nothing, outcome: 'unknown', required, missing: input.missing, steps };
  const figure = input.value;
  const outcomeOf = (met: boolean): Outcome => (met ? 'pass' : missedAs(strength));
  const met = meets(figure, bound);
  const margin = marginOf(figure, bound);
  const shown = inUnit(figure.value, figure.unit, bound.unit);
  return {
    outcome: outcomeOf(met),
    measured: [
      {
        what: part.measure,
        value: shown,
        unit: bound.unit,
        ...(figure.basis ? { basis: figure.basis } : {}),
        ...(figure.resolution ? { resolution: inUnit(figure.resolution, figure.unit, bound.unit) } : {}),
      },
    ],
    required,
    margin: { value: margin, unit: bound.unit },
    relative: bound.value === 0 ? margin : margin / Math.abs(bound.value),
    missing: [],
    steps: told(scope, () => [{ depth: 0, node: 'limit', outcome: outcomeOf(met) }, ...deeper(steps)]),
    alternatives: alternativesOf(figure, bound).map(({ met: holds, ...rest }) => ({
      ...rest,
      outcome: outcomeOf(holds),
    })),
  };
}

type Alternate = Omit<Borderline, 'outcome'> & { readonly met: boolean };

function alternativesOf(figure: Figure, bound: Bound): Alternate[] {
  const shown = (value: number) => inUnit(value, figure.unit, bound.unit);
  const others: Alternate[] = (figure.others ?? []).map(({ basis, value }) => ({
    on: basis,
    basis,
    value: shown(value),
    met: meets({ ...figure, basis }, bound, value),
  }));
  if (!precisionMatters(figure)) return others;
  const { resolution = 0, sigma = 0 } = figure;
  const met = meets(figure, bound);
  const edgeAt = (reach: number) =>
    [figure.value - reach, figure.value + reach].find((v) => reach > 0 && meets(figure, bound, v, 0) !== met);
  const [within, near] = [edgeAt(resolution), edgeAt(SIGMAS * sigma)];
  const edge = within ?? near;
  if (edge === undefined) return others;
  const open = within === undefined ? { sigma: shown(sigma) } : {};
  return [...others, { on: 'precision', basis: figure.basis ?? 'plane', value: shown(edge), met: !met, ...open }];
}
