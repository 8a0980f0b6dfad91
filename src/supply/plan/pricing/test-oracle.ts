import type { Prices } from '../shape/found.ts';
import type { Choices, Limit, Lists, PlanKind, PlanProblem, Target } from '../shape/problem.ts';

/*
 * Small random land with prices and choices, and the plainest way to price it: every subset of every township, judged from the
 * numbers it was made of. Shares no code with the search.
 */

export interface Case {
  readonly problem: PlanProblem;
  readonly prices: Prices;
  readonly choices: Choices;
  /** What was chosen before, some of it the same. */
  readonly before: Choices;
}

class Dice {
  #state: number;
  constructor(seed: number) {
    this.#state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  }
  next(): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 16), 0x45d9f3b);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  }
  between = (low: number, high: number): number => low + (high - low) * this.next();
  whole = (low: number, high: number): number => low + Math.floor(this.next() * (high - low + 1));
  chance = (share: number): boolean => this.next() < share;
  some = (size: number, share: number): number[] => [...Array(size).keys()].filter(() => this.chance(share));
  column = (size: number, of: () => number): Float64Array => Float64Array.from({ length: size }, of);
}

export function randomCase(seed: number, mostParcels = 9): Case {
  const dice = new Dice(seed);
  const counts = Array.from({ length: dice.whole(1, 3) }, () => dice.whole(0, mostParcels));
  const townships = Int32Array.from([0, ...counts.map((_, n) => counts.slice(0, n + 1).reduce((a, b) => a + b, 0))]);
  const years = [2026, 2027, 2028].slice(0, dice.whole(1, 3));
  const size = townships[counts.length];
  const problem: PlanProblem = {
    years,
    townships,
    parcels: parcelsOf(dice, townships, size, years.length),
    kinds: Array.from({ length: dice.whole(1, 2) }, (_, n) => kindOf(dice, n, counts.length)),
    mostSites: dice.whole(1, 4),
    parkPoints: {
      share: years.map((_, n) => 1 - 0.1 * n),
      park: dice.between(0, 10),
      site: dice.between(0, 8),
      muKm: dice.chance(0.2) ? 0 : dice.between(0, 0.3),
    },
    reach: { radiusM: dice.between(500, 4000), nearest: dice.whole(1, 9), most: dice.whole(9, 12) },
    limits: Array.from({ length: dice.whole(0, 4) }, () => limitOf(dice, size, years.length)),
    targets: Array.from({ length: dice.whole(0, 4) }, () => targetOf(dice, counts.length, years.length)),
  };
  const choices = choicesOf(dice, size);
  const old = choicesOf(dice, size);
  const before = {
    fixedParks: dice.chance(0.4) ? choices.fixedParks : old.fixedParks,
    fixedParcels: [],
    bannedParcels: dice.chance(0.4) ? choices.bannedParcels : old.bannedParcels,
    bannedSets: dice.chance(0.4) ? choices.bannedSets : old.bannedSets,
  };
  return { problem, prices: pricesOf(dice, problem), choices, before };
}

function parcelsOf(dice: Dice, townships: Int32Array, size: number, years: number): PlanProblem['parcels'] {
  // Round numbers make sums that meet a bound exactly, and equals.
  const isRound = dice.chance(0.3);
  const landMu = dice.column(size, () => (isRound ? 10 * dice.whole(1, 5) : dice.between(2, 50)));
  const ratios = dice.column(size, () => (isRound ? 0.5 * dice.whole(2, 5) : dice.between(0.8, 3)));
  const floorM2 = landMu.map((land, n) => 1000 * land * ratios[n]);
  const near = Array.from({ length: size }, () => new Set<number>());
  const links = dice.between(0, 1.5);
  for (let t = 0; t + 1 < townships.length; t++)
    for (let n = 0; n < links * (townships[t + 1] - townships[t]); n++) {
      // One of the next township's may be beside it too.
      const [a, b] = [0, 0].map(() => dice.whole(townships[t], Math.min(size - 1, townships[t + 1])));
      if (a !== b) [near[a], near[b]] = [near[a].add(b), near[b].add(a)];
    }
  const isGrid = dice.chance(0.3);
  const place = () => (isGrid ? 500 * dice.whole(0, 4) : dice.between(0, 3000));
  return {
    size,
    landMu,
    floorM2,
    spareM2: floorM2.map((floor, n) => (dice.chance(0.2) ? 0 : floor - 1500 * landMu[n])),
    points: dice.column(size, () => dice.between(-8, 12)),
    ready: Uint8Array.from({ length: size }, () => dice.whole(0, dice.chance(0.2) ? years : 0)),
    kinds: Uint8Array.from({ length: size }, () => (dice.chance(0.6) ? 3 : dice.whole(0, 2))),
    fallThrough: dice.column(size, () => dice.next()),
    xM: dice.column(size, place),
    yM: dice.column(size, place),
    near: listed(near.map((own) => [...own])),
  };
}

