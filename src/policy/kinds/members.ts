import { known, type Figure, type Input, type Missing } from '../../domain/land/figure.ts';
import type { Measured, TraceStep } from '../shape/finding.ts';
import type { Outcome } from '../shape/outcome.ts';
import { membersOf } from '../members.ts';
import { compute } from '../measures/compute.ts';
import { isSelected } from '../measures/select.ts';
import { missedAs } from '../outcomes.ts';
import type { Extreme } from '../shape/expression.ts';
import type { EachAgainstPart, EachPart } from '../shape/part.ts';
import type { Measure } from '../shape/rule.ts';
import { valueOn, isInForce as isInForce } from '../in-force.ts';
import { idOf, scopeOfMember } from '../scope.ts';
import type { Item, Scope } from '../shape/scope.ts';
import { boundRangeOf, compareWithBound, type Comparison } from '../comparison.ts';
import { inUnit, marginOf } from '../threshold.ts';
import { nothing, type Bench, type PartResult } from './kind.ts';
import { ifTracing } from '../trace-steps.ts';

/** The members a `least` or `greatest` measure speaks of. */
export function extremeOf({ from }: Measure): Extreme | undefined {
  if (typeof from === 'string') return undefined;
  return 'least' in from ? from.least : 'greatest' in from ? from.greatest : undefined;
}

/** The members its measure speaks of; the loader lets a part of these kinds have no other measure. */
function extremeMeasured({ measure }: MemberPart, { pack }: Scope): Extreme {
  const extreme = extremeOf(pack.measures[measure]);
  if (!extreme) throw new Error(`${measure} is no extreme over members`);
  return extreme;
}

/** A member that could be held against its bound. */
interface HeldMember extends Comparison {
  readonly id: string;
  readonly kind: Item['kind'];
  readonly margin: number;
  /** It is not known whether this rule or its counterpart means it; it misses both. */
  readonly eitherWay?: true;
}

type MemberPart = EachPart | EachAgainstPart;

/** What a member's bound is; a number of the law or a figure of its own. */
export type BoundOf = (scope: Scope) => Input<Figure>;

/**
 * Every member against its bound: one miss is enough whatever else is missing; a member that meets it is no matter
 * even where it cannot be told whether it is meant; of none it does not apply. Shows the member that decides.
 */
export function eachOf(part: MemberPart, { scope, strength }: Bench, boundOf: BoundOf): PartResult {
  const from = extremeMeasured(part, scope);
  const { items, missing } = membersOf(scope, from.of);
  const lacking: Missing[] = [...missing];
  const held: HeldMember[] = [];
  for (const item of items) {
    const { value, missing: unsure } = isSelected(item, from.where, scope);
    if (value === false) continue;
    const one = hold(item, part, from, scope, boundOf);
    if (item.kind === 'unit' && item.missing) lacking.push(...unsure);
    else if (Array.isArray(one)) lacking.push(...unsure, ...(one as readonly Missing[]));
    else if (value !== null || (one as HeldMember).met) held.push(one as HeldMember);
    else if (missesEitherWay(item, part, one as HeldMember, unsure, scope))
      held.push({ ...(one as HeldMember), eitherWay: true });
    else lacking.push(...unsure);
  }
  const missed = held.some((h) => !h.met);
  const outcome = missed
    ? missedAs(strength)
    : lacking.length > 0
      ? 'unknown'
      : held.length > 0
        ? 'pass'
        : 'not-applicable';
  return resultOf(scope, part, outcome, held, lacking);
}

function hold(
  item: Item,
  { op, unit }: MemberPart,
  from: Extreme,
  scope: Scope,
  boundOf: BoundOf,
): HeldMember | readonly Missing[] {
  const inside = scopeOfMember(scope, item);
  const { input } = compute(from.value, inside);
  const bound = boundOf(inside);
  if (input.state === 'not-applicable' || bound.state === 'not-applicable')
    return [input, bound].flatMap((side) => (side.state === 'unknown' ? side.missing : []));
  const found = compareWithBound(input, op, boundRangeOf(bound).bounds, unit);
  if (!found) return [input, bound].flatMap((side) => (side.state === 'unknown' ? side.missing : []));
  const figure = { ...found.figure, unit: unit };
  const margin = marginOf(figure, { op: op, value: found.bound, unit: unit });
  return { ...found, id: idOf(item), kind: item.kind, figure, margin };
}

/**
 * Does a member miss the rule that means it, whichever of the two that is? So it is where nothing is missing but the field
 * that tells them apart, and it misses the counterpart too. The milder bound of the two speaks: no less is missing.
 */
function missesEitherWay(
  item: Item,
  part: MemberPart,
  { margin }: HeldMember,
  unsure: readonly Missing[],
  scope: Scope,
): boolean {
  const or = part.kind === 'each' ? part.or : undefined;
  const other = or && scope.pack.rule(or.rule);
  if (!other || !isInForce(other, scope.date) || other.test.kind !== 'each') return false;
  const from = extremeMeasured(other.test, scope);
  const { value, missing } = isSelected(item, from.where, scope);
  if (value !== null || [...unsure, ...missing].some(({ field }) => field !== or.by)) return false;
  const bound = valueOn(other.test.value, scope.date);
  if (bound === undefined) return false;
  const figure = known<Figure>({ what: 'bound', value: bound, unit: other.test.unit, inputs: [] });
  const one = hold(item, other.test, from, scope, () => figure);
  return 'met' in one && !one.met && margin >= one.margin;
}

/** The record that decides, by name; a site has none. */
export const decidingRecord = (
  { kind, id }: { readonly kind: Item['kind'] | Missing['kind']; readonly id: string },
  misses: number,
): Pick<Measured, 'of'> => (kind === 'site' ? {} : { of: { kind, id, misses } });

const noteOf = ({ met, end, eitherWay }: HeldMember): string =>
  [...(met ? [] : ['misses']), ...(end ? [end] : []), ...(eitherWay ? ['either-way'] : [])].join(' ');

function resultOf(
  scope: Scope,
  part: MemberPart,
  outcome: Outcome,
  held: readonly HeldMember[],
  missing: readonly Missing[],
): PartResult {
  const { measure: what, op, unit } = part;
  const measured = scope.pack.measures[what].unit;
  const missed = held.filter((h) => !h.met);
  const steps = ifTracing(scope, (): readonly TraceStep[] => [
    { depth: 0, node: 'every', outcome, inputs: (missed.length > 0 ? missed : held).map((h) => h.id) },
    ...held.map((h): TraceStep => ({
      depth: 1,
      node: what,
      value: h.figure.value,
      unit: measured,
      inputs: [h.id],
      ...(noteOf(h) && { note: noteOf(h) }),
    })),
  ]);
  const worst = held.reduce<HeldMember | null>((a, b) => (a && a.margin <= b.margin ? a : b), null);
  const own = part.kind === 'each' ? {} : { ofRecord: true as const };
  const required = worst ? [{ what, op: op, value: worst.bound, unit: unit, ...own }] : [];
  if (outcome === 'unknown' || !worst)
    return { ...nothing, outcome, required, missing: outcome === 'unknown' ? missing : [], steps };
  return {
    ...nothing,
    outcome,
    measured: [
      {
        what,
        value: inUnit(worst.figure.value, measured, unit),
        unit: unit,
        ...(worst.end && { end: worst.end }),
        ...decidingRecord(worst, missed.length),
      },
    ],
    required,
    margin: { value: worst.margin, unit: unit },
    relative: worst.bound === 0 ? worst.margin : worst.margin / Math.abs(worst.bound),
    steps,
  };
}
