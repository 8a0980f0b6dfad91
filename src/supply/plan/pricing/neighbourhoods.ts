import { atOnce, type Steps } from '../../../domain/steps.ts';
import type { PlanProblem } from '../shape/problem.ts';

/**
 * Round each parcel, for each kind of park it suits, the parcels that may be put together with it (see `Reach`): at most 32, so
 * that sets of them are numbers. Columns; that of neighbourhood `e` are from `starts[e]` up to `starts[e + 1]`, its middle first.
 */
export interface Neighbourhoods {
  readonly size: number;
  readonly starts: Int32Array;
  /** Places of parcels. */
  readonly members: Int32Array;
  /** 亩 of each times the kilometres from the middle to it. */
  readonly muKm: Float64Array;
  /** Bit by bit the members that are of one site with it. */
  readonly near: Int32Array;
  readonly kind: Uint8Array;
  readonly township: Int32Array;
  /** Those of township `t` are from `ofTownship[t]` up to `ofTownship[t + 1]`. */
  readonly ofTownship: Int32Array;
  /** By kind and parcel: the neighbourhood of which it is the middle, −1: none. */
  readonly round: readonly Int32Array[];
}

const distanceM = ({ parcels }: PlanProblem, one: number, other: number): number => {
  const [dx, dy] = [parcels.xM[one] - parcels.xM[other], parcels.yM[one] - parcels.yM[other]];
  return Math.sqrt(dx * dx + dy * dy);
};

export const muKmBetween = (problem: PlanProblem, middle: number, place: number): number =>
  (problem.parcels.landMu[place] * distanceM(problem, middle, place)) / 1000;

/** Other limits, targets and choices change nothing of them: they are made once for the same land. */
const known = new WeakMap<PlanProblem['parcels'], { readonly problem: PlanProblem; readonly hoods: Neighbourhoods }>();

export const neighbourhoodsOf = (problem: PlanProblem): Neighbourhoods => atOnce(neighbourhoodSteps(problem));

/** The same, a step a neighbourhood. */
export function* neighbourhoodSteps(problem: PlanProblem): Steps<Neighbourhoods> {
  const before = known.get(problem.parcels);
  if (before && isSameLand(before.problem, problem)) return before.hoods;
  const hoods = yield* made(problem);
  known.set(problem.parcels, { problem, hoods });
  return hoods;
}

/** Their parcels are the same ones. */
const isSameLand = (one: PlanProblem, other: PlanProblem): boolean =>
  one.townships === other.townships &&
  one.years.length === other.years.length &&
  one.kinds.length === other.kinds.length &&
  one.parkPoints.muKm === other.parkPoints.muKm &&
  (['radiusM', 'nearest', 'most', 'worth'] as const).every((key) => one.reach[key] === other.reach[key]);

function* made(problem: PlanProblem): Steps<Neighbourhoods> {
  const { kinds, townships, parcels } = problem;
  const round = kinds.map(() => new Int32Array(parcels.size).fill(-1));
  const [starts, members, muKm, near]: number[][] = [[0], [], [], []];
  const [kindOf, townshipOf, ofTownship]: number[][] = [[], [], [0]];
  const nearest = new Nearest(problem);
  const bits = new Bits(problem);
  for (let township = 0; township + 1 < townships.length; township++) {
    for (let kind = 0; kind < kinds.length; kind++) {
      const eligible = eligibleOf(problem, township, kind);
      for (const middle of eligible) {
        const own = nearest.round(middle, eligible);
        for (const place of own) {
          members.push(place);
          muKm.push(muKmBetween(problem, middle, place));
        }
        bits.push(own, near);
        round[kind][middle] = kindOf.length;
        kindOf.push(kind);
        townshipOf.push(township);
        starts.push(members.length);
        yield;
      }
    }
    ofTownship.push(kindOf.length);
  }
  return {
    size: kindOf.length,
    starts: Int32Array.from(starts),
    members: Int32Array.from(members),
    muKm: Float64Array.from(muKm),
    near: Int32Array.from(near),
    kind: Uint8Array.from(kindOf),
    township: Int32Array.from(townshipOf),
    ofTownship: Int32Array.from(ofTownship),
    round,
  };
}

