import { open, range, rate, text, years } from './type.ts';

/** 规划条件; shares are fractions. They are announced with the land, so all may see them. */
export const conditions = {
  /** 容积率 */
  far: open(range('far')),
  /** 建筑密度 */
  density: open(range('density', 'share')),
  /** 建筑系数 */
  buildingCoefficient: open(range('buildingCoefficient', 'share')),
  /** 绿地率 */
  green: open(range('green', 'share')),
  /** 建筑高度 */
  heightM: open(range('heightM', 'm')),
  /** 行政办公及生活服务设施: share of the land, share of the floor area. */
  ancillaryLand: open(range('ancillaryLand', 'share')),
  ancillaryFloor: open(range('ancillaryFloor', 'share')),
  /** 出让年限 */
  termYears: open(years),
  /** 停车位 per 100 m² of floor area */
  parkingPer100M2: open(rate),
  /** 产业类型 */
  industry: open(text),
} as const;
