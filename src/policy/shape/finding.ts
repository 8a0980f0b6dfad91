import type { Missing, AreaBasis } from '../../domain/land/figure.ts';
import type { Unit } from '../../domain/quantity/units.ts';
import type { Op, Outcome, Strength } from './outcome.ts';
import type { MendStep } from './mend-step.ts';

export interface Measured {
  /** Name of the measure, labelled by the pack. */
  readonly what: string;
  readonly value: number | string | boolean;
  readonly unit: Unit;
  readonly basis?: AreaBasis;
  /** Two values closer than this are the same, in the same unit. */
  readonly resolution?: number;
  /** The resolution is that of an area stated less finely than to 0.01 m². */
  readonly coarse?: true;
  /** Data are missing: so much it is at least, or at most, and that decides. */
  readonly end?: 'at-least' | 'at-most';
  /** Where each of several records is judged: the one shown, and how many of them miss. */
  readonly of?: { readonly kind: Missing['kind']; readonly id: string; readonly misses: number };
}

export interface Required {
  readonly what: string;
  readonly op: Op;
  readonly value: number | string;
  readonly unit: Unit;
  /** The bound stands in the data and not in the law: what was agreed, a term of land, a last day moved on. */
  readonly ofRecord?: true;
}

/** One step of how the finding came about, down to fields and geometry; `depth` indents. */
export interface TraceStep {
  readonly depth: number;
  /** Measure, rule part, exception or reading. */
  readonly node: string;
  readonly outcome?: Outcome;
  readonly value?: number | string | boolean;
  readonly unit?: Unit;
  /** Ids of the records used. */
  readonly inputs?: readonly string[];
  /** A reading taken where the text is silent, or another note, by code. */
  readonly note?: string;
}

/** The smallest change of its kind that mends a missed rule, judged by all rules before it is shown. */
export interface Repair {
  /** The lever: what is moved. */
  readonly code: string;
  /** What to do, all of it together. */
  readonly steps: readonly MendStep[];
  /** What the rule comes out as with it. */
  readonly outcome: Outcome;
  /** Rules that would come out worse with it. */
  readonly breaks: readonly string[];
}

/** 临界: what would be judged otherwise, and why: on another basis, or at the edge of what the vertices resolve. */
export interface Borderline {
  /** The measure that decides it: of an either-or one of several. */
  readonly what: string;
  readonly on: AreaBasis | 'precision';
  readonly basis: AreaBasis;
  readonly value: number;
  readonly outcome: Outcome;
  /** The standard error that leaves it open, in the unit of `value`; absent: the resolution of what is stored does. */
  readonly sigma?: number;
}

/** One part of a park (a phase 分期) taken alone. */
export interface PartFinding {
  /** Field of the parcels that tells the parts apart, and its value. */
  readonly by: string;
  readonly part: string;
  /** Its parcels. */
  readonly inputs: readonly string[];
  readonly measured: readonly Measured[];
  /** What rules would say of it alone, exceptions included; those that do not apply are left out. */
  readonly rules: readonly ({ readonly rule: string } & Pick<
    Finding,
    'outcome' | 'measured' | 'required' | 'margin' | 'missing'
  >)[];
}

export interface Finding {
  readonly rule: string;
  /** Clause number as the policy prints it: `一`, `4`, `15`. */
  readonly clause: string;
  /** The exact words of the clause the rule rests on. */
  readonly phrase: string;
  readonly strength: Strength;
  readonly outcome: Outcome;
  /** Another basis or the precision would decide otherwise; the bases that would. */
  readonly borderline?: readonly Borderline[];
  readonly measured: readonly Measured[];
  readonly required: readonly Required[];
  /** Positive to spare, negative missing, in the rule's unit; null where there is no number. */
  readonly margin: { readonly value: number; readonly unit: Unit } | null;
  readonly missing: readonly Missing[];
  /** Of an unknown one: what it may ask for beside, once what is missing is known (whether it applies, an exception). */
  readonly further?: readonly Missing[];
  /** Each part of the park taken alone, where the rule is about parts. */
  readonly parts?: readonly PartFinding[];
  readonly trace: readonly TraceStep[];
  readonly repairs: readonly Repair[];
  /** Rules that all repairs found would newly miss: they stand against this one. */
  readonly conflicts?: readonly string[];
}
