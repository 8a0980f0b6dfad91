import { headed, judge } from './conditions/judge.ts';
import { no, yes, type Judged } from './conditions/judged.ts';
import { kinds } from './kinds/index.ts';
import { nothing, type Bench, type PartResult } from './kinds/kind.ts';
import { isMissed } from './outcomes.ts';
import { within, type Part, type Rule } from './rule.ts';
import { newMemo, once, type Scope } from './scope.ts';
import { soften } from './soften.ts';
import { told } from './told.ts';

/** One evaluation of one park: rules look at each other through it, each judged once. */
export interface Run {
  readonly scope: Scope;
  /** A rule's own result, exceptions aside. */
  readonly bare: (rule: Rule) => PartResult;
}

/** What one rule may ask of others. */
type Asks = Pick<Bench, 'missed' | 'alone'>;

export function runOf(about: Omit<Scope, 'memo'>): Run {
  const scope: Scope = { ...about, memo: newMemo() };
  const done = new Map<string, PartResult>();
  const bare = (rule: Rule): PartResult => once(done, rule.id, () => judgeRule(rule, scope, { missed, alone }));
  const missed = (id: string): Judged => {
    const { outcome, missing } = bare(scope.pack.rule(id));
    const steps = told(scope, () => [{ depth: 0, node: id, outcome }]);
    if (outcome === 'unknown') return { value: null, missing, steps };
    return isMissed(outcome) ? yes(steps) : no(steps);
  };
  const alone: Asks['alone'] = (facts) => {
    const run = runOf({ ...about, facts });
    const judge = (id: string) => {
      const rule = scope.pack.rule(id);
      return within(rule, scope.date) ? soften(rule, run.bare(rule), run) : null;
    };
    return { scope: run.scope, judge };
  };
  return { scope, bare };
}

/** Does the rule apply, and what does its test say? An open question whether it applies is unknown. */
function judgeRule(rule: Rule, scope: Scope, asks: Asks): PartResult {
  const applies = rule.applies ? judge(rule.applies, scope) : yes();
  const heading = told(scope, () => (rule.applies ? headed('applies', applies) : []));
  if (applies.value === false) return { ...nothing, steps: heading };
  if (applies.value === null) return { ...nothing, outcome: 'unknown', missing: applies.missing, steps: heading };
  const part =
    (strength: Rule['strength']) =>
    (of: Part): PartResult => {
      const own = of.strength ?? strength;
      return kinds.get(of.kind)!.evaluate(of, { scope, strength: own, part: part(own), ...asks });
    };
  const result = part(rule.strength)(rule.test);
  return scope.tracing ? { ...result, steps: [...heading, ...result.steps] } : result;
}
