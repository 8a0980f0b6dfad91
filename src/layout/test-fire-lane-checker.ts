/*
 * Whether fire lanes 消防车道 run along large plates, felt out from their walls step by step: it imports nothing of what made them.
 */
import type { Layout } from './shape/layout.ts';
import type { LaidBuilding, Point, Ring, StandingBuilding } from './shape/site.ts';

/**
 * GB 55037-2022 3.4.2: high factory buildings and 甲乙丙 factories of more than 3 000 m² of footprint have fire lanes along their two
 * long sides; from memory, 乙丙 warehouses of more than 1 500 m² too. 3.4: 4 m clear in width; GB 50016-2014 (2018) 7.1.8, from
 * memory: preferably 5 m off the wall. What is made is not known here: every factory is held as 丙, none as a warehouse.
 */
const LARGE_M2 = 3000;
const HIGH_M = 24;
const CLEAR_M = 4;
/** A lane farther off than so much of clear ground is not along the wall; a setting, the code names none for low buildings. */
const REACH_M = 15;
/** Steps along a wall and off it. */
const STEP_M = 1;
const OFF_STEP_M = 0.25;
/** As much of a long side may have no lane, metres: at its ends, where a lane turns away. */
const ENDS_M = 4;

const apart = ([ax, ay]: Point, [bx, by]: Point): number => Math.hypot(bx - ax, by - ay);

/** Even-odd. */
function covers(ring: Ring, [x, y]: Point): boolean {
  let odd = false;
  ring.forEach(([ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length];
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) odd = !odd;
  });
  return odd;
}

/** What lies near a wall: what one drives on, and what stands in the way. */
interface Around {
  readonly paved: readonly Ring[];
  readonly walls: readonly Ring[];
}

/** Whether going straight off a wall one comes to 4 m of paving before any other wall, within reach. */
function meetsLane(at: Point, [nx, ny]: Point, { paved, walls }: Around): boolean {
  let clear = 0;
  for (let off = OFF_STEP_M / 2; off <= REACH_M + CLEAR_M; off += OFF_STEP_M) {
    const point: Point = [at[0] + nx * off, at[1] + ny * off];
    if (walls.some((ring) => covers(ring, point))) return false;
    clear = paved.some((ring) => covers(ring, point)) ? clear + OFF_STEP_M : 0;
    if (clear >= CLEAR_M - OFF_STEP_M) return true;
  }
  return false;
}

/** Metres of a wall with no lane along it. */
function bareOf(a: Point, b: Point, around: Around): number {
  const lengthM = apart(a, b);
  const [dx, dy] = [(b[0] - a[0]) / lengthM, (b[1] - a[1]) / lengthM];
  let bare = 0;
  for (let along = STEP_M / 2; along < lengthM; along += STEP_M)
    if (!meetsLane([a[0] + dx * along, a[1] + dy * along], [dy, -dx], around)) bare += STEP_M;
  return bare;
}

const needsLanes = ({ use, footprintM2, heightM }: LaidBuilding): boolean =>
  use === 'production' && (footprintM2 > LARGE_M2 || heightM > HIGH_M);

/** Corners against the clock, so that the outside is to the right of each side. */
function againstClock(ring: Ring): Ring {
  const twice = ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length];
    return sum + (x - ring[0][0]) * (nextY - ring[0][1]) - (nextX - ring[0][0]) * (y - ring[0][1]);
  }, 0);
  return twice < 0 ? ring.toReversed() : ring;
}

/** Metres without a lane on the worse of the two long sides; of a square, of the pair that has more of them. */
function bareLongSideM({ ring }: LaidBuilding, around: Around): number {
  const corners = againstClock(ring);
  const sides = corners.map((a, i) => [a, corners[(i + 1) % corners.length]] as const);
  const pairs = [[sides[0], sides[2]], [sides[1], sides[3]]]; // prettier-ignore
  const longest = Math.max(...sides.map(([a, b]) => apart(a, b)));
  const long = pairs.filter(([[a, b]]) => apart(a, b) > longest - 0.01);
  return Math.min(...long.map((pair) => Math.max(...pair.map(([a, b]) => bareOf(a, b, around)))));
}

/** Large plates and high buildings without a fire lane along both long sides, each in a sentence. */
export function fireLaneFaults({ roads, aprons, buildings }: Layout, standing: readonly StandingBuilding[]): string[] {
  const walls = [...buildings, ...standing].map(({ ring }) => ring);
  return buildings.flatMap((one, i) => {
    if (!needsLanes(one)) return [];
    const bare = bareLongSideM(one, { paved: [...roads, ...aprons], walls: walls.filter((ring) => ring !== one.ring) });
    return bare > ENDS_M
      ? [`building ${i} of ${one.footprintM2.toFixed(0)} m² has no fire lane along ${bare.toFixed(0)} m of a long side`]
      : [];
  });
}
