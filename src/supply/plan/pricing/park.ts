import { SUM_SLACK, type Choices, type PlanPark, type PlanProblem } from '../shape/problem.ts';
import { muKmBetween, type Neighbourhoods } from './neighbourhoods.ts';

/** Whether a township's park of a kind may have these sums. */
function isSize(
  { kinds }: PlanProblem,
  kind: number,
  township: number,
  { landMu, floorM2, spareM2 }: Readonly<Record<'landMu' | 'floorM2' | 'spareM2', number>>,
): boolean {
  const { landMu: leastLand, floorM2: leastFloor, mostLandMu } = kinds[kind];
  if (landMu > mostLandMu * (1 + SUM_SLACK) || spareM2 < -SUM_SLACK * floorM2) return false;
  return landMu >= leastLand[township] * (1 - SUM_SLACK) || floorM2 >= leastFloor[township] * (1 - SUM_SLACK);
}

/** Sites 分园 that parcels form. */
function sitesOf({ parcels: { near } }: PlanProblem, parcels: ArrayLike<number>): number {
  const left = new Set(Array.from(parcels));
  let sites = 0;
  for (const start of left) {
    sites++;
    left.delete(start);
    for (const reached = [start]; reached.length > 0;) {
      const place = reached.pop()!;
      for (let e = near.starts[place]; e < near.starts[place + 1]; e++)
        if (left.delete(near.values[e])) reached.push(near.values[e]);
    }
  }
  return sites;
}

/** The parcel that the set lies closest round, and 亩 × km to it; −1 where it lies in no neighbourhood of its own. */
function middleOf(
  problem: PlanProblem,
  { round, starts, members }: Neighbourhoods,
  kind: number,
  parcels: ArrayLike<number>,
): readonly [middle: number, muKm: number] {
  let [middle, least] = [-1, Infinity];
  for (let n = 0; n < parcels.length; n++) {
    const own = round[kind][parcels[n]];
    if (own < 0) continue;
    let muKm = 0;
    for (let m = 0; m < parcels.length; m++) muKm += muKmBetween(problem, parcels[n], parcels[m]);
    if (muKm >= least) continue;
    let found = 0;
    for (let e = starts[own]; e < starts[own + 1]; e++)
      for (let m = 0; m < parcels.length; m++) if (members[e] === parcels[m]) found++;
    if (found === parcels.length) [middle, least] = [parcels[n], muKm];
  }
  return [middle, least];
}

/** Whether people leave it to be one. */
export function isAllowed({ bannedParcels, bannedSets }: Choices, parcels: readonly number[]): boolean {
  if (bannedParcels.length > 0 && parcels.some((place) => bannedParcels.includes(place))) return false;
  return bannedSets.every((set) => parcels.filter((place) => set.parcels.includes(place)).length <= set.most);
}

/** The park that a set of parcels is; null where it is none. `parcels` in rising order, of one township. */
export function parkOf(
  problem: PlanProblem,
  neighbourhoods: Neighbourhoods,
  township: number,
  parcels: Int32Array,
  kind: number,
  year: number,
): PlanPark | null {
  const { ready, kinds, landMu, floorM2, spareM2, points } = problem.parcels;
  const sums = { landMu: 0, floorM2: 0, spareM2: 0, points: 0 };
  for (const place of parcels) {
    if (ready[place] > year || !((kinds[place] >>> kind) & 1)) return null;
    sums.landMu += landMu[place];
    sums.floorM2 += floorM2[place];
    sums.spareM2 += spareM2[place];
    sums.points += points[place];
  }
  if (!isSize(problem, kind, township, sums)) return null;
  const sites = sitesOf(problem, parcels);
  if (sites > problem.mostSites) return null;
  const [middle, muKm] = middleOf(problem, neighbourhoods, kind, parcels);
  if (middle < 0) return null;
  const { share, park, site, muKm: muKmPoints } = problem.parkPoints;
  return {
    kind,
    year,
    township,
    parcels,
    middle,
    sites,
    landMu: sums.landMu,
    floorM2: sums.floorM2,
    points: share[year] * (sums.points - park - site * (sites - 1) - muKmPoints * muKm),
  };
}
