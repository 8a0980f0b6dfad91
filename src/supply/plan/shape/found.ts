import type { PlanPark } from './problem.ts';

/** Prices 影子价格, points: what one more of each is worth. None is less than nothing, but for parcels that must be in. */
export interface Prices {
  /** Of one unit of each limit. */
  readonly limits: Float64Array;
  /** Of one park more for each target. */
  readonly targets: Float64Array;
  /** Of each parcel. */
  readonly parcels: Float64Array;
}

/**
 * Proves the bound, and can be checked by whoever can price a park: no plan of such parks that keeps what was fixed is worth more than
 * Σ limits·most + Σ parcels − Σ targets·least + Σ over townships of the parks it can hold at most × what the best of them is worth
 * beyond these prices.
 */
export interface Certificate {
  readonly prices: Prices;
  /** By township: no park of it is worth more than this beyond the prices, and it holds no more parks than this. */
  readonly beyond: Float64Array;
  readonly mostParks: Float64Array;
}

export type PlanStatus =
  /** No plan of such parks is better. */
  | 'optimal'
  /** Within the gap that was asked for. */
  | 'within-gap'
  /** Time was over. */
  | 'time'
  /** A person took what there was. */
  | 'stopped'
  /** It has parks to spare where land falls through: others have more points while none does. */
  | 'spare'
  /** It was not sought: its parks were named, and are reckoned. */
  | 'given';

/** What the bound is from. */
export type BoundKind =
  /** Prices under which no park is left out that would pay. */
  | 'prices'
  /** Every park that could be in a better plan was looked at. */
  | 'enumerated'
  /** There is none: of the parks that were made only. */
  | 'none';

/** A plan: it keeps to all limits, whatever else; targets may be missed. */
export interface FoundPlan {
  readonly status: PlanStatus;
  readonly parks: readonly PlanPark[];
  /** By target: so many parks are missing. */
  readonly short: Float64Array;
  /** What of the choices cannot be kept, or not with all others: places in `fixedParks`, and parcels of `fixedParcels`. */
  readonly missed: { readonly parks: readonly number[]; readonly parcels: readonly number[] };
  /** Points of the parks less those lost on targets. */
  readonly objective: number;
  /** No plan has more points; ∞ where nothing is proven. */
  readonly bound: number;
  readonly boundKind: BoundKind;
  readonly certificate: Certificate | null;
  readonly stats: PlanStats;
}

export interface PlanStats {
  /** Parks that were made to choose from. */
  readonly columns: number;
  readonly rounds: number;
  /** Choices looked at while parks were made. */
  readonly nodes: number;
  /** Neighbourhoods in which not all was looked at. */
  readonly unproved: number;
}

/** A plan that somebody has 手上的方案: what is sought begins with it. */
export interface HeldPlan {
  /** Parcels by place, in rising order; the first of the kinds that they make. What is no park of the problem is left out. */
  readonly parks: readonly {
    readonly parcels: readonly number[];
    readonly kinds: readonly number[];
    readonly year: number;
  }[];
  /** Those it was proven with, for the same problem or one like it; null where they are not known. */
  readonly prices: Prices | null;
}

/** How far it is. */
export interface PlanProgress {
  readonly phase: 'prepare' | 'generate' | 'select' | 'close' | 'explain';
  readonly columns: number;
  /** The best plan until now, given when it is new; it keeps to all limits. */
  readonly incumbent?: FoundPlan;
  /** No plan has more points. */
  readonly bound?: number;
}

export interface PlanSettings {
  /** Ends as soon as the plan is proven to be so near to the best, as a part of it. */
  readonly gap: number;
  /** Or so near in points; none where it is left out. */
  readonly gapPoints?: number;
  /** Ends after so many seconds of the clock, whatever else the machine does, with what there is; ∞: never. */
  readonly seconds: number;
  /** Looks at every park that could be in a better plan, if there are not too many. */
  readonly close: boolean;
}

/** Asked between two pieces of work: ends the search where it says so, lets others in where it gives a promise. */
export interface PlanWatch {
  readonly isStopped?: () => boolean;
  readonly pause?: () => Promise<void> | undefined;
  readonly onProgress?: (progress: PlanProgress) => void;
}
