import type { BoundaryProblem } from '../geometry/valid/problem.ts';
import type { AreaPull } from '../geometry/measure/uncertainty.ts';
import type { Key } from './change.ts';
import type { Figure, Input, Missing } from './figure.ts';
import type { Building, Parcel, Park } from './model.ts';

/** What is known and computed of one parcel 宗地. */
export interface ParcelFacts {
  readonly parcel: Parcel;
  readonly key: Key;
  /** Its row in the land these facts were made of. */
  readonly row: number;
  readonly parts: number;
  readonly holes: number;
  readonly problems: readonly BoundaryProblem[];
  /** No problem of severity `broken`, and there is a boundary. */
  readonly valid: boolean;
  /** All bases there are; null where the boundary gives no figure. */
  readonly planeM2: number | null;
  /** `EPSG:4526`: where planeM2 was computed. */
  readonly planeCrs: string | null;
  readonly ellipsoidM2: number | null;
  /** Standard error of planeM2, where someone has said that of the boundary points. */
  readonly planeSigmaM2?: number;
  /** How each of its points moves planeM2, where it is to be summed with neighbours that have points in common. */
  readonly areaPull?: AreaPull;
  readonly statedM2: number | null;
  readonly perimeterM: number | null;
  /** It may be no parcel of this park: of a part of a park, what leaves it open. */
  readonly doubt?: readonly Missing[];
  /** The legal area: registered, then plane. Unknown where the boundary is broken and none is registered. */
  readonly area: Input<Figure>;
}

/** One building as far as it lies inside its parcel. */
export interface BuildingFacts {
  readonly building: Building;
  readonly key: Key;
  readonly row: number;
  readonly parcelId: string;
  /** As of its parcel. */
  readonly doubt?: readonly Missing[];
  /** Share of the footprint inside the parcel, 0–1; 1 where no outline is drawn. */
  readonly insideShare: number;
  /** 建筑面积, basement included, nothing doubled, the part inside the parcel, m². */
  readonly floorArea: Input<Figure>;
  /** 计容建筑面积: above ground, industrial storeys higher than 8 m twice, m². */
  readonly countedFloorArea: Input<Figure>;
  /** 基底面积, m². */
  readonly footprint: Input<Figure>;
}

/** 分园: parcels within 0.5 m of each other over at least 1 m of border are one site. */
export interface Site {
  /** Number from 1, largest first. */
  readonly number: number;
  readonly parcelIds: readonly string[];
  /** Ground under several of its parcels counts once. */
  readonly areaM2: number | null;
}

/** How two sites of a park lie to each other. `road`: only a road between them 隔路相邻. */
export interface SiteGap {
  readonly between: readonly [number, number];
  readonly how: 'corner' | 'road' | 'apart';
  readonly distanceM: number;
}

/** Everything the rules may ask about one park. Sums over the park and lookups are made by the pack's measures. */
export interface ParkFacts {
  readonly park: Park;
  readonly parcels: readonly ParcelFacts[];
  readonly buildings: readonly BuildingFacts[];
  /** Unknown when a boundary needed to tell is broken. */
  readonly sites: Input<readonly Site[]>;
  /** Of sites so near to each other that a road could be all there is between them. */
  readonly gaps: readonly SiteGap[];
  /** Area counted twice by overlapping parcels of this park, to be taken off once, m². */
  readonly overlapM2: number;
  /** The same among its industrial parcels alone. */
  readonly industrialOverlapM2: number;
  /** The standing figures of a park, by `what`: landArea, floorArea, countedFloorArea, footprintArea, plotRatio,
   * buildingDensity, ancillaryFloor, ancillaryLandShare, ancillaryFloorShare, siteCount. */
  readonly figures: Readonly<Record<string, Input<Figure>>>;
}
