/** A point of the plane, metres: east and north of any origin. */
export type Point = readonly [number, number];

/** A boundary without its closing point; outer ones and holes are told apart by containment, whatever their direction. */
export type Ring = readonly Point[];

/** A rectangle that stands or is kept 已有或锁定的建筑, as its corners. */
export interface StandingBuilding {
  readonly ring: Ring;
  readonly storeys: number;
  readonly floorM2: number;
}

/** The land a layout is made for. */
export interface LayoutSite {
  readonly rings: readonly Ring[];
  /** Setback 退线 of the edge that begins at each point of each ring, metres. */
  readonly setbacksM: readonly (readonly number[])[];
  /** Where one enters 出入口: a point on the boundary; null: the longest edge. */
  readonly entrance: Point | null;
  readonly standing: readonly StandingBuilding[];
}
