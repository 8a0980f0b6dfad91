import type { PlanningCondition } from '../fields/type.ts';
import { conditions } from '../fields/conditions.ts';
import type { NumberRange } from '../model.ts';
import { formOf } from './form.ts';
import { withoutNumerals } from './list-numerals.ts';
import { conditionNames, limitNames } from './names.ts';
import { readBounds } from './read.ts';

export type Conditions = Readonly<Partial<Record<PlanningCondition, NumberRange>>>;

const all = Object.keys(conditionNames) as readonly PlanningCondition[];
const named = new Map(
  all.flatMap((own) => conditionNames[own].map((name) => [name, own] as const)).concat(limitNames.map((name) => [name, 'heightM'] as const)), // prettier-ignore
);
/** Longer ones first; letters only as words of their own. */
const names = [...named.keys()].sort((a, b) => b.length - a.length);
const nameOf = new RegExp(names.map((name) => (/^[a-z ]+$/.test(name) ? `\\b${name}\\b` : name)).join('|'), 'gi');
const signBehind = /[<>≤≥=〈〉]\s*$/;
const between = /[,;、。\n]/g;
const aroundIt = /^[\s,;、。且并和及]+|[\s,;、。且并和及]+$/g;

/**
 * Several conditions in one cell, 容积率≥1.5且≤2.5，建筑密度≤30%，绿地率≤20%, numbered or not: each by its name, before its
 * bounds or between them. `own`: what stands before the first name is of. Null where one of them is not understood, or stands twice.
 */
export function readConditions(written: string, own?: PlanningCondition): Conditions | null {
  const text = withoutNumerals(written, nameOf.source);
  const found: Partial<Record<PlanningCondition, NumberRange>> = {};
  for (const { of, from, to } of pieces(text, own)) {
    const piece = text.slice(from, to).replace(aroundIt, '');
    if (piece === '') continue;
    const bounds = of && !found[of] ? readBounds(piece, formOf(conditions[of])) : null;
    if (!bounds) return null;
    found[of!] = bounds;
  }
  return Object.keys(found).length > 0 ? found : null;
}

interface Piece {
  readonly of: PlanningCondition | undefined;
  readonly from: number;
  readonly to: number;
}

/** Where what is said of each condition stands; one that is named again at once, 容积率(FAR), goes on. */
function pieces(text: string, own: PlanningCondition | undefined): readonly Piece[] {
  const starts: { readonly of: PlanningCondition | undefined; readonly from: number }[] = [{ of: own, from: 0 }];
  for (const { 0: name, index } of text.matchAll(nameOf)) {
    const of = named.get(name.toLowerCase())!;
    const before = text.slice(0, index);
    const isBetween = signBehind.test(before);
    const last = [...before.matchAll(between)].at(-1);
    const from = isBetween ? (last ? last.index + 1 : 0) : index;
    if (of !== starts.at(-1)!.of || (isBetween && from > starts.at(-1)!.from)) starts.push({ of, from });
  }
  return starts.map(({ of, from }, n) => ({ of, from, to: starts[n + 1]?.from ?? text.length }));
}
