import type { PlaneCrs } from '../../geodesy/crs.ts';
import type { LandClass } from '../model.ts';
import type { Mass } from '../storeys.ts';
import type { FrameSize, MapFrames, MapScale } from './map-frames.ts';
import type { PlaneRing } from './plane-ring.ts';

/** Parts → rings, closed, on the plane of the sheet. */
export type PlaneParts = readonly (readonly PlaneRing[])[];

type Rgb = readonly [red: number, green: number, blue: number];

export interface SheetParcel {
  readonly id: string;
  readonly landClass: LandClass | null;
  /** Colour the standard prescribes for its class; null where that is not known. */
  readonly rgb: Rgb | null;
  readonly parts: PlaneParts;
}

/** What a map sheet of a park and its table of boundary points are made from. */
export interface SheetLand extends MapFrames {
  readonly size: FrameSize;
  readonly crs: PlaneCrs;
  /** Coordinates came in metres of this zone; else they are converted from degrees. */
  readonly isSurveyed: boolean;
  /** Of the park, with sound boundaries. */
  readonly parcels: readonly SheetParcel[];
  /** Ids of those without. */
  readonly undrawn: readonly string[];
  /** Land of others as far as a sheet shows it. */
  readonly beside: readonly SheetParcel[];
  readonly buildings: readonly {
    readonly id: string;
    readonly name?: string;
    readonly storeys: number | null;
    /** 体量; not given: it is not drawn standing. */
    readonly mass?: Mass;
    readonly parts: PlaneParts;
  }[];
}

/**
 * Which sheets are wanted: how large the map is on its paper, and to what scale; null: the one proposed, on the paper as it lies
 * or `turned`, whichever shows the park larger.
 */
export interface SheetAsked {
  readonly size: FrameSize;
  readonly turned?: FrameSize;
  readonly scale: MapScale | null;
}
