import type { ParkFacts } from '../domain/land/facts.ts';
import type { Missing } from '../domain/land/figure.ts';
import type { PolicyContext } from './context.ts';
import type { Finding } from './finding.ts';
import type { Pack } from './pack.ts';
import { within } from './rule.ts';
import { runOf, type Run } from './run.ts';
import { soften } from './soften.ts';
import type { PartResult } from './kinds/kind.ts';
import type { Rule } from './rule.ts';

/** Findings of one park: one per rule in force on `date`, in the order of the pack. Pure and deterministic. */
export function evaluatePark(pack: Pack, facts: ParkFacts, context: PolicyContext, date: string): readonly Finding[] {
  const run = runOf({ pack, facts, context, date });
  return pack.rules.filter((rule) => !rule.about && within(rule, date)).map((rule) => findingOf(rule, run));
}

export interface ProjectFindings {
  readonly parks: readonly { readonly id: string; readonly findings: readonly Finding[] }[];
  /** Targets belong to no park: one entry per jurisdiction that has a rule of its own in the pack. */
  readonly jurisdictions: readonly {
    readonly id: string;
    readonly name: string;
    readonly findings: readonly Finding[];
  }[];
}

export function evaluateProject(
  pack: Pack,
  parks: readonly ParkFacts[],
  context: PolicyContext,
  date: string,
): ProjectFindings {
  return {
    parks: parks.map((facts) => ({ id: facts.park.id, findings: evaluatePark(pack, facts, context, date) })),
    jurisdictions: [],
  };
}

function findingOf(rule: Rule, run: Run): Finding {
  const { id, clause, phrase, strength } = rule;
  const result = soften(rule, run.bare(rule), run);
  const borderline = borderlineOf(result);
  return {
    rule: id,
    clause,
    phrase,
    strength,
    outcome: result.outcome,
    ...(borderline.length > 0 ? { borderline } : {}),
    measured: result.measured,
    required: result.required,
    margin: result.margin,
    missing: unique(result.missing),
    trace: result.steps,
    repairs: [],
  };
}

/** 临界: what would be judged otherwise on another basis or within the precision. */
const borderlineOf = ({ alternatives, outcome }: PartResult): NonNullable<Finding['borderline']> =>
  alternatives
    .filter((a) => a.outcome !== outcome)
    .map(({ basis, value, outcome: other }) => ({ basis, value, outcome: other }));

function unique(missing: readonly Missing[]): readonly Missing[] {
  return [...new Map(missing.map((m) => [`${m.kind} ${m.id} ${m.field}`, m])).values()];
}
