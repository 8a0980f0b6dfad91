import { beside, IN_LINE_M, outOfLine, roomOf, type Ends } from './ends.ts';
import type { Block } from './block.ts';
import type { Placed } from './columns.ts';
import type { Cutting } from './cut.ts';

/** Steps of more bays clearly follow the land. */
const SMALL_BAYS = 3;
/** A staircase is worth so many bays to be rid of. */
const STAIR_BAYS = 40;
/** A building gives up no more of its length for it. */
const MOST_LOSS = 0.34;
/** Of the places of a building so many are weighed, those that cost least. */
const MOST_PLACES = 24;

/** A place a building may have, and the bays that it is shorter there. */
interface Place extends Ends {
  readonly lostBays: number;
}

type Room = readonly [number, number];

/** Buildings in rows one after another, each beside the one before. */
type Column = readonly Placed[];

const isSmall = (m: number, bayM: number): boolean => Math.abs(m) > IN_LINE_M && Math.abs(m) < SMALL_BAYS * bayM + IN_LINE_M; // prettier-ignore

/** Whether two steps one after another go one way, and unlike. */
const isStair = (first: number, second: number, bayM: number): boolean =>
  first * second > 0 && isSmall(first, bayM) && isSmall(second, bayM) && Math.abs(first - second) > IN_LINE_M;

/** On how many sides ends step twice after one another the same way, by unlike steps. */
function stairsOf(a: Ends, b: Ends, c: Ends, bayM: number): number {
  return Number(isStair(b.x0 - a.x0, c.x0 - b.x0, bayM)) + Number(isStair(b.x1 - a.x1, c.x1 - b.x1, bayM));
}

/** Buildings parted into columns. */
function columnsOf(placed: readonly Placed[]): Column[] {
  const columns: Placed[][] = [];
  for (const one of placed.toSorted((a, b) => a.row - b.row || a.x0 - b.x0)) {
    const column = columns.find((all) => beside(all.at(-1)!, one));
    if (column) column.push(one);
    else columns.push([one]);
  }
  return columns;
}

const hasStairs = (column: readonly Ends[], bayM: number): boolean =>
  column.some((_, i) => i > 1 && stairsOf(column[i - 2], column[i - 1], column[i], bayM) > 0);

/** Where the building of a row would step as the two before it do, the two after it, or half of what lies between those beside it. */
function evenSteps(column: readonly Ends[], i: number): Ends[] {
  const at = (a: number, b: number, x: (a: number, b: number) => number): Ends[] =>
    column[a] && column[b] ? [{ x0: x(column[a].x0, column[b].x0), x1: x(column[a].x1, column[b].x1) }] : [];
  return [
    ...at(i - 1, i - 2, (a, b) => 2 * a - b),
    ...at(i + 1, i + 2, (a, b) => 2 * a - b),
    ...at(i - 1, i + 1, (a, b) => (a + b) / 2),
  ];
}

/** Places of a building: with an end at one of those given, of its length or some bays less. */
function placesOf(one: Placed, longestM: number, [from, to]: Room, ends: readonly Ends[], { bayM, minM }: Cutting): Place[] {
  const places: Place[] = [{ x0: one.x0, x1: one.x1, lostBays: (longestM - one.x1 + one.x0) / bayM }];
  const least = Math.max(minM, longestM * (1 - MOST_LOSS)) - 1e-6;
  for (let length = longestM; length >= least; length -= bayM)
    for (const { x0: start, x1: end } of ends)
      for (const x0 of [start, end - length]) {
        if (x0 < from - 1e-6 || x0 + length > to + 1e-6) continue;
        if (places.some((other) => Math.abs(other.x0 - x0) < 1e-6 && Math.abs(other.x1 - x0 - length) < 1e-6)) continue;
        places.push({ x0, x1: x0 + length, lostBays: (longestM - length) / bayM });
      }
  const far = ({ x0, x1, lostBays }: Place): number => lostBays + (Math.abs(x0 - one.x0) + Math.abs(x1 - one.x1)) / (4 * bayM);
  return places.sort((a, b) => far(a) - far(b)).slice(0, MOST_PLACES);
} // prettier-ignore

/** Of the places of each building of a column those that together cost least: by dynamic programming over two rows at a time. */
function leastOf(places: readonly (readonly Place[])[], bayM: number, lineBays: number): Place[] {
  const pair = (a: Ends, b: Ends): number => lineBays * outOfLine(a.x0, a.x1, b);
  // best[j][k]: the least of all up to row i, the last two at their places j and k.
  let best = [places[0].map(({ lostBays }) => lostBays)];
  const from: Int32Array[][] = [];
  for (let i = 1; i < places.length; i++) {
    const before = i > 1 ? places[i - 2] : null;
    const chosen = places[i - 1].map(() => new Int32Array(places[i].length));
    best = places[i - 1].map((b, j) =>
      places[i].map((c, k) => {
        let least = before ? Infinity : best[0][j];
        before?.forEach((a, h) => {
          const cost = best[h][j] + STAIR_BAYS * stairsOf(a, b, c, bayM);
          if (cost < least - 1e-9) [least, chosen[j][k]] = [cost, h];
        });
        return least + c.lostBays + pair(b, c);
      }),
    );
    from.push(chosen);
  }
  let [j, k, least] = [0, 0, Infinity];
  best.forEach((row, a) => row.forEach((cost, b) => { if (cost < least - 1e-9) [j, k, least] = [a, b, cost]; })); // prettier-ignore
  const out = [places[places.length - 1][k]];
  for (let i = places.length - 1; i > 0; i--) {
    out.unshift(places[i - 1][j]);
    [j, k] = [from[i - 1][j][k], j];
  }
  return out;
}

/**
 * Columns whose ends would step like a staircase stand so that they do not.
 * @param was the buildings as long as they can be, in the same order
 */
export function withoutStairs(block: Block, was: readonly Placed[], cutting: Cutting, lineBays: number): readonly Placed[] {
  let { placed } = block;
  for (const column of columnsOf(placed)) {
    if (!hasStairs(column, cutting.bayM)) continue;
    const rooms = column.map((one) => roomOf({ ...block, placed }, one, cutting.gapM));
    const whole = column.map((one) => was[block.placed.indexOf(one)]);
    const ends: Ends[] = [...column, ...rooms.map(([x0, x1]) => ({ x0, x1 })), ...whole];
    const places = column.map((one, i) => {
      const longestM = whole[i].x1 - whole[i].x0;
      return placesOf(one, longestM, rooms[i], [...ends, ...evenSteps(column, i), ...evenSteps(whole, i)], cutting);
    });
    const stands = new Map(leastOf(places, cutting.bayM, lineBays).map(({ x0, x1 }, i) => [column[i], { ...column[i], x0, x1 }]));
    placed = placed.map((one) => stands.get(one) ?? one);
  }
  return placed;
} // prettier-ignore
