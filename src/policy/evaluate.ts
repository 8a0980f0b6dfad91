import type { ParkFacts } from '../domain/land/facts.ts';
import { notApplicable, type Missing } from '../domain/land/figure.ts';
import type { PolicyContext } from './context.ts';
import type { Borderline, Finding } from './finding.ts';
import type { Pack } from './pack.ts';
import { jurisdictionsOf } from './jurisdictions.ts';
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
  /** Targets belong to no park: one entry per jurisdiction, where the pack has rules about them. */
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
    jurisdictions: evaluateJurisdictions(pack, parks, context, date),
  };
}

/** Findings of the jurisdictions: one per rule about them, in the order of the pack. */
export function evaluateJurisdictions(
  pack: Pack,
  parks: readonly ParkFacts[],
  context: PolicyContext,
  date: string,
): ProjectFindings['jurisdictions'] {
  const rules = pack.rules.filter((rule) => rule.about === 'jurisdiction' && within(rule, date));
  if (rules.length === 0) return [];
  return jurisdictionsOf(parks, context).map((jurisdiction) => {
    const run = runOf({ pack, facts: noFacts(jurisdiction.code), jurisdiction, context, date });
    const findings = rules.map((rule) => findingOf(rule, run));
    return { id: jurisdiction.code, name: jurisdiction.name, findings };
  });
}

/** A jurisdiction has no land of its own to ask about. */
const noFacts = (id: string): ParkFacts => ({
  park: { id },
  parcels: [],
  buildings: [],
  sites: notApplicable,
  gaps: [],
  overlapM2: 0,
  figures: {},
});

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
const borderlineOf = ({ alternatives, outcome }: PartResult): readonly Borderline[] =>
  alternatives.filter((a) => a.outcome !== outcome);

function unique(missing: readonly Missing[]): readonly Missing[] {
  return [...new Map(missing.map((m) => [`${m.kind} ${m.id} ${m.field}`, m])).values()];
}
