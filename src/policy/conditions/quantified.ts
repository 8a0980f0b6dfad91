import { membersOf } from '../members.ts';
import { idOf, scopeOfMember } from '../scope.ts';
import type { Item, Judged, Scope } from '../shape/scope.ts';
import type { Collection, Condition } from '../shape/expression.ts';
import { untilSettled } from '../three-valued.ts';
import { deeper } from '../trace-steps.ts';

/** `every` and `some` over a collection; the step names the records that decide. */
export function quantified(how: 'every' | 'some', of: Collection, that: Condition, scope: Scope): Judged {
  const { items, missing } = membersOf(scope, of);
  if (!scope.tracing && missing.length === 0)
    return untilSettled(items, how === 'some', (item) =>
      ofMember(item, scope.evaluator.judge(that, scopeOfMember(scope, item)), how === 'some'),
    );
  const judged = items.map((item) =>
    ofMember(item, scope.evaluator.judge(that, scopeOfMember(scope, item)), how === 'some'),
  );
  const known = verdict(how, judged);
  const settled = missing.length === 0 || known === (how === 'some');
  const value = settled ? known : null;
  const deciding = items.filter((_, i) => judged[i].value === value);
  const outcome = value === null ? { outcome: 'unknown' as const } : { value };
  // One record's own steps show what was asked of each; the rest are named by id.
  const example = judged.find((j) => j.value === value)?.steps ?? [];
  return {
    value,
    missing: value === null ? [...missing, ...judged.flatMap((j) => (j.value === null ? j.missing : []))] : [],
    steps: [{ depth: 0, node: `${how}-${of}`, inputs: deciding.map(idOf), ...outcome }, ...deeper(example)],
  };
}

/** One that may be no member, or stands for members not listed, does not decide. */
function ofMember(item: Item, judged: Judged, settles: boolean): Judged {
  const unsure = 'missing' in item ? (item.missing ?? []) : [];
  if (unsure.length === 0 || judged.value !== settles) return judged;
  return { ...judged, value: null, missing: unsure };
}

/** Kleene's all or any over many records. */
function verdict(how: 'every' | 'some', judged: readonly Judged[]): boolean | null {
  const settles = how === 'some';
  if (judged.some((j) => j.value === settles)) return settles;
  return judged.some((j) => j.value === null) ? null : !settles;
}
