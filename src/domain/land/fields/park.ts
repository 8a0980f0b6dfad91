import { lease } from './lease.ts';
import { monthlyReport } from './monthly-report.ts';
import {
  calendarYear,
  count,
  date,
  flag,
  internal,
  list,
  m2,
  mark,
  month,
  oneOf,
  open,
  orNull,
  record,
  share,
  signedWanPerMu,
  text,
  wan,
  wanPerMu,
  years,
  yuanPerM2,
  yuanPerM2Month,
} from './type.ts';

/** 小型微型企业创业创新示范基地 */
const innovationBase = oneOf('national', 'provincial', 'none');

/** 小微企业园 */
export const park = {
  id: open(text),
  name: open(text),
  /** English name, as the park or the office writes it. */
  nameEn: open(text),
  /** 地址 */
  address: open(text),
  /** 生产制造类, 生产性服务类 */
  parkType: open(oneOf('manufacturing', 'service')),
  /** 新建, 改造提升, 改扩建, 园中园 */
  origin: open(oneOf('new', 'renovated', 'extended', 'nested')),
  /** Only `operating` counts as 建成. */
  stage: open(oneOf('idea', 'planned', 'approved', 'building', 'operating')),
  /** Year of completion; of a planned park the year intended. */
  year: open(calendarYear),
  /** 区县, 6 digits, of a park that has no parcels yet; else its parcels say it. */
  districtCode: open(text),
  /** The zone it lies in; absent: in none. */
  zoneId: open(text),
  /** 主导产业 */
  industries: open(list(text)),
  /** 主导产业及关联产业集聚度, and what it is a share of. */
  industryShare: open(share),
  industryShareBasis: open(oneOf('firms', 'output', 'area')),
  /** 入园企业; of them small and micro firms, and manufacturers. */
  firms: open(count),
  smallFirms: open(count),
  manufacturingFirms: open(count),
  /** 自持: floor area held by the developer, and for how long. */
  heldAreaM2: open(m2),
  heldTermYears: open(years),
  /** 土地价格 of the whole park */
  landCostWan: internal(wan),
  /** 造价指标 */
  buildCostYuanPerM2: internal(yuanPerM2),
  /** 配套公共设施价格 of the whole park */
  publicFacilityCostWan: internal(wan),
  /** Asked or paid, the highest of the park. */
  salePriceYuanPerM2: internal(yuanPerM2),
  leases: internal(list(record('lease', lease, 'id'))),
  /** 已认定 */
  recognised: open(flag),
  /** 纳入重点支持建设 */
  keyPark: open(flag),
  /** 月报: the first day a key park reports from, and the months filed. */
  reportingFrom: internal(date),
  monthlyReports: internal(list(month)),
  /** 月报数据: what was reported of a month; which are filed says `monthlyReports`. */
  monthlyFigures: internal(list(record('monthlyReport', monthlyReport))),
  /** 星级 now awarded, and the highest awarded and paid before; 0 is none. */
  stars: open(mark(0, 3)),
  previousStars: open(mark(0, 3)),
  innovationBase: open(innovationBase),
  previousInnovationBase: open(innovationBase),
  /** Spent on equipment and software for public services, and for digital projects. */
  publicServiceInvestmentWan: internal(wan),
  digitalInvestmentWan: internal(wan),
  /** 投资强度, 亩均税收, 亩均产出: agreed and actual; tax and output are those of a year. */
  agreedInvestmentPerMuWan: internal(wanPerMu),
  investmentPerMuWan: internal(wanPerMu),
  agreedTaxPerMuWan: internal(wanPerMu),
  taxPerMuWan: internal(signedWanPerMu),
  agreedOutputPerMuWan: internal(wanPerMu),
  outputPerMuWan: internal(wanPerMu),
  /** Recorded reasons: why the plot ratio cannot be reached (safety, planning), why the parcels cannot be adjacent. */
  farLimitReason: internal(text),
  dispersalReason: internal(text),
  /** 建设（开发）主体, 运营主体 */
  developer: open(text),
  operator: open(text),
  /** 招商: floor area that is free to rent or buy 可租售面积, the rent asked, whom to call 招商电话 (an office's), the page. */
  freeAreaM2: open(m2),
  rentYuanPerM2Month: open(yuanPerM2Month),
  contactPhone: open(text, { namesPersons: true }),
  website: open(text),
  /** 对外公布: whether it stands on the public map; absent: from the approval on. Never at the stage `idea`. */
  published: internal(flag),
  /** 绿地面积; 构筑物和露天堆场占地面积: part of 绿地率 and 建筑系数. */
  greenAreaM2: open(m2),
  yardAreaM2: open(m2),
  parkingSpaces: open(count),
  /** 总投资 */
  investmentWan: internal(wan),
  /** 立项日期; `null`: not registered. */
  registeredOn: internal(orNull(date)),
} as const;
