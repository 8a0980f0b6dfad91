import type { Layer } from '../geometry/columns/layer.ts';
import type { building, commonPart, floorUnit } from './fields/building.ts';
import type { conditions } from './fields/conditions.ts';
import type { lease } from './fields/lease.ts';
import type { monthlyReport } from './fields/monthly-report.ts';
import type { Kind } from './fields/kinds.ts';
import type { landClass, parcel } from './fields/parcel.ts';
import type { park } from './fields/park.ts';
import type { jurisdiction, township, zone } from './fields/places.ts';
import type { planState, supplyPlan, supplyRow, supplyStep } from './fields/supply.ts';
import type { Records } from './records/records.ts';

/*
 * The nouns of the exchange file, made from the table of fields (`fields/`), where each field is described. References
 * go one way: a parcel names its park, a building its parcel. An absent field is unknown; `null` is "known to be none".
 */

/** A lower and an upper bound; the number itself is allowed unless the side is exclusive. */
export interface NumberRange {
  readonly min?: number;
  readonly max?: number;
  readonly minExclusive?: boolean;
  readonly maxExclusive?: boolean;
}

/** What a field of this type holds. */
type ValueOf<T> = T extends { readonly is: 'text' | 'date' | 'month' }
  ? string
  : T extends { readonly is: 'number' | 'integer' }
    ? number
    : T extends { readonly is: 'boolean' }
      ? boolean
      : T extends { readonly is: 'one-of'; readonly values: readonly (infer V)[] }
        ? V
        : T extends { readonly is: 'bounds' }
          ? string | number
          : T extends { readonly is: 'range' }
            ? NumberRange
            : T extends { readonly is: 'list'; readonly of: infer U }
              ? readonly ValueOf<U>[]
              : T extends {
                    readonly is: 'record';
                    readonly fields: infer F;
                    readonly required: readonly (infer R)[];
                  }
                ? RecordOf<F, R & keyof F>
                : T extends { readonly is: 'nullable'; readonly of: infer U }
                  ? ValueOf<U> | null
                  : never;

type Members<F, Required extends keyof F> = { readonly [K in keyof F]?: ValueOf<F[K]> } & {
  readonly [K in Required]: ValueOf<F[K]>;
} & {
  /** Properties unknown to this version, written back as they came. */
  readonly extra?: Readonly<Record<string, unknown>>;
};

/** The fields of a record, those named always there; one list of members, as editors show it. */
type RecordOf<F, Required extends keyof F = never> = {
  readonly [K in keyof Members<F, Required>]: Members<F, Required>[K];
};

/** 小微企业园 */
export type Park = RecordOf<typeof park, 'id'>;
/** 宗地; without `parkId` it is context (a road, a neighbour). */
export type Parcel = RecordOf<typeof parcel, 'id'>;
export type Building = RecordOf<typeof building, 'id'>;
/** 镇（街道） */
export type Township = RecordOf<typeof township, 'id'>;
export type Zone = RecordOf<typeof zone, 'id'>;
export type Jurisdiction = RecordOf<typeof jurisdiction, 'code'>;
/** 年度供应计划, one version of it */
export type SupplyPlan = RecordOf<typeof supplyPlan, 'id'>;
/** 计划宗地 */
export type SupplyRow = RecordOf<typeof supplyRow, 'id'>;
/** What became of a plan, and when; one that lacks either says nothing. */
export type PlanStep = RecordOf<typeof planState>;
/** What happened to a row of a plan, and when; one that lacks either says nothing. */
export type SupplyStep = RecordOf<typeof supplyStep>;
/** 月报 */
export type MonthlyReport = RecordOf<typeof monthlyReport>;
/** 租赁合同 */
export type Lease = RecordOf<typeof lease, 'id'>;
/** 分割单元 */
export type FloorUnit = RecordOf<typeof floorUnit, 'id'>;
export type CommonPart = RecordOf<typeof commonPart, 'kind' | 'storey' | 'outlineM'>;
/** 规划条件 */
export type PlanningConditions = RecordOf<typeof conditions>;
/** 用地性质 */
export type LandClass = RecordOf<typeof landClass, 'system' | 'code'>;

export type ParkStage = NonNullable<Park['stage']>;
export type ParcelStatus = NonNullable<Parcel['status']>;
export type LandClassSystem = LandClass['system'];
export type ZoneType = NonNullable<Zone['zoneType']>;
export type JurisdictionCategory = NonNullable<Jurisdiction['category']>;

/** Records with their boundaries: the record of row i is drawn by feature i of `layer`. */
export interface Table<T> {
  readonly records: Records<T>;
  readonly layer: Layer;
  /** Key of each row, where rows are not their keys. */
  readonly keys?: readonly number[];
}

/** Keys of a table where they are not the numbers of its rows: of each row its own, and the next to be given. */
export interface TableKeys {
  readonly rows?: readonly number[];
  readonly next?: number;
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
  /** Supply plans and their rows; absent: there are none. */
  readonly supplyPlans?: readonly SupplyPlan[];
  readonly supplyRows?: readonly SupplyRow[];
  /** By what a record of the table is called. */
  readonly keys?: Readonly<Partial<Record<Kind, TableKeys>>>;
  /** GeoJSON features of a kind we do not know, kept whole. */
  readonly others: readonly unknown[];
}
