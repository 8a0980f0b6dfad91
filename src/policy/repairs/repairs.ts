import type { ParkFacts } from '../../domain/land/facts.ts';
import type { Surroundings } from '../../domain/land/surroundings.ts';
import type { PolicyContext } from '../context.ts';
import { outcomesOf, parkRules } from '../evaluate.ts';
import type { Finding, Outcome, Repair } from '../finding.ts';
import { isMissed, worse } from '../outcomes.ts';
import { landUsesOf, type Pack } from '../pack.ts';
import type { Lever, Part, Rule } from '../rule.ts';
import { runOf } from '../run.ts';
import { newMemo } from '../scope.ts';
import { mends, type LeverBench } from './bench.ts';
import { applyChanges } from './apply.ts';
import type { Change } from './change.ts';
import { levers } from './levers/index.ts';

/** How a missed rule could be mended, and which rules stand in the way where nothing mends it alone. */
export interface RuleRepairs {
  readonly rule: string;
  readonly repairs: readonly Repair[];
  /** Rules that every repair found would newly miss; empty where one breaks none, or where none was found. */
  readonly conflicts: readonly string[];
}

export interface RepairRequest {
  readonly pack: Pack;
  readonly facts: ParkFacts;
  readonly context: PolicyContext;
  readonly date: string;
  readonly around: Surroundings;
}

/** Repairs of every rule the park misses, or meets only by an exception. Each has been judged by all rules. */
export function repairsOf(request: RepairRequest): readonly RuleRepairs[] {
  const { pack, date, facts, context } = request;
  const rules = parkRules(pack, date);
  const before = outcomesOf(rules, { pack, facts, context, date });
  // Exceptions aside: what they soften, or would if more were known, is missed all the same.
  const { bare } = runOf({ pack, facts, context, date, tracing: false });
  return rules
    .filter((rule) => isMissed(bare(rule).outcome))
    .map((rule) => ruleRepairs(rule, before.get(rule.id)!, before, request));
}

/** Findings with their repairs, for those who show them. */
export function withRepairs(findings: readonly Finding[], found: readonly RuleRepairs[]): readonly Finding[] {
  const byRule = new Map(found.map((r) => [r.rule, r]));
  return findings.map((finding) => {
    const own = byRule.get(finding.rule);
    return own ? { ...finding, repairs: own.repairs, conflicts: own.conflicts } : finding;
  });
}

function ruleRepairs(
  rule: Rule,
  outcome: Outcome,
  before: ReadonlyMap<string, Outcome>,
  request: RepairRequest,
): RuleRepairs {
  const bench = benchOf(rule, request);
  const found = [...pulled(rule, request.pack, bench), ...(outcome === 'relaxed' ? [] : recorded(rule, bench))];
  const all = found.map(({ code, changes }): Repair => {
    const now = outcomesAfter(changes, bench, request);
    return { code, changes, outcome: now.get(rule.id)!, breaks: broken(before, now, rule.id) };
  });
  const mended = all.filter((r) => worse(r.outcome, outcome) === outcome && r.outcome !== outcome);
  const clean = mended.filter((r) => r.breaks.length === 0);
  const shown = clean.length > 0 ? clean : mended;
  const conflicts = clean.length > 0 ? [] : [...new Set(mended.flatMap((r) => r.breaks))];
  return { rule: rule.id, repairs: shown, conflicts };
}

type RequestBench = LeverBench & { readonly request: RepairRequest };

function benchOf(rule: Rule, request: RepairRequest): RequestBench {
  const { pack, facts, context, date, around } = request;
  const about = (own: ParkFacts) => ({ pack, facts: own, context, date, tracing: false });
  return {
    request,
    rule,
    facts,
    date,
    ground: { landUses: landUsesOf(pack), around },
    scopeOf: (own) => ({ ...about(own), memo: newMemo() }),
    // Exceptions aside: what an authority would have to allow is not mended.
    isMet: (own) => !['fail', 'advisory', 'unknown'].includes(runOf(about(own)).bare(rule).outcome),
  };
}

interface Found {
  readonly code: string;
  readonly changes: readonly Change[];
}

/** What the levers of the rule, or of the measures it tests, can do. Of one lever no two ways that are the same. */
function pulled(rule: Rule, pack: Pack, bench: RequestBench): readonly Found[] {
  if (rule.test.kind === 'all-of' && !rule.levers) return together(rule, pack, bench);
  const own = rule.levers ?? measuresOf(rule.test).flatMap((name) => pack.measures[name].levers ?? []);
  const distinct = new Map(own.map((lever) => [JSON.stringify(lever), lever]));
  const ways = [...distinct.values()].flatMap((lever) => waysOf(lever, bench));
  return ways.filter(({ changes }) => changes.length > 0 && mends(bench, changes));
}

/** Where all parts must hold, the ways of the one missed; of several the first of each, all of them together. */
function together(rule: Rule, pack: Pack, bench: RequestBench): readonly Found[] {
  const parts = (rule.test.of ?? []).map((test) => benchOf({ ...rule, test }, bench.request));
  const ways = parts.filter((part) => !part.isMet(bench.facts)).map((part) => pulled(part.rule, pack, part));
  if (ways.length === 1) return ways[0];
  if (ways.length === 0 || ways.some((found) => found.length === 0)) return [];
  const changes = ways.flatMap(([first]) => first.changes);
  return mends(bench, changes) ? [{ code: 'together', changes }] : [];
}

const waysOf = (lever: Lever, bench: RequestBench): readonly Found[] =>
  levers.get(lever.lever)!(lever, bench).map((changes) => ({ code: lever.lever, changes }));

const measuresOf = (part: Part): readonly string[] => [
  ...(part.measure === undefined ? [] : [part.measure]),
  ...(part.of ?? []).flatMap(measuresOf),
];

/** A reason written down that opens one of the rule's exceptions: then an authority decides. */
const recorded = (rule: Rule, { facts }: LeverBench): readonly Found[] =>
  (rule.exceptions ?? []).flatMap((exception) =>
    'when' in exception && 'recorded' in exception.when
      ? [
          {
            code: 'record',
            changes: [{ kind: 'record', of: 'park', id: facts.park.id, field: exception.when.recorded }],
          },
        ]
      : [],
  );

function outcomesAfter(
  changes: readonly Change[],
  { facts, ground }: LeverBench,
  { pack, context, date }: RepairRequest,
): ReadonlyMap<string, Outcome> {
  const about = { pack, facts: applyChanges(facts, changes, ground), context, date };
  return outcomesOf(parkRules(pack, date), about);
}

/** Rules that come out worse, other than by being met, or not known, where they did not apply. */
const broken = (
  before: ReadonlyMap<string, Outcome>,
  now: ReadonlyMap<string, Outcome>,
  mended: string,
): readonly string[] =>
  [...now].flatMap(([id, outcome]) => {
    const old = before.get(id)!;
    const isWorse = outcome !== old && worse(outcome, old) === outcome;
    const isNew = outcome === 'unknown' ? old === 'pass' : outcome !== 'pass';
    return id !== mended && isWorse && isNew ? [id] : [];
  });
