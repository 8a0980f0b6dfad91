import type { Geometry, Position } from 'geojson';
import type { Backdrop, ProjectView } from '../city/view.ts';
import { firstTileVersions } from '../domain/tile-sets.ts';
import type { Outcome } from '../policy/shape/outcome.ts';
import type { ComparedOutline, LaidGround, Plan } from './tools/contract.ts';

/** What of an open project is drawn beside tiles. */
export type MapData = Pick<
  ProjectView,
  'parks' | 'problems' | 'broken' | 'borders' | 'districts' | 'townships' | 'tiles'
>;

/** Parcels a list holds: what is drawn of them comes as tiles. */
export interface Listed {
  readonly count: number;
}

/** A park that is not there yet 拟设园区: a candidate, or one of a plan. */
export interface ProposedPark {
  readonly id: string;
  /** On its badge, such as a number, or the last digits of a year. */
  readonly label: string;
  /** In hand: its edge is solid and its badge filled; of the others, such as those of other years, it is dashed. */
  readonly isChosen: boolean;
  readonly isLocked: boolean;
  /** 分园, the one with the badge first. */
  readonly sites: readonly { readonly shape: Geometry; readonly at: Position }[];
}

/** 锁定、不用 of a parcel, at a point in it. */
export interface LandMark {
  readonly at: Position;
  readonly is: 'locked' | 'banned';
}

/** What is proposed, and what is decided on land beside it. */
export interface Proposed {
  readonly parks: readonly ProposedPark[];
  readonly marks: readonly LandMark[];
}

const nothingProposed: Proposed = { parks: [], marks: [] };

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
  /** 排布 that is looked at, beside its buildings. */
  readonly laid: LaidGround | null;
  /** What scenarios that are compared have otherwise. */
  readonly compared: readonly ComparedOutline[];
  /** 参考层: boundaries of files beside the land. */
  readonly references: readonly Geometry[];
  readonly proposed: Proposed;
  /** Id of the proposed park under the pointer: drawn apart, so that none of the others is laid out anew. */
  readonly hoveredProposed: string | null;
  readonly incoming: Incoming | null;
}

/** 待导入: land of files that is to come, with a row of a table of its fields and without one. */
export interface Incoming {
  readonly joined: Geometry;
  readonly alone: Geometry;
}

export const nothingShown: Shown = {
  parks: [],
  problems: [],
  broken: [],
  borders: { districts: null, townships: null },
  districts: [],
  townships: [],
  tiles: firstTileVersions,
  backdrop: null,
  outcomes: null,
  parcel: null,
  marked: null,
  listed: null,
  plan: null,
  laid: null,
  compared: [],
  references: [],
  proposed: nothingProposed,
  hoveredProposed: null,
  incoming: null,
};
