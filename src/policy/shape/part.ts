import type { Unit } from '../../domain/quantity/units.ts';
import type { Condition, Dated, Expression } from './expression.ts';
import type { Op, Strength } from './outcome.ts';

/*
 * One test of a rule, a type for each kind: what its YAML holds. The file of the same name in `kinds/` judges it; the
 * loader refuses a part that lacks what its kind needs.
 */
interface Any {
  /** What missing this part means, where it differs from the rule's own strength. */
  readonly strength?: Strength;
}

/** A figure held against a number of the law. */
interface Bounded extends Any {
  readonly measure: string;
  readonly op: Op;
  readonly value: Dated<number>;
  readonly unit: Unit;
}

/** A figure held against another quantity. */
interface Compared extends Any {
  readonly measure: string;
  readonly op: Op;
  readonly to: Expression;
  readonly unit: Unit;
}

export interface LimitPart extends Bounded {
  readonly kind: 'limit';
}
interface AgainstPart extends Compared {
  readonly kind: 'against';
}
export interface EachPart extends Bounded {
  readonly kind: 'each';
  /** A rule that means every member this one does not, told apart by a field. */
  readonly or?: { readonly rule: string; readonly by: string };
}
export interface EachAgainstPart extends Compared {
  readonly kind: 'each-against';
}
interface CountPart extends Bounded {
  readonly kind: 'count';
}
interface SameValuePart extends Any {
  readonly kind: 'same-value';
  readonly measure: string;
}
interface DeadlinePart extends Any {
  readonly kind: 'deadline';
  readonly measure: string;
  readonly value: Dated<number>;
  readonly unit: Unit;
}
interface HoldsPart extends Any {
  readonly kind: 'holds';
  readonly when: Condition;
}
interface AnyOfPart extends Any {
  readonly kind: 'any-of';
  readonly of: readonly Part[];
}
interface AllOfPart extends Any {
  readonly kind: 'all-of';
  readonly of: readonly Part[];
}
interface AmountPart extends Any {
  readonly kind: 'amount';
  readonly measure: string;
}
interface ExceptionPart extends Any {
  readonly kind: 'exception';
  readonly relaxes: readonly string[];
  readonly when: Condition;
}
export interface ByPartPart extends Any {
  readonly kind: 'by-part';
  /** Field of the parcels that tells parts of the park apart. */
  readonly by: string;
  /** What is shown of each. */
  readonly shows: readonly { readonly measure: string; readonly unit: Unit }[];
  /** Which rules judge it. */
  readonly rules: readonly string[];
}

export type Part =
  | LimitPart
  | AgainstPart
  | EachPart
  | EachAgainstPart
  | CountPart
  | SameValuePart
  | DeadlinePart
  | HoldsPart
  | AnyOfPart
  | AllOfPart
  | AmountPart
  | ExceptionPart
  | ByPartPart;

export type PartKind = Part['kind'];
export type PartOf<K extends PartKind> = Extract<Part, { readonly kind: K }>;
