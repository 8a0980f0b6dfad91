import type { Missing } from '../domain/land/figure.ts';
import type { Borderline, Finding, PartFinding, TraceStep } from './shape/finding.ts';
import type { PartResult } from './kinds/kind.ts';
import type { Rule } from './shape/rule.ts';

/** Tells the steps of a rule on demand. */
export type Teller = (rule: Rule) => readonly TraceStep[];

/**
 * A finding whose `trace` is told when it is first read. It stays an own property, so that whatever copies the finding
 * (a spread, JSON, a message to the page) gets it as data; one accessor serves them all, because one each would cost
 * more than judging does.
 */
export class LazyFinding implements Finding {
  readonly rule: string;
  readonly clause: string;
  readonly phrase: string;
  readonly strength: Finding['strength'];
  readonly outcome: Finding['outcome'];
  readonly borderline?: readonly Borderline[];
  readonly measured: Finding['measured'];
  readonly required: Finding['required'];
  readonly margin: Finding['margin'];
  readonly missing: readonly Missing[];
  readonly further?: readonly Missing[];
  readonly parts?: readonly PartFinding[];
  declare readonly trace: readonly TraceStep[];
  readonly repairs: Finding['repairs'] = [];
  readonly #teller: Teller;
  readonly #rule: Rule;
  #trace: readonly TraceStep[] | undefined;

  constructor(rule: Rule, result: PartResult, teller: Teller) {
    this.rule = rule.id;
    this.clause = rule.clause;
    this.phrase = rule.phrase;
    this.strength = rule.strength;
    this.outcome = result.outcome;
    const borderline = borderlineOf(result);
    if (borderline.length > 0) this.borderline = borderline;
    this.measured = result.measured;
    this.required = result.required;
    this.margin = result.margin;
    // What is missing of a rule that is met in any case is no gap.
    this.missing = result.outcome === 'pass' ? [] : unique(result.missing);
    if (result.outcome === 'unknown' && result.further?.length) this.further = unique(result.further);
    if (result.parts) this.parts = result.parts;
    this.#teller = teller;
    this.#rule = rule;
    Object.defineProperty(this, 'trace', traceProperty);
  }

  static traceOf(this: void, finding: LazyFinding): readonly TraceStep[] {
    return (finding.#trace ??= finding.#teller(finding.#rule));
  }
}

const traceProperty: PropertyDescriptor & ThisType<LazyFinding> = {
  enumerable: true,
  get() {
    return LazyFinding.traceOf(this);
  },
};

/** 临界: what would be judged otherwise on another basis or within the precision. */
const borderlineOf = ({ alternatives, outcome }: PartResult): readonly Borderline[] =>
  alternatives.length === 0 ? alternatives : alternatives.filter((a) => a.outcome !== outcome);

function unique(missing: readonly Missing[]): readonly Missing[] {
  if (missing.length < 2) return missing;
  return [...new Map(missing.map((m) => [`${m.kind} ${m.id} ${m.field}`, m])).values()];
}
