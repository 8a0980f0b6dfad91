import type { Building, Lease, Park } from '../../src/domain/land/model.ts';
import type { Spec } from './park-specs.ts';

/*
 * Most parks of a city are in order. These have their register filled in and within the rules on firms, sale, leases
 * and money, so that what remains to be said of them is said by their land and buildings; the others stay as found.
 */

/** Seven of ten, by number; a park without recorded buildings is not one of them. */
export const isWellKept = (spec: Spec): boolean =>
  spec.far !== undefined && ![0, 4, 9].includes(Number(spec.id.slice(1)) % 10);

const leaseOf = (parkId: string): Lease => ({
  id: `${parkId}L1`,
  signedOn: '2024-03-11',
  filedOn: '2024-04-02',
  startOn: '2024-04-01',
  endOn: '2027-03-31',
  paymentPeriodMonths: 6,
  rentYuanPerM2Month: 14,
  marketRentYuanPerM2Month: 15,
  sublet: false,
});

/** The record with everything a register asks for, within the rules. */
export function documented(record: Park, spec: Spec, land: { readonly m2: number; readonly floorM2: number }): Park {
  const operating = record.stage === 'operating';
  const landCostWan = Math.round((land.m2 * 3) / 2000) * 30;
  const guide = ((landCostWan * 10_000 + 2100 * land.floorM2 + 8_000_000) * 1.15) / land.floorM2;
  return {
    ...record,
    firms: 48,
    smallFirms: 40,
    manufacturingFirms: 37,
    industryShare: 0.66,
    industryShareBasis: 'firms',
    agreedInvestmentPerMuWan: 350,
    investmentPerMuWan: 372,
    agreedTaxPerMuWan: 15,
    taxPerMuWan: 17.6,
    agreedOutputPerMuWan: 400,
    outputPerMuWan: 455,
    recognised: operating,
    keyPark: false,
    stars: operating ? 1 : 0,
    previousStars: 0,
    innovationBase: 'none',
    previousInnovationBase: 'none',
    publicServiceInvestmentWan: 260,
    digitalInvestmentWan: 120,
    landCostWan,
    buildCostYuanPerM2: 2100,
    publicFacilityCostWan: 800,
    salePriceYuanPerM2: Math.floor(guide * 0.95),
    heldAreaM2: Math.ceil(land.floorM2 * 0.25),
    heldTermYears: 50,
    investmentWan: record.investmentWan ?? 9000,
    registeredOn: record.registeredOn ?? '2022-05-20',
    leases: operating ? [leaseOf(spec.id)] : [],
  };
}

/** Held whole, or divided into units that are large enough and bought by firms that use them. */
export function keptUnits(building: Building): Building {
  if (!building.units?.length) return { ...building, held: true };
  const share = Math.max(1, Math.floor((building.floorAreaM2 ?? 0) / 700));
  const units = building.units.slice(0, share).map((unit, i) => ({
    ...unit,
    floorAreaM2: 640,
    ...(unit.soldOn ? { held: false, buyerType: 'production' as const, usedBy: 'buyer' as const } : { held: i > 0 }),
  }));
  return { ...building, held: false, units };
}
