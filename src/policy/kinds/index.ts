import { against } from './against.ts';
import { allOf } from './all-of.ts';
import { amount } from './amount.ts';
import { anyOf } from './any-of.ts';
import { byPart } from './by-part.ts';
import { count } from './count.ts';
import { deadline } from './deadline.ts';
import { eachAgainst } from './each-against.ts';
import { each } from './each.ts';
import { exception } from './exception.ts';
import { holds } from './holds.ts';
import type { Part, PartKind } from '../shape/part.ts';
import type { RuleKind } from './kind.ts';
import { limit } from './limit.ts';
import { sameValue } from './same-value.ts';

/** Every kind of rule there is; a new one is its part in `shape/part.ts`, one file and one line here. */
const kinds: { readonly [K in PartKind]: RuleKind<K> } = {
  limit,
  against,
  each,
  'each-against': eachAgainst,
  count,
  'same-value': sameValue,
  deadline,
  holds,
  'any-of': anyOf,
  'all-of': allOf,
  amount,
  exception,
  'by-part': byPart,
};

export const isRuleKind = (name: string): name is PartKind => Object.hasOwn(kinds, name);

/** The kind that judges a part. That they fit is what the table above says; TypeScript does not follow it to the call. */
export const kindOf = <P extends Part>({ kind }: P): RuleKind<P['kind']> =>
  kinds[kind as P['kind']] as RuleKind<P['kind']>;
