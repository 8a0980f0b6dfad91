import type { Key } from '../../domain/land/change.ts';
import type { Parcel, Park } from '../../domain/land/model.ts';
import type { SquareMetres } from '../../domain/quantity/units.ts';
import type { Outcome } from '../../policy/shape/outcome.ts';
import type { Answer, Constraint } from '../../supply/assemble/ladder.ts';
import type { Why } from '../../supply/assemble/reasons.ts';
import type { Of, Requirements } from '../../supply/assemble/requirements.ts';
import type { FloorFrom } from '../../supply/land/brings.ts';

/** A parcel that is proposed. */
export interface ProposedParcel extends Pick<Parcel, 'id' | 'name'> {
  readonly key: Key;
  readonly landM2: SquareMetres;
  readonly why: readonly Why[];
}

/** A rule that comes out otherwise; of a park that is not there yet `from` is null. */
export interface Flip extends Of {
  readonly from: Outcome | null;
  readonly to: Outcome;
}

/** Figures of a park as far as they are known. */
export interface ParkNumbers {
  readonly landM2: SquareMetres | null;
  readonly floorM2: SquareMetres | null;
  readonly plotRatio: number | null;
  readonly sites: number | null;
}

/** Parcels to be taken in, and what comes of it. */
export interface Proposal {
  readonly parcels: readonly ProposedParcel[];
  /** Which area is enough for the size; null where neither is. */
  readonly by: 'land' | 'floor' | null;
  /** The whole park once it is built as it may be, and what of that is taken from the law alone. */
  readonly mayBe: Pick<ParkNumbers, 'plotRatio'> & {
    readonly floorM2: SquareMetres;
    readonly from: readonly FloorFrom[];
  };
  /** As all rules judge it, done to a fork of the city. */
  readonly then: ParkNumbers;
  readonly outcome: Outcome;
  readonly flips: readonly Flip[];
}

/** One thing that could be waived. */
interface RungView {
  readonly waived: Constraint;
  /** The rule it stands in; null where it is no rule's. */
  readonly of: Of | null;
  readonly answer: Answer;
  /** 亩 and parcels of a set that would qualify then. */
  readonly landM2: SquareMetres | null;
  readonly ids: readonly string[];
}

/** Why nothing qualifies. */
export interface ConflictView {
  readonly core: readonly Constraint[];
  readonly rungs: readonly RungView[];
  readonly proven: boolean;
  /** What comes nearest, and what it is short of; null where the parcels that are held are on more sites than there may be. */
  readonly nearest:
    (Proposal & { readonly shortLandM2: SquareMetres | null; readonly shortFloorM2: SquareMetres | null }) | null;
}

/** Which land makes a park in this township. */
export interface AssembledView {
  readonly township: { readonly code: string; readonly name: string };
  readonly parkType: NonNullable<Park['parkType']>;
  readonly requirements: Requirements;
  /** Free parcels that were looked at. */
  readonly looked: number;
  /** As it is; null where there is no park yet. */
  readonly now: ParkNumbers | null;
  /** What is there is enough already. */
  readonly isThere: boolean;
  readonly proven: boolean;
  /** 亩 by which the first set may be dearer than the best there is: 0 where it is proven. */
  readonly gapMu: number;
  readonly sets: readonly Proposal[];
  readonly conflict: ConflictView | null;
}

/** The same with parcels that help by themselves. */
export interface SuggestedView extends AssembledView {
  readonly additions: readonly Proposal[];
}
