import type { ParkFacts } from '../../domain/land/facts.ts';
import type { Missing } from '../../domain/land/figure.ts';
import type { Judged, Scope } from '../shape/scope.ts';
import type { Borderline, Finding, Measured, PartFinding, Required, TraceStep } from '../shape/finding.ts';
import type { Outcome, Strength } from '../shape/outcome.ts';
import type { Measure, Part } from '../shape/rule.ts';

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

/** A kind of rule 规则类型: the parameters it needs, and how it judges. One file each, listed in `index.ts`. */
export interface Kind {
  readonly name: string;
  readonly needs: readonly (keyof Part)[];
  /** Which measures it can judge; absent: any. */
  readonly accepts?: (measure: Measure) => boolean;
  readonly evaluate: (part: Part, bench: Bench) => PartResult;
}
