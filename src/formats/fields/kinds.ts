import * as t from './types.ts';
import type { Fields } from './types.ts';

const buildingUse = t.oneOf('production', 'rnd', 'admin', 'amenity', 'dormitory');
const base = t.oneOf('national', 'provincial', 'none');

const lease = t.record(
  {
    id: t.text,
    signedOn: t.date,
    filedOn: t.nullable(t.date),
    startOn: t.date,
    endOn: t.date,
    paymentPeriodMonths: t.amount,
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
    floorAreaM2: t.amount,
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

/** 园区 */
const park: Fields = {
  id: t.text,
  name: t.text,
  parkType: t.oneOf('manufacturing', 'service'),
  origin: t.oneOf('new', 'renovated', 'extended', 'nested'),
  stage: t.oneOf('idea', 'planned', 'approved', 'building', 'operating'),
  year: t.integer,
  districtCode: t.text,
  zoneId: t.text,
  industries: t.list(t.text),
  industryShare: t.share,
  industryShareBasis: t.oneOf('firms', 'output', 'area'),
  firms: t.integer,
  smallFirms: t.integer,
  manufacturingFirms: t.integer,
  heldAreaM2: t.amount,
  heldTermYears: t.amount,
  landCostWan: t.amount,
  buildCostYuanPerM2: t.amount,
  publicFacilityCostWan: t.amount,
  salePriceYuanPerM2: t.amount,
  leases: t.list(lease),
  recognised: t.flag,
  keyPark: t.flag,
  reportingFrom: t.date,
  monthlyReports: t.list(t.month),
  stars: t.wholeUpTo(3),
  previousStars: t.wholeUpTo(3),
  innovationBase: base,
  previousInnovationBase: base,
  publicServiceInvestmentWan: t.amount,
  digitalInvestmentWan: t.amount,
  agreedInvestmentPerMuWan: t.amount,
  investmentPerMuWan: t.amount,
  agreedTaxPerMuWan: t.amount,
  taxPerMuWan: t.signed,
  agreedOutputPerMuWan: t.amount,
  outputPerMuWan: t.amount,
  farLimitReason: t.text,
  dispersalReason: t.text,
  developer: t.text,
  operator: t.text,
  greenAreaM2: t.amount,
  yardAreaM2: t.amount,
  parkingSpaces: t.integer,
  investmentWan: t.amount,
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
  statedAreaM2: t.amount,
  areaResolutionM2: t.amount,
  boundaryErrorM: t.amount,
  landUseTermYears: t.amount,
  planYear: t.nullable(t.integer),
  phase: t.wholeFrom(1),
  agreedStart: t.date,
  startedOn: t.date,
  stoppedOn: t.date,
  developedShare: t.share,
  investedShare: t.share,
  approvedOn: t.date,
  suppliedOn: t.date,
  floorAreaM2: t.amount,
  taxPerMuWan: t.signed,
  outputPerMuWan: t.amount,
  investmentPerMuWan: t.amount,
  costWan: t.amount,
  readyYear: t.integer,
  suitability: t.upTo(100),
  plannedFar: t.bounds,
};

const building: Fields = {
  id: t.text,
  name: t.text,
  parcelId: t.text,
  use: buildingUse,
  storeys: t.integer,
  storeyHeightM: t.amount,
  storeyHeightsM: t.list(t.amount),
  floorAreaM2: t.amount,
  floorAreaBelowM2: t.amount,
  footprintM2: t.amount,
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
