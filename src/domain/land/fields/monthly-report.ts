import { count, flag, internal, m2, month, text, wan } from './type.ts';

/**
 * What a park reported of a month 月报 (clause 29). No official form was found: this one is ours. Sums since the beginning
 * and of the year are those at the end of the month.
 */
export const monthlyReport = {
  month: internal(month),
  /** 当月新开工 */
  startedThisMonth: internal(flag),
  /** 本年完成投资, 累计完成投资 */
  yearInvestmentWan: internal(wan),
  totalInvestmentWan: internal(wan),
  /** 规划建筑面积, 建成建筑面积, 其中多层标准厂房 */
  plannedFloorM2: internal(m2),
  completedFloorM2: internal(m2),
  multiStoreyFloorM2: internal(m2),
  /** 已出租, 已出售 */
  letFloorM2: internal(m2),
  soldFloorM2: internal(m2),
  /** 入驻企业; of them 规上, 科技型, 专精特新, 新增 */
  firms: internal(count),
  aboveScaleFirms: internal(count),
  technologyFirms: internal(count),
  specialisedFirms: internal(count),
  newFirms: internal(count),
  /** 从业人员 */
  employees: internal(count),
  /** 本年税收, 本年产值 */
  taxWan: internal(wan),
  outputWan: internal(wan),
  /** 存在问题 */
  problems: internal(text, { namesPersons: true }),
} as const;