const listed = (lists: readonly (readonly number[])[]): Lists => ({
  starts: Int32Array.from([0, ...lists.map((_, n) => lists.slice(0, n + 1).flat().length)]),
  values: Int32Array.from(lists.flat()),
});

function kindOf(dice: Dice, n: number, townships: number): PlanKind {
  const land = dice.chance(0.2) ? Infinity : 10 * dice.whole(1, 12);
  const floor = land === Infinity || dice.chance(0.8) ? 10_000 * dice.whole(1, 20) : Infinity;
  return {
    id: String(n),
    landMu: dice.column(townships, () => land * (dice.chance(0.5) ? 0.7 : 1)),
    floorM2: dice.column(townships, () => floor * (dice.chance(0.5) ? 0.7 : 1)),
    mostLandMu: dice.chance(0.2) ? (dice.chance(0.5) ? 1000 : Infinity) : 10 * dice.whole(5, 25),
  };
}

function limitOf(dice: Dice, size: number, years: number): Limit {
  const from = dice.whole(0, years - 1);
  const use = dice.column(size, () => dice.between(dice.chance(0.2) ? -20 : 0, 40));
  return { what: 'quota', from, to: dice.whole(from, years - 1), use, most: 100 };
}

function targetOf(dice: Dice, townships: number, years: number): Target {
  const from = dice.whole(0, years - 1);
  return {
    jurisdiction: null,
    townships: Uint8Array.from({ length: townships }, () => dice.whole(0, 1)),
    from,
    to: dice.whole(from, years - 1),
    least: 1,
    penalty: 250,
  };
}

function pricesOf(dice: Dice, { parcels, limits, targets }: PlanProblem): Prices {
  const isNegative = dice.chance(0.3);
  return {
    limits: dice.column(limits.length, () => (dice.chance(0.3) ? 0 : dice.between(0, 0.2))),
    targets: dice.column(targets.length, () => (dice.chance(0.3) ? 0 : dice.between(0, 30))),
    parcels: dice.column(parcels.size, () =>
      dice.chance(0.5) ? 0 : isNegative && dice.chance(0.3) ? dice.between(-40, 0) : dice.between(0, 8),
    ),
  };
}

/** Prices that come near to those of the case, step by step. */
export function priceWalk({ problem, prices }: Pick<Case, 'problem' | 'prices'>, seed: number): Prices[] {
  const dice = new Dice(1e6 + seed);
  const from = pricesOf(dice, problem);
  return Array.from({ length: dice.whole(0, 4) }, () => {
    const mixed = (one: Float64Array, other: Float64Array) => {
      const share = dice.next() ** 3;
      return one.map((value, n) => value + (dice.chance(0.5) ? share * (other[n] - value) : 0));
    };
    return {
      limits: mixed(prices.limits, from.limits),
      targets: mixed(prices.targets, from.targets),
      parcels: mixed(prices.parcels, from.parcels),
    };
  });
}

function choicesOf(dice: Dice, size: number): Choices {
  return {
    fixedParks: dice.chance(0.2) ? [{ parcels: dice.some(size, 0.1), kind: 0, year: null }] : [],
    fixedParcels: [],
    bannedParcels: dice.chance(0.3) ? dice.some(size, 0.1) : [],
    bannedSets: dice.chance(0.3) ? [0, 0].map(() => ({ parcels: dice.some(size, 0.4), most: dice.whole(0, 2) })) : [],
  };
}

/** A park by hand: its parcels, and what it is worth before and beyond the prices. */
export interface PlainPark {
  readonly township: number;
  readonly year: number;
  readonly kind: number;
  readonly parcels: readonly number[];
  readonly points: number;
  readonly beyond: number;
}

const sum = (set: readonly number[], of: (place: number) => number) => set.reduce((total, n) => total + of(n), 0);

function plainSites(set: readonly number[], { starts, values }: Lists): number {
  const label = new Map(set.map((place) => [place, place]));
  for (let changed = true; changed;) {
    changed = false;
    for (const place of set)
      for (const other of values.subarray(starts[place], starts[place + 1]))
        if (label.has(other) && label.get(other)! < label.get(place)!) {
          label.set(place, label.get(other)!);
          changed = true;
        }
  }
  return new Set(label.values()).size;
}

