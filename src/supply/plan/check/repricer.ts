import type { Certificate, FoundPlan, PlanWatch } from '../shape/found.ts';
import type { Choices, PlanProblem } from '../shape/problem.ts';
import { around } from './around.ts';
import { mostParksOf } from './count.ts';
import { searchRound } from './search.ts';
import { Worths } from './worth.ts';

/** Why a certificate proves nothing. */
export type CertificateFault =
  | { readonly what: 'length'; readonly of: 'limits' | 'targets' | 'parcels' | 'beyond' | 'mostParks' }
  /** Not a number, less than nothing where that cannot be, or more than a missing park costs. */
  | {
      readonly what: 'price';
      readonly of: 'limits' | 'targets' | 'parcels' | 'beyond' | 'mostParks';
      readonly place: number;
    }
  /** A park was found that is worth more beyond the prices than it says. */
  | { readonly what: 'beyond'; readonly township: number; readonly stated: number; readonly found: number }
  /** What it proves is more than the bound that was stated. */
  | { readonly what: 'bound'; readonly stated: number; readonly found: number };

export interface Repricing {
  /** Townships to look at, as a part of them; those looked at are drawn by `seed`. */
  readonly part: number;
  readonly seed: number;
  /** Choices looked at round one parcel at most. */
  readonly nodes: number;
}

interface Stated {
  readonly certificate: Certificate;
  readonly bound: number;
  /** What was fixed and is not in, of which the bound asks nothing. */
  readonly missed?: FoundPlan['missed'];
}

export interface Repriced {
  /** `open`: nothing is wrong, but not all was looked at. */
  readonly verdict: 'accepted' | 'rejected' | 'open';
  readonly faults: readonly CertificateFault[];
  /** What these prices prove, by this program's own search and count of parks; of townships left aside as they are stated. */
  readonly bound: number;
  readonly townships: { readonly looked: number; readonly all: number };
  /** Middles round which not all was looked at. */
  readonly unproved: number;
  readonly nodes: number;
}

/** What two programs may differ by, in points. */
const RESOLUTION = 1e-6;

/** Looks for a park that a certificate overlooks, and adds its bound up anew. */
export async function reprice(
  problem: PlanProblem,
  choices: Choices,
  stated: Stated,
  how: Repricing,
  watch: PlanWatch = {},
): Promise<Repriced> {
  const { certificate } = stated;
  const all = problem.townships.length - 1;
  const wrong = wrongNumbers(problem, choices, certificate);
  if (wrong.length > 0)
    return {
      verdict: 'rejected',
      faults: wrong,
      bound: Infinity,
      townships: { looked: 0, all },
      unproved: 0,
      nodes: 0,
    };
  const drawn = draw(all, how);
  const search = new Search(problem, choices, certificate, how.nodes);
  let looked = 0;
  for (const township of drawn) {
    if (watch.isStopped?.()) break;
    search.look(township);
    looked++;
    await watch.pause?.();
  }
  const bound = boundOf(problem, choices, stated, search.beyond);
  const faults = [...search.faults];
  if (bound > stated.bound + RESOLUTION * Math.max(1, Math.abs(bound)) && search.unproved === 0)
    faults.push({ what: 'bound', stated: stated.bound, found: bound });
  const isWhole = looked === all && search.unproved === 0;
  return {
    verdict: faults.length > 0 ? 'rejected' : isWhole ? 'accepted' : 'open',
    faults,
    bound,
    townships: { looked, all },
    unproved: search.unproved,
    nodes: search.nodes,
  };
}

/** Numbers that cannot be prices, whatever the parks. */
function wrongNumbers(
  problem: PlanProblem,
  choices: Choices,
  { prices, beyond, mostParks }: Certificate,
): CertificateFault[] {
  const townships = problem.townships.length - 1;
  const mustBeIn = new Set([...choices.fixedParcels, ...choices.fixedParks.flatMap(({ parcels }) => parcels)]);
  const isPlus = (value: number) => value >= 0 && value < Infinity;
  const columns = [
    { of: 'limits', values: prices.limits, size: problem.limits.length, isRight: isPlus },
    {
      of: 'targets',
      values: prices.targets,
      size: problem.targets.length,
      isRight: (value: number, n: number) => isPlus(value) && value <= problem.targets[n].penalty + RESOLUTION,
    },
    {
      of: 'parcels',
      values: prices.parcels,
      size: problem.parcels.size,
      isRight: (value: number, n: number) => isPlus(mustBeIn.has(n) ? Math.abs(value) : value),
    },
    { of: 'beyond', values: beyond, size: townships, isRight: isPlus },
    { of: 'mostParks', values: mostParks, size: townships, isRight: isPlus },
  ] as const;
  return columns.flatMap(({ of, values, size, isRight }): CertificateFault[] => {
    if (values.length !== size) return [{ what: 'length', of }];
    const wrong = Array.from(values).flatMap((value, place) => (isRight(value, place) ? [] : [place]));
    return wrong.map((place) => ({ what: 'price', of, place }));
  });
}

