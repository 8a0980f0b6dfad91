import { away, Frame, type Obstacle } from '../land/frame.ts';
import { freeIn } from '../land/free.ts';
import type { Rectangle } from '../land/strip.ts';
import { ringOf, type Arrangement, type Block } from '../rows/block.ts';
import { SERVES_M } from './network.ts';
import { carsBesideM } from './parking.ts';
import type { Row } from '../rows/rows.ts';
import { ringMiddleM } from './ring-lane.ts';
import type { LayoutSite, Ring } from '../shape/site.ts';

const QUARTER = Math.PI / 2;
export const OFF_WALLS_M = 1;
/** Strips that only just fit are found in spite of rounding. */
const SLACK_M = 0.02;

/** The land as lanes see it: they run on to the middle of the lane along the boundary. */
export function laneFrame(site: LayoutSite, angleRad: number, laneM: number, obstacles: readonly Obstacle[]): Frame {
  const middle = ringMiddleM(laneM);
  const nearer = { ...site, setbacksM: site.setbacksM.map((ring) => ring.map((m) => Math.min(m, middle))) };
  return new Frame(nearer, angleRad, obstacles);
}

/** Strips of a width along x, wherever they are free. */
function strips(frame: Frame, y: number, widthM: number): Ring[] {
  const free = freeIn(frame, y - widthM / 2, y + widthM / 2);
  const found: Ring[] = [];
  // What is no longer than wide leads nowhere.
  for (let i = 0; i < free.length; i += 2)
    if (free[i + 1] - free[i] > widthM)
      found.push(ringOf(frame, { x0: free[i], x1: free[i + 1], y0: y - widthM / 2, y1: y + widthM / 2 }));
  return found;
}

/** A lane half-way serves the walls on either side only if it comes surely nearer to them. */
const SURELY_SERVES_M = SERVES_M - 0.5;

/**
 * Middle of the lane between a row and the wall after it: beside the first where that leaves room for a row of cars, else half-way; between docks
 * always half-way. Where half-way would be too far to serve either, each wall has a lane, with room for a row of cars before it.
 */
function lanesIn({ y, depthM, docks }: Row, to: number, laneM: number): readonly number[] {
  const from = y + depthM;
  const gap = to - from;
  if (!docks && gap > 2 * SURELY_SERVES_M + laneM) {
    const off = carsBesideM(laneM, 1) - OFF_WALLS_M - laneM / 2;
    return [from + off, to - off];
  }
  const beside = gap >= carsBesideM(laneM, 1) && gap < carsBesideM(laneM, 2);
  return [beside ? from + OFF_WALLS_M + SLACK_M + laneM / 2 : (from + to) / 2];
}

/** What lanes join and what they keep off. */
export interface LaneWishes {
  readonly laneM: number;
  /** All that stand. */
  readonly walls: readonly Ring[];
  /** Ground of the main road, in the frame of the rows: no lane runs beside it. */
  readonly road: Rectangle | null;
}

/**
 * Lanes between rows and aisles between columns, from border to border; buildings are kept clear of.
 * @returns rectangles over one another
 */
export function lanesOf(site: LayoutSite, how: Arrangement, block: Block, { laneM, walls, road }: LaneWishes): Ring[] {
  const obstacles = away(walls, OFF_WALLS_M);
  const along = laneFrame(site, how.angleRad, laneM, obstacles);
  const across = laneFrame(site, how.angleRad + QUARTER, laneM, obstacles);
  const lengthways = road !== null && road.x1 - road.x0 > road.y1 - road.y0;
  const beside = (at: number, from: number, to: number): boolean => at > from - laneM && at < to + laneM;
  const gaps = block.rows
    .slice(1)
    .flatMap(({ y }, i) => lanesIn(block.rows[i], y, laneM))
    .filter((y) => !(road && lengthways && beside(y, road.y0, road.y1)));
  const aisles = block.aisles.filter((x) => !(road && !lengthways && beside(x, road.x0, road.x1)));
  // Turned by a quarter, x of the rows' frame is the other way round.
  return [...gaps.flatMap((y) => strips(along, y, laneM)), ...aisles.flatMap((x) => strips(across, -x, laneM))];
}
