import type { CutDirection } from '../domain/geometry/split/offsets.ts';
import type { Position } from '../domain/geometry/columns/layer.ts';
import type { Shape } from '../domain/geometry/edit/frame.ts';
import type { Change, ChangeNote, Key } from '../domain/land/change.ts';
import type { Building, FloorUnit, Parcel, Park, PlanningConditions } from '../domain/land/model.ts';
import type { SquareMetres } from '../domain/quantity/units.ts';

/*
 * What a person wants done to land, as plain data: it crosses to where the land is held, and an operation makes a change
 * of it there (`intents.ts`). Shapes are parts → rings (the shell first) → vertices, east and north in metres of the plane
 * `crs` (EPSG), rings open, as the tools give them.
 */
export type Intent =
  | DrawParcel
  | DrawBuildings
  | Redraw
  | Assign
  | SetFields
  | SetConditions
  | AddStoreys
  | DivideStoreys
  | Remove
  | Split
  | Merge
  | TreatExisting
  | Import
  | TryChange;
export type Do = Intent['do'];
export type IntentOf<D extends Do> = Extract<Intent, { readonly do: D }>;

/** A park that is there, or one that begins with what is done: it is made in the same step. */
export type ParkTarget = { readonly key: Key } | { readonly fresh: FreshPark };

export interface FreshPark {
  readonly name?: string;
  readonly parkType: NonNullable<Park['parkType']>;
}

interface OnPlane {
  /** EPSG of a Gauss–Krüger zone. */
  readonly crs: number;
}

/** A parcel of the park, or of none. */
interface DrawParcel extends OnPlane {
  readonly do: 'draw-parcel';
  readonly park: ParkTarget | null;
  readonly shape: Shape;
  /** An `id` that is taken refuses; without one it gets the next that is free. */
  readonly fields?: Partial<Parcel>;
  /** How it was drawn, where that has a name; its `id` is put in, unless it says that of what it was copied from. */
  readonly note?: ChangeNote;
}

/** Buildings: each is on the parcel that holds most of its outline, unless its fields name another. */
interface DrawBuildings extends OnPlane {
  readonly do: 'draw-buildings';
  readonly outlines: readonly { readonly shape: Shape; readonly fields?: Partial<Building> }[];
  /** They are copies of this building: of its use, storeys and heights too. */
  readonly like?: Key;
  /** Buildings in whose place they come: those go in the same step, and their numbers are free. */
  readonly gone?: readonly Key[];
  readonly note?: ChangeNote;
}

/** Boundaries drawn anew, those of neighbours that share what was moved with them. */
interface Redraw extends OnPlane {
  readonly do: 'redraw';
  readonly redrawn: readonly { readonly table: 'parcel' | 'building'; readonly key: Key; readonly shape: Shape }[];
  /** The `id` of the first of them is put in. */
  readonly note: ChangeNote;
}

/** Parcels into a park and out of it. */
interface Assign {
  readonly do: 'assign';
  readonly park: ParkTarget;
  readonly in: readonly Key[];
  readonly out: readonly Key[];
}

/** Fields given values, the same to every record; null or undefined takes one away. */
interface SetFields {
  readonly do: 'fields';
  readonly table: 'park' | 'parcel' | 'building';
  readonly keys: readonly Key[];
  readonly fields: Readonly<Record<string, unknown>>;
}

/** 规划条件 of parcels, a bound given or with undefined taken away: the same to each, beside what its conditions say otherwise. */
interface SetConditions {
  readonly do: 'conditions';
  readonly parcels: readonly Key[];
  readonly bounds: Partial<PlanningConditions>;
}

/** Storeys added, or with a number below 0 taken off the top. */
interface AddStoreys {
  readonly do: 'storeys';
  readonly buildings: readonly Key[];
  readonly by: number;
}

/** A part of a storey as it is to stand in records. */
export interface StoreyPart {
  readonly kind: 'unit' | 'core' | 'corridor';
  /** Of units: the number within the storey, 01 in 3-01; '' of the others. */
  readonly number: string;
  /** m², of units. */
  readonly areaM2: number;
  /** Rings in metres of the building's frame. */
  readonly outlineM: readonly (readonly (readonly number[])[])[];
  /** Fields of the unit given values; undefined takes one away. What is not named stays as the unit of this number has it. */
  readonly fields?: Partial<FloorUnit>;
}

/** 划分楼层: storeys of a building divided alike, in place of the units and common parts they have. */
interface DivideStoreys {
  readonly do: 'divide-storeys';
  readonly building: Key;
  /** From the ground up, the ground floor is 1. */
  readonly storeys: readonly number[];
  readonly parts: readonly StoreyPart[];
  /** Units that name no storey go too: the plan is in their place. */
  readonly unplaced?: true;
  /** Units that are sold may be changed and go as well. */
  readonly evenSold?: true;
  /** How it was done; ids and storeys are put in. */
  readonly note: FloorNote;
}
export type FloorNote = Extract<
  ChangeNote['code'],
  'storeys-divided' | 'wall-moved' | 'units-merged' | 'unit-split' | 'units-marked' | 'unit-filled'
>;

/** A parcel of the file that is in a park leaves it first; what is drawn here or in no park goes. */
interface Remove {
  readonly do: 'remove';
  readonly table: 'park' | 'parcel' | 'building';
  readonly keys: readonly Key[];
  /** With parcels: buildings that go in the same step. */
  readonly buildings?: readonly Key[];
}

/** 分割: along a line (of the plane `crs`), into equal parts, or to areas from one side. */
export type SplitHow =
  | { readonly line: readonly Position[]; readonly crs: number }
  | { readonly direction: CutDirection; readonly count: number }
  | { readonly direction: CutDirection; readonly areasM2: readonly SquareMetres[] };

interface Split {
  readonly do: 'split';
  readonly parcel: Key;
  readonly how: SplitHow;
}

interface Merge {
  readonly do: 'merge';
  /** The first one leads. */
  readonly parcels: readonly Key[];
}

/** 现状建筑: cleared, or those that were cleared kept after all. */
interface TreatExisting {
  readonly do: 'existing';
  readonly buildings: readonly Key[];
  readonly what: 'keep' | 'clear';
}

/** Parcels of a file, or copies of one, drawn in one step; an id that is taken is replaced by one that is free. */
interface Import extends OnPlane {
  readonly do: 'import';
  readonly park: ParkTarget | null;
  readonly parcels: readonly { readonly shape: Shape; readonly fields?: Partial<Parcel> }[];
  /** The file they come from. */
  readonly file?: string;
  /** Broken boundaries come in as they are; without it one of them refuses all. */
  readonly asGiven?: boolean;
  readonly note?: ChangeNote;
}

/** A change that is made already, such as a repair: to be tried. */
interface TryChange {
  readonly do: 'change';
  readonly change: Change;
}
