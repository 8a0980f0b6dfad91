import type { JurisdictionCategory } from '../../domain/land/model.ts';
import type { Unit } from '../../domain/quantity/units.ts';
import type { Op, Outcome, Strength } from './outcome.ts';

/*
 * A rule as data: what a pack's YAML says after loading. `data/policies/pack.schema.json` describes the same shapes
 * for editors and checks them; these types name them for the engine.
 */

/** A name in both languages; packs carry their own prose, the engine none. */
export interface Label {
  readonly zh: string;
  readonly en: string;
}

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

/** A measure 量: labelled, with its unit; `each` lists the same quantity per record in the trace, without judging it. */
export interface Measure extends Label {
  readonly unit: Unit;
  /** A share, which the law writes in per cent; the value stays a fraction. */
  readonly shown?: 'percent';
  /** 上限: what may be had at most, never written as more than it is. */
  readonly ceiling?: true;
  /** What is said of nothing of it, where that meets the rule 无…. */
  readonly none?: Label;
  readonly from: Expression;
  /** Where alone it can lie: outside, what was recorded contradicts itself and the measure is unknown. */
  readonly within?: readonly [number, number];
  /** Whose measure it is, where it is not the park's: the members of this collection. */
  readonly about?: Collection;
  /** Other measures, or fields, shown beside it and not judged. */
  readonly beside?: readonly (string | { readonly field: string })[];
  readonly each?: { readonly of: Collection; readonly where?: Condition; readonly value: Expression };
  /** What mends a rule that rests on it. */
  readonly levers?: readonly Lever[];
}

/** What can be moved to mend a rule; `lever` picks the function in `repairs/levers/`. */
export interface Lever {
  readonly lever: string;
  /** Whose records; the park's own where it does not say. */
  readonly of?: Collection;
  readonly field?: string;
  /** Further fields: those that move with the first, or (`match`) the one it takes its value from. */
  readonly also?: string | readonly string[];
  readonly by?: 'up' | 'down';
  /** The smallest move of a number. */
  readonly step?: number;
  /** The largest move, as a share of what stands (`add-storey`: of the storeys there are). */
  readonly most?: number;
  readonly to?: Scalar;
  /** Records it takes from, and those it moves to. */
  readonly where?: Condition;
  readonly into?: Condition;
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

/** One test of a rule; `kind` picks the file in `kinds/`, which says which parameters it needs. */
export interface Part {
  readonly kind: string;
  /** What missing this part means, where it differs from the rule's own strength. */
  readonly strength?: Strength;
  readonly measure?: string;
  readonly op?: Op;
  readonly value?: Dated<number>;
  readonly unit?: Unit;
  /** The bound is another quantity. */
  readonly to?: Expression;
  readonly of?: readonly Part[];
  /** A rule that means every member this one does not, told apart by a field. */
  readonly or?: { readonly rule: string; readonly by: string };
  readonly relaxes?: readonly string[];
  readonly when?: Condition;
  /** Field of the parcels that tells parts of the park apart, what is shown of each and which rules judge it. */
  readonly by?: string;
  readonly shows?: readonly { readonly measure: string; readonly unit: Unit }[];
  readonly rules?: readonly string[];
}

/** Why a missed rule may still be acceptable: another rule of kind `exception`, or a condition of its own. */
export type Exception =
  | { readonly rule: string }
  | {
      readonly id: string;
      readonly title: Label;
      readonly when: Condition;
      readonly outcome: Outcome;
      readonly from?: string;
      readonly until?: string;
    };

export interface Rule {
  readonly id: string;
  readonly clause: string;
  readonly phrase: string;
  readonly title: Label;
  readonly strength: Strength;
  /** Whom it judges; parks where it does not say. */
  readonly about?: 'jurisdiction';
  readonly from?: string;
  readonly until?: string;
  readonly applies?: Condition;
  readonly test: Part;
  readonly exceptions?: readonly Exception[];
  /** What mends this rule, in place of the levers of its measures. */
  readonly levers?: readonly Lever[];
  readonly reading?: Label;
}
