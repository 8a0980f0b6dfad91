import type { LaidBuilding, Point, Ring } from './site.ts';

export type LayoutFamily = 'bars' | 'bars-across' | 'plates' | 'mixed' | 'high' | 'roomy' | 'fronted';

/** Areas of the land by what takes it, m²; together the land. */
export interface LandTaken {
  readonly buildingsM2: number;
  readonly roadsM2: number;
  readonly parkingM2: number;
  readonly apronsM2: number;
  readonly greenM2: number;
  /** Left over: paved ground that is neither. */
  readonly otherM2: number;
}

export interface LayoutFigures {
  readonly landM2: number;
  readonly floorM2: number;
  /** Of floor as it counts 计容. */
  readonly plotRatio: number;
  readonly density: number;
  readonly coefficient: number;
  readonly green: number;
  readonly places: number;
  readonly placesWanted: number;
  /** New buildings that no way from the entrance leads to. */
  readonly unserved: number;
  /** Roads that end blind after more than 40 m without a place to turn 回车场. */
  readonly blind: number;
  /** Buildings of more than 3 000 m² or 24 m without fire lanes 消防车道 along both long sides. */
  readonly unlined: number;
  readonly amenityLand: number;
  readonly amenityFloor: number;
  readonly taken: LandTaken;
}

/** A bound or wish that is missed: by which figure, its value and what was asked. */
export interface LayoutMiss {
  readonly what:
    | 'plotRatio'
    | 'density'
    | 'coefficient'
    | 'green'
    | 'heightM'
    | 'amenityLand'
    | 'amenityFloor'
    | 'places'
    | 'unserved'
    | 'blind'
    | 'unlined';
  readonly value: number;
  readonly asked: number;
  readonly bound: 'min' | 'max';
  /** What equals the bound misses it too. */
  readonly isExclusive?: true;
}

export interface Layout {
  readonly family: LayoutFamily;
  /** The ancillary share of the floor that it was laid out with, where conditions left no room for the one wished. */
  readonly lessAmenity?: number;
  /** Direction of its rows, degrees from the east. */
  readonly angleDeg: number;
  /** Where one enters: on the boundary. */
  readonly entrance: Point;
  /** Locked ones first. */
  readonly buildings: readonly LaidBuilding[];
  /** Roads and lanes as rectangles over one another, corners in order. */
  readonly roads: readonly Ring[];
  /** Rows of parking places. */
  readonly parking: readonly Ring[];
  /** Loading yards 装卸场地 along the docks. */
  readonly aprons: readonly Ring[];
  readonly figures: LayoutFigures;
  readonly misses: readonly LayoutMiss[];
}
