import type { ParkFacts } from '../domain/land/facts.ts';
import { underHeading, judge } from './conditions/judge.ts';
import { no, yes } from './three-valued.ts';
import type { About, Judged, Scope } from './shape/scope.ts';
import type { TraceStep } from './shape/finding.ts';
import type { Strength } from './shape/outcome.ts';
import { kindOf } from './kinds/index.ts';
import { nothing, type Bench, type PartResult } from './kinds/kind.ts';
import { isMissed } from './outcomes.ts';
import type { Part } from './shape/part.ts';
import type { Rule } from './shape/rule.ts';
import { isInForce } from './in-force.ts';
import { newScope } from './new-scope.ts';
import { withExceptions } from './exceptions.ts';

/**
 * One evaluation of one park: rules look at each other through it, each judged once. A class, because a city makes
 * thousands and a closure for each of its questions would cost more than the answers.
 */
export class Run {
  readonly scope: Scope;
  readonly #done = new Map<string, PartResult>();

  constructor(about: About) {
    this.scope = newScope(about);
  }

  /** A rule's own result, exceptions aside. */
  bare(rule: Rule): PartResult {
    const known = this.#done.get(rule.id);
    if (known) return known;
    const result = this.#judge(rule);
    this.#done.set(rule.id, result);
    return result;
  }

  /** Does the rule apply, and what does its test say? An open question whether it applies is unknown. */
  #judge(rule: Rule): PartResult {
    const { scope } = this;
    const applies = rule.applies ? judge(rule.applies, scope) : yes();
    const heading: readonly TraceStep[] =
      scope.tracing && rule.applies ? underHeading('applies', applies) : nothing.steps;
    if (applies.value === false) return heading.length > 0 ? { ...nothing, steps: heading } : nothing;
    const result = new RunBench(this, rule.strength).part(rule.test);
    if (applies.value === null)
      return { ...nothing, outcome: 'unknown', missing: applies.missing, further: result.missing, steps: heading };
    return heading.length > 0 ? { ...result, steps: [...heading, ...result.steps] } : result;
  }
}

export const runOf = (about: About): Run => new Run(about);

/** What a kind may ask, for parts of one strength. */
class RunBench implements Bench {
  readonly scope: Scope;
  readonly strength: Strength;
  readonly #run: Run;

  constructor(run: Run, strength: Strength) {
    this.scope = run.scope;
    this.strength = strength;
    this.#run = run;
  }

  part(of: Part): PartResult {
    const own =
      of.strength === undefined || of.strength === this.strength ? this : new RunBench(this.#run, of.strength);
    return kindOf(of).evaluate(of, own);
  }

  missed(id: string): Judged {
    const { scope } = this;
    const rule = scope.pack.rule(id);
    // What is not in force that day is not missed.
    if (!isInForce(rule, scope.date)) return no();
    const { outcome, missing } = this.#run.bare(rule);
    const steps: readonly TraceStep[] = scope.tracing ? [{ depth: 0, node: id, outcome }] : nothing.steps;
    if (outcome === 'unknown') return { value: null, missing, steps };
    return isMissed(outcome) ? yes(steps) : no(steps);
  }

  alone(facts: ParkFacts): ReturnType<Bench['alone']> {
    const run = new Run({ ...this.scope, facts });
    const judge = (id: string) => {
      const rule = run.scope.pack.rule(id);
      return isInForce(rule, run.scope.date) ? withExceptions(rule, run.bare(rule), run.scope) : null;
    };
    return { scope: run.scope, judge };
  }
}
