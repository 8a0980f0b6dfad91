import type { Missing } from '../../domain/land/figure.ts';
import { judge } from '../conditions/judge.ts';
import type { Collection, Condition } from '../rule.ts';
import { itemsOf, type Item, type Scope } from '../scope.ts';

/** Members of a collection that meet `where`, and how many there are in all; or what is missing to tell. */
export interface Selection {
  readonly items: readonly Item[];
  readonly all: number;
  readonly missing: readonly Missing[];
}

export function select(scope: Scope, from: { readonly of: Collection; readonly where?: Condition }): Selection {
  const members = itemsOf(scope, from.of);
  if ('missing' in members) return { items: [], all: 0, missing: members.missing };
  const { where } = from;
  if (!where) return { items: members, all: members.length, missing: [] };
  const judged = members.map((item) => ({ item, ...judge(where, { ...scope, item }) }));
  return {
    items: judged.filter((j) => j.value === true).map((j) => j.item),
    all: members.length,
    missing: judged.flatMap((j) => (j.value === null ? j.missing : [])),
  };
}
