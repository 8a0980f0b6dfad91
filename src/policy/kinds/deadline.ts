import type { Missing } from '../../domain/land/figure.ts';
import { lastDay } from '../calendar.ts';
import { isDate } from '../../domain/written-date.ts';
import { addDays, daysBetween } from '../dates.ts';
import type { TraceStep } from '../shape/finding.ts';
import type { Outcome } from '../shape/outcome.ts';
import { membersOf } from '../members.ts';
import { missedAs } from '../outcomes.ts';
import type { Extreme, Span } from '../shape/expression.ts';
import type { Measure } from '../shape/rule.ts';
import { valueOn } from '../in-force.ts';
import { recordOf, scopeOfMember } from '../scope.ts';
import type { Scope } from '../shape/scope.ts';
import { nothing, type RuleKind, type PartResult } from './kind.ts';
import { decidingRecord } from './members.ts';
import { ifTracing } from '../trace-steps.ts';

/** The members and the two dates of a measure that is the greatest number of `days`. */
function spanOf({ from }: Measure): { readonly of: Extreme['of']; readonly days: Span } | undefined {
  if (typeof from === 'string' || !('greatest' in from)) return undefined;
  const { of, value } = from.greatest;
  return typeof value === 'object' && 'days' in value ? { of, days: value.days } : undefined;
}

interface Period {
  readonly id: string;
  readonly kind: Missing['kind'];
  readonly days: number;
  /** Days allowed: those of the law, and the days off its last day moved over. */
  readonly allowed: number;
  /** The last day moved on, so that `allowed` is of this record and not the law's number. */
  readonly moved: boolean;
  readonly note?: string;
}

/**
 * Within so many days 期限 (民法典 200–204): the first day is not counted, a last day off moves on. Not done (`null`)
 * is a miss once the last day has passed; until then it is not yet due.
 */
export const deadline: RuleKind<'deadline'> = {
  name: 'deadline',
  needs: { measure: true, value: true, unit: true },
  restsOn: ({ measure }) => ({ expressions: [measure] }),
  accepts: (measure) => spanOf(measure) !== undefined,
  evaluate(part, { scope, strength }) {
    const what = part.measure;
    const value = valueOn(part.value, scope.date);
    if (value === undefined) return nothing;
    const span = spanOf(scope.pack.measures[what]);
    if (!span) throw new Error(`${what} is no greatest number of days`);
    const { of, days } = span;
    const { items, missing } = membersOf(scope, of);
    const periods = items.map((item) => periodOf(days, value, scopeOfMember(scope, item)));
    const known = periods.filter((p) => 'id' in p);
    const lacking = [...missing, ...periods.flatMap((p) => ('id' in p ? [] : p.missing))];
    return resultOf(scope, what, known, lacking, missedAs(strength));
  },
};

function periodOf({ from, to }: Span, days: number, scope: Scope): Period | { readonly missing: readonly Missing[] } {
  const { kind, id, record } = recordOf(scope);
  const [start, done] = [record[from], record[to]];
  if (!isDate(start)) return { missing: [{ kind, id, field: from }] };
  if (!isDate(done) && done !== null) return { missing: [{ kind, id, field: to }] };
  // Filed before it was signed: one of the two days is wrong, and which of them cannot be told.
  if (isDate(done) && done < start)
    return { missing: [from, to].map((field) => ({ kind, id, field, clash: true as const })) };
  const { date, listed } = lastDay(start, days, scope.pack.holidays);
  const allowed = daysBetween(start, date);
  const end = isDate(done) ? done : scope.date;
  const moved = date !== addDays(start, days);
  const notes = [
    ...(moved ? ['last-day-moved-on'] : []),
    ...(listed ? [] : ['holidays-not-listed']),
    ...(done === null ? [end <= date ? 'not-yet-due' : 'not-done'] : []),
  ];
  return {
    id,
    kind,
    days: Math.max(0, daysBetween(start, end)), // not yet signed: no day has passed
    allowed,
    moved,
    ...(notes.length > 0 ? { note: notes.join(' ') } : {}),
  };
}

function resultOf(
  scope: Scope,
  what: string,
  periods: readonly Period[],
  missing: readonly Missing[],
  miss: Outcome,
): PartResult {
  const late = periods.some((p) => p.days > p.allowed);
  const outcome = late ? miss : missing.length > 0 ? 'unknown' : periods.length > 0 ? 'pass' : 'not-applicable';
  const steps = ifTracing(scope, (): readonly TraceStep[] => [
    { depth: 0, node: 'deadline', outcome },
    ...periods.map(({ id, days, note }) => ({
      depth: 1,
      node: what,
      value: days,
      unit: 'day' as const,
      inputs: [id],
      ...(note ? { note } : {}),
    })),
  ]);
  const worst = periods.reduce<Period | null>((a, b) => (a && a.allowed - a.days <= b.allowed - b.days ? a : b), null);
  const own = worst?.moved ? { ofRecord: true as const } : {};
  const required = worst ? [{ what, op: '<=' as const, value: worst.allowed, unit: 'day' as const, ...own }] : [];
  if (outcome === 'unknown' || !worst)
    return { ...nothing, outcome, required, missing: outcome === 'unknown' ? missing : [], steps };
  const margin = worst.allowed - worst.days;
  const misses = periods.filter((p) => p.days > p.allowed).length;
  const measured = [{ what, value: worst.days, unit: 'day' as const, ...decidingRecord(worst, misses) }];
  return {
    ...nothing,
    outcome,
    measured,
    required,
    margin: { value: margin, unit: 'day' },
    relative: margin / worst.allowed,
    steps,
  };
}
