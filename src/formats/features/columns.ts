import type { Parcel, PlanningConditions } from '../../domain/land/model.ts';

/** A field of a parcel as a column of a table; the land class takes two, the planning conditions one each. */
type ParcelColumn = keyof Parcel | `conditions.${keyof PlanningConditions}` | 'landClassSystem' | 'landClassCode';

/** Column names of the .dbf (at most 10 bytes) for the parcel fields of the exchange file. */
const shortNames = {
  id: 'DKBH', // 地块编号
  name: 'DKMC', // 地块名称
  statedAreaM2: 'DKMJ', // 地块面积
  areaResolutionM2: 'DKMJ_RES',
  areaBasis: 'DKMJ_BASIS',
  parkId: 'PARK_ID',
  districtCode: 'DIST_CODE',
  townshipCode: 'TOWN_CODE',
  zoneId: 'ZONE_ID',
  status: 'STATUS',
  landUseTermYears: 'TERM_YEARS',
  planYear: 'PLAN_YEAR',
  agreedStart: 'AGR_START',
  startedOn: 'STARTED_ON',
  stoppedOn: 'STOPPED_ON',
  developedShare: 'DEV_SHARE',
  investedShare: 'INV_SHARE',
  approvedOn: 'APPROVED',
  suppliedOn: 'SUPPLIED',
  floorAreaM2: 'FLOOR_M2',
  taxPerMuWan: 'TAX_MU',
  outputPerMuWan: 'OUTPUT_MU',
  investmentPerMuWan: 'INVEST_MU',
  costWan: 'COST_WAN',
  readyYear: 'READY_YEAR',
  suitability: 'SUITABLE',
  plannedFar: 'PLAN_FAR',
  handedOverOn: 'HANDED_ON',
  delayCause: 'DELAY',
  delayDays: 'DELAY_DAYS',
  disposedOn: 'DISPOSED',
  landSource: 'SOURCE',
  supplyMode: 'SUPPLY_BY',
  supplyQuarter: 'SUPPLY_QTR',
  startPriceWan: 'START_WAN',
  depositWan: 'DEPOSIT',
  reservedBy: 'RESERVED',
  approvalNo: 'APPR_NO',
  'conditions.far': 'COND_FAR',
  'conditions.density': 'COND_DENS',
  'conditions.buildingCoefficient': 'COND_COEF',
  'conditions.green': 'COND_GREEN',
  'conditions.heightM': 'COND_H_M',
  'conditions.ancillaryLand': 'COND_ANC_L',
  'conditions.ancillaryFloor': 'COND_ANC_F',
  'conditions.termYears': 'COND_TERM',
  'conditions.parkingPer100M2': 'COND_PARK',
  'conditions.industry': 'COND_IND',
  landClassSystem: 'LC_SYSTEM',
  landClassCode: 'LC_CODE',
} as const satisfies Readonly<Partial<Record<ParcelColumn, string>>>;

/** What the convention of 界址点 TXT names in Chinese, by its usual pinyin initials. */
const initials = {
  图形属性: 'JHLX', // 几何类型
  图幅号: 'TFH',
  用途: 'DKYT', // 地块用途
  地类编码: 'DLBM',
  附加属性: 'FJSX',
} as const;

export const columnOf: Readonly<Record<string, string>> = { ...shortNames, ...initials };

export const fieldOfColumn: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(columnOf).map(([field, column]) => [column, field]),
);
