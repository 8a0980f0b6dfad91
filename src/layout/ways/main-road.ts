import type { Block } from '../rows/block.ts';
import { away, Frame } from '../land/frame.ts';
import { freeIn } from '../land/free.ts';
import type { Rectangle } from '../land/strip.ts';
import { directionOf, type Entrance } from './entrance.ts';
import { laneFrame, OFF_WALLS_M } from './lanes.ts';
import { near } from './network.ts';
import type { LayoutSite, Point, Ring } from '../shape/site.ts';

/** The road from the entrance through the land 主路. */
export interface MainRoad {
  readonly ring: Ring;
  readonly entrance: Point;
  /** Ground of the rows' frame that buildings leave to it. */
  readonly clear: Rectangle;
}

/** From the road to a wall, metres: what a footway and a strip of green take. */
const TO_WALL_M = 3;
const LEAST_LENGTH_M = 20;
/** A way in is no narrower than a fire engine asks for: GB 55037-2022 3.4. */
const LEAST_WIDTH_M = 4;
/** It begins behind the setback at most, by so much. */
const AT_THE_EDGE_M = 12;

/** Where a road is wished for. */
export interface RoadWish {
  readonly site: LayoutSite;
  readonly entrance: Entrance;
  readonly widthM: number;
  readonly laneM: number;
  /** What stands already. */
  readonly kept: readonly Ring[];
}

const middleOf = ([ax, ay]: Point, [bx, by]: Point): Point => [(ax + bx) / 2, (ay + by) / 2];

/** x of the edge's line at a y. */
const crossing = ([ax, ay]: Point, [bx, by]: Point, y: number): number => ax + ((y - ay) / (by - ay)) * (bx - ax);

/** The boundary and the edge of it that is entered, in a frame. */
interface Entered {
  readonly rings: readonly Ring[];
  readonly edge: readonly [Point, Point];
}

/** x of the boundary at a y: on the edge's line, or where the boundary turns away from it beyond the ends of a short edge; null where that is far off. */
function boundaryAt({ rings, edge: [a, b] }: Entered, y: number): number | null {
  const line = crossing(a, b, y);
  let nearest = Infinity;
  for (const ring of rings)
    ring.forEach((p, i) => {
      const q = ring[(i + 1) % ring.length];
      if (p[1] > y === q[1] > y) return;
      const x = crossing(p, q, y);
      if (Math.abs(x - line) < Math.abs(nearest - line)) nearest = x;
    });
  return Math.abs(nearest - line) < AT_THE_EDGE_M ? nearest : null;
}

/** The road at y in a frame in which it runs along x; null where it does not begin at the edge, or is too short. */
function roadAt(frame: Frame, entered: Entered, y: number, widthM: number): Ring | null {
  const half = widthM / 2;
  const [a, b] = entered.edge;
  // The land lies to the left of its edges.
  const inwards = b[1] > a[1] ? -1 : 1;
  const [low, high] = [boundaryAt(entered, y - half), boundaryAt(entered, y + half)];
  if (low === null || high === null) return null;
  const free = freeIn(frame, y - half, y + half);
  for (let i = 0; i < free.length; i += 2) {
    const [from, to] = inwards > 0 ? [free[i], free[i + 1]] : [free[i + 1], free[i]];
    const behind = inwards * (from - (inwards > 0 ? Math.max(low, high) : Math.min(low, high)));
    if (behind < 0 || behind > AT_THE_EDGE_M || Math.abs(to - from) < LEAST_LENGTH_M) continue;
    const corners: Point[] = [
      [low, y - half],
      [to, y - half],
      [to, y + half],
      [high, y + half],
    ];
    return (inwards > 0 ? corners : corners.toReversed()).map((corner) => frame.back(corner));
  }
  return null;
}

/** Where rows leave a way already, across the entrance's edge: aisles, or gaps between rows. */
function ways(block: Block, across: boolean): number[] {
  if (across) return block.aisles.map((x) => -x);
  return block.rows.slice(1).map(({ y }, i) => (y + block.rows[i].y + block.rows[i].depthM) / 2);
}

/**
 * The main road for rows that are found: square to the entrance's edge as nearly as rows are, where they leave a way nearest
 * the entrance, or at the entrance where that is wished for or no way leads.
 */
