import type { Unit } from '../../domain/quantity/units.ts';
import type { Collection, Condition, Expression, Scalar } from './expression.ts';
import type { Outcome, Strength } from './outcome.ts';
import type { Part } from './part.ts';

/*
 * A rule as data: what a pack's YAML says after loading. `data/policies/pack.schema.json` describes the same shapes
 * for editors and checks them; these types name them for the engine.
 */

/** A name in both languages; packs carry their own prose, the engine none. */
export interface Label {
  readonly zh: string;
  readonly en: string;
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
