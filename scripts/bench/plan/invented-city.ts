import type {
  Limit,
  Lists,
  PlanKind,
  PlanParcels,
  PlanProblem,
  Target,
} from '../../../src/supply/plan/shape/problem.ts';
import { inventedLand, isUrban, isZone, jurisdictionOf, JURISDICTIONS, type InventedParcel } from './invented-land.ts';

export interface InventedCity {
  readonly size: number;
  readonly seed: number;
  /** Land of a year is so many times as much as usual. */
  readonly quotas?: number;
  /** Parks may be so many times as large as usual. */
  readonly parkSizes?: number;
}

const YEARS = [2026, 2027, 2028];
const M2_PER_MU = 2000 / 3;
const LEAST_PLOT_RATIO = 1.5;

/** An invented city as a problem of planning: the policy's thresholds, weights that are invented too. */
export function inventedCity({ size, seed, quotas = 1, parkSizes = 1 }: InventedCity): PlanProblem {
  const land = inventedLand(size, seed);
  const totalMu = land.reduce((sum, parcel) => sum + parcel.landMu, 0);
  const landMu = Math.min(7700, 0.22 * totalMu) * quotas;
  return {
    years: YEARS,
    townships: startsOf(land),
    parcels: columnsOf(land),
    kinds: [kindOf('manufacturing', 100, 100_000, parkSizes), kindOf('service', 50, 50_000, parkSizes)],
    mostSites: 3,
    parkPoints: { share: [1, 0.96, 0.92], park: 10, site: 8, muKm: 0.05 },
    reach: { radiusM: 3000, nearest: 24, most: 32 },
    limits: limitsOf(land, landMu),
    targets: targetsOf(Math.min(200, Math.floor((3 * landMu) / 125))),
  };
}

function startsOf(land: readonly InventedParcel[]): Int32Array {
  const starts = new Int32Array(jurisdictionOf.length + 1);
  for (const { township } of land) starts[township + 1]++;
  for (let township = 0; township < jurisdictionOf.length; township++) starts[township + 1] += starts[township];
  return starts;
}

function columnsOf(land: readonly InventedParcel[]): PlanParcels {
  const column = (of: (parcel: InventedParcel) => number) => Float64Array.from(land, of);
  const floorOf = ({ landMu, plotRatio }: InventedParcel) => landMu * M2_PER_MU * plotRatio;
  return {
    size: land.length,
    landMu: column(({ landMu }) => landMu),
    floorM2: column(floorOf),
    spareM2: column((parcel) => floorOf(parcel) - parcel.landMu * M2_PER_MU * LEAST_PLOT_RATIO),
    points: column(
      ({ landMu, suitability, plotRatio, costWan }) =>
        landMu * (suitability / 100 + 0.3 * plotRatio) - 0.008 * costWan - 0.5,
    ),
    ready: Uint8Array.from(land, ({ ready }) => ready),
    kinds: Uint8Array.from(land, ({ kinds }) => kinds),
    fallThrough: column(({ fallThrough }) => fallThrough),
    xM: column(({ xKm }) => 1000 * xKm),
    yM: column(({ yKm }) => 1000 * yKm),
    near: listed(land.map(({ near }) => near)),
  };
}

function listed(lists: readonly (readonly number[])[]): Lists {
  const starts = new Int32Array(lists.length + 1);
  for (const [n, list] of lists.entries()) starts[n + 1] = starts[n] + list.length;
  return { starts, values: Int32Array.from(lists.flat()) };
}

/** Parks of cities may have 70 % of the size. */
const kindOf = (id: string, landMu: number, floorM2: number, parkSizes: number): PlanKind => ({
  id,
  landMu: Float64Array.from(jurisdictionOf, (own) => (isUrban(own) ? 0.7 : 1) * landMu),
  floorM2: Float64Array.from(jurisdictionOf, (own) => (isUrban(own) ? 0.7 : 1) * floorM2),
  mostLandMu: 2 * landMu * parkSizes,
});

function limitsOf(land: readonly InventedParcel[], landMu: number): Limit[] {
  const money = Float64Array.from(land, ({ costWan }) => costWan);
  const area = Float64Array.from(land, (parcel) => parcel.landMu);
  return YEARS.flatMap((_, year): Limit[] => [
    { what: 'money', from: year, to: year, use: money, most: 48 * landMu },
    { what: 'land', from: year, to: year, use: area, most: landMu },
  ]);
}

/** One park a year of each jurisdiction, two of a zone, and so many of the city in all years. */
function targetsOf(total: number): Target[] {
  const yearly = Array.from({ length: JURISDICTIONS }, (_, jurisdiction) =>
    YEARS.map((_, year): Target => ({
      jurisdiction: String(jurisdiction),
      townships: Uint8Array.from(jurisdictionOf, (own) => Number(own === jurisdiction)),
      from: year,
      to: year,
      least: isZone(jurisdiction) ? 2 : 1,
      penalty: 250,
    })),
  ).flat();
  const city = jurisdictionOf.map(() => 1);
  const all = { from: 0, to: YEARS.length - 1, least: total, penalty: 50 };
  return [...yearly, { jurisdiction: null, townships: Uint8Array.from(city), ...all }];
}
