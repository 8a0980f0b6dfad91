import type { PlaneCrs } from '../../domain/geodesy/crs.ts';
import type { Position } from '../../domain/geometry/columns/layer.ts';
import type { Shape } from '../../domain/geometry/edit/frame.ts';
import type { ProblemCode } from '../../domain/geometry/valid/problem.ts';
import type { DrawingStep, Key, TableName } from '../../domain/land/change.ts';
import type { Metres, SquareMetres } from '../../domain/quantity/units.ts';

/*
 * Drawing as pure state machines: state × event → state, ghost and at times a result. Nothing here knows a map, a screen or
 * a clock. All places are east, north in metres on `Scene.crs`, with its false easting, as they are read and typed; shapes
 * are parts → rings (the shell first) → vertices, rings open. A drag is ephemeral (ghost), a drop is durable (result).
 */

/** A tool: `Given` is what it is begun with (the record that is edited), `State` plain data that can be kept in a draft. */
export interface Tool<State, Given = null> {
  begin(given: Given): State;
  step(state: State, event: ToolEvent, scene: Scene): Step<State>;
  /** What is to be drawn in a state. */
  ghost(state: State, scene: Scene): Ghost;
}

export interface Step<State> {
  readonly state: State;
  /** What was done, if something was: to be made a change by `desk/draw`. */
  readonly result?: ToolResult;
}

export type PointerKind = 'mouse' | 'touch' | 'pen' | 'keys';

/** A pointer, or the crosshair a keyboard moves. */
export interface Pointer {
  readonly at: Position;
  /** Of the map where the pointer is: tolerances are in pixels. */
  readonly metresPerPixel: number;
  readonly kind: PointerKind;
  /** Suspends snapping. */
  readonly alt: boolean;
  /** Ortho while it is held, or none where ortho is on. */
  readonly shift: boolean;
}

/**
 * `press`, `move`s, `release`; then `click` where the pointer did not move between (count 2 for the second of a double
 * click). `cancel` (Escape) leads to the state the tool began with.
 */
export type ToolEvent =
  | { readonly type: 'move' | 'press' | 'release'; readonly pointer: Pointer }
  | { readonly type: 'click'; readonly pointer: Pointer; readonly count: number }
  | { readonly type: 'typed'; readonly field: TypedField; readonly text: string }
  | { readonly type: 'command'; readonly command: ToolCommand }
  | { readonly type: 'cancel' };

/** What is typed for the edge, vertex or copy in hand; an empty text takes it back. */
export type TypedField =
  | 'length' // 长度 of the edge that ends in the vertex in hand; of a parallel move or an offset the distance; metres
  | 'turn' // 转角 between the last edge and the one in hand, on the pointer's side; signed: + to the right; degrees
  | 'azimuth' // 方位角 clockwise from grid north; degrees
  | 'deltaEast' // ΔY, metres: from the last vertex, or from where the vertex that is moved was
  | 'deltaNorth' // ΔX, metres
  | 'east' // Y, metres of the CRS
  | 'north' // X
  | 'count' // copies along a line
  | 'spacing'; // between copies along a line, metres

/** Keys, buttons and the palette lead to the same commands. */
export type ToolCommand =
  | 'finish' // Enter: closes the shape, ends the line, takes what was typed
  | 'back' // Backspace: the last vertex or step
  | 'delete' // the chosen vertex
  | 'add' // a vertex in the middle of the edge after the chosen vertex
  | 'next' // choose the next vertex
  | 'previous'
  | 'flip'; // the other way round a traced border, the other side of an edge

/** What each tool of `tools/index.ts` is begun with. */
export interface DrawGiven {
  readonly outline: 'polygon' | 'rectangle' | 'three-points';
  /** `line`: a path that is not closed, for a cut; with the outline of a polygon. */
  readonly as: 'new' | 'line' | 'part' | 'hole';
  /** The record that gets the hole or the further part. */
  readonly of: Boundary | null;
}
/** `reshape`: vertices and edges of one record. */
export type ReshapeGiven = Boundary;
/** `place`: a whole record moved, turned or copied; `along` copies it in a row along a line. */
export interface PlaceGiven {
  /** A rotation by a typed angle takes `turn`: clockwise, - to the left. */
  readonly by: 'move' | 'rotate' | 'copy' | 'along';
  readonly of: Boundary;
}
/** `setback` 退线: edges of one record, or all of them, moved in. */
export interface SetbackGiven {
  readonly of: Boundary;
  readonly whole: boolean;
  /** `redraw` the record, or the line alone as a new shape. */
  readonly as: 'redraw' | 'shape';
}

export type SnapKind = 'vertex' | 'intersection' | 'midpoint' | 'perpendicular' | 'edge' | 'extension' | 'parallel';

/** How a person has set the tools; kept by the desk, the same for all of them. */
export interface ToolSettings {
  readonly snaps: Readonly<Record<SnapKind, boolean>>;
  /** Directions of the edge in hand against the last one, degrees; 0: any. */
  readonly ortho: 0 | 15 | 90;
  /** Follow existing borders between two clicks. */
  readonly trace: boolean;
}

/** What a tool looks at beside its state. */
export interface Scene {
  readonly crs: PlaneCrs;
  readonly ground: Ground;
  readonly settings: ToolSettings;
}

