import { SUM_SLACK } from '../shape/problem.ts';

/** Parcels round one middle, the middle first, each with what it is worth beyond the prices. Sets of them are bits of a number. */
export interface Round {
  readonly worth: readonly number[];
  readonly landMu: readonly number[];
  readonly floorM2: readonly number[];
  readonly spareM2: readonly number[];
  /** By parcel: those that it borders on. */
  readonly near: readonly number[];
  readonly capped: readonly { readonly members: number; readonly most: number }[];
  readonly need: { readonly landMu: number; readonly floorM2: number; readonly mostLandMu: number };
  readonly mostSites: number;
  /** Worth of the park without its parcels, and what each site after the first costs. */
  readonly base: number;
  readonly perSite: number;
}

export interface Searched {
  /** The best that was found above what was asked; −∞ where there was none. */
  readonly best: number;
  /** No set is worth more. */
  readonly most: number;
  readonly nodes: number;
}

/** A set that is begun: which are in, which may still come, and its sums. */
interface Begun {
  readonly taken: number;
  readonly open: number;
  readonly sites: number;
  readonly worth: number;
  readonly landMu: number;
  readonly floorM2: number;
  readonly spareM2: number;
}

const placeOf = (bit: number): number => 31 - Math.clz32(bit);

function countOf(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

const reaches = (sum: number, least: number): boolean => least < Infinity && sum >= least * (1 - SUM_SLACK);

/** The best set round one middle, worth more than `above`, by taking and leaving one parcel after another. */
export function searchRound(round: Round, above: number, nodes: number): Searched {
  const search = new RoundSearch(round, above, nodes);
  search.visit(search.begin());
  return { best: search.best > above ? search.best : -Infinity, most: search.most, nodes: search.nodes };
}

class RoundSearch {
  nodes = 0;
  best: number;
  #leftOpen = -Infinity;
  readonly #round: Round;
  readonly #most: number;
  /** Those worth something, the most by land first. */
  readonly #byLand: readonly number[];

  constructor(round: Round, above: number, nodes: number) {
    this.#round = round;
    this.best = above;
    this.#most = nodes;
    const { worth, landMu } = round;
    const plus = worth.flatMap((own, place) => (own > 0 ? [place] : []));
    this.#byLand = plus.sort((a, b) => worth[b] / landMu[b] - worth[a] / landMu[a]);
  }

  get most(): number {
    return Math.max(this.best, this.#leftOpen);
  }

  begin(): Begun {
    const { worth, base } = this.#round;
    const open = worth.length === 32 ? -1 : (1 << worth.length) - 1;
    const empty = { taken: 0, open, sites: 1, worth: base, landMu: 0, floorM2: 0, spareM2: 0 };
    return this.#take(empty, 1, 0);
  }

  /** A set grows by its neighbours until none of them is open, and by another site after that: so each set is met once. */
  visit(begun: Begun): void {
    this.nodes++;
    this.#accept(begun);
    const front = this.#nextTo(begun.taken);
    const fits = this.#fitting(begun);
    const reach = this.#spread(front & fits, fits);
    const open = begun.sites < this.#round.mostSites ? fits : reach;
    if (open === 0 || !this.#canQualify(begun, open)) return;
    const most = begun.worth + this.#gain(begun, open, reach);
    if (most <= this.best) return;
    if (this.nodes >= this.#most) {
      this.#leftOpen = Math.max(this.#leftOpen, most);
      return;
    }
    const isOwn = (front & open) !== 0;
    const next = this.#bestOf(isOwn ? front & open : open);
    this.visit(this.#take({ ...begun, open }, next, isOwn ? 0 : 1));
    this.visit({ ...begun, open: open & ~next });
  }

  #take(begun: Begun, bit: number, moreSites: number): Begun {
    const { worth, landMu, floorM2, spareM2, perSite } = this.#round;
    const place = placeOf(bit);
    return {
      taken: begun.taken | bit,
      open: begun.open & ~bit,
      sites: begun.sites + moreSites,
      worth: begun.worth + worth[place] - moreSites * perSite,
      landMu: begun.landMu + landMu[place],
      floorM2: begun.floorM2 + floorM2[place],
      spareM2: begun.spareM2 + spareM2[place],
    };
  }

  #accept({ taken, worth, landMu, floorM2, spareM2 }: Begun): void {
    const { need, capped } = this.#round;
    if (worth <= this.best || spareM2 < -SUM_SLACK * floorM2) return;
    if (!reaches(landMu, need.landMu) && !reaches(floorM2, need.floorM2)) return;
    if (landMu > need.mostLandMu * (1 + SUM_SLACK)) return;
    if (capped.some(({ members, most }) => countOf(members & taken) > most)) return;
    this.best = worth;
  }

  /** Those still open that the set has room for. */
  #fitting({ taken, open, landMu }: Begun): number {
    const { need, capped } = this.#round;
    const room = need.mostLandMu * (1 + SUM_SLACK) - landMu;
    let fits = 0;
    for (let rest = open; rest !== 0; rest &= rest - 1) {
      const bit = rest & -rest;
      if (this.#round.landMu[placeOf(bit)] <= room) fits |= bit;
    }
    for (const { members, most } of capped) if (countOf(members & taken) >= most) fits &= ~members;
    return fits;
  }

  #nextTo(bits: number): number {
    let next = 0;
    for (let rest = bits; rest !== 0; rest &= rest - 1) next |= this.#round.near[placeOf(rest & -rest)];
    return next;
  }

  /** All of `within` that hangs together with `from`. */
  #spread(from: number, within: number): number {
    let [reached, edge] = [from, from];
    while (edge !== 0) {
      edge = this.#nextTo(edge) & within & ~reached;
      reached |= edge;
    }
    return reached;
  }

  /** Whether with all that is open it comes to its size and its plot ratio. */
  #canQualify({ landMu, floorM2, spareM2 }: Begun, open: number): boolean {
    const { need } = this.#round;
    let [land, floor, spare] = [landMu, floorM2, spareM2];
    for (let rest = open; rest !== 0; rest &= rest - 1) {
      const place = placeOf(rest & -rest);
      land += this.#round.landMu[place];
      floor += this.#round.floorM2[place];
      spare += Math.max(0, this.#round.spareM2[place]);
    }
    if (spare < -SUM_SLACK * floor) return false;
    return reaches(land, need.landMu * (1 - SUM_SLACK)) || reaches(floor, need.floorM2 * (1 - SUM_SLACK));
  }

  /** At most so much is added: what is next to the set by itself, each other site by its best land less what a site costs. */
  #gain({ sites, landMu }: Begun, open: number, reach: number): number {
    const { need, mostSites, perSite } = this.#round;
    const room = need.mostLandMu * (1 + SUM_SLACK) - landMu;
    const others: number[] = [];
    for (let rest = open & ~reach; rest !== 0;) {
      const site = this.#spread(rest & -rest, rest);
      others.push(this.#fill(site, room) - perSite);
      rest &= ~site;
    }
    others.sort((a, b) => b - a);
    const more = others.slice(0, mostSites - sites).reduce((sum, worth) => sum + Math.max(0, worth), 0);
    return Math.min(this.#fill(open, room), this.#fill(reach, room) + more);
  }

  /** What land of this room is worth at most, the last parcel in part. */
  #fill(bits: number, room: number): number {
    const { worth, landMu } = this.#round;
    let [sum, left] = [0, room];
    for (const place of this.#byLand) {
      if (((bits >>> place) & 1) === 0) continue;
      if (landMu[place] > left) return sum + (worth[place] * left) / landMu[place];
      sum += worth[place];
      left -= landMu[place];
    }
    return sum;
  }

  #bestOf(bits: number): number {
    let best = 0;
    for (let rest = bits; rest !== 0; rest &= rest - 1) {
      const bit = rest & -rest;
      if (best === 0 || this.#round.worth[placeOf(bit)] > this.#round.worth[placeOf(best)]) best = bit;
    }
    return best;
  }
}