export function mainRoadOf(
  { site, entrance, widthM, laneM, kept }: RoadWish,
  block: Block,
  angleRad: number,
): MainRoad | null {
  const turned = directionOf(entrance) - angleRad;
  const across = Math.abs(Math.cos(turned)) >= Math.abs(Math.sin(turned));
  const frame = laneFrame(site, across ? angleRad + Math.PI / 2 : angleRad, laneM, away(kept, OFF_WALLS_M));
  const edge = [frame.turned(entrance.edge[0]), frame.turned(entrance.edge[1])] as const;
  const [a, b] = edge;
  const entered = { rings: site.rings.map((ring) => ring.map((point) => frame.turned(point))), edge };
  const wished = frame.turned(entrance.at)[1];
  const margin = widthM / 2 + TO_WALL_M;
  const [least, most] = [Math.min(a[1], b[1]) + margin, Math.max(a[1], b[1]) - margin];
  const found = site.entrance ? [] : ways(block, across).filter((y) => y > least && y < most);
  const nearest = found.sort((p, q) => Math.abs(p - wished) - Math.abs(q - wished) || p - q);
  for (const y of [...nearest, wished]) {
    const ring = roadAt(frame, entered, y, widthM);
    // What lies between its beginning and the edge is looked at too.
    if (!ring || kept.some((wall) => near(ring, wall, OFF_WALLS_M))) continue;
    return { ring, entrance: middleOf(ring[0], ring[3]), clear: clearOf(block.frame, ring, across) };
  }
  return null;
}

/** The road with room to the walls on either side of it. */
function clearOf(frame: Frame, ring: Ring, across: boolean): Rectangle {
  const points = ring.map((point) => frame.turned(point));
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  // Past its end a wall keeps off it as off any lane.
  const [besideX, besideY] = across ? [TO_WALL_M, OFF_WALLS_M] : [OFF_WALLS_M, TO_WALL_M];
  return {
    x0: Math.min(...xs) - besideX,
    x1: Math.max(...xs) + besideX,
    y0: Math.min(...ys) - besideY,
    y1: Math.max(...ys) + besideY,
  };
}

/**
 * Where no road leads through: a way in, square to the boundary, as deep as the middle of the lane along it; beside what stands
 * there and whole within its edge, where that has room; no wider than that.
 */
export function wayIn(
  entrance: Entrance,
  widthM: number,
  deepM: number,
  kept: readonly Ring[],
): Pick<MainRoad, 'ring' | 'entrance'> {
  const [[ax, ay], [bx, by]] = entrance.edge;
  const lengthM = Math.hypot(bx - ax, by - ay);
  const wideM = Math.min(widthM, Math.max(lengthM, LEAST_WIDTH_M));
  const wished = Math.hypot(entrance.at[0] - ax, entrance.at[1] - ay);
  const aside = Array.from({ length: Math.ceil(lengthM) }, (_, i) => i).flatMap((m) => [wished + m, wished - m]);
  const roomM = Math.max(0, lengthM - wideM) / 2;
  const ways = aside.map((m) => {
    const alongM = Math.min(Math.max(m, lengthM / 2 - roomM), lengthM / 2 + roomM);
    const t = alongM / lengthM;
    const at: Point = alongM === wished ? entrance.at : [ax + t * (bx - ax), ay + t * (by - ay)];
    return { ring: inwardsFrom({ ...entrance, at }, wideM, deepM), entrance: at };
  });
  return ways.find(({ ring }) => !kept.some((wall) => near(ring, wall, OFF_WALLS_M))) ?? ways[0];
}

function inwardsFrom(entrance: Entrance, widthM: number, deepM: number): Ring {
  const angle = directionOf(entrance);
  const along: Point = [Math.cos(angle), Math.sin(angle)];
  const corner = (side: number, inwards: number): Point => [
    entrance.at[0] + (side * widthM * along[0]) / 2 - inwards * along[1],
    entrance.at[1] + (side * widthM * along[1]) / 2 + inwards * along[0],
  ];
  return [corner(-1, 0), corner(1, 0), corner(1, deepM), corner(-1, deepM)];
}
