import type { PlanningCondition } from '../fields/type.ts';

/** What a condition is called where its bounds are written out: 1.0≤容积率≤2.0; 限高 says more (`tokens.ts`). */
export const conditionNames: Readonly<Record<PlanningCondition, readonly string[]>> = {
  far: ['容积率', '规划容积率', '计容容积率', '总容积率', 'far', 'plot ratio', 'r'],
  density: ['建筑密度', '密度'],
  buildingCoefficient: ['建筑系数'],
  green: ['绿地率', '绿化率'],
  heightM: ['建筑高度', '高度'],
  ancillaryLand: ['用地比例', '用地占比'],
  ancillaryFloor: ['建筑面积比例', '建筑面积占比'],
};
