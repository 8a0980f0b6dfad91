/*
 * What a layout is made by. Figures of fire and daylight are settings with their source, not rules of the policy: a designer decides.
 * Sources: GB 50016-2014 (2018) 3.4.1, 3.3.1; GB 55037-2022 3.4; 自然资发〔2023〕72号 (建筑系数, 绿地率); the rest is practice.
 */

/** A figure's lower and upper bound; null: none. An exclusive one is missed by the figure that equals it. */
export interface Bounded {
  readonly min: number | null;
  readonly max: number | null;
  readonly minExclusive?: boolean;
  readonly maxExclusive?: boolean;
}

/** 规划条件 of the land, both ways; shares are of the land unless said. */
export interface LayoutConditions {
  readonly plotRatio: Bounded;
  /** 建筑密度: footprints. */
  readonly density: Bounded;
  /** 建筑系数: footprints, structures and open yards. */
  readonly coefficient: Bounded;
  /** 绿地率. */
  readonly green: Bounded;
  readonly heightM: Bounded;
  /** 行政办公及生活服务设施 share of land, and of floor area. */
  readonly amenityLand: Bounded;
  readonly amenityFloor: Bounded;
  /** Parking places per 100 m² of floor of each kind 车位/百平方米. */
  readonly parkingPerHundredM2: { readonly production: number; readonly amenity: number };
}

/** Storeys of a stack: the first is higher, for machines and lorries. */
export interface StoreyHeights {
  readonly firstM: number;
  readonly upperM: number;
}

/** Offices and living 行政办公及生活服务 in a bar beside the entrance, never more than the bounds leave. */
interface AmenityWish {
  /** Share of the floor area; 0: none. */
  readonly floorShare: number;
  readonly storeys: number;
  readonly depthM: number;
  readonly heights: StoreyHeights;
}

/** Wishes 设计偏好; each is a setting. */
export interface LayoutWishes {
  /** Spacing between buildings of at most 24 m 间距, and where one is higher. */
  readonly spacingM: number;
  readonly highSpacingM: number;
  /** Clear between long sides, if wider than the spacing (a fire lane 5 + 4 + 5 takes 14). */
  readonly rowGapM: number;
  /** Depths of bars 条式 and of plates 大进深, metres. */
  readonly barDepthsM: readonly number[];
  readonly plateDepthsM: readonly number[];
  readonly lengthM: { readonly min: number; readonly max: number };
  /** Lengths are whole bays 开间. */
  readonly bayM: number;
  readonly heights: StoreyHeights;
  /** Storeys at most, where no height bounds them earlier. */
  readonly mostStoreys: number;
  /** Plot ratio to reach within the conditions; null: their lower bound, or 1.5. */
  readonly plotRatio: number | null;
  readonly laneM: number;
  /** The road from the entrance through the land 主路; 0: none. */
  readonly mainRoadM: number;
  /** Side of a place to turn 回车场 where a lane ends blind after 40 m (12; 15 beside high buildings; 18 for heavy engines). */
  readonly turningM: number;
  /** Aisles go straight through all rows 通道对齐; else each row is cut for itself. */
  readonly aligned: boolean;
  /** Depth of the yard before docks 装卸场地进深 (16 for a lorry of 9.6 m, 34 for one of 40 ft); 0: lorries load on the lanes. */
  readonly apronM: number;
  readonly amenity: AmenityWish;
  /** One place takes so much with its share of the way to it, m². */
  readonly placeM2: number;
}

export const DEFAULT_CONDITIONS: LayoutConditions = {
  plotRatio: { min: 1.5, max: null },
  density: { min: null, max: 0.6 },
  coefficient: { min: 0.4, max: null },
  green: { min: 0.1, max: 0.2 },
  heightM: { min: null, max: 50 },
  amenityLand: { min: null, max: 0.07 },
  amenityFloor: { min: null, max: 0.25 },
  parkingPerHundredM2: { production: 0.3, amenity: 1 },
};

export const DEFAULT_WISHES: LayoutWishes = {
  spacingM: 10,
  highSpacingM: 13,
  rowGapM: 10,
  barDepthsM: [18, 21, 24, 27, 30],
  plateDepthsM: [36, 42, 48, 54, 60],
  lengthM: { min: 24, max: 96 },
  bayM: 6,
  heights: { firstM: 7.9, upperM: 4.8 },
  mostStoreys: 10,
  plotRatio: null,
  laneM: 4,
  mainRoadM: 9,
  turningM: 12,
  aligned: true,
  apronM: 0,
  amenity: { floorShare: 0.12, storeys: 4, depthM: 15, heights: { firstM: 3.9, upperM: 3.6 } },
  placeM2: 30,
};

/** Buildings of more count as high 高层厂房: more spacing, ladder areas, smaller compartments. */
export { HIGH_M } from '../../domain/land/storeys.ts';
