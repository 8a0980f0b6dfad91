import { SUM_SLACK } from '../shape/problem.ts';
import { countOf, firstOf, spreadOf } from '../../masks.ts';

const MOST = 32;

/** Parcels that may be a park together, by place in a neighbourhood; the first is its middle and always in. */
export class Members {
  size = 0;
  /** What each adds to the worth of a park. */
  readonly gain = new Float64Array(MOST);
  readonly landMu = new Float64Array(MOST);
  readonly floorM2 = new Float64Array(MOST);
  readonly spareM2 = new Float64Array(MOST);
  /** Bit by bit those beside it. */
  readonly near = new Int32Array(MOST);
  /** Those that may be in. */
  open = 0;
  /** What a park is worth without its parcels, and what each site after the first takes off. */
  base = 0;
  sitePrice = 0;
  mostSites = 1;
  leastLandMu = 0;
  leastFloorM2 = 0;
  mostLandMu = 0;
  /** No park has more than `most` of `members`. */
  bans: readonly { readonly members: number; readonly most: number }[] = [];
}

/** Told of every set worth more than what is asked for; false ends the search. */
export type Collect = (members: number, worth: number) => boolean;

/**
 * The best set, exactly: depth first over taking or leaving one parcel after another, site by site, parcels beside what is taken
 * before another site is begun, so that the sites of a set are always known. A branch is left where its bound is no better
 * than what is known. A parcel that pays and lies beside the set is left out only to make room for others: without it,
 * more land must be taken than would have left room for it. Sites that do not pay stay open as long as the size may need them.
 */
export class SetSearch {
  readonly members = new Members();
  /** Worth of the best set, and the set; none better than asked for: 0. */
  best = 0;
  set = 0;
  /** No set is worth more. */
  most = 0;
  nodes = 0;
  /** Whether a better set may lie where it was not looked. */
  isCut = false;
  #limit = 0;
  #collect: Collect | null = null;
  #paying = 0;
  #banned = 0;
  #leastLand = 0;
  #leastFloor = 0;
  #mostLand = 0;
  /** Members that pay, the most for its land first, and the others, the least loss for its land or floor area first. */
  readonly #dense: number[] = [];
  readonly #byLand: number[] = [];
  readonly #byFloor: number[] = [];
  /** By depth. */
  readonly #set = new Int32Array(MOST + 1);
  readonly #left = new Int32Array(MOST + 1);
  readonly #front = new Int32Array(MOST + 1);
  readonly #sites = new Int32Array(MOST + 1);
  readonly #worth = new Float64Array(MOST + 1);
  readonly #land = new Float64Array(MOST + 1);
  readonly #floor = new Float64Array(MOST + 1);
  readonly #spare = new Float64Array(MOST + 1);
  /** Less land than this can be made better by a parcel that was left out. */
  readonly #fill = new Float64Array(MOST + 1);
  /** Sites that could be begun: the largest sums in falling order. */
  readonly #tops: readonly Float64Array[] = [new Float64Array(MOST), new Float64Array(MOST), new Float64Array(MOST)];

