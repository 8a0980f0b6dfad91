import type { LandClass } from './model.ts';

/** What a pack's land-class table answers; the digits alone mean nothing without their system. */
export interface LandUses {
  /** 工业用地. Null: the code is not in the table. */
  isIndustrial(landClass: LandClass): boolean | null;
  /** 道路用地. */
  isRoad(landClass: LandClass): boolean;
}
