import type { Missing } from '../../domain/land/figure.ts';
import type { Collection } from '../shape/expression.ts';
import { recordOf, scopeOfMember } from '../scope.ts';
import type { Scope } from '../shape/scope.ts';
import { select } from './select.ts';

/** Known values of a field over a collection, with the ids that have each, and whose value is missing. */
export interface Values {
  readonly ids: ReadonlyMap<string, readonly string[]>;
  readonly missing: readonly Missing[];
  /** How many of them have none, and whether there may be more that are not listed. */
  readonly lacking: number;
  readonly unlisted: boolean;
}

export function valuesOf(scope: Scope, from: { readonly of: Collection; readonly field: string }): Values {
  const selection = select(scope, from);
  const ids = new Map<string, string[]>();
  const missing: Missing[] = [...selection.missing];
  let lacking = 0;
  for (const item of selection.items) {
    const { kind, id, record } = recordOf(scopeOfMember(scope, item));
    const value = record[from.field];
    if (value === undefined) {
      missing.push({ kind, id, field: from.field });
      lacking++;
    } else ids.set(String(value), [...(ids.get(String(value)) ?? []), id]);
  }
  return { ids, missing, lacking, unlisted: selection.unlisted || selection.maybe.length > 0 };
}
