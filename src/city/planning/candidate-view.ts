import type { Bounds } from '../../domain/geometry/columns/bounds.ts';
import type { Mu, SquareMetres } from '../../domain/quantity/units.ts';
import type { Label } from '../../policy/shape/rule.ts';
import type { ConflictView, ProposedParcel } from '../assembling/view.ts';
import type { OfferedClass } from './candidates.ts';
import type { ParkToBeView } from './judged-parks.ts';
import type { PlannedParkView } from './view.ts';

/** Land of a township that counts for one jurisdiction: parks are made within it. */
export interface CandidateTownship {
  /** By which it is asked for. */
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** Whose targets its parks count for; null: nobody's. */
  readonly jurisdiction: (Label & { readonly code: string }) | null;
  /** 候选宗地 by class. */
  readonly classes: Readonly<Partial<Record<OfferedClass, number>>>;
  readonly parcels: number;
  readonly areaMu: Mu;
  /**
   * 可成园: so many parks without a parcel in common can be made, those that are locked among them; null where there is too much
   * land to count them. `atMost`: no more than this.
   */
  readonly parks: number | null;
  readonly atMost: number;
  readonly bounds: Bounds | null;
}

/** 组合: the land that parks can be made of, township by township. */
export interface CandidatesView {
  /** Of the city it was made of. */
  readonly version: number;
  readonly townships: readonly CandidateTownship[];
  /** Keys of all candidates, and of each its place in `townships`. */
  readonly keys: Uint32Array;
  readonly townshipOf: Uint16Array;
}

/** A park that could be made, as the plan would have it in the year in which it is worth most. */
export interface CandidateParkView extends Omit<PlannedParkView, 'spare' | 'why' | 'alternative' | 'loss'> {
  readonly isLocked: boolean;
  /** Which size is enough, and what is asked for: one of the two is enough; null: not asked for. */
  readonly size: {
    readonly by: 'land' | 'floor';
    readonly leastMu: Mu | null;
    readonly leastFloorM2: SquareMetres | null;
  };
  /** Why each of its parcels is in. */
  readonly reasons: readonly ProposedParcel[];
  /** What the rules say of it by then; null where its parcels cannot be put together. */
  readonly verdict: ParkToBeView | null;
}

/** The best parks of a township, each of them another: no more than half of its parcels are of one that is better. */
export interface TownshipParksView {
  readonly version: number;
  readonly township: string;
  /** Those that are locked first, then the best. */
  readonly parks: readonly CandidateParkView[];
  /** Whether it is proven that each is the best there is besides those before it. */
  readonly isProven: boolean;
  /** Why there is none; null where there is one. */
  readonly conflict: ConflictView | null;
}

/** Which township, and how many parks at most besides those that are locked. */
export interface TownshipParksAsked {
  readonly township: string;
  readonly most?: number;
}
