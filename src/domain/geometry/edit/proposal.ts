import type { Refusal } from '../../outcome.ts';
import type { SquareMetres } from '../../quantity/units.ts';
import type { MultiPolygon, Position } from '../columns/layer.ts';

/*
 * What an edit of boundaries would do. Nothing is applied here: a person looks at the areas before and after and says
 * yes. Geometry is in the coordinates the layer is stored in (surveyed metres, else degrees with 9 decimals), closed.
 */

export interface FeatureChange {
  /** Row of the layer. */
  readonly feature: number;
  readonly before: MultiPolygon;
  readonly after: MultiPolygon;
  /** 平面面积 in the 3° zone of the land, from the stored numbers; of a broken boundary, the plain sum of its rings. */
  readonly areaBeforeM2: SquareMetres;
  readonly areaAfterM2: SquareMetres;
}

/** A neighbour that gets the same new vertices on a shared border, so that the border stays identical on both sides. */
export interface NeighbourInsertion extends FeatureChange {
  readonly inserted: readonly Position[];
}

export type EditRefusalCode =
  | 'no-geometry' // params: id
  | 'bad-coordinates' // a coordinate is no number; params: id
  | 'boundary-broken' // the boundary has to be repaired first; params: id
  | 'would-break' // the result would be a broken boundary; params: id
  | 'too-tangled' // lines that cannot be taken apart; params: id
  | 'line-too-short' // a cutting line needs two different points
  | 'not-divided' // the line does not go through; params: id
  | 'area-not-positive' // params: areaM2
  | 'areas-exceed' // params: sumM2, areaM2
  | 'bad-count' // params: count
  | 'bad-bearing' // params: bearingDeg
  | 'too-few-parcels' // a merge needs two; params: count
  | 'not-adjacent' // no common line; params: id, other, distanceM
  | 'parcels-overlap' // params: id, other, areaM2
  | 'nothing-left' // no ground remains; params: id
  | 'bad-tolerance' // params: toleranceM, mostM
  | 'no-such-parcel' // params: id
  | 'id-taken'; // params: id

/** `id` in the parameters is the row number of the layer, counted from 1, until the desk puts the parcel's id there. */
export type EditRefusal = Refusal<EditRefusalCode>;
