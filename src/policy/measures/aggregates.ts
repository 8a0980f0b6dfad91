import { known, unknown, type Figure, type Input, type Missing, type Unknown } from '../../domain/land/figure.ts';
import { lessOf, sumOf } from '../../domain/land/figure-arithmetic.ts';
import { unknownBetween, perhaps } from '../../domain/land/partly.ts';
import type { Expression } from '../shape/expression.ts';
import { idOf, scopeOfMember } from '../scope.ts';
import type { Scope } from '../shape/scope.ts';
import { whollyUnknown } from './wholly-unknown.ts';
import { valuesOf } from './distinct.ts';
import { select, type SelectedMembers } from './select.ts';

/*
 * Sums and counts over a collection. Members of which it cannot be told whether they are meant count from nothing to all
 * they have.
 */

type Of<K extends string> = Expression extends infer E ? (E extends Readonly<Record<K, infer T>> ? T : never) : never;

export function sumOver(from: Of<'sum'>, scope: Scope): Input<Figure> {
  const selection = select(scope, from);
  const { items, maybe, all, missing, unlisted } = selection;
  const valueOf = (item: (typeof items)[number]) =>
    scope.evaluator.compute(from.value, scopeOfMember(scope, item)).input;
  const parts = items.map(valueOf);
  if (maybe.length === 0 && !unlisted) return withoutOverlap(sumOf(from.of, parts), from, selection, scope);
  const doubtful = maybe.map((item) => perhaps([], valueOf(item)));
  const others = unlisted ? [isSigned(from.value) ? whollyUnknown([]) : unknown()] : [];
  const sum = sumOf(from.of, [...parts, ...doubtful, ...others]);
  const lacking = sum.state === 'unknown' ? { ...sum, missing: unique([...missing, ...sum.missing]) } : sum;
  return withoutOverlap(lacking, from, { ...selection, all: all + 1 }, scope);
}

/** Only what stands in a record or is measured is known not to be less than nothing. */
const isSigned = (value: Expression): boolean => typeof value === 'string' || !('field' in value || 'figure' in value);

const unique = (missing: readonly Missing[]): readonly Missing[] => [
  ...new Map(missing.map((m) => [`${m.kind} ${m.id} ${m.field}`, m])).values(),
];

/** Overlapping land counts once. Of a part of the parcels it cannot be told whether the overlap lies among them. */
function withoutOverlap(
  total: Input<Figure>,
  from: Of<'sum'>,
  { items, maybe, all }: SelectedMembers,
  { facts }: Scope,
): Input<Figure> {
  const { overlapM2: overlap } = facts;
  const ofAreas = from.of === 'parcels' && typeof from.value === 'object' && 'figure' in from.value;
  if (!ofAreas || from.value.figure !== 'area' || overlap === 0 || items.length + maybe.length < 2) return total;
  const counted: Figure = { what: 'overlap', value: overlap, unit: 'm2', inputs: [], notes: ['overlap-counted-once'] };
  if (items.length === all) return lessOf(total, counted);
  const missing: readonly Missing[] = items.map((item) => ({ kind: 'parcel', id: idOf(item), field: 'geometry' }));
  const twice: Unknown = {
    state: 'unknown',
    missing,
    partly: { known: null, open: [{ of: { least: -overlap, most: 0 }, times: 1 }] },
  };
  return sumOf(from.of, [total, twice]);
}

export function countOf(from: Of<'count'>, scope: Scope): Input<Figure> {
  const { items, maybe, missing, unlisted } = select(scope, from);
  const figure: Figure = { what: from.of, value: items.length, unit: 'count', inputs: items.map(idOf) };
  if (missing.length === 0 && maybe.length === 0 && !unlisted) return known(figure);
  const most = unlisted ? Infinity : maybe.length;
  return { state: 'unknown', missing, partly: { known: figure, open: [{ of: { least: 0, most }, times: 1 }] } };
}

export function distinctOf(from: Of<'distinct'>, scope: Scope): Input<Figure> {
  const { ids, missing, lacking, unlisted } = valuesOf(scope, from);
  const figure = (value: number): Figure => ({
    what: from.field,
    value,
    unit: 'count',
    inputs: [...ids.values()].flat(),
  });
  if (missing.length === 0) return known(figure(ids.size));
  const least = figure(Math.max(ids.size, Math.min(lacking, 1)));
  return unknownBetween(missing, { least, most: unlisted ? null : figure(ids.size + lacking) }, false);
}
