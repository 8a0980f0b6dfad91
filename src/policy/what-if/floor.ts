import { compute } from '../measures/compute.ts';
import type { Expression } from '../shape/expression.ts';
import type { LimitPart } from '../shape/part.ts';
import type { Rule } from '../shape/rule.ts';
import { parameterPlaceOf } from './parameter-id.ts';
import { valueOn } from '../in-force.ts';
import { newScope } from '../new-scope.ts';
import type { Scope } from '../shape/scope.ts';
import type { Baseline, ParameterChange } from './baseline.ts';

/** What a bound on a ratio of areas asks of all parks it applies to, m² of the upper side (floor area of a plot ratio). */
export interface FloorNeed {
  readonly rule: string;
  /** The parameter that changed. */
  readonly id: string;
  readonly measure: string;
  /** Σ bound × lower side, before and after: the difference is floor area to be built, or that may be. */
  readonly beforeM2: number;
  readonly afterM2: number;
  /** Σ of what single parks lack (or exceed, under an upper bound), before and after. */
  readonly missingBeforeM2: number;
  readonly missingAfterM2: number;
}

export const floorOf = (before: Baseline, after: Baseline, changes: readonly ParameterChange[]): readonly FloorNeed[] =>
  changes.flatMap((change) => needOf(before, after, change) ?? []);

function needOf(before: Baseline, after: Baseline, { id }: ParameterChange): FloorNeed | null {
  const { owner: rule, path } = parameterPlaceOf(id);
  // A figure of a measure, or one that land is screened by, is no bound on a park.
  if (!before.pack.rules.some((own) => own.id === rule)) return null;
  const [old, now] = [before, after].map(({ pack }) => limitAt(pack.rule(rule), path.slice(0, -1)));
  if (!old || !now) return null;
  const { from } = before.pack.measures[old.measure];
  if (typeof from !== 'object' || !('ratio' in from)) return null;
  const sides = before.parks.flatMap((facts, i) => {
    // A park of which it is not known whether the rule applies is asked for nothing.
    if (['not-applicable', 'unknown'].includes(after.outcomes[i].get(rule) ?? 'not-applicable')) return [];
    const { pack, context, date } = before;
    const scope = newScope({ pack, facts, context, date, tracing: false });
    const [top, bottom] = [from.ratio.of, from.ratio.to].map((side) => squareMetres(side, scope));
    return top === null || bottom === null ? [] : [{ top, bottom }];
  });
  const sign = old.op.startsWith('<') ? -1 : 1;
  const [was, is] = [old, now].map((part) => valueOn(part.value, before.date) ?? 0);
  const total = (bound: number) => sides.reduce((sum, { bottom }) => sum + bound * bottom, 0);
  const missing = (bound: number) =>
    sides.reduce((sum, { top, bottom }) => sum + Math.max(0, sign * (bound * bottom - top)), 0);
  return {
    rule,
    id,
    measure: old.measure,
    beforeM2: total(was),
    afterM2: total(is),
    missingBeforeM2: missing(was),
    missingAfterM2: missing(is),
  };
}

/** The part at the end of a path, where it is a limit: the figures of a rule stand in conditions too. */
function limitAt(rule: Rule, path: readonly string[]): LimitPart | null {
  const end = path.reduce<unknown>((node, step) => (node as Readonly<Record<string, unknown>>)[step], rule);
  return (end as { readonly kind?: unknown }).kind === 'limit' ? (end as LimitPart) : null;
}

function squareMetres(side: Expression, scope: Scope): number | null {
  const { input } = compute(side, scope);
  return input.state === 'value' && input.value.unit === 'm2' ? input.value.value : null;
}
