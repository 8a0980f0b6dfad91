import type { BuildingFacts, ParcelFacts, Site, SiteGap } from './facts.ts';
import type { Input } from './figure.ts';

/** A parcel the park might take in, and how the park would lie with it. */
export interface Candidate {
  readonly parcel: ParcelFacts;
  readonly buildings: readonly BuildingFacts[];
  /** It shares a border with a parcel of the park 相邻. */
  readonly adjacent: boolean;
  readonly sites: Input<readonly Site[]>;
  readonly gaps: readonly SiteGap[];
}

/** What lies around a park and could be used to mend it; computed from geometry once, for one park. */
export interface Surroundings {
  /** Neighbours, and idle, low-efficiency or vacant land of the townships the park lies in; none of another park. */
  readonly candidates: readonly Candidate[];
  /** How the park would lie without each of its parcels, by id. */
  readonly without: Readonly<
    Record<string, { readonly sites: Input<readonly Site[]>; readonly gaps: readonly SiteGap[] }>
  >;
}

export const noSurroundings: Surroundings = { candidates: [], without: {} };
