import {
  SUM_SLACK,
  type Choices,
  type Limit,
  type Lists,
  type PlanPark,
  type PlanProblem,
  type Target,
} from '../shape/problem.ts';
import { countsFor, useOf } from './asking.ts';

/** Some townships of a problem as a problem of their own: their parks are the same ones, by other places. */
export interface Part {
  readonly problem: PlanProblem;
  readonly choices: Choices;
  /** By place in it: the place in the whole. */
  readonly parcels: Int32Array;
  readonly townships: readonly number[];
  /** The park as it stands in the whole. */
  whole(park: PlanPark): PlanPark;
  /** Places in it of places of the whole; those that are elsewhere are left out. */
  places(parcels: Iterable<number>): number[];
}

/** What of the whole is left for a part: parks that are held take of limits and count for targets. */
interface Held {
  readonly parks: readonly PlanPark[];
}

/** The same land for every question about it, so that what is known of land alone is known of it too. */
interface PartLand {
  readonly townships: Int32Array;
  readonly columns: PlanProblem['parcels'];
  readonly kinds: PlanProblem['kinds'];
  /** By limit. */
  readonly uses: readonly Float64Array[];
  readonly parcels: Int32Array;
  readonly places: Part['places'];
}

const known = new WeakMap<PlanProblem, Map<string, PartLand>>();

export function partOf(problem: PlanProblem, choices: Choices, townships: readonly number[], held: Held): Part {
  const lands = known.get(problem) ?? new Map<string, PartLand>();
  known.set(problem, lands);
  const land = lands.get(townships.join()) ?? landOf(problem, townships);
  lands.set(townships.join(), land);
  const { parcels, places } = land;
  return {
    problem: {
      ...problem,
      townships: land.townships,
      parcels: land.columns,
      kinds: land.kinds,
      limits: problem.limits.map((limit, n) => leftOf(limit, land.uses[n], held.parks)),
      targets: problem.targets.map((target) => missingOf(target, townships, held.parks)),
    },
    choices: choicesOf(choices, places, held.parks),
    parcels,
    townships,
    places,
    whole: (park) => ({
      ...park,
      township: townships[park.township],
      parcels: park.parcels.map((place) => parcels[place]),
      middle: parcels[park.middle],
    }),
  };
}

function landOf(problem: PlanProblem, townships: readonly number[]): PartLand {
  const starts = [0];
  for (const t of townships) starts.push(starts[starts.length - 1] + problem.townships[t + 1] - problem.townships[t]);
  const parcels = new Int32Array(starts[starts.length - 1]);
  const at = new Map<number, number>();
  for (const [n, t] of townships.entries())
    for (let place = problem.townships[t]; place < problem.townships[t + 1]; place++) {
      const own = starts[n] + place - problem.townships[t];
      parcels[own] = place;
      at.set(place, own);
    }
  const places = (of: Iterable<number>) => [...of].flatMap((place) => at.get(place) ?? []);
  return {
    townships: Int32Array.from(starts),
    columns: columnsOf(problem.parcels, parcels, places),
    kinds: problem.kinds.map((kind) => ({
      ...kind,
      landMu: Float64Array.from(townships, (t) => kind.landMu[t]),
      floorM2: Float64Array.from(townships, (t) => kind.floorM2[t]),
    })),
    uses: problem.limits.map(({ use }) => Float64Array.from(parcels, (place) => use[place])),
    parcels,
    places,
  };
}

function columnsOf(
  columns: PlanProblem['parcels'],
  parcels: Int32Array,
  places: (of: Iterable<number>) => number[],
): PlanProblem['parcels'] {
  const floats = (column: Float64Array) => Float64Array.from(parcels, (place) => column[place]);
  const bytes = (column: Uint8Array) => Uint8Array.from(parcels, (place) => column[place]);
  return {
    size: parcels.length,
    landMu: floats(columns.landMu),
    floorM2: floats(columns.floorM2),
    spareM2: floats(columns.spareM2),
    points: floats(columns.points),
    ready: bytes(columns.ready),
    kinds: bytes(columns.kinds),
    fallThrough: floats(columns.fallThrough),
    xM: floats(columns.xM),
    yM: floats(columns.yM),
    near: nearOf(columns.near, parcels, places),
  };
}

function nearOf({ starts, values }: Lists, parcels: Int32Array, places: (of: Iterable<number>) => number[]): Lists {
  const own = new Int32Array(parcels.length + 1);
  const all: number[] = [];
  for (const [n, place] of parcels.entries()) {
    all.push(...places(values.subarray(starts[place], starts[place + 1])));
    own[n + 1] = all.length;
  }
  return { starts: own, values: Int32Array.from(all) };
}

function leftOf(limit: Limit, use: Float64Array, held: readonly PlanPark[]): Limit {
  const used = held.reduce((sum, park) => sum + useOf(park, limit), 0);
  const left = limit.most - used;
  // What sums are off by is neither left nor a debt.
  const most = Math.abs(left) <= 3 * SUM_SLACK * Math.abs(used) ? 0 : left;
  return { ...limit, most, use };
}

function missingOf(target: Target, townships: readonly number[], held: readonly PlanPark[]): Target {
  const there = held.filter((park) => countsFor(park, target)).length;
  return {
    ...target,
    townships: Uint8Array.from(townships, (t) => target.townships[t]),
    least: Math.max(0, target.least - there),
  };
}

/** What people decided of this part; the parcels of parks that are held are not to be had. */
function choicesOf(choices: Choices, places: (of: Iterable<number>) => number[], held: readonly PlanPark[]): Choices {
  const taken = held.flatMap(({ parcels }) => [...parcels]);
  const isTaken = new Set(taken);
  const isFree = (place: number) => !isTaken.has(place);
  return {
    fixedParks: choices.fixedParks
      .filter(({ parcels }) => parcels.every(isFree) && places(parcels).length === parcels.length)
      .map((fixed) => ({ ...fixed, parcels: places(fixed.parcels) })),
    fixedParcels: places(choices.fixedParcels.filter(isFree)),
    bannedParcels: places(new Set([...choices.bannedParcels, ...taken])),
    bannedSets: choices.bannedSets.flatMap(({ parcels, most }) => {
      const own = places(parcels);
      return own.length > most ? [{ parcels: own, most }] : [];
    }),
  };
}
