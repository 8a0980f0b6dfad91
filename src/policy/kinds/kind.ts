import type { ParkFacts } from '../../domain/land/facts.ts';
import type { Missing } from '../../domain/land/figure.ts';
import type { Judged, Scope } from '../shape/scope.ts';
import type { Borderline, Finding, Measured, PartFinding, Required, TraceStep } from '../shape/finding.ts';
import type { Outcome, Strength } from '../shape/outcome.ts';
import type { Condition, Expression } from '../shape/expression.ts';
import type { Part, PartKind, PartOf } from '../shape/part.ts';
import type { Measure } from '../shape/rule.ts';

/** A finding in the making: one part of a rule, judged. */
export interface PartResult {
  readonly outcome: Outcome;
  readonly measured: readonly Measured[];
  readonly required: readonly Required[];
  readonly margin: Finding['margin'];
  /** Margin over the bound, to tell which of several parts is nearest; null without a number. */
  readonly relative: number | null;
  readonly missing: readonly Missing[];
  /** What may be asked for once that is known. */
  readonly further?: readonly Missing[];
  readonly steps: readonly TraceStep[];
  readonly alternatives: readonly Borderline[];
  readonly parts?: readonly PartFinding[];
}

export const nothing: PartResult = {
  outcome: 'not-applicable',
  measured: [],
  required: [],
  margin: null,
  relative: null,
  missing: [],
  steps: [],
  alternatives: [],
};

/** What a kind may use besides its own parameters. */
export interface Bench {
  readonly scope: Scope;
  /** What a miss means here. */
  readonly strength: Strength;
  /** Judges a nested part with its own strength, or this one's. */
  part(part: Part): PartResult;
  /** Was another rule missed, exceptions aside? */
  missed(rule: string): Judged;
  /** Other facts, such as a part of the park, by the same rules; null for a rule not in force. */
  alone(facts: ParkFacts): { readonly scope: Scope; readonly judge: (rule: string) => PartResult | null };
}

/** What the outcome of a part rests on: a figure of the law that is moved in any of them may change it. */
interface RestsOn {
  readonly expressions?: readonly Expression[];
  readonly conditions?: readonly Condition[];
  /** Other rules, by id. */
  readonly rules?: readonly string[];
  readonly parts?: readonly Part[];
}

type RequiredKeys<P> = { [K in keyof P]-?: object extends Pick<P, K> ? never : K }[keyof P];

/** A kind of rule 规则类型: its part is typed in `shape/part.ts`; one file each, listed in `index.ts`. */
export interface RuleKind<K extends PartKind> {
  readonly name: K;
  /** What its part must hold, all of it: the loader refuses one that lacks any, so that `evaluate` may rely on the type. */
  readonly needs: Readonly<Record<Exclude<RequiredKeys<PartOf<K>>, 'kind'>, true>>;
  /** Which measures it can judge; absent: any. */
  readonly accepts?: (measure: Measure) => boolean;
  readonly restsOn: (part: PartOf<K>) => RestsOn;
  readonly evaluate: (part: PartOf<K>, bench: Bench) => PartResult;
}
