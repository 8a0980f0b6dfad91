import { conditions } from './conditions.ts';
import {
  bounds,
  calendarYear,
  count,
  date,
  days,
  flag,
  internal,
  m2,
  mark,
  metres,
  oneOf,
  open,
  orNull,
  record,
  share,
  signedWanPerMu,
  text,
  upTo,
  wan,
  wanPerMu,
  wanPerTce,
  years,
} from './type.ts';

/** 用地性质: the same digits mean different things in different systems (1001 is industry or railway), so always both. */
export const landClass = {
  system: open(oneOf('planning-guide-2023', 'gb50137-2011', 'land-survey-3', 'gbt21010-2017')),
  code: open(text),
} as const;

/** An amount of the whole 总量. */
const amount = { split: 'drop', merge: 'sum' } as const;
/** What a document says of these boundaries, and of no others. */
const ofDocument = { split: 'drop', merge: 'drop' } as const;
const perLand = { merge: 'mean-by-area' } as const;

/** 宗地; without `parkId` it is context (a road, a neighbour). */
export const parcel = {
  id: open(text),
  name: open(text, { split: 'numbered' }),
  parkId: open(text),
  /** 区县, 6 digits; 镇（街道）, 9 digits or the id of a township. */
  districtCode: open(text),
  townshipCode: open(text),
  zoneId: open(text),
  landClass: open(record('landClass', landClass, 'system', 'code')),
  /** 利用状态: `idle` is found to be idle 认定闲置; `vacant` is free land, which is not. */
  status: open(oneOf('in-use', 'idle', 'low-efficiency', 'approved-not-supplied', 'vacant', 'planned')),
  /** 登记面积 or 批准面积; outranks the drawn one. */
  statedAreaM2: open(m2, ofDocument),
  /** ±, half of the last digit the stated area is written to; absent: 0.005, to 0.01 m². */
  areaResolutionM2: open(m2, ofDocument),
  /** 登记面积口径: on what it was computed; absent: on the plane, as registers have it. That of a 图斑 of the land survey is ellipsoidal. */
  areaBasis: open(oneOf('plane', 'ellipsoid'), ofDocument),
  /** 界址点中误差: standard error of each coordinate of the boundary, as its surveyor states it. */
  boundaryErrorM: internal(metres, { merge: 'greatest' }),
  /** 土地使用权年限 */
  landUseTermYears: open(years),
  /** Annual supply plan that holds it; `null`: in none. */
  planYear: open(orNull(calendarYear)),
  /** 期次: number of the phase it is built in, from 1. */
  phase: open(mark(1)),
  /** 约定开工, 实际开工, 停工 */
  agreedStart: open(date),
  startedOn: open(date),
  stoppedOn: internal(date),
  /** Developed of the area due; invested of the total. */
  developedShare: internal(share),
  investedShare: internal(share),
  /** 已动工开发面积, 应动工开发面积; 已投资额, 总投资额: what the shares are made of, where no share is stated. */
  developedAreaM2: internal(m2, amount),
  dueAreaM2: internal(m2, amount),
  investedWan: internal(wan, amount),
  totalInvestmentWan: internal(wan, amount),
  /** Day of approval and of supply (批而未供: approved, not supplied). */
  approvedOn: open(date),
  suppliedOn: open(date),
  /** Existing floor area, where no buildings are given. */
  floorAreaM2: open(m2, amount),
  /** 亩均税收, 亩均产出 of a year; 投资强度. */
  taxPerMuWan: internal(signedWanPerMu, perLand),
  outputPerMuWan: internal(wanPerMu, perLand),
  investmentPerMuWan: internal(wanPerMu, perLand),
  /** 投产日期; 停产日期; 连续无税收年数. */
  productionOn: internal(date),
  productionStoppedOn: internal(date),
  yearsWithoutTax: internal(count),
  /** 亩均评价: 规上企业; 综合评价得分; 单位能耗总产值, per ton of standard coal. */
  aboveScale: internal(flag),
  performanceScore: internal(upTo(1000)),
  outputPerTceWan: internal(wanPerTce),
  /** For the supply plan: cost of conversion, first year it can be used, score. */
  costWan: internal(wan, amount),
  readyYear: internal(calendarYear, { merge: 'greatest' }),
  suitability: internal(upTo(100), { merge: 'least' }),
  /** 规划容积率 as it is written; `conditions.far` holds its bounds. */
  plannedFar: open(bounds('far')),
  conditions: open(record('condition', conditions)),
  /** 实际交地日 */
  handedOverOn: internal(date),
  /** Why works are late, and by how many days; once there is a 认定书 its cause. `preparation`: 动工开发必需的前期工作. */
  delayCause: internal(oneOf('enterprise', 'government', 'force-majeure', 'preparation')),
  delayDays: internal(days),
  /** 闲置土地调查通知书, 认定书 and disposal. */
  noticeNo: internal(text),
  noticeOn: internal(date),
  findingNo: internal(text),
  findingOn: internal(date),
  disposal: internal(text),
  disposedOn: internal(date),
  /** 土地价款: the price of the land, of which the fee on idle land is a share. */
  landPriceWan: internal(wan, amount),
  /** What an official said of what the screen flags 认定筛查: confirmed or not, of which class, why, when, in which role. */
  flagDecision: internal(oneOf('confirmed', 'disputed'), ofDocument),
  flagClass: internal(oneOf('suspected-idle', 'low-efficiency', 'approved-not-supplied'), ofDocument),
  flagReason: internal(text, { ...ofDocument, namesPersons: true }),
  flagDecidedOn: internal(date, ofDocument),
  flagDecidedBy: internal(oneOf('planner', 'bureau', 'administrator'), ofDocument),
  /** 对外公布: what it is flagged as stands on the public map, as suspected; absent: it does not. */
  flagPublished: internal(flag, ofDocument),
  /** Row of the supply plan 供应计划: 土地来源, 供应方式, 季度, 起始价, 保证金, 预留单位. */
  landSource: open(text),
  supplyMode: open(text),
  supplyQuarter: open(mark(1, 4)),
  startPriceWan: internal(wan, amount),
  depositWan: internal(wan, amount),
  reservedBy: internal(text, { namesPersons: true }),
  /** 批文号 of the city and of the province, 批次, and the year of approval where its day is not known. */
  approvalNo: internal(text),
  provinceApprovalNo: internal(text),
  approvalYear: internal(calendarYear),
  batch: internal(text),
} as const;
