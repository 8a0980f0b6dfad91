import type { Missing } from '../../domain/land/figure.ts';
import { yes } from '../three-valued.ts';
import { membersOf } from '../members.ts';
import type { Collection, Condition } from '../shape/expression.ts';
import { scopeOfMember } from '../scope.ts';
import type { Item, Scope } from '../shape/scope.ts';

/** Members of a collection that meet `where`, those of which it cannot be told, and what is missing to tell. */
export interface SelectedMembers {
  readonly items: readonly Item[];
  readonly maybe: readonly Item[];
  readonly all: number;
  readonly missing: readonly Missing[];
  /** There may be members that are not listed. */
  readonly unlisted: boolean;
}

export interface From {
  readonly of: Collection;
  readonly where?: Condition;
}

export function select(scope: Scope, from: From): SelectedMembers {
  const members = membersOf(scope, from.of);
  const items: Item[] = [];
  const maybe: Item[] = [];
  const missing: Missing[] = [...members.missing];
  for (const item of members.items) {
    const { value, missing: lacking } = isSelected(item, from.where, scope);
    if (value) items.push(item);
    if (value !== null) continue;
    maybe.push(item);
    missing.push(...lacking);
  }
  const unlisted = members.missing.length > 0 || maybe.some((item) => item.kind === 'unit' && item.missing);
  return { items, maybe, all: members.items.length, missing, unlisted };
}

/** Is the member meant? Unknown also where it is not known to be a member, or stands for members not listed. */
export function isSelected(
  item: Item,
  where: Condition | undefined,
  scope: Scope,
): { readonly value: boolean | null; readonly missing: readonly Missing[] } {
  const asked = where ? scope.evaluator.judge(where, scopeOfMember(scope, item)) : yes();
  const unsure = 'missing' in item ? (item.missing ?? []) : [];
  if (unsure.length === 0 || asked.value === false) return asked;
  return { value: null, missing: item.kind === 'unit' ? unsure : [...unsure, ...asked.missing] };
}
