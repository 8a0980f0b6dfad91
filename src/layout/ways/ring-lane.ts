import { Frame, type Obstacle } from '../land/frame.ts';
import { freeIn } from '../land/free.ts';
import { ringOf } from '../rows/block.ts';
import type { LayoutSite, Point, Ring } from '../shape/site.ts';

/** The lane along the boundary lies between a metre from it and so much before the wall. */
const VERGE_M = 1;
/** Sharp corners of short edges are not drawn in farther than this times the distance: their strips narrow towards them. */
const LONGEST_MITRE = 3;
const TOUCH_M = 0.02;

/** A corner between two edges, with the directions into the land square to them. */
interface Corner {
  readonly at: Point;
  readonly before: Point;
  readonly after: Point;
  /** The land lies round it on more than half a turn. */
  readonly reflex: boolean;
  /** Half of the shorter of the two edges. */
  readonly roomM: number;
}

const normalOf = ([ax, ay]: Point, [bx, by]: Point): Point => {
  const length = Math.hypot(bx - ax, by - ay);
  return [-(by - ay) / length, (bx - ax) / length];
};

function cornersOf(ring: Ring): Corner[] {
  const last = ring.length - 1;
  const nextTo = (i: number): Point => ring[(i + 1) % ring.length];
  const normals = ring.map((a, i) => normalOf(a, nextTo(i)));
  const lengths = ring.map(([x, y], i) => Math.hypot(nextTo(i)[0] - x, nextTo(i)[1] - y));
  return ring.map((at, i) => {
    const [before, after] = [normals[(i + last) % ring.length], normals[i]];
    const reflex = before[0] * after[1] - before[1] * after[0] < -1e-9;
    return { at, before, after, reflex, roomM: Math.min(lengths[(i + last) % ring.length], lengths[i]) / 2 };
  });
}

const off = ({ at }: Corner, [nx, ny]: Point, byM: number): Point => [at[0] + nx * byM, at[1] + ny * byM];

/** Half-way between two directions. */
function halfWay([ax, ay]: Point, [bx, by]: Point): Point {
  const length = Math.hypot(ax + bx, ay + by) || 1;
  return [(ax + bx) / length, (ay + by) / length];
}

/** Where an edge's strip ends at a corner: where the two strips meet, or square to the edge where the land bends round. */
function endAt(corner: Corner, normal: Point, byM: number): Point {
  if (corner.reflex) return off(corner, normal, byM);
  const middle = halfWay(corner.before, corner.after);
  const shrink = middle[0] * normal[0] + middle[1] * normal[1];
  const mitre = 1 / Math.max(shrink, 1e-6);
  const alongM = byM * Math.sqrt(mitre ** 2 - 1);
  return off(corner, middle, byM * (alongM <= corner.roomM ? mitre : Math.min(LONGEST_MITRE, mitre)));
}

/** The piece round a bend, between the ends of two strips: no farther from the corner than they are. */
function bend(corner: Corner, fromM: number, toM: number): Ring {
  const middle = halfWay(corner.before, corner.after);
  return [
    off(corner, corner.before, fromM),
    off(corner, corner.before, toM),
    off(corner, middle, toM),
    off(corner, corner.after, toM),
    off(corner, corner.after, fromM),
  ];
}

/** Stretches of a strip that the rest of the boundary and what stands leave: itself where it is free from end to end. */
function freeOf(strip: Ring, [a, b]: readonly [Point, Point], endM: number, land: Land): readonly Ring[] {
  const frame = new Frame(land.site, Math.atan2(b[1] - a[1], b[0] - a[0]), land.obstacles);
  const y = frame.turned(a)[1];
  const free = freeIn(frame, y + VERGE_M, y + endM);
  const [outerFrom, outerTo, innerTo, innerFrom] = strip.map((corner) => frame.turned(corner)[0]);
  const [from, to] = [Math.max(outerFrom, innerFrom), Math.min(outerTo, innerTo)];
  const pieces: Ring[] = [];
  for (let i = 0; i < free.length; i += 2) {
    if (free[i] <= from + TOUCH_M && free[i + 1] >= to - TOUCH_M) return [strip];
    const [x0, x1] = [
      Math.max(free[i], Math.min(outerFrom, innerFrom)),
      Math.min(free[i + 1], Math.max(outerTo, innerTo)),
    ];
    if (x1 > x0 + TOUCH_M) pieces.push(ringOf(frame, { x0, x1, y0: y + VERGE_M, y1: y + endM }));
  }
  return to > from ? pieces : [strip];
}

/** The land as its lane finds it: a verge along its boundary, and what stands. */
interface Land {
  readonly site: LayoutSite;
  readonly obstacles: readonly Obstacle[];
}

/**
 * The lane along each boundary 环路, as strips for each edge whose setback leaves room for it; strips of one ring touch, unless
 * the boundary comes near itself or something stands in the way.
 * @param site canonical: outer rings against the clock, holes with it
 */
export function ringLane(site: LayoutSite, laneM: number, obstacles: readonly Obstacle[]): Ring[] {
  const end = VERGE_M + laneM;
  // Its own verge a little less, so that rounding takes no strip.
  const verges = { ...site, setbacksM: site.setbacksM.map((ring) => ring.map(() => VERGE_M - TOUCH_M)) };
  const upright = new Frame(verges, 0, obstacles);
  return site.rings.flatMap((ring, r) => {
    const corners = cornersOf(ring);
    const roomy = site.setbacksM[r].map((m) => m >= end);
    return corners.flatMap((corner, i) => {
      const next = corners[(i + 1) % corners.length];
      const strip = [
        endAt(corner, corner.after, VERGE_M),
        endAt(next, corner.after, VERGE_M),
        endAt(next, corner.after, end),
        endAt(corner, corner.after, end),
      ];
      const bends = corner.reflex && roomy[i] && roomy[(i + ring.length - 1) % ring.length];
      const piece = bends ? bend(corner, VERGE_M, end) : [];
      return [
        ...(roomy[i] ? freeOf(strip, [corner.at, next.at], end, { site: verges, obstacles }) : []),
        ...(bends && piece.every(([x, y]) => upright.holds(x, y)) ? [piece] : []),
      ];
    });
  });
}

/** How far from an edge the middle of its lane lies. */
export const ringMiddleM = (laneM: number): number => VERGE_M + laneM / 2;
