import type { ParcelFacts } from '../facts.ts';
import type { Missing } from '../figure.ts';
import type { LandClass } from '../model.ts';
import { apportion } from './apportion.ts';

/** One land class 用地 of the park. */
interface LandBalanceRow {
  /** Null: parcels whose class is not recorded. */
  readonly landClass: LandClass | null;
  readonly parcelIds: readonly string[];
  /** Unrounded. */
  readonly areaM2: number;
  /** 公顷 as printed, 4 decimals. */
  readonly hectares: number;
  /** Percent as printed, 2 decimals. */
  readonly percent: number;
}

/** 用地平衡表: what is printed sums to what is printed, and the shares to 100.00. */
export interface LandBalance {
  readonly rows: readonly LandBalanceRow[];
  /** The sum of the rows as printed. */
  readonly totalHectares: number;
  /** Parcels without an area are left out of the table and named here. */
  readonly missing: readonly Missing[];
  /** Ground under two parcels is in the rows twice, m². */
  readonly overlapM2: number;
}

const HECTARE_M2 = 10_000;
const HECTARE_DECIMALS = 4;
const PERCENT_DECIMALS = 2;

const rounded = (value: number, decimals: number): number => Math.round(value * 10 ** decimals) / 10 ** decimals;

/** Land of a park by class, in order of system and code; what is not classified stands last. */
export function landBalance(parcels: readonly ParcelFacts[], overlapM2: number): LandBalance {
  const classes = new Map<string, { landClass: LandClass | null; ids: string[]; areaM2: number }>();
  const missing: Missing[] = [];
  for (const { parcel, area } of parcels) {
    if (area.state === 'unknown') missing.push(...area.missing);
    if (area.state !== 'value') continue;
    const landClass = parcel.landClass ?? null;
    const key = landClass ? `${landClass.system} ${landClass.code}` : '\uffff';
    const found = classes.get(key) ?? { landClass, ids: [], areaM2: 0 };
    found.ids.push(parcel.id);
    found.areaM2 += area.value.value;
    classes.set(key, found);
  }
  const sorted = [...classes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, found]) => found);
  const percents = apportion(
    sorted.map(({ areaM2 }) => areaM2),
    100,
    PERCENT_DECIMALS,
  );
  const rows = sorted.map(({ landClass, ids, areaM2 }, i) => ({
    landClass,
    parcelIds: ids,
    areaM2,
    hectares: rounded(areaM2 / HECTARE_M2, HECTARE_DECIMALS),
    percent: percents[i],
  }));
  const totalHectares = rounded(
    rows.reduce((sum, { hectares }) => sum + hectares, 0),
    HECTARE_DECIMALS,
  );
  return { rows, totalHectares, missing, overlapM2 };
}
