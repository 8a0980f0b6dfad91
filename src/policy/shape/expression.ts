import type { JurisdictionCategory } from '../../domain/land/model.ts';
import type { Unit } from '../../domain/quantity/units.ts';
import type { Op } from './outcome.ts';

/*
 * What a pack's YAML asks of facts, as data: numbers and conditions, which stand in one another.
 */

/** A figure of the law. Values are never deleted, they end: a list holds the same figure over time. */
export type Dated<T> = T | readonly { readonly from?: string; readonly until?: string; readonly value: T }[];

/** What can be counted, summed or quantified over. */
export type Collection =
  | 'parcels'
  | 'buildings'
  | 'sites'
  /** 分割单元; a building not held whole that lists none leaves them open. */
  | 'units'
  /** Units with a day of sale: what has none is not sold. */
  | 'sales'
  | 'leases'
  /** Parks of a jurisdiction. */
  | 'parks';
export type Scalar = string | number | boolean;

/** A number computed from facts; a bare string names another measure of the pack. */
export type Expression =
  | string
  | { readonly field: string }
  | { readonly figure: string }
  | { readonly sum: { readonly of: Collection; readonly where?: Condition; readonly value: Expression } }
  | { readonly count: { readonly of: Collection; readonly where?: Condition } }
  | { readonly distinct: { readonly of: Collection; readonly field: string } }
  | { readonly ratio: { readonly of: Expression; readonly to: Expression } }
  /** How many different entries a list field has. */
  | { readonly entries: string }
  /** A figure of the law, with its unit. */
  | { readonly value: Dated<number>; readonly unit: Unit }
  | { readonly plus: readonly Expression[] }
  | { readonly minus: readonly [Expression, Expression] }
  | { readonly times: readonly [Expression, Expression] }
  | { readonly smaller: readonly [Expression, Expression] }
  | { readonly larger: readonly [Expression, Expression] }
  /** The first case that holds; one without `when` always does. */
  | { readonly cases: readonly { readonly when?: Condition; readonly value: Expression }[] }
  /** Extremes over a collection; kinds `each` and `each-against` hold every member against the bound. */
  | { readonly least: Extreme }
  | { readonly greatest: Extreme }
  /** Days from one date to another, the first not counted (民法典 201). */
  | { readonly days: Span }
  /** Years of a term, its first and last day both included. */
  | { readonly years: Span }
  /** Months over since a day, of a list those it does not name. */
  | { readonly months: Months }
  /** From a member of a collection to its park. */
  | { readonly park: Expression }
  | { readonly today: 'year' };

export interface Extreme {
  readonly of: Collection;
  readonly where?: Condition;
  readonly value: Expression;
}

/** Two date fields of one record. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** A date field, and a field that lists months `YYYY-MM`. */
export interface Months {
  readonly since: string;
  readonly without?: string;
}

/** A three-valued condition: true, false or unknown with what is missing. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly field: string; readonly is?: Scalar; readonly in?: readonly Scalar[] }
  | { readonly recorded: string }
  /** Known to be none: `null`. */
  | { readonly without: string }
  | { readonly category: readonly JurisdictionCategory[] }
  | { readonly landUse: 'industrial' | 'road' }
  | { readonly districtCategory: readonly string[] }
  | { readonly zoneType: readonly string[] }
  | { readonly every: Collection; readonly that: Condition }
  | { readonly some: Collection; readonly that: Condition }
  | { readonly park: Condition }
  | { readonly parcel: Condition }
  | { readonly building: Condition }
  | { readonly measure: string; readonly op: Op; readonly value: Dated<number>; readonly unit: Unit }
  | { readonly measure: string; readonly op: Op; readonly to: string; readonly unit: Unit }
  | { readonly connectedBy: readonly ('corner' | 'road')[] };
