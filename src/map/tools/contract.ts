import type { Geometry, Position as LonLat } from 'geojson';
import type { DrawnSite } from '../../city/view.ts';
import type { Ghost, ToolEvent } from '../../desk/tools/contract.ts';
import type { PlaneCrs } from '../../domain/geodesy/crs.ts';
import type { Position } from '../../domain/geometry/columns/layer.ts';
import type { Shape } from '../../domain/geometry/edit/frame.ts';
import type { Key } from '../../domain/land/change.ts';
import type { Building } from '../../domain/land/model.ts';
import type { Mass } from '../../domain/land/storeys.ts';
import type { Outcome } from '../../policy/shape/outcome.ts';

/* What the map does for who draws on it: pointer and keys become a tool's events, its ghost is drawn, and so is the park in hand. */

/** A tool that has the pointer. While it has, the map is moved by the middle or right button, Space held, or two fingers. */
export interface ToolHand {
  /** Of the places told and of those asked for. */
  readonly crs: PlaneCrs;
  readonly onEvent: (event: ToolEvent) => void;
  readonly cursor: 'crosshair' | 'grab' | 'default';
  /** 选择: pointers pick and move the map as without a tool; a click by keys is told alone. */
  readonly byKeysAlone?: boolean;
  /** Where the crosshair that keys move came to rest, to be said; null: it is gone. */
  readonly onCrosshair?: (at: Position | null) => void;
}

/** A figure as it is written: `157.00` `m`; the unit is left out where there is little room. */
export interface MeasureWords {
  readonly figure: string;
  readonly unit?: string;
}

/** A view from aslant, degrees. */
export interface Aslant {
  readonly pitch: number;
  readonly bearing: number;
}

/** What is written at a ghost: the map has no sentences. */
export interface GhostWords {
  /** Of the ghost's measures, in their order; null: not written. */
  readonly measures: readonly (MeasureWords | null)[];
  /** Why the hand is where it is, beside it: 端点, LX-0417 界址点 J4. */
  readonly snap: { readonly reason: string; readonly of?: string } | null;
  /** Of the ghost's faults, in their order. */
  readonly faults: readonly string[];
  /** What comes next, beside the hand; null: known by now. */
  readonly hint: string | null;
}

export interface DrawnGhost {
  readonly ghost: Ghost;
  readonly crs: PlaneCrs;
  readonly words: GhostWords;
  /** Land that is taken already, under what is drawn. */
  /** Storeys of a building that is drawn or moved, m. */
  readonly rise?: Mass['slabs'] | null;
  readonly overlaps?: readonly { readonly shape: Shape; readonly words?: string }[];
}

/** The park in hand, as it would be. */
export interface Plan {
  /** Its sites 地块, numbered; null: those that the page has of the selected park. */
  readonly sites: readonly DrawnSite[] | null;
  /** Neither numbers nor areas stand in them: what is drawn tells its own. */
  readonly isUnnumbered?: boolean;
  readonly parcels: readonly PlannedParcel[];
  readonly buildings: readonly PlannedBuilding[];
  /** Verdicts at their places, such as a corner of the building that misses. */
  readonly marks?: readonly { readonly at: LonLat; readonly outcome: Outcome }[];
}

/** What of land a layout 排布 takes beside its buildings, and what stays on it. */
export interface LaidGround {
  readonly land: Geometry;
  readonly ways: readonly Geometry[];
  readonly parking: readonly Geometry[];
  /** 装卸场地 */
  readonly yards: readonly Geometry[];
  readonly kept: readonly Geometry[];
  /** A side of the land that is pointed at. */
  readonly side: Geometry | null;
}

/** An outline that not all scenarios 方案 have that are compared. */
export interface ComparedOutline {
  readonly geometry: Geometry;
  /** The scenario by whose line it is drawn, by its place in the comparison: dashed, solid, dotted; `alike`: all have it, with other fields. */
  readonly line: 0 | 1 | 2 | 'alike';
  /** Whose it is, and what: `只在 B 3#`. */
  readonly label: string;
  readonly isLooked: boolean;
}

export interface PlannedParcel {
  readonly key: Key;
  readonly geometry: Geometry;
  /** Along its boundary: `B 地块 30.9120 亩`; '' writes nothing. */
  readonly label: string;
  /** Of the park; would come; would go; could come. */
  readonly role: 'in' | 'coming' | 'leaving' | 'candidate';
  readonly selected?: boolean;
}

export interface PlannedBuilding {
  readonly key: Key;
  readonly geometry: Geometry;
  /** `5#`, `10# 现状` */
  readonly label: string;
  /** `10#`, where the label says more. */
  readonly name?: string;
  /** `4 层` */
  readonly storeys?: string;
  /** In place of `storeys`: `3→4 层`. */
  readonly change?: string;
  /** 现状: it stands already. */
  readonly existing: boolean;
  readonly selected: boolean;
  /** It would be taken away. */
  readonly cleared?: boolean;
  readonly use?: Building['use'];
  /** 体量, as it would stand; null: it is drawn otherwise, or would be gone. Not given: not known here. */
  readonly mass?: Mass | null;
  /** On its roof: lines such as `5# 3→4 层 · 18.6 m`. */
  readonly roof?: readonly string[];
  readonly parcelKey: Key | null;
}

/** What a click of the select tool meant. */
export interface PickedLand {
  readonly parcel: Key | null;
  /** On the parcel. */
  readonly building: Key | null;
  /** 体量: of which a wall or the roof is seen there, wherever it stands; null: the ground is seen, or the map is flat. */
  readonly body: Key | null;
  readonly parkId: string | null;
  readonly at: readonly [lon: number, lat: number];
  /** One more, or one less, of a selection. */
  readonly shift: boolean;
}

/** What the sketch desk asks of the map. */
export interface DrawingMap {
  /** The tool that has the pointer; null: clicks pick again. */
  setTool(hand: ToolHand | null): void;
  setGhost(drawn: DrawnGhost | null): void;
  setPlan(plan: Plan | null): void;
  setLaid(ground: LaidGround | null): void;
  setCompared(outlines: readonly ComparedOutline[]): void;
  /** Tells clicks by land, in place of parks and parcels for a card; null: those again. Not while a tool has the pointer. */
  setPick(onPick: ((picked: PickedLand) => void) | null): void;
  /** 体量: seen from aslant, what stands on the land standing; `aslant` null: as it is, or as it begins. False: flat again, north up. */
  setMass(isOn: boolean, aslant: Aslant | null): void;
  /** Turns and tilts it by degrees; `bearing` null: north up. */
  turn(bearing: number | null, pitch: number): void;
  /** Where a place of the plane is in the map's box, CSS px; `upM` above the ground. */
  screenOf(crs: PlaneCrs, at: Position, upM?: number): { readonly x: number; readonly y: number };
  /** Place on the plane of a point in the map's box, CSS px. */
  planeOf(crs: PlaneCrs, x: number, y: number): Position;
  /** Called each time the map is drawn, for boxes that stand at a place; gives what ends it. */
  onDrawn(call: () => void): () => void;
}
