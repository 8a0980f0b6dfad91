import { MOST_UNITS } from './set-search.ts';
import { leastOf, reachedFrom, reaches, type Needs, type Units } from './units.ts';

/** The units that a set round a middle may be made of, and what a set with any of the others is worth at most. */
export interface Around {
  /** Units by their numbers among all; those that must be in come first. */
  readonly kept: readonly number[];
  /** −∞ where no other unit could be in a set that is wanted. */
  readonly leftOut: number;
}

/** Units that hang together, largest sums of land and floor area told. */
export interface Islands {
  readonly of: Int32Array;
  readonly landM2: readonly number[];
  readonly floorM2: readonly number[];
  /** Islands by each of the two, the largest first. */
  readonly byLand: readonly number[];
  readonly byFloor: readonly number[];
}

/** Islands of all units: no site is larger than the one it lies in. */
export function islandsOf({ size, near, landM2, floorM2 }: Units): Islands {
  const of = new Int32Array(size).fill(-1);
  const [lands, floors]: [number[], number[]] = [[], []];
  for (let unit = 0; unit < size; unit++) {
    if (of[unit] >= 0) continue;
    const own = reachedFrom(unit, near, () => true);
    for (const member of own) of[member] = lands.length;
    lands.push(own.reduce((sum, member) => sum + landM2[member], 0));
    floors.push(own.reduce((sum, member) => sum + floorM2[member], 0));
  }
  const falling = (sums: readonly number[]) => [...sums.keys()].sort((a, b) => sums[b] - sums[a]);
  return { of, landM2: lands, floorM2: floors, byLand: falling(lands), byFloor: falling(floors) };
}

/** The largest `count` numbers of those not left aside, summed; `falling`: their places, the largest first. */
function largest(
  values: readonly number[],
  falling: readonly number[],
  count: number,
  aside: ReadonlySet<number>,
): number {
  let [sum, left] = [0, count];
  for (const island of falling) {
    if (left <= 0) break;
    if (aside.has(island)) continue;
    sum += values[island];
    left--;
  }
  return sum;
}

/** Whether sets that hold something of these islands can come to what is needed at all. */
export function canReach(within: ReadonlySet<number>, islands: Islands, needs: Needs): boolean {
  const { landM2, floorM2, byLand, byFloor } = islands;
  const more = needs.mostSites - within.size;
  if (more < 0) return false;
  const most = (values: readonly number[], falling: readonly number[]) =>
    [...within].reduce((sum, island) => sum + values[island], 0) + largest(values, falling, more, within);
  return reaches(most(landM2, byLand), needs.landM2) || reaches(most(floorM2, byFloor), needs.floorM2);
}

/** Worth at most of a set with this unit, by unit: what is missing made up by fractions of the others. */
export function worthAtMost(units: Units, needs: Needs, gain: Float64Array, start: readonly number[]): Float64Array {
  const begun = new Set(start);
  const base = start.reduce((sum, unit) => sum + gain[unit], 0);
  const limbs = [
    { m2: units.landM2, need: needs.landM2 },
    { m2: units.floorM2, need: needs.floorM2 },
  ].filter(({ need }) => need < Infinity);
  const most = new Float64Array(units.size).fill(-Infinity);
  for (const { m2, need } of limbs) {
    const missing = leastOf(need) - start.reduce((sum, unit) => sum + m2[unit], 0);
    const curve = coverCurve(m2, gain, begun);
    for (let unit = 0; unit < units.size; unit++) {
      const own = begun.has(unit) ? 0 : Math.min(gain[unit], 0);
      const worth = base + own + curve(missing - (begun.has(unit) ? 0 : m2[unit]));
      if (worth > most[unit]) most[unit] = worth;
    }
  }
  return most;
}

