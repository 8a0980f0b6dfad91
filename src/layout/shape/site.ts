/** A point of the plane, metres: east and north of any origin. */
export type Point = readonly [number, number];

/** A boundary without its closing point; outer ones and holes are told apart by containment, whatever their direction. */
export type Ring = readonly Point[];

/** What a building is for, as far as a layout counts by it: 行政办公及生活服务 is amenity, all else production. */
export type LaidUse = 'production' | 'amenity';

/** A building that is there and stays 保留的现状建筑. */
export interface StandingBuilding {
  readonly ring: Ring;
  readonly use: LaidUse;
  readonly storeys: number;
  readonly heightM: number;
  /** 建筑面积, and 计容建筑面积 of it. */
  readonly floorM2: number;
  readonly countedM2: number;
}

/** A building of a layout: a rectangle. */
export interface LaidBuilding extends StandingBuilding {
  /** Number of its row from the first, −1: it stands apart. */
  readonly row: number;
  readonly depthM: number;
  readonly lengthM: number;
  /** From the ground up. */
  readonly storeyHeightsM: readonly number[];
  readonly footprintM2: number;
}

/** The land a layout is made for. */
export interface LayoutSite {
  readonly rings: readonly Ring[];
  /** Setback 退线 of the edge that begins at each point of each ring, metres. */
  readonly setbacksM: readonly (readonly number[])[];
  /** Where one enters 出入口: a point on the boundary; null: the longest edge. */
  readonly entrance: Point | null;
  /** Of a class that is industry 工业用地: storeys of production higher than 8 m count twice for the plot ratio 计容. */
  readonly isIndustrial: boolean;
  /** What is there and stays: kept off, and counted. */
  readonly standing: readonly StandingBuilding[];
  /** Buildings of an earlier layout that stay as they are 锁定: every layout has them among its buildings, the rest is laid out. */
  readonly locked: readonly LaidBuilding[];
}
