import type { Ring } from './site.ts';

export type LayoutFamily = 'bars' | 'bars-across' | 'plates' | 'mixed' | 'high' | 'roomy';

export interface LaidBuilding {
  /** Four corners, counter-clockwise. */
  readonly ring: Ring;
  /** Number of its row from the first, −1: it stands apart. */
  readonly row: number;
  readonly depthM: number;
  readonly lengthM: number;
  readonly storeys: number;
  readonly heightM: number;
  /** From the ground up. */
  readonly storeyHeightsM: readonly number[];
  readonly use: 'production' | 'amenity';
  readonly footprintM2: number;
  readonly floorM2: number;
}

/** Areas of the land by what takes it, m²; together the land. */
export interface LandTaken {
  readonly buildingsM2: number;
  readonly roadsM2: number;
  readonly parkingM2: number;
  readonly greenM2: number;
  /** Left over: paved ground that is neither. */
  readonly otherM2: number;
}

export interface LayoutFigures {
  readonly landM2: number;
  readonly floorM2: number;
  readonly plotRatio: number;
  readonly density: number;
  readonly coefficient: number;
  readonly green: number;
  readonly places: number;
  readonly placesWanted: number;
  readonly amenityLand: number;
  readonly amenityFloor: number;
  readonly taken: LandTaken;
}

/** A bound or wish that is missed: by which figure, its value and what was asked. */
export interface LayoutMiss {
  readonly what:
    'plotRatio' | 'density' | 'coefficient' | 'green' | 'heightM' | 'amenityLand' | 'amenityFloor' | 'places';
  readonly value: number;
  readonly asked: number;
  readonly bound: 'min' | 'max';
}

export interface Layout {
  readonly family: LayoutFamily;
  /** Direction of its rows, degrees from the east. */
  readonly angleDeg: number;
  readonly buildings: readonly LaidBuilding[];
  /** Roads and lanes as rectangles over one another, corners in order. */
  readonly roads: readonly Ring[];
  /** Rows of parking places. */
  readonly parking: readonly Ring[];
  readonly figures: LayoutFigures;
  readonly misses: readonly LayoutMiss[];
}
