import type { Layer } from '../geometry/columns/layer.ts';

/*
 * The nouns of the exchange file (`data/schema/`). References go one way: a parcel names its park, a building its
 * parcel. An absent field is unknown; `null` is "known to be none". Fields no one knows stay in `extra`.
 */

export type ParkType = 'manufacturing' | 'service';
export type ParkOrigin = 'new' | 'renovated' | 'extended' | 'nested';
export type ParkStage = 'idea' | 'planned' | 'approved' | 'building' | 'operating';
export type ParcelStatus = 'in-use' | 'idle' | 'low-efficiency' | 'approved-not-supplied' | 'vacant' | 'planned';
export type BuildingUse = 'production' | 'rnd' | 'admin' | 'amenity' | 'dormitory';
export type LandClassSystem = 'planning-guide-2023' | 'gb50137-2011' | 'land-survey-3' | 'gbt21010-2017';
export type ZoneType = 'development' | 'characteristic-town' | 'other';
export type JurisdictionCategory = 'development-zone' | 'urban-district' | 'district' | 'county';

/** The same digits mean different things in different systems (1001 is industry or railway): always both. */
export interface LandClass {
  readonly system: LandClassSystem;
  readonly code: string;
}

/** What every record keeps besides its own fields. */
export interface Kept {
  /** Properties unknown to this version, written back as they came. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

export interface Lease extends Kept {
  readonly id: string;
  readonly signedOn?: string;
  readonly filedOn?: string | null;
  readonly startOn?: string;
  readonly endOn?: string;
  readonly paymentPeriodMonths?: number;
  readonly rentYuanPerM2Month?: number;
  readonly marketRentYuanPerM2Month?: number;
  readonly sublet?: boolean;
}

/** 小微企业园 */
export interface Park extends Kept {
  readonly id: string;
  readonly name?: string;
  readonly parkType?: ParkType;
  readonly origin?: ParkOrigin;
  readonly stage?: ParkStage;
  readonly year?: number;
  readonly districtCode?: string;
  readonly zoneId?: string;
  readonly industries?: readonly string[];
  readonly industryShare?: number;
  readonly industryShareBasis?: 'firms' | 'output' | 'area';
  readonly firms?: number;
  readonly smallFirms?: number;
  readonly manufacturingFirms?: number;
  readonly heldAreaM2?: number;
  readonly heldTermYears?: number;
  readonly landCostWan?: number;
  readonly buildCostYuanPerM2?: number;
  readonly publicFacilityCostWan?: number;
  readonly salePriceYuanPerM2?: number;
  readonly leases?: readonly Lease[];
  readonly recognised?: boolean;
  readonly keyPark?: boolean;
  /** 月报: the first day a key park reports from, and the months filed, `YYYY-MM`. */
  readonly reportingFrom?: string;
  readonly monthlyReports?: readonly string[];
  readonly stars?: number;
  readonly previousStars?: number;
  readonly innovationBase?: 'national' | 'provincial' | 'none';
  readonly previousInnovationBase?: 'national' | 'provincial' | 'none';
  readonly publicServiceInvestmentWan?: number;
  readonly digitalInvestmentWan?: number;
  readonly agreedInvestmentPerMuWan?: number;
  readonly investmentPerMuWan?: number;
  readonly agreedTaxPerMuWan?: number;
  readonly taxPerMuWan?: number;
  readonly agreedOutputPerMuWan?: number;
  readonly outputPerMuWan?: number;
  readonly farLimitReason?: string;
  readonly dispersalReason?: string;
  /** 建设（开发）主体, 运营主体 */
  readonly developer?: string;
  readonly operator?: string;
  /** 绿地面积; 构筑物和露天堆场占地面积: part of 绿地率 and 建筑系数. */
  readonly greenAreaM2?: number;
  readonly yardAreaM2?: number;
  readonly parkingSpaces?: number;
  readonly investmentWan?: number;
  readonly registeredOn?: string | null;
}

/** A lower and an upper bound; the number itself is allowed unless the side is exclusive. */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
  readonly minExclusive?: boolean;
  readonly maxExclusive?: boolean;
}

/** 规划条件; shares are fractions. */
export interface PlanningConditions extends Kept {
  /** 容积率 */
  readonly far?: Bounds;
  /** 建筑密度 */
  readonly density?: Bounds;
  /** 建筑系数 */
  readonly buildingCoefficient?: Bounds;
  /** 绿地率 */
  readonly green?: Bounds;
  /** 建筑高度 */
  readonly heightM?: Bounds;
  /** 行政办公及生活服务设施: share of the land, share of the floor area. */
  readonly ancillaryLand?: Bounds;
  readonly ancillaryFloor?: Bounds;
  /** 出让年限 */
  readonly termYears?: number;
  /** 停车位 per 100 m² of floor area */
  readonly parkingPer100M2?: number;
  /** 产业类型 */
  readonly industry?: string;
}