export interface RecordRef {
  readonly table: TableName;
  readonly key: Key;
}

/** A boundary that is there. The same record gives the same object as long as it is not changed. */
export interface Boundary extends RecordRef {
  readonly shape: Shape;
}

export interface Ground {
  /** Boundaries whose box meets this one. */
  meeting(west: number, south: number, east: number, north: number): readonly Boundary[];
}

/** A vertex of a shape, or the edge that begins there; all from 0. */
export interface Spot {
  readonly part: number;
  readonly ring: number;
  readonly vertex: number;
}

export interface Numbered {
  /** 界址点号: of the vertex within the record, from 1. */
  readonly number: number;
}

export interface SnapMark {
  readonly kind: SnapKind;
  readonly at: Position;
  /** Whose boundary it is; absent for what is being drawn itself. */
  readonly of?: RecordRef & Spot & Numbered;
  /** Lines that say why: the edge, the extension, the parallel and what it is parallel to. */
  readonly guides: readonly (readonly [Position, Position])[];
}

export interface GhostLine {
  readonly points: readonly Position[];
  readonly role:
    | 'drawn' // set already
    | 'hand' // follows the pointer
    | 'closing' // from the hand to the first vertex
    | 'guide'
    | 'before' // as it was
    | 'neighbour'; // a neighbour that shares what is moved, as it would be
}

export interface GhostPoint {
  readonly at: Position;
  readonly role: 'vertex' | 'first' | 'midpoint' | 'chosen' | 'hover' | 'hand' | 'pivot' | 'shared';
}

/** Figures at their places; `at` is the middle of an edge, a corner or a place inside. */
export type Measure =
  | ({ readonly kind: 'length'; readonly at: Position; readonly from: Position; readonly to: Position } & LengthMeasure)
  | { readonly kind: 'angle'; readonly at: Position; readonly degrees: number; readonly inHand: boolean }
  | ({ readonly kind: 'area'; readonly at: Position } & AreaMeasure)
  | { readonly kind: 'total'; readonly at: Position; readonly lengthM: Metres };

interface LengthMeasure {
  readonly lengthM: Metres;
  /** 方位角, degrees clockwise from grid north. */
  readonly azimuthDeg: number;
  readonly inHand: boolean;
}

interface AreaMeasure {
  /** 平面面积 on the scene's CRS. */
  readonly planeM2: SquareMetres;
  /** 椭球面积; where it was asked for. */
  readonly ellipsoidM2?: SquareMetres;
}

export type ToolFaultCode =
  | 'not-a-number' // what was typed
  | 'not-an-angle'
  | 'not-positive' // a length, a count or a distance of nothing or less
  | 'no-last-vertex' // a length or Δ needs a vertex before
  | 'no-last-edge' // a turn needs an edge before
  | 'no-such-point' // what was typed cannot all hold
  | 'same-point' // where the last vertex is
  | 'nothing-left' // of the shape, after an offset
  | 'no-border' // to be traced between the two points
  | 'too-many-copies'
  | 'far-away'; // outside the plane

export interface Fault {
  readonly code: ProblemCode | ToolFaultCode;
  /** Null for what has no place: a text that cannot be read. */
  readonly at: Position | null;
  readonly field?: TypedField;
}

/** What comes next, by code: a sentence beside the pointer the first times, and for a screen reader always. */
export type HintCode =
  | 'first-point'
  | 'second-point'
  | 'next-point'
  | 'next-or-close'
  | 'opposite-corner'
  | 'depth'
  | 'choose-vertex'
  | 'drop'
  | 'base-point'
  | 'target-point'
  | 'pivot'
  | 'reference'
  | 'new-direction'
  | 'choose-edge'
  | 'distance';

export interface Ghost {
  readonly fills: readonly { readonly shape: Shape; readonly role: 'shape' | 'copy' | 'neighbour' }[];
  readonly lines: readonly GhostLine[];
  readonly points: readonly GhostPoint[];
  readonly snap: SnapMark | null;
  readonly measures: readonly Measure[];
  /** Why it cannot be finished as it is, where they have a place there. */
  readonly faults: readonly Fault[];
  /** Whether `finish` would give a result now. */
  readonly finishable: boolean;
  readonly hint: HintCode;
}

/** What was done, to name the step for people; the `id` of the record is put in by who makes a change of it. */
export interface Act {
  readonly code: DrawingStep;
  readonly params: Readonly<Record<string, number>>;
}

/** A boundary drawn anew. */
export interface Redrawn extends RecordRef {
  readonly shape: Shape;
}

/** Every shape is sound: what crosses itself is no result. */
export type ToolResult =
  | { readonly what: 'shape'; readonly act: Act; readonly shape: Shape }
  | {
      readonly what: 'redraw';
      readonly act: Act;
      readonly own: Redrawn;
      /** Those that share a moved vertex, as they would be if they moved too: the caller asks once. */
      readonly neighbours: readonly Redrawn[];
      /** Those that share one and would be broken. */
      readonly stuck: readonly RecordRef[];
    }
  | { readonly what: 'copies'; readonly act: Act; readonly of: RecordRef; readonly shapes: readonly Shape[] }
  | { readonly what: 'line'; readonly points: readonly Position[] }
  | { readonly what: 'measured'; readonly measures: readonly Measure[] };
