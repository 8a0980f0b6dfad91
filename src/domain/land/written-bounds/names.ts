import type { PlanningCondition } from '../fields/type.ts';

/** What a condition is called where its bounds are written out, in the order in which it is looked for: 1.0≤容积率≤2.0; 限高 says more (`tokens.ts`). */
export const conditionNames: Readonly<Record<PlanningCondition, readonly string[]>> = {
  far: ['容积率', '规划容积率', '计容容积率', '总容积率', 'floor area ratio', 'plot ratio', 'far', 'r'],
  density: [
    '建筑密度',
    '密度',
    'building density',
    'building coverage ratio',
    'building coverage',
    'site coverage',
    'density',
  ],
  buildingCoefficient: ['建筑系数', 'building coefficient'],
  green: ['绿地率', '绿化率', 'green space ratio', 'greening ratio', 'greening rate', 'green ratio', 'green rate'],
  heightM: ['建筑高度', '高度', 'building height', 'height', 'h'],
  ancillaryLand: [
    '行政办公及生活服务设施用地面积',
    '行政办公及生活服务设施用地',
    '占总用地面积的比例',
    '工业项目总用地面积的',
    '总用地面积的',
    '用地比例',
    '用地占比',
    'share of ancillary land',
  ],
  ancillaryFloor: [
    '行政办公及生活服务设施建筑面积',
    '占总建筑面积的比例',
    '工业项目总建筑面积的',
    '总建筑面积的',
    '建筑面积比例',
    '建筑面积占比',
    'share of ancillary floor area',
  ],
};

/** Names of the height after which a number alone is the most there may be: 限高24米. */
export const limitNames: readonly string[] = [
  '建筑限高',
  '建筑控高',
  '限高',
  '控高',
  'building height limit',
  'height limit',
];
