/** The tools of the sketch desk; each is a command of the same name with its key (`ui/commands/sketch-commands.ts`). */
export type ToolId =
  | 'select'
  // 画地块
  | 'polygon'
  | 'rectangle'
  | 'threePoints'
  | 'hole'
  | 'part'
  // 建筑
  | 'building'
  | 'buildingBox'
  | 'buildingSize'
  | 'buildingRow'
  // 退线
  | 'setback'
  | 'setbackLine'
  | 'reshape'
  // 移动、旋转、复制、沿线复制
  | 'move'
  | 'rotate'
  | 'copy'
  | 'along'
  // 分割、合并
  | 'splitLine'
  | 'splitParts'
  | 'splitAreas'
  | 'merge'
  | 'measure';

/** The rail from top to bottom: what stands under one button opens beside it. */
export const RAIL: readonly (readonly (readonly ToolId[])[])[] = [
  [['select']],
  [
    ['polygon', 'rectangle', 'threePoints', 'hole', 'part'],
    ['building', 'buildingBox', 'buildingSize', 'buildingRow'],
    ['setback', 'setbackLine'],
  ],
  [['reshape'], ['move', 'rotate', 'copy', 'along']],
  [['splitLine', 'splitParts', 'splitAreas'], ['merge']],
  [['measure']],
];
