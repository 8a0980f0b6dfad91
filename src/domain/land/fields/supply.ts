import { conditions } from './conditions.ts';
import {
  calendarYear,
  date,
  flag,
  internal,
  list,
  m2,
  mark,
  month,
  oneOf,
  open,
  record,
  text,
  wan,
  wanPerMu,
} from './type.ts';

/** Lists of uses 用途分类 a plan is made by: that of 国土资发〔2010〕117号, or the classes of the planning guide of 2023. */
const useLists = oneOf('old', 'planning-guide-2023');

/** What becomes of a plan, with its day: 草案, 报批, 批准, 公布, 已被新版本替代. */
export const planState = {
  state: open(oneOf('draft', 'submitted', 'approved', 'published', 'replaced')),
  on: open(date),
  reason: internal(text),
} as const;

/** 以内: no more than this is supplied, of one use or unit or in all. */
export const supplyCeiling = {
  use: open(text),
  unit: open(text),
  mostM2: open(m2),
} as const;

/** 年度国有建设用地供应计划, one version of it. */
export const supplyPlan = {
  id: open(text),
  name: open(text),
  year: open(calendarYear),
  /** From 1; an adjustment within the year 年中调整 is the next one, with its reason. */
  version: open(mark(1)),
  /** The version it takes the place of. */
  adjusts: open(text),
  reason: internal(text),
  /** 文号 of the approval */
  documentNo: open(text),
  uses: open(useLists),
  ceilings: open(list(record('supplyCeiling', supplyCeiling))),
  /** One after the other; the last is what it is, and a plan without any is a draft. */
  states: open(list(record('planState', planState))),
} as const;

/** What happens to a row: 公告, 成交, 合同（划拨决定书）, 交地, 开工, 竣工; 解除合同, 流拍, 撤回, 结转下年. */
export const supplyStep = {
  step: open(
    oneOf(
      'announced',
      'sold',
      'contracted',
      'handed-over',
      'started',
      'completed',
      'terminated',
      'failed',
      'withdrawn',
      'carried-over',
    ),
  ),
  on: open(date),
  /** Why it failed, was withdrawn or carried over, or why the contract was ended. */
  reason: internal(text),
  /** 成交价 */
  priceWan: internal(wan),
  /** Number of the announcement, the contract or the decision. */
  documentNo: internal(text),
} as const;

/** 用地预申请: a firm, which is not named here, promises a price; the bureau accepts, then auctions. */
export const preApplication = {
  on: internal(date),
  promisedWan: internal(wan),
  acceptedOn: internal(date),
  /** Its acceptance made a reserve 储备 a row of the plan, and no version has been published with it since: dropped, it is a reserve again. */
  fromReserve: internal(flag),
} as const;

/** 计划宗地: a row of the plan. */
export const supplyRow = {
  id: open(text),
  planId: open(text),
  /** 编号: 不动产单元号 where there is one. */
  number: open(text),
  /** 责任单位: code of a jurisdiction, or a name such as that of the reserve centre 储备中心. */
  unit: open(text),
  parcelIds: open(list(text)),
  /** The park its land becomes, of those there are; or its name, where it is no record yet. */
  parkId: open(text),
  parkName: open(text),
  /** 位置（四至） */
  location: open(text),
  /** 供应面积; absent: that of its parcels. */
  areaM2: open(m2),
  /** Code of the plan's list of uses. */
  use: open(text),
  /** 新增; false: 存量 */
  isNew: open(flag),
  landSource: open(text),
  /** 划拨, 招标, 拍卖, 挂牌, 协议, 租赁, 作价出资（入股） */
  supplyMode: open(oneOf('allocation', 'tender', 'auction', 'listing', 'agreement', 'lease', 'contribution')),
  quarter: open(mark(1, 4)),
  /** 拟公告月份, where it is known better than the quarter. */
  announceMonth: open(month),
  conditions: open(record('condition', conditions)),
  /** 投资强度, 亩均产出, 亩均税收 the contract is to ask for. */
  agreedInvestmentPerMuWan: internal(wanPerMu),
  agreedOutputPerMuWan: internal(wanPerMu),
  agreedTaxPerMuWan: internal(wanPerMu),
  /** 起始价, 保证金 */
  startPriceWan: internal(wan),
  depositWan: internal(wan),
  remark: internal(text),
  /** 储备: in no total until the bureau promotes it. */
  reserve: open(flag),
  preApplication: internal(record('preApplication', preApplication)),
  /** The row it goes on from: of the version before, or one of last year's plan that is carried over 结转. */
  continues: open(text),
  /** One after the other; without any it is planned. */
  steps: open(list(record('supplyStep', supplyStep))),
} as const;
