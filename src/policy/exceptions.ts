import type { Judged, Scope } from './shape/scope.ts';
import type { Missing } from '../domain/land/figure.ts';
import { underHeading, judge } from './conditions/judge.ts';
import { conjunction, yes } from './three-valued.ts';
import type { TraceStep } from './shape/finding.ts';
import type { Outcome } from './shape/outcome.ts';
import type { PartResult } from './kinds/kind.ts';
import { isMissed } from './outcomes.ts';
import type { Exception, Rule } from './shape/rule.ts';
import { isInForce } from './in-force.ts';
import { ifTracing } from './trace-steps.ts';

interface Judgement {
  readonly excuse: Outcome | null;
  readonly missing: readonly Missing[];
  readonly steps: readonly TraceStep[];
}

/**
 * A rule's exceptions upon its result: a missed outcome becomes what the first open exception says; it is unknown
 * when none is open and one cannot be told; else it stays. What is not missed is left alone.
 */
export function withExceptions(rule: Rule, result: PartResult, scope: Scope): PartResult {
  const { alternatives, outcome } = result;
  const mayMiss = [outcome, ...alternatives.map((a) => a.outcome)].some(isMissed);
  if (!rule.exceptions || (!mayMiss && outcome !== 'unknown')) return result;
  const { excuse, missing, steps } = judgeAll(inForceOn(rule.exceptions, scope), scope);
  // Once it is known it may be missed, and then the exceptions are asked.
  if (outcome === 'unknown' && excuse === 'unknown')
    return { ...excused(result, excuse), further: [...(result.further ?? []), ...missing] };
  const changed = excused(result, excuse);
  if (!isMissed(outcome)) return changed;
  return {
    ...changed,
    missing: excuse === 'unknown' ? [...result.missing, ...missing] : result.missing,
    steps: [...result.steps, ...steps],
  };
}

/** Every missed outcome, of the figure and of its alternatives, becomes what the exceptions say. */
function excused(result: PartResult, excuse: Outcome | null): PartResult {
  const through = (o: Outcome): Outcome => (isMissed(o) && excuse ? excuse : o);
  return {
    ...result,
    outcome: through(result.outcome),
    alternatives: result.alternatives.map((a) => ({ ...a, outcome: through(a.outcome) })),
  };
}

/** An exception that is not yet, or no longer, in force relaxes nothing; one that is a rule has the days of that rule. */
const inForceOn = (exceptions: readonly Exception[], scope: Scope): readonly Exception[] =>
  exceptions.filter((e) => isInForce('rule' in e ? scope.pack.rule(e.rule) : e, scope.date));

function judgeAll(exceptions: readonly Exception[], scope: Scope): Judgement {
  const judged = exceptions.map((exception) => ({ exception, ...judgeOne(exception, scope) }));
  const steps = ifTracing(scope, () =>
    judged.flatMap((j) => underHeading('rule' in j.exception ? j.exception.rule : j.exception.id, j)),
  );
  const open = judged.find((j) => j.value === true);
  if (open) return { excuse: 'rule' in open.exception ? 'relaxed' : open.exception.outcome, missing: [], steps };
  const missing = judged.flatMap((j) => j.missing);
  return { excuse: judged.some((j) => j.value === null) ? 'unknown' : null, missing, steps };
}

function judgeOne(exception: Exception, scope: Scope): Judged {
  if (!('rule' in exception)) return judge(exception.when, scope);
  const { applies, test } = scope.pack.rule(exception.rule);
  if (test.kind !== 'exception') throw new Error(`${exception.rule} is no exception`);
  return conjunction([applies ? judge(applies, scope) : yes(), judge(test.when, scope)]);
}
