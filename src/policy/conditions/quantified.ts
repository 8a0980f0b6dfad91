import { itemsOf, idOf, type Scope } from '../scope.ts';
import type { Collection, Condition } from '../rule.ts';
import { judge } from './judge.ts';
import { allOf, anyOf, type Judged } from './judged.ts';

/** `every` and `some` over a collection; the step names the records that decide. */
export function quantified(how: 'every' | 'some', of: Collection, that: Condition, scope: Scope): Judged {
  const items = itemsOf(scope, of);
  if ('missing' in items) return { value: null, missing: items.missing, steps: [] };
  const judged = items.map((item) => judge(that, { ...scope, item }));
  const whole = how === 'every' ? allOf(judged) : anyOf(judged);
  const deciding = items.filter((_, i) => judged[i].value === whole.value);
  const outcome = whole.value === null ? { outcome: 'unknown' as const } : { value: whole.value };
  const node = `${how}-${of}`;
  // One record's own steps show what was asked of each; the rest are named by id.
  const example = judged[items.indexOf(deciding[0])]?.steps ?? [];
  return {
    ...whole,
    steps: [
      { depth: 0, node, inputs: deciding.map(idOf), ...outcome },
      ...example.map((s) => ({ ...s, depth: s.depth + 1 })),
    ],
  };
}
