/** What is listed for each place, one after another: that of `i` is `values[starts[i]]` up to `values[starts[i + 1]]`. */
export interface Lists {
  readonly starts: Int32Array;
  readonly values: Int32Array;
}

/** Sums over parcels may be added in any order: they keep to a bound that they miss by no more than this part of it. */
export const SUM_SLACK = 1e-9;

/** Parcels that parks can be made of: a column each, by place. Those of one township stand together. */
export interface PlanParcels {
  readonly size: number;
  readonly landMu: Float64Array;
  /** Floor area that it brings, once it is built as it may be. */
  readonly floorM2: Float64Array;
  /** So much of that lies beyond the least plot ratio; of a park's parcels together it is not less than nothing. */
  readonly spareM2: Float64Array;
  /** Points that it adds to a park of the first year: the weights are in it already. */
  readonly points: Float64Array;
  /** Place in `years` of the first in which it can be had; `years.length`: in none of them. */
  readonly ready: Uint8Array;
  /** Bit by bit the kinds of park it suits. */
  readonly kinds: Uint8Array;
  /** How likely it falls through 落空, 0–1. */
  readonly fallThrough: Float64Array;
  /** Its middle on a plane. */
  readonly xM: Float64Array;
  readonly yM: Float64Array;
  /** Parcels that are of one site with it 相邻. */
  readonly near: Lists;
}

/** A kind of park, and what the law asks of its size: one of the two is enough, ∞ where that one is not asked for. */
export interface PlanKind {
  readonly id: string;
  /** By township. */
  readonly landMu: Float64Array;
  readonly floorM2: Float64Array;
  /** No park is larger. */
  readonly mostLandMu: number;
}

/** Something there is only so much of over some years: money, quota of new land, land. */
export interface Limit {
  readonly what: 'money' | 'quota' | 'land';
  /** Places in `years`, both included. */
  readonly from: number;
  readonly to: number;
  /** How much of it each parcel takes; less than nothing where it gives some back (增存挂钩). */
  readonly use: Float64Array;
  /** Not less than nothing. */
  readonly most: number;
}

/** So many parks are wanted of some townships over some years. */
export interface Target {
  /** The jurisdiction that has it; null: the city. */
  readonly jurisdiction: string | null;
  /** 1 by each township whose parks count. */
  readonly townships: Uint8Array;
  readonly from: number;
  readonly to: number;
  readonly least: number;
  /** Points lost for each park that is missing. */
  readonly penalty: number;
}

/** What a park is worth beside its parcels, in points. */
interface ParkPoints {
  /** Share of its points that a park of each year keeps. */
  readonly share: readonly number[];
  /** Taken off for each park, for each site after its first, and for each 亩 and kilometre from the parcel in its middle. */
  readonly park: number;
  readonly site: number;
  readonly muKm: number;
}

/**
 * Which parcels may be put together: those round one of them 中心宗地. Of its township, those that suit the kind of park and can be
 * had in some year, no farther than `radiusM`: the nearest ones, itself the first of them, then those of the others that are
 * worth most there (points − muKm × 亩 × km). Among equals the one that comes first, distances being rounded to millimetres and
 * worths to millionths of a point before they are compared. Choices of people change nothing of it.
 */
export interface Reach {
  readonly radiusM: number;
  readonly nearest: number;
  /** So many in all, ≤ 32. */
  readonly most: number;
  /** What is worth most is told by these, where the problem's own points are of something else. */
  readonly worth?: { readonly points: Float64Array; readonly muKm: number };
}

/** What is sought: parks by year that are worth most together, each of a few parcels round one of them. */
export interface PlanProblem {
  readonly years: readonly number[];
  /** Parcels of township `t` have the places from `townships[t]` up to `townships[t + 1]`. */
  readonly townships: Int32Array;
  readonly parcels: PlanParcels;
  readonly kinds: readonly PlanKind[];
  readonly mostSites: number;
  readonly parkPoints: ParkPoints;
  readonly reach: Reach;
  readonly limits: readonly Limit[];
  readonly targets: readonly Target[];
}

/** A park of a plan, or one that could be in it. */
export interface PlanPark {
  /** Places in `kinds`, `years` and `townships`. */
  readonly kind: number;
  readonly year: number;
  readonly township: number;
  /** Their places, in rising order. */
  readonly parcels: Int32Array;
  /** The parcel it lies closest round. */
  readonly middle: number;
  readonly sites: number;
  readonly landMu: number;
  readonly floorM2: number;
  /** With everything taken off. */
  readonly points: number;
}

/** What a person decided beforehand. */
export interface Choices {
  /** 必选园区: in the plan as they are, in their year or, where that is null, in any. */
  readonly fixedParks: readonly {
    readonly parcels: readonly number[];
    readonly kind: number;
    readonly year: number | null;
  }[];
  /** 必选宗地: of some park of the plan. */
  readonly fixedParcels: readonly number[];
  /** 禁选宗地: of none. */
  readonly bannedParcels: readonly number[];
  /** 禁选组合: no park has more than `most` of them. */
  readonly bannedSets: readonly { readonly parcels: readonly number[]; readonly most: number }[];
}

export const noChoices: Choices = { fixedParks: [], fixedParcels: [], bannedParcels: [], bannedSets: [] };