/** Parcels of a township that suit the kind and can be had in some year. */
function eligibleOf({ townships, parcels, years }: PlanProblem, township: number, kind: number): number[] {
  const found: number[] = [];
  for (let place = townships[township]; place < townships[township + 1]; place++)
    if ((parcels.kinds[place] >>> kind) & 1 && parcels.ready[place] < years.length) found.push(place);
  return found;
}

/** A few of many in order: those with the least key; among equals those that came first. */
class Few {
  readonly places: number[] = [];
  readonly #keys: number[] = [];
  readonly #most: number;
  constructor(most: number) {
    this.#most = most;
  }
  clear(): void {
    this.places.length = 0;
    this.#keys.length = 0;
  }
  offer(place: number, key: number): void {
    const { places } = this;
    const keys = this.#keys;
    if (places.length === this.#most) {
      if (this.#most === 0 || key >= keys[this.#most - 1]) return;
    } else {
      places.push(place);
      keys.push(key);
    }
    let at = places.length - 1;
    for (; at > 0 && keys[at - 1] > key; at--) {
      keys[at] = keys[at - 1];
      places[at] = places[at - 1];
    }
    keys[at] = key;
    places[at] = place;
  }
}

class Nearest {
  readonly #problem: PlanProblem;
  readonly #near: Few;
  readonly #best: Few;
  readonly #chosen: Uint8Array;
  constructor(problem: PlanProblem) {
    const { nearest, most } = problem.reach;
    this.#problem = problem;
    this.#near = new Few(Math.min(nearest, most));
    this.#best = new Few(Math.max(0, most - nearest));
    this.#chosen = new Uint8Array(problem.parcels.size);
  }
  /** The middle first. */
  round(middle: number, eligible: readonly number[]): number[] {
    const problem = this.#problem;
    const { points, muKm } = problem.reach.worth ?? { points: problem.parcels.points, muKm: problem.parkPoints.muKm };
    const mostMm = Math.round(problem.reach.radiusM * 1000);
    this.#near.clear();
    this.#best.clear();
    for (const place of eligible) {
      const mm = place === middle ? -1 : Math.round(distanceM(problem, middle, place) * 1000);
      if (mm <= mostMm) this.#near.offer(place, mm);
    }
    for (const place of this.#near.places) this.#chosen[place] = 1;
    for (const place of eligible) {
      if (this.#chosen[place] || Math.round(distanceM(problem, middle, place) * 1000) > mostMm) continue;
      const worth = points[place] - muKm * muKmBetween(problem, middle, place);
      this.#best.offer(place, -Math.round(worth * 1e6));
    }
    for (const place of this.#near.places) this.#chosen[place] = 0;
    return [...this.#near.places, ...this.#best.places];
  }
}

/** Which members of a neighbourhood lie beside each other. */
class Bits {
  readonly #near: PlanProblem['parcels']['near'];
  readonly #at: Int8Array;
  constructor({ parcels }: PlanProblem) {
    this.#near = parcels.near;
    this.#at = new Int8Array(parcels.size).fill(-1);
  }
  push(members: readonly number[], masks: number[]): void {
    const { starts, values } = this.#near;
    for (let n = 0; n < members.length; n++) this.#at[members[n]] = n;
    for (let n = 0; n < members.length; n++) {
      let mask = 0;
      for (let e = starts[members[n]]; e < starts[members[n] + 1]; e++) {
        const at = this.#at[values[e]];
        if (at >= 0 && at !== n) mask |= 1 << at;
      }
      masks.push(mask);
    }
    for (const member of members) this.#at[member] = -1;
  }
}
