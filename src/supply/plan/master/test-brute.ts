import { SUM_SLACK, type Choices, type PlanPark, type PlanProblem } from '../shape/problem.ts';

/** Every park of a small problem, by looking at every set of parcels of each township: what the master is held against. */
export function everyPark(problem: PlanProblem, choices: Choices): PlanPark[] {
  const parks: PlanPark[] = [];
  for (let township = 0; township + 1 < problem.townships.length; township++) {
    const first = problem.townships[township];
    const count = problem.townships[township + 1] - first;
    for (let set = 1; set < 2 ** count; set++) {
      const parcels = Array.from({ length: count }, (_, at) => first + at).filter((_, at) => (set >> at) & 1);
      if (parcels.some((parcel) => choices.bannedParcels.includes(parcel))) continue;
      if (choices.bannedSets.some((banned) => parcels.filter((p) => banned.parcels.includes(p)).length > banned.most))
        continue;
      for (const kind of problem.kinds.keys())
        for (const year of problem.years.keys()) {
          const park = parkOf(problem, parcels, township, kind, year);
          if (park) parks.push(park);
        }
    }
  }
  return parks;
}

export function parkOf(
  problem: PlanProblem,
  parcels: readonly number[],
  township: number,
  kind: number,
  year: number,
): PlanPark | null {
  const { parcels: of, parkPoints, reach, mostSites } = problem;
  const { landMu: leastMu, floorM2: leastM2, mostLandMu } = problem.kinds[kind];
  const sum = (column: Float64Array) => parcels.reduce((total, parcel) => total + column[parcel], 0);
  if (parcels.some((parcel) => of.ready[parcel] > year || !((of.kinds[parcel] >> kind) & 1))) return null;
  const [landMu, floorM2] = [sum(of.landMu), sum(of.floorM2)];
  const reaches = (total: number, least: number) => total >= least - SUM_SLACK * least;
  if (!reaches(landMu, leastMu[township]) && !reaches(floorM2, leastM2[township])) return null;
  if (landMu > mostLandMu * (1 + SUM_SLACK) || sum(of.spareM2) < -SUM_SLACK * floorM2) return null;
  const sites = sitesOf(problem, parcels);
  if (sites > mostSites) return null;
  const distance = (a: number, b: number) => Math.hypot(of.xM[a] - of.xM[b], of.yM[a] - of.yM[b]);
  let best = { middle: -1, spread: Infinity };
  for (const middle of parcels) {
    if (parcels.some((parcel) => distance(middle, parcel) > reach.radiusM)) continue;
    const spread = parcels.reduce((total, parcel) => total + (of.landMu[parcel] * distance(middle, parcel)) / 1000, 0);
    if (spread < best.spread) best = { middle, spread };
  }
  if (best.middle < 0) return null;
  const { share, park, site, muKm } = parkPoints;
  const points = share[year] * (sum(of.points) - muKm * best.spread - park - site * (sites - 1));
  return {
    kind,
    year,
    township,
    parcels: Int32Array.from(parcels),
    middle: best.middle,
    sites,
    landMu,
    floorM2,
    points,
  };
}

function sitesOf({ parcels: { near } }: PlanProblem, parcels: readonly number[]): number {
  const left = new Set(parcels);
  let sites = 0;
  for (const parcel of parcels) {
    if (!left.delete(parcel)) continue;
    sites++;
    const open = [parcel];
    for (let at = open.pop(); at !== undefined; at = open.pop())
      for (const other of near.values.subarray(near.starts[at], near.starts[at + 1]))
        if (left.delete(other)) open.push(other);
  }
  return sites;
}
