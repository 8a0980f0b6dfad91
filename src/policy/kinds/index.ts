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
import type { Kind } from './kind.ts';
import { limit } from './limit.ts';
import { sameValue } from './same-value.ts';

const all = [
  limit,
  against,
  each,
  eachAgainst,
  count,
  sameValue,
  deadline,
  holds,
  anyOf,
  allOf,
  amount,
  exception,
  byPart,
];

/** Every kind of rule there is; a new one is one file and one line here. */
export const kinds: ReadonlyMap<string, Kind> = new Map(all.map((kind) => [kind.name, kind]));