/** The worth that so many square metres cost at least (less than nothing), with all that is worth something by itself. */
function coverCurve(m2: Float64Array, gain: Float64Array, aside: ReadonlySet<number>): (missing: number) => number {
  const open = [...gain.keys()].filter((unit) => !aside.has(unit) && (m2[unit] > 0 || gain[unit] > 0));
  const rate = (unit: number) => (gain[unit] >= 0 ? Infinity : gain[unit] / m2[unit]);
  open.sort((a, b) => (rate(a) === rate(b) ? a - b : rate(b) - rate(a)));
  const [sums, worths] = [[0], [0]];
  for (const unit of open) {
    sums.push(sums[sums.length - 1] + m2[unit]);
    worths.push(worths[worths.length - 1] + gain[unit]);
  }
  const plus = open.filter((unit) => gain[unit] >= 0).length;
  return (missing) => {
    if (missing <= sums[plus]) return worths[plus];
    let [low, high] = [plus, open.length];
    if (!reaches(sums[high], missing)) return -Infinity;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (sums[middle] >= missing) high = middle;
      else low = middle;
    }
    const part = Math.min(1, (missing - sums[low]) / (sums[high] - sums[low]));
    return worths[low] + part * (worths[high] - worths[low]);
  };
}

/** Units in the order in which a site that grows from `start` comes to them, each with the least it costs to get there; not all. */
function onTheWay({ near }: Units, gain: Float64Array, start: readonly number[], barred: ReadonlySet<number>) {
  const cost = new Map(start.map((unit) => [unit, 0]));
  const settled = new Map<number, number>();
  while (settled.size < WAY) {
    let next = -1;
    for (const [unit, own] of cost) if (!settled.has(unit) && (next < 0 || own < cost.get(next)!)) next = unit;
    if (next < 0) return { settled, beyond: Infinity };
    settled.set(next, cost.get(next)!);
    for (const other of near[next]) {
      const through = cost.get(next)! + Math.max(0, -gain[other]);
      if (!barred.has(other) && through < (cost.get(other) ?? Infinity)) cost.set(other, through);
    }
  }
  return { settled, beyond: Math.max(...settled.values()) };
}

/** So many units are come to. */
const WAY = 4 * MOST_UNITS;

/** Those of the units with which a set round a middle could be worth more than `above`, the most promising if they are many. */
export function around(
  units: Units,
  needs: Needs,
  gain: Float64Array,
  start: readonly number[],
  islands: Islands,
  above: number,
): Around {
  const begun = new Set(start);
  const home = new Set(start.map((unit) => islands.of[unit]));
  const worth = worthAtMost(units, needs, gain, start);
  const fits = new Map<number, boolean>();
  const isFit = (unit: number): boolean => {
    const island = islands.of[unit];
    if (!fits.has(island)) fits.set(island, home.has(island) || canReach(new Set([...home, island]), islands, needs));
    return fits.get(island)!;
  };
  const over = new Set(start.flatMap((unit) => units.over[unit]));
  const open = [...worth.keys()].filter(
    (unit) => !begun.has(unit) && !over.has(unit) && worth[unit] > above && isFit(unit),
  );
  open.sort((a, b) => worth[b] - worth[a] || a - b);
  const room = MOST_UNITS - start.length;
  if (open.length <= room) return { kept: [...start, ...open], leftOut: -Infinity };
  const { settled, beyond } = onTheWay(units, gain, start, over);
  const base = start.reduce((sum, unit) => sum + gain[unit], 0) + gain.reduce((sum, own) => sum + Math.max(0, own), 0);
  // In one site all that leads to a unit is in with it.
  const atMost = (unit: number) =>
    needs.mostSites > 1 ? worth[unit] : Math.min(worth[unit], base - (settled.get(unit) ?? beyond));
  const wanted = open.filter((unit) => atMost(unit) > above);
  const way = [...settled.keys()].filter((unit) => wanted.includes(unit));
  // A site grows from unit to unit; others begin where land is cheapest.
  const first = way.slice(0, needs.mostSites > 1 ? room / 2 : room);
  const few = [...new Set([...first, ...wanted])].slice(0, room);
  const rest = wanted.filter((unit) => !few.includes(unit));
  return { kept: [...start, ...few], leftOut: Math.max(-Infinity, ...rest.map(atMost)) };
}
