import * as t from './types.ts';
import type { Fields, FieldType } from './types.ts';

const buildingUse = t.oneOf('production', 'rnd', 'admin', 'amenity', 'dormitory');
const base = t.oneOf('national', 'provincial', 'none');

const lease = t.record(
  {
    id: t.text,
    signedOn: t.date,
    filedOn: t.nullable(t.date),
    startOn: t.date,
    endOn: t.date,
    paymentPeriodMonths: t.months,
    rentYuanPerM2Month: t.amount,
    marketRentYuanPerM2Month: t.amount,
    sublet: t.flag,
  },
  'id',
);

/** 分割单元 */
const unit = t.record(
  {
    id: t.text,
    floorAreaM2: t.m2,
    use: buildingUse,
    held: t.flag,
    soldOn: t.date,
    buyerType: t.oneOf(
      'production',
      'sales',
      'research',
      'headquarters',
      'producer-services',
      'enterprise',
      'individual',
    ),
    usedBy: t.oneOf('buyer', 'other'),
  },
  'id',
);

const farNames = ['容积率', '规划容积率', 'far', 'plot ratio', 'r'] as const;

/** 规划条件 */
const conditions = t.record({
  far: t.range(undefined, ...farNames),
  density: t.range('share', '建筑密度', '密度'),
  buildingCoefficient: t.range('share', '建筑系数'),
  green: t.range('share', '绿地率', '绿化率'),
  heightM: t.range('length', '建筑高度', '建筑限高', '限高', '高度'),
  ancillaryLand: t.range('share', '用地比例', '用地占比'),
  ancillaryFloor: t.range('share', '建筑面积比例', '建筑面积占比'),
  termYears: t.years,
  parkingPer100M2: t.spaces,
  industry: t.text,
});

/** 园区 */
const park: Fields = {
  id: t.text,
  name: t.text,
  parkType: t.oneOf('manufacturing', 'service'),
  origin: t.oneOf('new', 'renovated', 'extended', 'nested'),
  stage: t.oneOf('idea', 'planned', 'approved', 'building', 'operating'),
  year: t.year,
  districtCode: t.text,
  zoneId: t.text,
  industries: t.list(t.text),
  industryShare: t.share,
  industryShareBasis: t.oneOf('firms', 'output', 'area'),
  firms: t.integer,
  smallFirms: t.integer,
  manufacturingFirms: t.integer,
  heldAreaM2: t.m2,
  heldTermYears: t.years,
  landCostWan: t.wan,
  buildCostYuanPerM2: t.yuanPerM2,
  publicFacilityCostWan: t.wan,
  salePriceYuanPerM2: t.yuanPerM2,
  leases: t.list(lease),
  recognised: t.flag,
  keyPark: t.flag,
  reportingFrom: t.date,
  monthlyReports: t.list(t.month),
  stars: t.wholeUpTo(3),
  previousStars: t.wholeUpTo(3),
  innovationBase: base,
  previousInnovationBase: base,
  publicServiceInvestmentWan: t.wan,
  digitalInvestmentWan: t.wan,
  agreedInvestmentPerMuWan: t.wanPerMu,
  investmentPerMuWan: t.wanPerMu,
  agreedTaxPerMuWan: t.wanPerMu,
  taxPerMuWan: t.signedWanPerMu,
  agreedOutputPerMuWan: t.wanPerMu,
  outputPerMuWan: t.wanPerMu,
  farLimitReason: t.text,
  dispersalReason: t.text,
  developer: t.text,
  operator: t.text,
  greenAreaM2: t.m2,
  yardAreaM2: t.m2,
  parkingSpaces: t.integer,
  investmentWan: t.wan,
  registeredOn: t.nullable(t.date),
};

