import type { PlanProblem } from '../shape/problem.ts';

/**
 * By township so many parks at most in years up to `until`: each has the least land or the least floor area of its kind, so that
 * its parcels, each counted as the larger part it is of either, are together no less than one park.
 */
export function mostParksOf(
  { townships, parcels, kinds, years }: Pick<PlanProblem, 'townships' | 'parcels' | 'kinds' | 'years'>,
  until = years.length - 1,
): Float64Array {
  return Float64Array.from({ length: townships.length - 1 }, (_, township) => {
    let parks = 0;
    for (let parcel = townships[township]; parcel < townships[township + 1]; parcel++) {
      if (parcels.ready[parcel] > until) continue;
      let part = 0;
      for (const [kind, { landMu, floorM2 }] of kinds.entries()) {
        if (!((parcels.kinds[parcel] >> kind) & 1)) continue;
        const land = partOf(parcels.landMu[parcel], landMu[township]);
        const floor = partOf(parcels.floorM2[parcel], floorM2[township]);
        part = Math.max(part, land, floor);
      }
      parks += Math.min(1, part);
    }
    return Math.floor(parks + 1e-6);
  });
}

/** A park without a least size may be a parcel alone. */
const partOf = (of: number, least: number): number => (least > 0 ? of / least : 1);
