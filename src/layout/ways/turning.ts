import type { Frame } from '../land/frame.ts';
import { freeIn } from '../land/free.ts';
import { ringOf } from '../rows/block.ts';
import { deadEnds, LONGEST_DEAD_END_M, type DeadEnd } from './dead-ends.ts';
import { joined, near, SERVES_M } from './network.ts';
import { lanesRound } from './round.ts';
import { stripOf } from './strips.ts';
import type { Point, Ring } from '../shape/site.ts';

/** A lane that ends so near a wall may have come to it. */
const AT_A_WALL_M = 4;

/** What roads are ended by. */
export interface Endings {
  readonly entrance: Point;
  readonly laneM: number;
  /** Side of a place to turn 回车场. */
  readonly turningM: number;
  readonly walls: readonly Ring[];
  /** Buildings that rows were laid out round. */
  readonly kept: readonly Ring[];
  /** The land turned to a direction, as lanes find it. */
  readonly frameOf: (angleRad: number) => Frame;
}

/** Roads of which none ends blind where that can be helped. */
export interface Ended {
  readonly roads: readonly Ring[];
  /** Ends after more than 40 m that have no place to turn. */
  readonly blind: number;
}

/** Roads with where they end. */
interface Network {
  readonly roads: readonly Ring[];
  readonly ends: readonly DeadEnd[];
}

const isLong = ({ lengthM }: DeadEnd): boolean => lengthM > LONGEST_DEAD_END_M;

/** The last of the road that meets no other. */
function tailOf({ at, back, ownM, widthM }: DeadEnd): Ring {
  const [dx, dy] = [(-back[1] * widthM) / 2, (back[0] * widthM) / 2];
  const end: Point = [at[0] + back[0] * ownM, at[1] + back[1] * ownM];
  return [
    [at[0] + dx, at[1] + dy],
    [at[0] - dx, at[1] - dy],
    [end[0] - dx, end[1] - dy],
    [end[0] + dx, end[1] + dy],
  ];
}

/** A road drawn in at its end; null where nothing is left of it. */
function shortened(road: Ring, { at, back, ownM }: DeadEnd): Ring | null {
  const { lengthM } = stripOf(road);
  if (ownM > lengthM - 1) return null;
  return road.map(([x, y]): Point => {
    const along = (x - at[0]) * back[0] + (y - at[1]) * back[1];
    return along < lengthM / 2 ? [x + back[0] * ownM, y + back[1] * ownM] : [x, y];
  });
}

/** Without the ends that lead to nothing; what a road is from the street stays. */
function trimmed({ roads, ends }: Network, { walls }: Endings): readonly Ring[] {
  const idle = ends.filter((one) => {
    const tail = tailOf(one);
    return one.road > 0 && !walls.some((wall) => near(tail, wall, SERVES_M));
  });
  if (!idle.length) return roads;
  // One end of a road at a time.
  const first = new Map(idle.toReversed().map((one) => [one.road, one]));
  return roads.flatMap((road, r): readonly Ring[] => {
    const end = first.get(r);
    const left = end ? shortened(road, end) : road;
    return left ? [left] : [];
  });
}

/** With lanes round the buildings at which long roads end: on them one comes away again. */
function roundKept({ roads, ends }: Network, { kept, laneM, frameOf }: Endings): readonly Ring[] {
  const long = ends.filter(isLong);
  const met = kept.filter((ring) => long.some(({ at, widthM }) => near([at], ring, AT_A_WALL_M + widthM)));
  return met.length ? joined([...roads, ...met.flatMap((ring) => lanesRound(ring, laneM, frameOf))]) : roads;
}

/** A place to turn at the end of a road or before it, over its middle or beside it; null where none has room. */
function turningAt({ at, back, widthM, ownM }: DeadEnd, { turningM, frameOf }: Endings): Ring | null {
  const frame = frameOf(Math.atan2(-back[1], -back[0]));
  const [x, y] = frame.turned(at);
  const aside = (turningM - widthM) / 2;
  let best: { readonly x1: number; readonly y0: number } | null = null;
  for (const shift of [0, aside, -aside]) {
    const y0 = y + shift - turningM / 2;
    const free = freeIn(frame, y0, y0 + turningM);
    for (let i = 0; i < free.length; i += 2) {
      const x1 = Math.min(free[i + 1], x + turningM);
      const touches = x1 - turningM <= x && x1 >= x - Math.min(ownM, LONGEST_DEAD_END_M);
      if (touches && x1 - turningM >= free[i] && (!best || x1 > best.x1 + 1e-6)) best = { x1, y0 };
    }
  }
  return best && ringOf(frame, { x0: best.x1 - turningM, x1: best.x1, y0: best.y0, y1: best.y0 + turningM });
}

/**
 * Roads without idle ends, with lanes round the buildings at which they end, and places to turn at what still ends blind.
 * @param given the first from the street
 */
export function ended(given: readonly Ring[], endings: Endings): Ended {
  let network: Network = { roads: given, ends: deadEnds(given, endings.entrance) };
  for (const next of [trimmed, roundKept, trimmed]) {
    const roads = next(network, endings);
    if (roads !== network.roads) network = { roads, ends: deadEnds(roads, endings.entrance) };
  }
  const { roads, ends } = network;
  const places: Ring[] = [];
  let blind = 0;
  for (const end of ends.filter(isLong)) {
    const place = turningAt(end, endings);
    if (place) places.push(place);
    else blind++;
  }
  return { roads: [...roads, ...places], blind };
}
