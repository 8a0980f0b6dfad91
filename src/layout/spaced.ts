import { footprintRange, type Family } from './family.ts';
import { rowLandOf, type Ground } from './ground.ts';
import { blockOf, type Arrangement, type Block } from './rows/block.ts';
import type { Placed } from './rows/columns.ts';
import { carsBesideM } from './ways/parking.ts';
import { mainRoadOf, type MainRoad } from './ways/main-road.ts';

/** Rows with the main road through them. */
export interface Spaced {
  readonly block: Block;
  readonly how: Arrangement;
  readonly road: MainRoad | null;
}

const footprintOf = ({ x0, x1, y0, y1 }: Placed): number => (x1 - x0) * (y1 - y0);

function again(ground: Ground, family: Family, { how, road }: Omit<Spaced, 'block'>): Spaced {
  const land = rowLandOf(ground, how.angleRad, family.high);
  return { block: blockOf(land, how, road ? [road.clear] : []), how, road };
}

/** The densest rows, then the main road where they leave a way, then rows round it. */
export function denseRows(ground: Ground, family: Family, how: Arrangement): Spaced {
  const { site, entrance, kept, wishes } = ground;
  const plain = again(ground, family, { how, road: null });
  if (!wishes.mainRoadM || !plain.block.placed.length) return plain;
  const wish = { site, entrance, widthM: wishes.mainRoadM, laneM: wishes.laneM, kept: kept.map(({ ring }) => ring) };
  const road = mainRoadOf(wish, plain.block, how.angleRad);
  return road ? again(ground, family, { how, road }) : plain;
}

/** Row gaps are widened by so much at a time, metres. */
const WIDER_M = 2;
const WIDEST_M = 24;

/**
 * Rows with gaps widened until the density is kept, and further where room is wanted and the target still reached.
 * @param toSpare so many times the ground for the target is kept: ends of rows that come in line cost a little of it
 */
export function rowsWithin(ground: Ground, family: Family, how: Arrangement, toSpare: number): Spaced {
  const { wanted, most } = footprintRange(ground, family);
  let best = denseRows(ground, family, how);
  for (let wider = WIDER_M; wider <= WIDEST_M; wider += WIDER_M) {
    if (best.block.areaM2 <= most && !family.roomy) break;
    const next = again(ground, family, { how: { ...how, rowGapM: how.rowGapM + wider }, road: best.road });
    if (next.block.areaM2 < toSpare * wanted && best.block.areaM2 <= most) break;
    best = next;
  }
  return best;
}

/** The rows with gaps wide enough for a row of cars more; null where no more rows fit, or too little building would be left. */
function apart(ground: Ground, family: Family, { how, road }: Spaced, leastM2: number): Spaced | null {
  const rowGapM = ([1, 2] as const).map((rows) => carsBesideM(ground.wishes.laneM, rows)).find((m) => m > how.rowGapM);
  if (rowGapM === undefined) return null;
  const next = again(ground, family, { how: { ...how, rowGapM }, road });
  return next.block.areaM2 < leastM2 ? null : next;
}

/** The rows without their smallest building: its ground is for cars. */
function thinned({ block, how, road }: Spaced, leastM2: number): Spaced | null {
  if (block.placed.length < 2) return null;
  const smallest = block.placed.reduce((least, one) => (footprintOf(one) < footprintOf(least) ? one : least));
  const areaM2 = block.areaM2 - footprintOf(smallest);
  if (areaM2 < leastM2) return null;
  return { block: { ...block, placed: block.placed.filter((one) => one !== smallest), areaM2 }, how, road };
}

/**
 * More room for cars and green, as long as the target is still reached; where it is out of reach, the lower bounds of shares.
 * What little is lacking one building makes room for; for more, rows move apart.
 */
export function roomier(ground: Ground, family: Family, spaced: Spaced, lackM2: number): Spaced | null {
  const { least, wanted } = footprintRange(ground, family);
  const enough = spaced.block.areaM2 < wanted ? least : wanted;
  const smallest = spaced.block.placed.reduce((m2, one) => Math.min(m2, footprintOf(one)), Infinity);
  const parted = (): Spaced | null => apart(ground, family, spaced, enough);
  const fewer = (): Spaced | null => thinned(spaced, enough);
  return lackM2 < smallest ? (fewer() ?? parted()) : (parted() ?? fewer());
}

/** Other rows are tried with gaps wider by so much, metres, and with buildings at most so many bays shorter. */
const WIDER_FOR_LANES_M = [4, 8] as const;
const FEWER_BAYS = [2, 4] as const;

/** Rows near these that reach the same: where a fire lane has no room, one of them may have it. */
export function* otherwise(ground: Ground, family: Family, { how, road }: Spaced): Generator<Spaced> {
  const { wanted } = footprintRange(ground, family);
  const { minM, maxM, bayM } = how.cutting;
  const hows: readonly Arrangement[] = [
    ...WIDER_FOR_LANES_M.map((more) => ({ ...how, rowGapM: how.rowGapM + more })),
    ...FEWER_BAYS.map((fewer) => ({ ...how, cutting: { ...how.cutting, maxM: Math.max(minM, maxM - fewer * bayM) } })),
  ];
  for (const other of hows) {
    const next = again(ground, family, { how: other, road });
    if (next.block.areaM2 >= wanted) yield next;
  }
}
