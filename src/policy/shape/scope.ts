import type { BuildingFacts, ParcelFacts, ParkFacts, Site } from '../../domain/land/facts.ts';
import type { Figure, Input, Missing } from '../../domain/land/figure.ts';
import type { FloorUnit, JurisdictionCategory, Lease } from '../../domain/land/model.ts';
import type { PolicyContext } from './context.ts';
import type { TraceStep } from './finding.ts';
import type { Pack } from './pack.ts';
import type { Collection, Condition, Expression } from './expression.ts';

/** The record an expression or condition speaks about; the park (or jurisdiction) itself when there is none. */
export type Item =
  /** `missing`, of a parcel or building too, is why it may not belong to what is judged. */
  | { readonly kind: 'parcel'; readonly facts: ParcelFacts; readonly missing?: readonly Missing[] }
  | { readonly kind: 'building'; readonly facts: BuildingFacts; readonly missing?: readonly Missing[] }
  | { readonly kind: 'site'; readonly facts: Site }
  /** `unit` with what its building says for it; `building` by its first part, where it stands on several parcels. */
  | {
      readonly kind: 'unit';
      readonly unit: FloorUnit;
      /** Its id, with its building's where several buildings of the park have it. */
      readonly name: string;
      readonly building: BuildingFacts;
      /** Set where it stands for the units of a building that are not listed. */
      readonly missing?: readonly Missing[];
    }
  | { readonly kind: 'lease'; readonly lease: Lease }
  /** A park of a jurisdiction; `missing` is why it may belong elsewhere. */
  | { readonly kind: 'park'; readonly facts: ParkFacts; readonly missing: readonly Missing[] };

/** A jurisdiction 责任单位 with the parks that count to it. */
export interface JurisdictionFacts {
  readonly code: string;
  readonly name: string;
  readonly category?: JurisdictionCategory;
  /** A development zone of the file that the list of the policy does not name. */
  readonly ofFile?: true;
  readonly parks: readonly Extract<Item, { readonly kind: 'park' }>[];
}

/** All that evaluation may look at. */
export interface Scope {
  readonly pack: Pack;
  readonly facts: ParkFacts;
  /** Set where a jurisdiction is judged; `facts` then holds nothing. */
  readonly jurisdiction?: JurisdictionFacts;
  readonly context: PolicyContext;
  readonly date: string;
  readonly item?: Item;
  /** Whether the steps are told; judging needs none of them, and they are most of the work. */
  readonly tracing: boolean;
  /** What has been found about the park itself in this evaluation; several rules ask the same. */
  readonly memo: Memo;
  readonly evaluator: Evaluator;
}

/**
 * How conditions and expressions are asked. They stand in one another (a sum has a condition, a condition compares a
 * measure), so what reads one form is handed these and imports no other.
 */
export interface Evaluator {
  readonly judge: (condition: Condition, scope: Scope) => Judged;
  readonly compute: (expression: Expression, scope: Scope) => Computed;
}

/** What an evaluation is about; `newScope` makes the scope of it. */
export type About = Omit<Scope, 'memo' | 'evaluator'>;

export interface Memo {
  readonly conditions: Map<Condition, Judged>;
  readonly measures: Map<string, Computed>;
  readonly members: Map<Collection, Members>;
}

/** Kleene's three values: null is unknown, and then `missing` says why. */
export interface Judged {
  readonly value: boolean | null;
  readonly missing: readonly Missing[];
  readonly steps: readonly TraceStep[];
}

/** A measure's value, three-valued, with the steps that led to it (depth from 0). */
export interface Computed {
  readonly input: Input<Figure>;
  readonly steps: readonly TraceStep[];
}

/** The known members of a collection, and what is missing to name the rest. */
export interface Members {
  readonly items: readonly Item[];
  readonly missing: readonly Missing[];
}
