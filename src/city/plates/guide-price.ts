import type { ParkFacts } from '../../domain/land/facts.ts';
import type { Figure, Input } from '../../domain/land/figure.ts';
import { fieldsOfKind } from '../../domain/land/fields/kinds.ts';
import { judge } from '../../policy/conditions/judge.ts';
import { parkRules } from '../../policy/evaluate.ts';
import { compute } from '../../policy/measures/compute.ts';
import { namesInExpression } from '../../policy/names-in.ts';
import { newScope } from '../../policy/new-scope.ts';
import { partsIn } from '../../policy/parts.ts';
import { readsOf } from '../../policy/reads.ts';
import type { Rule } from '../../policy/shape/rule.ts';
import type { About } from '../../policy/shape/scope.ts';

/** 销售指导价 of a park, and of what it is made. */
export interface GuidePrice {
  readonly rule: string;
  /** Null: something is missing. */
  readonly yuanPerM2: number | null;
  /** Measures it is made of, yuan per m² of floor. */
  readonly terms: readonly { readonly what: string; readonly yuanPerM2: number | null }[];
  /** Fields of the park it is judged by, that of the price asked first. */
  readonly fields: readonly string[];
}

const PRICE = 'salePriceYuanPerM2';

/** By the rule that holds the price asked against a figure; null where the pack has none that is meant for the park. */
export function guidePrice(about: Pick<About, 'pack' | 'context' | 'date'>, facts: ParkFacts): GuidePrice | null {
  const { pack, context, date } = about;
  const scope = newScope({ pack, context, date, facts, tracing: false });
  const valueOf = (expression: Parameters<typeof compute>[0]) => known(compute(expression, scope).input);
  const isMeant = ({ applies }: Rule) => !applies || judge(applies, scope).value !== false;
  for (const rule of parkRules(pack, date).filter(isMeant))
    for (const part of partsIn(rule.test)) {
      if (part.kind !== 'against' || part.unit !== 'yuanPerM2') continue;
      const { fields } = readsOf(pack, part);
      if (!fields.has(PRICE)) continue;
      const made = typeof part.to === 'string' ? pack.measures[part.to].from : part.to;
      return {
        rule: rule.id,
        yuanPerM2: valueOf(part.to),
        terms: namesInExpression(made).map((what) => ({ what, yuanPerM2: valueOf(what) })),
        fields: [...new Set([PRICE, ...fields])].filter((field) => fieldsOfKind('park')[field]?.is === 'number'),
      };
    }
  return null;
}

const known = (input: Input<Figure>): number | null => (input.state === 'value' ? input.value.value : null);
