import type { Geometry } from 'geojson';
import type { Backdrop, ProjectView } from '../city/view.ts';
import type { Outcome } from '../policy/shape/outcome.ts';
import type { Plan } from './tools/contract.ts';

/** What of an open project is drawn beside tiles. */
export type MapData = Pick<
  ProjectView,
  'parks' | 'problems' | 'broken' | 'borders' | 'districts' | 'townships' | 'tiles'
>;

/** Parcels a list holds: their keys, and lon, lat of a point in each. */
export interface Listed {
  readonly keys: Uint32Array;
  readonly points: Float64Array;
  /** What is written at each; nothing without them. */
  readonly names?: readonly string[];
}

/** All data of the map: what its look is not. */
export interface Shown extends MapData {
  /** Null until it has come. */
  readonly backdrop: Backdrop | null;
  /** Verdicts in place of the parks' own, by park id. */
  readonly outcomes: ReadonlyMap<string, Outcome> | null;
  /** The chosen parcel. */
  readonly parcel: Geometry | null;
  /** A place that is pointed out. */
  readonly marked: Geometry | null;
  readonly listed: Listed | null;
  /** The park in hand. */
  readonly plan: Plan | null;
  /** 参考层: boundaries of files beside the land. */
  readonly references: readonly Geometry[];
}

export const nothingShown: Shown = {
  parks: [],
  problems: [],
  broken: [],
  borders: { districts: null, townships: null },
  districts: [],
  townships: [],
  tiles: { parcels: 0, afar: 0, states: 0, listed: 0, buildings: 0, parcelLabels: 0, buildingLabels: 0 },
  backdrop: null,
  outcomes: null,
  parcel: null,
  marked: null,
  listed: null,
  plan: null,
  references: [],
};
