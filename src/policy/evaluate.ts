import type { ParkFacts } from '../domain/land/facts.ts';
import { notApplicable } from '../domain/land/figure.ts';
import type { PolicyContext } from './shape/context.ts';
import type { Finding } from './shape/finding.ts';
import type { Outcome } from './shape/outcome.ts';
import type { Pack } from './shape/pack.ts';
import { LazyFinding } from './lazy-finding.ts';
import { jurisdictionsOf } from './jurisdictions.ts';
import type { Rule } from './shape/rule.ts';
import { isInForce } from './in-force.ts';
import { runOf, type Run } from './run.ts';
import type { About } from './shape/scope.ts';
import { withExceptions } from './exceptions.ts';
import type { PartResult } from './kinds/kind.ts';

/** Findings of one park: one per rule in force on `date`, in the order of the pack. Pure and deterministic. */
export const evaluatePark = (pack: Pack, facts: ParkFacts, context: PolicyContext, date: string): readonly Finding[] =>
  evaluateRules(parkRules(pack, date), { pack, facts, context, date });

/** The rules about parks in force on `date`, in the order of the pack. */
export function parkRules(pack: Pack, date: string): readonly Rule[] {
  const known = chosen.get(pack);
  if (known?.date === date) return known.rules;
  const rules = pack.rules.filter((rule) => !rule.about && isInForce(rule, date));
  chosen.set(pack, { date, rules });
  return rules;
}

/** Chosen once for a city: the day is the same for all its parks. */
const chosen = new WeakMap<Pack, { readonly date: string; readonly rules: readonly Rule[] }>();

export interface ProjectFindings {
  readonly parks: readonly { readonly id: string; readonly findings: readonly Finding[] }[];
  /** Targets belong to no park: one entry per jurisdiction, where the pack has rules about them. */
  readonly jurisdictions: readonly {
    readonly id: string;
    readonly name: string;
    /** A development zone of the file that the list of the policy does not name. */
    readonly ofFile?: true;
    readonly findings: readonly Finding[];
  }[];
}

/** Findings of the jurisdictions: one per rule about them, in the order of the pack. */
export function evaluateJurisdictions(
  pack: Pack,
  parks: readonly ParkFacts[],
  context: PolicyContext,
  date: string,
): ProjectFindings['jurisdictions'] {
  const rules = pack.rules.filter((rule) => rule.about === 'jurisdiction' && isInForce(rule, date));
  if (rules.length === 0) return [];
  return jurisdictionsOf(parks, context).map((jurisdiction) => {
    const about = { pack, facts: noFacts(jurisdiction.code), jurisdiction, context, date };
    const { code: id, name, ofFile } = jurisdiction;
    return { id, name, ...(ofFile && { ofFile }), findings: evaluateRules(rules, about) };
  });
}

/** A jurisdiction has no land of its own to ask about. */
export const noFacts = (id: string): ParkFacts => ({
  park: { id },
  parcels: [],
  buildings: [],
  sites: notApplicable,
  gaps: [],
  overlapM2: 0,
  industrialOverlapM2: 0,
  figures: {},
});

type Untraced = Omit<About, 'tracing'>;

/** Findings of these rules in one run; the steps that led to them are told by a second one, once they are read. */
export function evaluateRules(rules: readonly Rule[], about: Untraced): readonly Finding[] {
  const run = runOf({ ...about, tracing: false });
  let telling: Run | undefined;
  const traceOf = (rule: Rule) => judged(rule, (telling ??= runOf({ ...about, tracing: true }))).steps;
  return rules.map((rule) => new LazyFinding(rule, judged(rule, run), traceOf));
}

/** Outcomes alone, by rule, where no one reads the findings. */
export function outcomesOf(rules: readonly Rule[], about: Untraced): ReadonlyMap<string, Outcome> {
  const run = runOf({ ...about, tracing: false });
  return new Map(rules.map((rule) => [rule.id, judged(rule, run).outcome]));
}

const judged = (rule: Rule, run: Run): PartResult => withExceptions(rule, run.bare(rule), run.scope);
