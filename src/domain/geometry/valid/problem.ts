import type { SquareMetres } from '../../quantity/units.ts';

/** What can be wrong with a boundary 界址线; each problem has a place (longitude, latitude in degrees). */
export type ProblemCode =
  | 'not-a-number' // a coordinate is NaN, infinite or outside the earth
  | 'too-few-points' // fewer than three different vertices
  | 'repeated-vertex' // the same vertex twice in a row (a warning: the area is not affected)
  | 'duplicate-vertex' // a ring touches itself at a vertex
  | 'spike' // the boundary goes out and back along the same line
  | 'self-crossing'
  | 'zero-area'
  | 'hole-outside' // a hole not inside its shell
  | 'rings-cross' // two rings of one part cross or overlap
  | 'parts-overlap' // two parts of one feature overlap
  | 'too-many-rings' // so many rings lie in each other that not all pairs of them were compared: no figure is vouched for
  | 'shared-line' // two rings of one feature run along one line (a warning: OGC forbids it, the area is the same)
  | 'interior-cut' // rings touch so that the inside hangs together only in points (a warning, for the same reason)
  | 'features-overlap' // two parcels overlap (a problem of the pair; each still has its figure)
  | 'features-overlap-more'; // besides those named so many others lie where it does, and were not looked at one by one

export interface BoundaryProblem {
  readonly code: ProblemCode;
  /** `warning`: the figure stands; `broken`: there is no figure. */
  readonly severity: 'warning' | 'broken';
  readonly at: readonly [number, number];
  /** Ring number within the feature from 1 and vertex number within the ring from 1, where they name the place. */
  readonly ring?: number;
  readonly vertex?: number;
  /** Of an overlap: the id of the other parcel, and the ground both claim. */
  readonly overlap?: { readonly id: string; readonly areaM2: SquareMetres };
  /** How many others, or pairs, were not looked at. */
  readonly more?: number;
}
