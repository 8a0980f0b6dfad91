import { judge } from './conditions/judge.ts';
import { compute } from './measures/compute.ts';
import { newMemo } from './scope.ts';
import type { About, Evaluator, Scope } from './shape/scope.ts';

const evaluator: Evaluator = { judge, compute };

/** The scope of one evaluation, in which nothing has been found yet. */
export const newScope = (about: About): Scope => ({ ...about, memo: newMemo(), evaluator });
