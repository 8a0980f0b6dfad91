import type { Building, FloorUnit, Lease, Park } from '../../src/domain/land/model.ts';
import { documented, isWellKept, keptUnits } from './well-kept.ts';
import type { Spec } from './park-specs.ts';
import type { Random } from './random.ts';

const round = (x: number, digits = 2): number => Math.round(x * 10 ** digits) / 10 ** digits;
const day = (rnd: Random, year: number): string =>
  `${year}-${String(rnd.whole(1, 12)).padStart(2, '0')}-${String(rnd.whole(1, 28)).padStart(2, '0')}`;

const lease = (id: string, rnd: Random): Lease => {
  const year = rnd.whole(2022, 2026);
  const signedOn = `${year}-0${rnd.whole(1, 8)}-${rnd.whole(10, 28)}`;
  const month = Number(signedOn.slice(5, 7));
  const years = rnd.weighted([
    ['3', 5],
    ['5', 3],
    ['6', 1],
  ]);
  const market = rnd.whole(12, 19);
  return {
    id,
    signedOn,
    filedOn: rnd.chance(0.12) ? null : `${year}-${String(month + (rnd.chance(0.2) ? 2 : 1)).padStart(2, '0')}-05`,
    startOn: `${year}-${String(month + 1).padStart(2, '0')}-01`,
    endOn: `${year + Number(years)}-${String(month).padStart(2, '0')}-28`,
    paymentPeriodMonths: rnd.pick([3, 6, 12, 12, 24]),
    rentYuanPerM2Month: market + rnd.pick([-2, -1, 0, 0, 1]),
    marketRentYuanPerM2Month: market,
    sublet: rnd.chance(0.08),
  };
};

const firmsOf = (rnd: Random): Partial<Park> => {
  const firms = rnd.whole(14, 96);
  return {
    firms,
    smallFirms: Math.round(firms * rnd.pick([0.42, 0.5, 0.71, 0.83, 0.9])),
    manufacturingFirms: Math.round(firms * rnd.pick([0.45, 0.62, 0.77, 0.9])),
    industryShare: rnd.pick([0.46, 0.5, 0.58, 0.66, 0.81]),
    industryShareBasis: rnd.pick(['firms', 'output', 'area'] as const),
  };
};

const results = (rnd: Random): Partial<Park> => ({
  agreedInvestmentPerMuWan: 350,
  investmentPerMuWan: rnd.pick([318, 350, 372, 405]),
  agreedTaxPerMuWan: 15,
  taxPerMuWan: rnd.pick([11.2, 15, 17.6, 21.3]),
  agreedOutputPerMuWan: 400,
  outputPerMuWan: rnd.pick([362, 400, 455, 520]),
  leases: undefined,
});

const honours = (rnd: Random): Partial<Park> => {
  const stars = rnd.whole(0, 3);
  return {
    recognised: rnd.chance(0.7),
    keyPark: rnd.chance(0.4),
    stars,
    previousStars: rnd.whole(0, stars),
    innovationBase: rnd.pick(['none', 'none', 'provincial', 'national'] as const),
    previousInnovationBase: rnd.pick(['none', 'provincial'] as const),
    publicServiceInvestmentWan: rnd.pick([260, 900, 1500, 1840]),
    digitalInvestmentWan: rnd.pick([120, 640, 1500]),
  };
};

const money = (m2: number, floorM2: number, rnd: Random): Partial<Park> => {
  const landCostWan = Math.round((m2 / (2000 / 3)) * rnd.between(26, 40));
  const build = rnd.whole(1850, 2400);
  const facility = rnd.whole(600, 1400);
  const guide = ((landCostWan * 10000 + build * floorM2 + facility * 10000) * 1.15) / floorM2;
  return {
    landCostWan,
    buildCostYuanPerM2: build,
    publicFacilityCostWan: facility,
    salePriceYuanPerM2: Math.round(guide * rnd.pick([0.92, 0.98, 1, 1.08])),
  };
};

/** What the ground gives a park. */
interface Land extends Pick<Park, 'name' | 'industries' | 'districtCode' | 'zoneId'> {
  readonly m2: number;
  readonly floorM2: number;
}