  /** Sets worth more than `above`: the best, or all of them where they are collected. */
  run(above: number, nodes: number, collect: Collect | null = null): void {
    const { members } = this;
    this.best = above;
    this.set = 0;
    this.most = -Infinity;
    this.nodes = 0;
    this.isCut = false;
    this.#limit = nodes;
    this.#collect = collect;
    this.#leastLand = members.leastLandMu * (1 - SUM_SLACK);
    this.#leastFloor = members.leastFloorM2 * (1 - SUM_SLACK);
    this.#mostLand = members.mostLandMu * (1 + SUM_SLACK);
    this.#order();
    if (members.mostSites < 1 || !(members.open & 1) || members.landMu[0] > this.#mostLand) return;
    this.#set[0] = 1;
    this.#left[0] = members.open & ~1;
    this.#front[0] = members.near[0];
    this.#sites[0] = 1;
    this.#worth[0] = members.base + members.gain[0];
    this.#land[0] = members.landMu[0];
    this.#floor[0] = members.floorM2[0];
    this.#spare[0] = members.spareM2[0];
    this.#fill[0] = -Infinity;
    if (members.bans.length > 0) this.#left[0] = this.#unbanned(1, this.#left[0]);
    if (members.bans.every(({ members: of, most }) => countOf(1 & of) <= most)) this.#step(0);
  }

  #order(): void {
    const { size, gain, landMu, floorM2, open, bans } = this.members;
    this.#paying = 0;
    this.#dense.length = 0;
    this.#byLand.length = 0;
    this.#byFloor.length = 0;
    for (let n = 1; n < size; n++) {
      if (!((open >>> n) & 1)) continue;
      if (gain[n] > 0) {
        this.#paying |= 1 << n;
        insertBy(this.#dense, n, gain, landMu);
      } else {
        insertBy(this.#byLand, n, gain, landMu);
        insertBy(this.#byFloor, n, gain, floorM2);
      }
    }
    this.#banned = 0;
    for (const { members } of bans) this.#banned |= members;
  }

  #unbanned(set: number, left: number): number {
    let open = left;
    for (const { members, most } of this.members.bans) if (countOf(set & members) >= most) open &= ~members;
    return open;
  }

  #step(at: number): void {
    const { gain, landMu, floorM2, spareM2, near, sitePrice, mostSites, bans } = this.members;
    const [collect, mostLand] = [this.#collect, this.#mostLand];
    const worth = this.#worth[at];
    if (worth > (collect ? this.best : this.most) && this.#isSize(at)) this.#found(worth, at);
    for (;;) {
      this.nodes++;
      const beside = this.#narrow(at);
      const left = this.#left[at];
      if (left === 0) return;
      const bound = this.#bound(at, beside);
      if (!(bound > this.best)) {
        if (bound > this.most) this.most = bound;
        return;
      }
      if (this.nodes > this.#limit) {
        if (bound > this.most) this.most = bound;
        this.isCut = true;
        return;
      }
      const front = this.#front[at] & left;
      const isNew = front === 0;
      if (isNew && this.#sites[at] >= mostSites) return;
      const unit = this.#next(isNew ? left : front, at);
      const bit = 1 << unit;
      const next = at + 1;
      const rest = left & ~bit;
      const set = this.#set[at] | bit;
      this.#set[next] = set;
      this.#left[next] = bans.length > 0 ? this.#unbanned(set, rest) : rest;
      this.#front[next] = isNew ? near[unit] : this.#front[at] | near[unit];
      this.#sites[next] = isNew ? this.#sites[at] + 1 : this.#sites[at];
      this.#worth[next] = worth + gain[unit] - (isNew ? sitePrice : 0);
      this.#land[next] = this.#land[at] + landMu[unit];
      this.#floor[next] = this.#floor[at] + floorM2[unit];
      this.#spare[next] = this.#spare[at] + spareM2[unit];
      this.#fill[next] = this.#fill[at];
      this.#step(next);
      this.#left[at] = rest;
      if (!isNew && !collect && gain[unit] > 0 && spareM2[unit] >= 0 && !(this.#banned & bit))
        this.#fill[at] = Math.max(this.#fill[at], mostLand - landMu[unit]);
    }
  }

  #found(worth: number, at: number): void {
    this.most = worth;
    if (!(worth > this.best)) return;
    if (this.#collect) {
      if (!this.#collect(this.#set[at], worth)) this.#limit = 0;
    } else {
      this.best = worth;
      this.set = this.#set[at];
    }
  }

  #isSize(at: number): boolean {
    if (this.#spare[at] < -SUM_SLACK * this.#floor[at]) return false;
    return this.#land[at] >= this.#leastLand || this.#floor[at] >= this.#leastFloor;
  }

  /** Leaves out what there is no room for, or no site. Gives what hangs together with the set. */
  #narrow(at: number): number {
    const { landMu, near, mostSites } = this.members;
    const room = this.#mostLand - this.#land[at];
    let left = this.#left[at];
    for (let rest = left; rest !== 0; rest &= rest - 1) {
      const unit = firstOf(rest);
      if (landMu[unit] > room) left &= ~(1 << unit);
    }
    const beside = spreadOf(this.#front[at] & left, left, near);
    if (this.#sites[at] >= mostSites) left = beside;
    this.#left[at] = left;
    return beside;
  }

  /** What the set and any of what is left can be worth at most; −∞ where they cannot be a park, or not a best one. */
  #bound(at: number, beside: number): number {
    const { gain, landMu, floorM2, spareM2, near, sitePrice, mostSites } = this.members;
    const left = this.#left[at];
    let [plus, land, floor, spare] = [this.#worth[at], this.#land[at], this.#floor[at], this.#spare[at]];
    for (let rest = beside; rest !== 0; rest &= rest - 1) {
      const unit = firstOf(rest);
      if (gain[unit] > 0) plus += gain[unit];
      if (spareM2[unit] > 0) spare += spareM2[unit];
      land += landMu[unit];
      floor += floorM2[unit];
    }
    const [pluses, lands, floors] = this.#tops;
    let begun = 0;
    for (let others = left & ~beside; others !== 0;) {
      const site = spreadOf(others & -others, others, near);
      others &= ~site;
      let [sitePlus, siteLand, siteFloor] = [-sitePrice, 0, 0];
      for (let rest = site; rest !== 0; rest &= rest - 1) {
        const unit = firstOf(rest);
        if (gain[unit] > 0) sitePlus += gain[unit];
        if (spareM2[unit] > 0) spare += spareM2[unit];
        siteLand += landMu[unit];
        siteFloor += floorM2[unit];
      }
      insert(pluses, begun, sitePlus);
      insert(lands, begun, siteLand);
      insert(floors, begun, siteFloor);
      begun++;
    }
    const more = Math.min(begun, mostSites - this.#sites[at]);
    for (let n = 0; n < more; n++) {
      if (pluses[n] > 0) plus += pluses[n];
      land += lands[n];
      floor += floors[n];
    }
    if (!(plus > this.best)) return plus;
    if (spare < -SUM_SLACK * floor || land * (1 + SUM_SLACK) < this.#fill[at]) return -Infinity;
    const byLand =
      land * (1 + SUM_SLACK) >= this.#leastLand
        ? this.#cover(at, this.#byLand, landMu, this.#leastLand - this.#land[at])
        : -Infinity;
    const byFloor =
      floor * (1 + SUM_SLACK) >= this.#leastFloor
        ? this.#cover(at, this.#byFloor, floorM2, this.#leastFloor - this.#floor[at])
        : -Infinity;
    const byFill = this.#cover(at, this.#byLand, landMu, this.#fill[at] - this.#land[at]);
    return Math.min(plus, this.#pack(at), Math.max(byLand, byFloor), byFill);
  }

  /** Worth at most with the land there is room for: the densest first, a part of the last. */
  #pack(at: number): number {
    const { gain, landMu } = this.members;
    const left = this.#left[at];
    let [worth, room] = [this.#worth[at], this.#mostLand - this.#land[at]];
    for (const unit of this.#dense) {
      if (!((left >>> unit) & 1)) continue;
      if (landMu[unit] > room) return worth + (gain[unit] * room) / landMu[unit];
      worth += gain[unit];
      room -= landMu[unit];
    }
    return worth;
  }

  /** Worth at most while what is missing is made up: all that pays, then what costs least, a part of the last. */
  #cover(at: number, order: readonly number[], column: Float64Array, need: number): number {
    const { gain } = this.members;
    const left = this.#left[at];
    let [worth, missing] = [this.#worth[at], need];
    for (let rest = left & this.#paying; rest !== 0; rest &= rest - 1) {
      const unit = firstOf(rest);
      worth += gain[unit];
      missing -= column[unit];
    }
    for (const unit of order) {
      if (missing <= 0 || column[unit] <= 0) break;
      if (!((left >>> unit) & 1)) continue;
      if (column[unit] >= missing) return worth + (gain[unit] * missing) / column[unit];
      worth += gain[unit];
      missing -= column[unit];
    }
    return worth;
  }

  /** The one to decide next: what pays most, with half of the best it leads to. */
  #next(candidates: number, at: number): number {
    const { gain, near } = this.members;
    const open = this.#left[at] & ~this.#front[at] & this.#paying;
    let [found, best] = [-1, -Infinity];
    for (let rest = candidates; rest !== 0; rest &= rest - 1) {
      const unit = firstOf(rest);
      let lead = 0;
      for (let ahead = near[unit] & open; ahead !== 0; ahead &= ahead - 1) lead = Math.max(lead, gain[firstOf(ahead)]);
      const score = gain[unit] + lead / 2;
      if (score > best) [found, best] = [unit, score];
    }
    return found;
  }
}

/** Puts a number among `count` in falling order. */
function insert(sorted: Float64Array, count: number, value: number): void {
  let at = count;
  for (; at > 0 && sorted[at - 1] < value; at--) sorted[at] = sorted[at - 1];
  sorted[at] = value;
}

/** Puts a member among others: the most gain for the column first. */
function insertBy(order: number[], unit: number, gain: Float64Array, column: Float64Array): void {
  const rate = rateOf(gain[unit], column[unit]);
  let at = order.length;
  order.push(unit);
  for (; at > 0 && rateOf(gain[order[at - 1]], column[order[at - 1]]) < rate; at--) order[at] = order[at - 1];
  order[at] = unit;
}

const rateOf = (gain: number, of: number): number => (of > 0 ? gain / of : gain > 0 ? Infinity : -Infinity);
