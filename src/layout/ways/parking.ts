import { ringOf, type Arrangement } from '../rows/block.ts';
import { away, Frame } from '../land/frame.ts';
import { freeIn } from '../land/free.ts';
import { without, type Rectangle } from '../land/strip.ts';
import { LONGEST_DEAD_END_M } from './dead-ends.ts';
import { near } from './network.ts';
import type { LayoutSite, Point, Ring } from '../shape/site.ts';

/** Places 停车位 stand square to their lane: 5.5 m deep, 2.5 m wide. */
const PLACE_DEPTH_M = 5.5;
const PLACE_WIDTH_M = 2.5;
const LEAST_PLACES = 5;
/** Two rows with their own lane between them. */
const LOT_LANE_M = 6;
const LOT_DEPTH_M = 2 * PLACE_DEPTH_M + LOT_LANE_M;
/** Off the boundary, off walls and lanes. */
const VERGE_M = 0.5;
const WALL_M = 1;
const TOUCH_M = 0.1;
const REACH_M = 0.8;
const STEP_M = 2;

/** A gap between walls that has room for a lane and so many rows of cars along it. */
export const carsBesideM = (laneM: number, rows: 1 | 2): number =>
  laneM + 2 * WALL_M + rows * (PLACE_DEPTH_M + TOUCH_M) + ROUNDING_M;
const ROUNDING_M = 0.1;

export interface Parking {
  /** Rows of places, and the lanes of lots. */
  readonly strips: readonly Ring[];
  readonly lanes: readonly Ring[];
  readonly places: number;
}

/** What cars may not stand on: walls, a little off them, and ground of another use. */
export interface Occupied {
  readonly walls: readonly Ring[];
  readonly ground: readonly Ring[];
}

/** Places of a lot: every two metres. */
const steps = ({ yMin, yMax }: Frame): number[] =>
  Array.from({ length: Math.max(0, Math.ceil((yMax - yMin) / STEP_M)) }, (_, i) => yMin + i * STEP_M);

/** Places of a row of cars: on either side of each lane that runs its way. */
function besideLanes(frame: Frame, roads: readonly Ring[]): number[] {
  const places = new Set<number>();
  const beside = TOUCH_M + 0.02;
  for (const road of roads) {
    const ys = road.map((point) => frame.turned(point)[1]);
    ys.forEach((y, i) => {
      if (Math.abs(y - ys[(i + 1) % ys.length]) > 0.01) return;
      places.add(Math.round((y + beside) * 100) / 100).add(Math.round((y - beside - PLACE_DEPTH_M) * 100) / 100);
    });
  }
  return [...places].sort((a, b) => a - b);
}

const touches = (ring: Ring, roads: readonly Ring[]): boolean => roads.some((road) => near(ring, road, REACH_M));

/** Whether a lane runs along one of the long sides. */
function alongLane(frame: Frame, { x0, x1, y0, y1 }: Rectangle, roads: readonly Ring[]): boolean {
  return [y0, y1].some((y) =>
    [0.1, 0.5, 0.9].every((t) => touches([frame.back([x0 + t * (x1 - x0), y]) satisfies Point], roads)),
  );
}

/** The same with the room that what touches it leaves. */
const grown = ({ x0, x1, y0, y1 }: Rectangle): Rectangle => ({
  x0: x0 - TOUCH_M,
  x1: x1 + TOUCH_M,
  y0: y0 - TOUCH_M,
  y1: y1 + TOUCH_M,
});

/** A search of the land in one direction after another: it takes what it finds, so that nothing is taken twice. */
class Search {
  readonly strips: Ring[] = [];
  readonly lanes: Ring[] = [];
  places = 0;

  constructor(
    private readonly land: LayoutSite,
    private readonly occupied: Occupied,
    private readonly roads: readonly Ring[],
    private readonly wanted: number,
  ) {}

  /** Lots as deep as two rows, their lane joined to another at an end; or single rows along a lane. */
  run(angleRad: number, lots: boolean): void {
    if (this.places >= this.wanted) return;
    const depth = lots ? LOT_DEPTH_M : PLACE_DEPTH_M;
    const { walls, ground } = this.occupied;
    const touching = [...ground, ...this.roads, ...this.strips, ...this.lanes];
    const frame = new Frame(this.land, angleRad, [...away(walls, WALL_M), ...away(touching, TOUCH_M)]);
    const found: Rectangle[] = [];
    for (const y of lots ? steps(frame) : besideLanes(frame, this.roads)) {
      if (this.places >= this.wanted) return;
      const free = without(freeIn(frame, y, y + depth), y, y + depth, found);
      for (let i = 0; i < free.length && this.places < this.wanted; i += 2) {
        const spot = this.#take(frame, { x0: free[i], x1: free[i + 1], y0: y, y1: y + depth }, lots);
        if (spot) found.push(grown(spot));
      }
    }
  }

  #take(frame: Frame, room: Rectangle, lots: boolean): Rectangle | null {
    const rows = lots ? 2 : 1;
    // The lane of a lot ends blind.
    const roomM = lots ? Math.min(room.x1 - room.x0, LONGEST_DEAD_END_M) : room.x1 - room.x0;
    const n = Math.min(Math.ceil((this.wanted - this.places) / rows), Math.floor(roomM / PLACE_WIDTH_M));
    if (n < Math.min(LEAST_PLACES, Math.ceil((this.wanted - this.places) / rows))) return null;
    for (const x0 of [room.x0, room.x1 - n * PLACE_WIDTH_M]) {
      const spot = { ...room, x0, x1: x0 + n * PLACE_WIDTH_M };
      const lane = { ...spot, y0: room.y0 + PLACE_DEPTH_M, y1: room.y1 - PLACE_DEPTH_M };
      if (lots ? !touches(ringOf(frame, lane), this.roads) : !alongLane(frame, spot, this.roads)) continue;
      if (lots) this.lanes.push(ringOf(frame, lane));
      this.strips.push(ringOf(frame, { ...spot, y1: room.y0 + PLACE_DEPTH_M }));
      if (lots) this.strips.push(ringOf(frame, { ...spot, y0: room.y1 - PLACE_DEPTH_M }));
      this.places += rows * n;
      return spot;
    }
    return null;
  }
}

export const placesM2 = (places: number): number => places * PLACE_DEPTH_M * PLACE_WIDTH_M;

/** Places on ground that nothing else takes, along the rows and across them, until enough are found. */
export function parkingOf(
  site: LayoutSite,
  how: Arrangement,
  occupied: Occupied,
  roads: readonly Ring[],
  wanted: number,
  edgeAngles: readonly number[],
): Parking {
  const verges = { ...site, setbacksM: site.setbacksM.map((ring) => ring.map(() => VERGE_M)) };
  const search = new Search(verges, occupied, roads, wanted);
  const angles = [how.angleRad, how.angleRad + Math.PI / 2];
  for (const angle of [...angles, ...edgeAngles]) search.run(angle, false);
  for (const angle of angles) search.run(angle, true);
  return { strips: search.strips, lanes: search.lanes, places: search.places };
}
