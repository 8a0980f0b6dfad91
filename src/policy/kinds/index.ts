import { allOf } from './all-of.ts';
import { anyOf } from './any-of.ts';
import { exception } from './exception.ts';
import type { Kind } from './kind.ts';
import { limit } from './limit.ts';
import { sameValue } from './same-value.ts';

/** Every kind of rule there is; a new one is one file and one line here. */
export const kinds: ReadonlyMap<string, Kind> = new Map(
  [limit, anyOf, allOf, sameValue, exception].map((kind) => [kind.name, kind]),
);
