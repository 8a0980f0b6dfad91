import { parkRules } from '../evaluate.ts';
import type { Finding, Repair } from '../shape/finding.ts';
import type { Outcome } from '../shape/outcome.ts';
import { isMissed, worse } from '../outcomes.ts';
import type { Rule } from '../shape/rule.ts';
import { runOf } from '../run.ts';
import type { LeverBench } from './bench.ts';
import { broken, outcomesAfter, outcomesWith } from './compare.ts';
import { completed } from './complete.ts';
import { belated, benchOf, pulled, type Found, type RepairRequest } from './pulled.ts';

/** How a missed rule could be mended, and which rules stand in the way where nothing mends it alone. */
export interface RuleRepairs {
  readonly rule: string;
  readonly repairs: readonly Repair[];
  /** Rules that every repair found would newly miss; empty where one breaks none, or where none was found. */
  readonly conflicts: readonly string[];
}

/** Repairs of every rule the park misses, or meets only by an exception. Each has been judged by all rules. */
export function repairsOf(request: RepairRequest): readonly RuleRepairs[] {
  const { pack, date, facts, context } = request;
  const rules = parkRules(pack, date);
  const before = outcomesWith(request, facts);
  // Exceptions aside: what they soften, or would if more were known, is missed all the same.
  const run = runOf({ pack, facts, context, date, tracing: false });
  return rules
    .filter((rule) => isMissed(run.bare(rule).outcome))
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
  const judged = ({ code, steps }: Found): Repair => {
    const now = outcomesAfter(request, steps);
    return { code, steps, outcome: now.get(rule.id)!, breaks: broken(before, now, rule.id) };
  };
  const all = found.map(judged);
  const late = all.length > 0 ? [] : belated(rule, request.pack, bench).map(judged);
  const isBetter = (r: Repair) => worse(r.outcome, outcome) === outcome && r.outcome !== outcome;
  const mended = all.filter(isBetter);
  const alone = mended.filter((r) => r.breaks.length === 0);
  // A reason written down mends nothing: what would, and breaks another rule, is tried together with what mends that.
  const isMended = alone.some((r) => r.code !== 'record');
  const isClean = (r: Repair) => isBetter(r) && r.breaks.length === 0;
  const joint = isMended ? [] : mended.flatMap((r) => completed(r, rule.id, before, request) ?? []).map(judged);
  const clean = smallest([...joint.filter(isClean), ...alone]);
  const shown = clean.length > 0 ? clean : mended.length > 0 ? mended : late;
  const conflicts = clean.length > 0 ? [] : [...new Set(mended.flatMap((r) => r.breaks))];
  return { rule: rule.id, repairs: shown, conflicts };
}

/** Without those that do all that another does and more besides: a firm more that is small, where any firm will do. */
function smallest(repairs: readonly Repair[]): readonly Repair[] {
  const parts = repairs.map(({ steps }) => steps.map((step) => JSON.stringify(step)));
  const isLess = (a: readonly string[], b: readonly string[]) =>
    a.length < b.length && a.every((step) => b.includes(step));
  return repairs.filter((_, i) => !parts.some((other) => isLess(other, parts[i])));
}

/** A reason written down that opens one of the rule's exceptions: then an authority decides. */
const recorded = (rule: Rule, { facts }: LeverBench): readonly Found[] =>
  (rule.exceptions ?? []).flatMap((exception) =>
    'when' in exception && 'recorded' in exception.when
      ? [
          {
            code: 'record',
            steps: [{ kind: 'record', of: 'park', id: facts.park.id, field: exception.when.recorded }],
          },
        ]
      : [],
  );