/** Some of the townships, each as likely as any other. */
function draw(all: number, { part, seed }: Repricing): number[] {
  const order = Array.from({ length: all }, (_, township) => ({ township, lot: lotOf(seed, township) }));
  order.sort((a, b) => a.lot - b.lot || a.township - b.township);
  const drawn = order.slice(0, Math.ceil(part * all)).map(({ township }) => township);
  return drawn.sort((a, b) => a - b);
}

/** A number that seems to be by chance: the last step of MurmurHash3. */
function lotOf(seed: number, place: number): number {
  let z = (seed + Math.imul(place + 1, 0x9e3779b9)) | 0;
  z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
  z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
  return (z ^ (z >>> 16)) >>> 0;
}

class Search {
  readonly beyond: Float64Array;
  readonly faults: CertificateFault[] = [];
  unproved = 0;
  nodes = 0;
  readonly #problem: PlanProblem;
  readonly #choices: Choices;
  readonly #certificate: Certificate;
  readonly #worths: Worths;
  readonly #most: number;

  constructor(problem: PlanProblem, choices: Choices, certificate: Certificate, most: number) {
    this.#problem = problem;
    this.#choices = choices;
    this.#certificate = certificate;
    this.#worths = new Worths(problem, choices, certificate.prices);
    this.#most = most;
    this.beyond = Float64Array.from(certificate.beyond);
  }

  /** All parks of a township. */
  look(township: number): void {
    const stated = this.#certificate.beyond[township];
    let [best, most] = [this.#fixed(township), -Infinity];
    for (let kind = 0; kind < this.#problem.kinds.length; kind++) {
      for (let middle = this.#problem.townships[township]; middle < this.#problem.townships[township + 1]; middle++) {
        const members = around(this.#problem, township, middle, kind);
        for (let year = 0; year < this.#problem.years.length; year++) {
          const round = this.#worths.round(township, middle, kind, year, members);
          if (!round) continue;
          const above = Math.max(best, stated + RESOLUTION);
          const found = searchRound(round, above, this.#most);
          this.nodes += found.nodes;
          best = Math.max(best, found.best);
          if (found.most <= Math.max(above, found.best)) continue;
          most = Math.max(most, found.most);
          this.unproved++;
        }
      }
    }
    if (best > stated + RESOLUTION) this.faults.push({ what: 'beyond', township, stated, found: best });
    this.beyond[township] = Math.max(0, stated, best, most);
  }

  #fixed(township: number): number {
    const { townships } = this.#problem;
    const isHere = (place: number) => place >= townships[township] && place < townships[township + 1];
    const here = this.#choices.fixedParks.filter(({ parcels }) => parcels.some(isHere));
    return Math.max(-Infinity, ...here.map((fixed) => this.#worths.fixed(fixed, township)));
  }
}

function boundOf(
  problem: PlanProblem,
  choices: Choices,
  { certificate: { prices }, missed }: Stated,
  beyond: Float64Array,
): number {
  const most = mostParksOf(problem, choices);
  const ofParks = (missed?.parks ?? []).flatMap((n) => choices.fixedParks[n].parcels);
  const isMissed = new Set([...(missed?.parcels ?? []), ...ofParks]);
  // A price below nothing is what is lost where the parcel is not in.
  const ofParcels = prices.parcels.map((price, place) => (isMissed.has(place) ? Math.max(0, price) : price));
  const dot = (a: ArrayLike<number>, b: (place: number) => number) =>
    Array.from(a).reduce((sum, value, place) => sum + (value === 0 ? 0 : value * b(place)), 0);
  return (
    dot(prices.limits, (limit) => problem.limits[limit].most) +
    dot(ofParcels, () => 1) -
    dot(prices.targets, (target) => problem.targets[target].least) +
    dot(beyond, (township) => most[township])
  );
}