/** Parcels round a middle that may be put together. */
function plainHood(
  { parcels, reach, parkPoints, years }: PlanProblem,
  own: readonly number[],
  kind: number,
  middle: number,
) {
  const km = (n: number) => Math.hypot(parcels.xM[n] - parcels.xM[middle], parcels.yM[n] - parcels.yM[middle]) / 1000;
  const mm = (n: number) => (n === middle ? -1 : Math.round(km(n) * 1e6));
  const fits = own
    .filter((n) => Math.floor(parcels.kinds[n] / 2 ** kind) % 2 === 1 && parcels.ready[n] < years.length)
    .filter((n) => mm(n) <= Math.round(reach.radiusM * 1000))
    .sort((a, b) => mm(a) - mm(b) || a - b);
  const worth = (n: number) => Math.round(1e6 * (parcels.points[n] - parkPoints.muKm * parcels.landMu[n] * km(n)));
  const others = fits.slice(reach.nearest).sort((a, b) => worth(b) - worth(a) || a - b);
  return { km, places: new Set([...fits.slice(0, reach.nearest), ...others.slice(0, reach.most - reach.nearest)]) };
}

/** Every park there is, from every subset of each township. */
export function everyPark({ problem, prices, choices }: Omit<Case, 'before'>): PlainPark[] {
  const found: PlainPark[] = [];
  const { townships, kinds } = problem;
  const taken = new Set([...choices.bannedParcels, ...choices.fixedParks.flatMap(({ parcels }) => parcels)]);
  for (let township = 0; township + 1 < townships.length; township++) {
    const own = Array.from(
      { length: townships[township + 1] - townships[township] },
      (_, n) => townships[township] + n,
    );
    for (let kind = 0; kind < kinds.length; kind++) {
      const hoods = new Map(own.map((middle) => [middle, plainHood(problem, own, kind, middle)]));
      const free = own.filter((n) => hoods.get(n)!.places.has(n) && !taken.has(n));
      for (let mask = 1; mask < 2 ** free.length; mask++) {
        const set = free.filter((_, bit) => Math.floor(mask / 2 ** bit) % 2 === 1);
        if (choices.bannedSets.some(({ parcels, most }) => set.filter((n) => parcels.includes(n)).length > most))
          continue;
        const rounds = set
          .filter((middle) => set.every((n) => hoods.get(middle)!.places.has(n)))
          .map((middle) => sum(set, (n) => problem.parcels.landMu[n] * hoods.get(middle)!.km(n)));
        if (rounds.length > 0) found.push(...plainYears({ problem, prices }, township, kind, set, Math.min(...rounds)));
      }
    }
  }
  return found;
}

function plainYears(
  { problem, prices }: Pick<Case, 'problem' | 'prices'>,
  township: number,
  kind: number,
  set: readonly number[],
  muKm: number,
): PlainPark[] {
  const { parcels, kinds, mostSites, parkPoints, years, limits, targets } = problem;
  const [land, floor] = [sum(set, (n) => parcels.landMu[n]), sum(set, (n) => parcels.floorM2[n])];
  const { landMu, floorM2, mostLandMu } = kinds[kind];
  const isLarge = land >= landMu[township] * (1 - 1e-9) || floor >= floorM2[township] * (1 - 1e-9);
  const sites = plainSites(set, parcels.near);
  if (!isLarge || land > mostLandMu * (1 + 1e-9) || sites > mostSites) return [];
  if (sum(set, (n) => parcels.spareM2[n]) < -1e-9 * floor) return [];
  return [...years.keys()]
    .filter((year) => set.every((n) => parcels.ready[n] <= year))
    .map((year) => {
      const own = sum(set, (n) => parcels.points[n]) - parkPoints.park - parkPoints.site * (sites - 1);
      const points = parkPoints.share[year] * (own - parkPoints.muKm * muKm);
      const isIn = ({ from, to }: Limit | Target) => from <= year && year <= to;
      let beyond = points - sum(set, (n) => prices.parcels[n]);
      for (const [n, limit] of limits.entries())
        if (isIn(limit)) beyond -= prices.limits[n] * sum(set, (place) => limit.use[place]);
      for (const [n, target] of targets.entries())
        if (isIn(target) && target.townships[township] === 1) beyond += prices.targets[n];
      return { township, year, kind, parcels: set, points, beyond };
    });
}
