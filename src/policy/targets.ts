import type { ParkFacts } from '../domain/land/facts.ts';
import type { Missing } from '../domain/land/figure.ts';
import type { JurisdictionCategory } from '../domain/land/model.ts';
import { judge } from './conditions/judge.ts';
import type { PolicyContext } from './shape/context.ts';
import { noFacts } from './evaluate.ts';
import { jurisdictionsOf } from './jurisdictions.ts';
import { measure } from './measures/compute.ts';
import type { Pack, TargetMeasures } from './shape/pack.ts';
import { partsIn } from './parts.ts';
import { valueOn, isInForce } from './in-force.ts';
import { newScope } from './new-scope.ts';
import type { JurisdictionFacts, Scope } from './shape/scope.ts';

/** 进度: reached; up to the pace or ahead; below it; the last year is over and it was not reached; not known. */
export type TargetStatus = 'met' | 'on-track' | 'behind' | 'missed' | 'unknown';

/** One jurisdiction in one year. Counts are null where they cannot be told, and then `missing` says why. */
export interface TargetRow {
  readonly jurisdiction: string;
  readonly name: string;
  readonly category: JurisdictionCategory | null;
  /** A development zone of the file that the list of the policy does not name. */
  readonly ofFile?: true;
  readonly year: number;
  /** The year of the day judged is not over. */
  readonly running: boolean;
  /** 当年新建, and how many the clause asks of each year. */
  readonly newParks: number | null;
  readonly newRequired: number | null;
  /** 累计建成 from the base year to this one, of which new and renovated; and how many it asks by the last year. */
  readonly completed: number | null;
  readonly completedNew: number | null;
  readonly completedRenovated: number | null;
  readonly completedRequired: number | null;
  /** Parks that an even pace from the first day of the base year to the last of the last year would have by now. */
  readonly pace: number | null;
  readonly status: TargetStatus;
  readonly missing: readonly Missing[];
}

/**
 * Progress of every jurisdiction against the targets, by year from the base year to that of `date` (at most the last
 * year of the target), in the order of the list. The clause asks a number of each year and a total by the last; that the
 * total is to be neared evenly is a reading. Empty where the pack sets no targets.
 */
export function targetsOf(
  pack: Pack,
  parks: readonly ParkFacts[],
  context: PolicyContext,
  date: string,
): readonly TargetRow[] {
  const { targets } = pack;
  if (!targets) return [];
  const base = yearOf(targets.baseYear, pack, context, date);
  const last = yearOf(targets.year, pack, context, date);
  const end = yearOf(targets.year, pack, context, '9999-12-31');
  if (base === null || last === null || end === null) return [];
  const first = Math.max(base, last - MOST_YEARS + 1);
  return jurisdictionsOf(parks, context).flatMap((jurisdiction) =>
    Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => {
      const year = first + i;
      const running = String(year) === date.slice(0, 4);
      const day = running ? date : `${year}-12-31`;
      const about = { pack, facts: noFacts(jurisdiction.code), jurisdiction, context, date: day };
      const passed = Math.min(1, (year - base + shareOfYear(day)) / (end - base + 1));
      const over = date >= `${end}-12-31`;
      return rowOf(newScope({ ...about, tracing: false }), jurisdiction, targets, {
        year,
        running,
        passed,
        closed: year === end && over,
      });
    }),
  );
}

/** Years in a row of the table: of a base year long ago, or typed wrong, the last of them. */
const MOST_YEARS = 100;

export const yearOf = (name: string, pack: Pack, context: PolicyContext, date: string): number | null => {
  const scope = newScope({ pack, facts: noFacts(''), context, date, tracing: false });
  const { input } = measure(name, scope);
  return input.state === 'value' ? input.value.value : null;
};

/** How much of its year a day ends, 1 on 31 December. */
function shareOfYear(date: string): number {
  const year = Number(date.slice(0, 4));
  const [start, end] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)];
  return (Date.parse(`${date}T00:00:00Z`) + 86_400_000 - start) / (end - start);
}

interface When {
  readonly year: number;
  readonly running: boolean;
  /** Share of the whole term that has passed. */
  readonly passed: number;
  readonly closed: boolean;
}

function rowOf(
  scope: Scope,
  { code, name, category, ofFile }: JurisdictionFacts,
  of: TargetMeasures,
  when: When,
): TargetRow {
  const { year, running, passed, closed } = when;
  const counted = [of.annual, of.cumulative, of.cumulativeNew, of.cumulativeRenovated].map(
    (m) => measure(m, scope).input,
  );
  const [newParks, completed, completedNew, completedRenovated] = counted.map((input) =>
    input.state === 'value' ? input.value.value : null,
  );
  const completedRequired = requiredOf(of.cumulative, scope);
  const pace = completedRequired === null ? null : completedRequired * passed;
  return {
    jurisdiction: code,
    name,
    category: category ?? null,
    ...(ofFile && { ofFile }),
    year,
    running,
    newParks,
    newRequired: requiredOf(of.annual, scope),
    completed,
    completedNew,
    completedRenovated,
    completedRequired,
    pace,
    status: statusOf(completed, completedRequired, pace, closed),
    missing: counted.flatMap((input) => (input.state === 'unknown' ? input.missing : [])),
  };
}

/** The bound on a measure in the rule that speaks about this jurisdiction; null where none does. */
export function requiredOf(name: string, scope: Scope): number | null {
  const rules = scope.pack.rules.filter(
    (r) =>
      r.about === 'jurisdiction' && isInForce(r, scope.date) && (!r.applies || judge(r.applies, scope).value === true),
  );
  const part = rules.flatMap((r) => partsIn(r.test)).find((p) => 'measure' in p && p.measure === name);
  return part && 'value' in part ? (valueOn(part.value, scope.date) ?? null) : null;
}

function statusOf(
  completed: number | null,
  required: number | null,
  pace: number | null,
  closed: boolean,
): TargetStatus {
  if (completed === null || required === null || pace === null) return 'unknown';
  if (completed >= required) return 'met';
  if (closed) return 'missed';
  // Days are parts of a year: a pace that is a whole number is met by it.
  return completed >= pace - 1e-9 ? 'on-track' : 'behind';
}