/** 宗地 */
const parcel: Fields = {
  id: t.text,
  name: t.text,
  parkId: t.text,
  districtCode: t.text,
  townshipCode: t.text,
  zoneId: t.text,
  landClass: t.record(
    { system: t.oneOf('planning-guide-2023', 'gb50137-2011', 'land-survey-3', 'gbt21010-2017'), code: t.text },
    'system',
    'code',
  ),
  status: t.oneOf('in-use', 'idle', 'low-efficiency', 'approved-not-supplied', 'vacant', 'planned'),
  statedAreaM2: t.m2,
  areaResolutionM2: t.m2,
  boundaryErrorM: t.metres,
  landUseTermYears: t.years,
  planYear: t.nullable(t.year),
  phase: t.wholeFrom(1),
  agreedStart: t.date,
  startedOn: t.date,
  stoppedOn: t.date,
  developedShare: t.share,
  investedShare: t.share,
  approvedOn: t.date,
  suppliedOn: t.date,
  floorAreaM2: t.m2,
  taxPerMuWan: t.signedWanPerMu,
  outputPerMuWan: t.wanPerMu,
  investmentPerMuWan: t.wanPerMu,
  costWan: t.wan,
  readyYear: t.year,
  suitability: t.upTo(100),
  plannedFar: t.bounds(...farNames),
  conditions,
  handedOverOn: t.date,
  delayCause: t.oneOf('enterprise', 'government', 'force-majeure'),
  delayDays: t.days,
  noticeNo: t.text,
  noticeOn: t.date,
  findingNo: t.text,
  findingOn: t.date,
  disposal: t.text,
  disposedOn: t.date,
  landSource: t.text,
  supplyMode: t.text,
  supplyQuarter: t.wholeFromTo(1, 4),
  startPriceWan: t.wan,
  depositWan: t.wan,
  reservedBy: t.text,
  approvalNo: t.text,
  batch: t.text,
};

const building: Fields = {
  id: t.text,
  name: t.text,
  parcelId: t.text,
  use: buildingUse,
  storeys: t.storeys,
  storeyHeightM: t.metres,
  storeyHeightsM: t.list(t.metres),
  floorAreaM2: t.m2,
  floorAreaBelowM2: t.m2,
  footprintM2: t.m2,
  held: t.flag,
  units: t.list(unit),
};

const township: Fields = { id: t.text, code: t.text, name: t.text, districtCode: t.text };
const zone: Fields = { id: t.text, name: t.text, zoneType: t.oneOf('development', 'characteristic-town', 'other') };
const jurisdiction: Fields = {
  code: t.text,
  name: t.text,
  category: t.oneOf('development-zone', 'urban-district', 'district', 'county'),
};

/** Every field of every kind; the reader, the writer and `data/schema/exchange.schema.json` all come from here. */
export const kinds = { park, parcel, building, township, zone, jurisdiction } as const;
export type Kind = keyof typeof kinds;
export const isKind = (kind: unknown): kind is Kind => typeof kind === 'string' && Object.hasOwn(kinds, kind);
/** The field that names a record of the kind. */
export const keyOf = (kind: Kind): 'id' | 'code' => (kind === 'jurisdiction' ? 'code' : 'id');

/** Records that have fields: those of a kind, and the units, leases and planning conditions inside them. */
export type RecordKind = Kind | 'unit' | 'lease' | 'condition';
export const recordKinds: readonly RecordKind[] = [...(Object.keys(kinds) as Kind[]), 'unit', 'lease', 'condition'];
/** Kind of the records a field holds, one or a list of them. */
export const nested: Readonly<Record<string, RecordKind>> = { units: 'unit', leases: 'lease', conditions: 'condition' };

const holders = { unit: building.units, lease: park.leases, condition: conditions } as const;
export const fieldsOfKind = (kind: RecordKind): Fields =>
  kind in holders ? itemsOf(holders[kind as keyof typeof holders]) : kinds[kind as Kind];

const itemsOf = (type: FieldType): Fields =>
  type.is === 'record' ? type.fields : type.is === 'list' && type.of.is === 'record' ? type.of.fields : {};