/** 宗地; without `parkId` it is context (a road, a neighbour). */
export interface Parcel extends Kept {
  readonly id: string;
  readonly name?: string;
  readonly parkId?: string;
  readonly districtCode?: string;
  readonly townshipCode?: string;
  readonly zoneId?: string;
  readonly landClass?: LandClass;
  readonly status?: ParcelStatus;
  /** 登记面积 or 批准面积; outranks the drawn one. */
  readonly statedAreaM2?: number;
  /** ±, half of the last digit the stated area is written to; absent: 0.005, to 0.01 m². */
  readonly areaResolutionM2?: number;
  /** 界址点中误差: standard error of each coordinate of the boundary, as its surveyor states it. */
  readonly boundaryErrorM?: number;
  readonly landUseTermYears?: number;
  readonly planYear?: number | null;
  /** 期次: number of the phase it is built in, from 1. */
  readonly phase?: number;
  readonly agreedStart?: string;
  readonly startedOn?: string;
  readonly stoppedOn?: string;
  readonly developedShare?: number;
  readonly investedShare?: number;
  readonly approvedOn?: string;
  readonly suppliedOn?: string;
  readonly floorAreaM2?: number;
  readonly taxPerMuWan?: number;
  readonly outputPerMuWan?: number;
  readonly investmentPerMuWan?: number;
  readonly costWan?: number;
  readonly readyYear?: number;
  readonly suitability?: number;
  /** 规划容积率 as it is written; `conditions.far` holds its bounds. */
  readonly plannedFar?: string | number;
  readonly conditions?: PlanningConditions;
  /** 实际交地日 */
  readonly handedOverOn?: string;
  /** Why works are late, and by how many days. */
  readonly delayCause?: 'enterprise' | 'government' | 'force-majeure';
  readonly delayDays?: number;
  /** 闲置土地调查通知书, 认定书 and disposal. */
  readonly noticeNo?: string;
  readonly noticeOn?: string;
  readonly findingNo?: string;
  readonly findingOn?: string;
  readonly disposal?: string;
  readonly disposedOn?: string;
  /** Row of the supply plan 供应计划: 土地来源, 供应方式, 季度, 起始价, 保证金, 预留单位. */
  readonly landSource?: string;
  readonly supplyMode?: string;
  readonly supplyQuarter?: number;
  readonly startPriceWan?: number;
  readonly depositWan?: number;
  readonly reservedBy?: string;
  /** 批文号, 批次 of approved land. */
  readonly approvalNo?: string;
  readonly batch?: string;
}

/** 分割单元 */
export interface FloorUnit extends Kept {
  readonly id: string;
  readonly floorAreaM2?: number;
  readonly use?: BuildingUse;
  readonly held?: boolean;
  readonly soldOn?: string;
  readonly buyerType?:
    'production' | 'sales' | 'research' | 'headquarters' | 'producer-services' | 'enterprise' | 'individual';
  readonly usedBy?: 'buyer' | 'other';
}

export interface Building extends Kept {
  readonly id: string;
  readonly name?: string;
  readonly parcelId?: string;
  readonly use?: BuildingUse;
  readonly storeys?: number;
  readonly storeyHeightM?: number;
  readonly storeyHeightsM?: readonly number[];
  readonly floorAreaM2?: number;
  readonly floorAreaBelowM2?: number;
  readonly footprintM2?: number;
  readonly held?: boolean;
  readonly units?: readonly FloorUnit[];
}

/** 镇（街道） */
export interface Township extends Kept {
  readonly id: string;
  readonly code?: string;
  readonly name?: string;
  readonly districtCode?: string;
}

export interface Zone extends Kept {
  readonly id: string;
  readonly name?: string;
  readonly zoneType?: ZoneType;
}

export interface Jurisdiction extends Kept {
  readonly code: string;
  readonly name?: string;
  readonly category?: JurisdictionCategory;
}

/** Records with their boundaries: `records[i]` is drawn by feature i of `layer`. */
export interface Table<T> {
  readonly records: readonly T[];
  readonly layer: Layer;
}

export interface Project {
  readonly title?: string;
  /** Top-level members of the collection that are not ours, written back as they came. */
  readonly extra?: Readonly<Record<string, unknown>>;
  readonly parks: readonly Park[];
  readonly parcels: Table<Parcel>;
  readonly buildings: Table<Building>;
  readonly townships: Table<Township>;
  readonly zones: Table<Zone>;
  readonly jurisdictions: readonly Jurisdiction[];
  /** GeoJSON features of a kind we do not know, kept whole. */
  readonly others: readonly unknown[];
}