/** Everything known of a park besides its land; what a real register would leave open stays open on some. */
export const parkRecord = (spec: Spec, land: Land, rnd: Random): Park => {
  const stage =
    spec.park.stage ??
    (spec.far === undefined
      ? 'planned'
      : rnd.weighted<NonNullable<Park['stage']>>([
          ['operating', 19],
          ['building', 12],
          ['approved', 7],
        ]));
  const operating = stage === 'operating';
  const years = {
    operating: [2021, 2025],
    building: [2026, 2027],
    approved: [2027, 2028],
    planned: [2027, 2028],
    idea: [2028, 2028],
  }[stage];
  const full = spec.far !== undefined && rnd.chance(0.85);
  const record: Park = {
    id: spec.id,
    name: land.name,
    ...(spec.park.parkType ? { industries: land.industries } : {}),
    ...spec.park,
    stage,
    year: rnd.whole(years[0], years[1]),
    ...(land.zoneId ? { zoneId: land.zoneId } : {}),
    ...(land.m2 === 0 && land.districtCode ? { districtCode: land.districtCode } : {}),
    ...(operating && full ? { ...firmsOf(rnd), ...honours(rnd) } : {}),
    ...(operating && rnd.chance(0.8) ? results(rnd) : {}),
    ...(full
      ? {
          heldAreaM2: round(land.floorM2 * rnd.pick([0.16, 0.2, 0.217, 0.25, 0.4])),
          heldTermYears: rnd.pick([50, 50, 50, 20]),
        }
      : {}),
    ...(full ? money(land.m2, land.floorM2, rnd) : {}),
    ...(operating
      ? { leases: Array.from({ length: rnd.whole(1, 3) }, (_, i) => lease(`${spec.id}L${i + 1}`, rnd)) }
      : {}),
  };
  return isWellKept(spec) ? documented(record, spec, land) : record;
};

const units = (building: Building, rnd: Random): FloorUnit[] => {
  const total = building.floorAreaM2 ?? 0;
  const each = rnd.pick([270, 300, 324, 520, 640]);
  return Array.from({ length: Math.min(8, Math.floor(total / each)) }, (_, i): FloorUnit => {
    const sold = rnd.chance(0.6);
    return {
      id: `${building.id}-${i + 1}`,
      floorAreaM2: each,
      use: 'production',
      held: !sold && rnd.chance(0.6),
      ...(sold
        ? {
            soldOn: day(rnd, rnd.whole(2023, 2026)),
            buyerType: rnd.pick([
              'production',
              'production',
              'sales',
              'research',
              'headquarters',
              'producer-services',
              'enterprise',
              rnd.chance(0.15) ? 'individual' : 'production',
            ] as const),
            usedBy: rnd.chance(0.9) ? ('buyer' as const) : ('other' as const),
          }
        : {}),
    };
  });
};

/** A basement counts as floor area and not for the plot ratio. */
const withBasement = (building: Building, footprintM2: number): Building => {
  const below = round(footprintM2 * 0.8);
  return { ...building, floorAreaM2: round((building.floorAreaM2 ?? 0) + below), floorAreaBelowM2: below };
};

const uses = (n: number, rnd: Random): Building['use'][] =>
  Array.from({ length: n }, (_, i) => {
    if (i === n - 1 && n > 3) return rnd.pick(['dormitory', 'admin', 'amenity'] as const);
    if (i === n - 2 && n > 5) return rnd.chance(0.25) ? 'dormitory' : 'rnd';
    return 'production';
  });

/**
 * Buildings of a park on given footprints whose floor areas add up to `floorM2` exactly.
 * @param footprintsM2 area of each outline, m²
 */
export const parkBuildings = (
  parcelId: string,
  footprintsM2: readonly number[],
  floorM2: number,
  spec: Spec,
  rnd: Random,
): Building[] => {
  const base = Math.max(1, Math.floor(floorM2 / footprintsM2.reduce((a, b) => a + b, 0)));
  const storeys = footprintsM2.map(() => base);
  let left = floorM2 - footprintsM2.reduce((sum, f) => sum + base * f, 0);
  footprintsM2.forEach((f, i) => {
    if (left < f || i === footprintsM2.length - 1) return;
    storeys[i] += 1;
    left -= f;
  });
  let open = round(floorM2);
  const kept = isWellKept(spec);
  // 7 % of the land is all that non-production rooms may cover.
  const landM2 = floorM2 / (spec.far ?? 1);
  const overShare = (i: number) => i < footprintsM2.length - 1 || footprintsM2[i] > 0.065 * landM2;
  const use = uses(footprintsM2.length, rnd).map((u, i) => (kept && u !== 'production' && overShare(i) ? 'rnd' : u));
  return footprintsM2.map((f, i): Building => {
    const last = i === footprintsM2.length - 1;
    const floorAreaM2 = last ? round(open) : round(f * storeys[i]);
    open -= floorAreaM2;
    const n = last ? Math.max(1, Math.ceil(floorAreaM2 / f - 1e-6)) : storeys[i];
    const hall = use[i] === 'production';
    const building: Building = {
      id: `${parcelId}-${i + 1}`,
      name: `${i + 1}#`,
      parcelId,
      use: use[i],
      storeys: n,
      ...(hall && spec.groundM
        ? { storeyHeightsM: [spec.groundM, ...Array.from({ length: n - 1 }, () => 4.5)] }
        : { storeyHeightM: hall ? 4.8 : 3.6 }),
      floorAreaM2,
      ...(rnd.chance(0.5) ? { footprintM2: round(f) } : {}),
      held: !hall || rnd.chance(0.25),
    };
    if (!hall && spec.mu > 100.01 && rnd.chance(0.4))
      return withBasement(kept ? { ...building, held: true } : building, f);
    const divided = hall && i === 0 && rnd.chance(0.55) ? { ...building, units: units(building, rnd) } : building;
    return kept ? keptUnits(divided) : divided;
  });
};
