import { COORDINATE_RESOLUTION_M } from '../../quantity/threshold.ts';
import { SEGMENT_PER_M3 } from '../lines/bend.ts';
import { ERROR_BOUND, orient } from '../lines/orient.ts';
import { writeBox } from '../overlap/overlay-rings.ts';
import { SPIKE_WIDTH_M } from './spikes.ts';

/*
 * Most rings are sound, and that is seen in one pass over their vertices: from the middle of its vertices, a sound
 * parcel mostly shows every edge turning the same way, once round. Then no two edges meet that are no neighbours. A
 * ring that is not so plain has its edges tried in pairs. Both are decided exactly; distances are judged with a margin,
 * so that a ring passed here has no problem by the full examination, and any doubt is left to that.
 */

/** More edges than this are left to the full examination, which has an index: those of a township are fewer. */
const MOST_PAIRED_EDGES = 256;
/** A spike is judged in metres from degrees and back: what is this much wider than one is none. */
const SPIKE_SQUARED = (1.01 * SPIKE_WIDTH_M) ** 2;
/** What the area of a ring may differ by between the scale used here and the plane of its zone, up to 60° of latitude. */
const AREA_SCALE = 0.95;
/** What lies between a ring drawn straight in degrees and on a plane, by L³ of its edges, for both planes of a survey. */
const BULGE_PER_M3 = 2 * SEGMENT_PER_M3;

const boxes = new Float64Array(4 * MOST_PAIRED_EDGES);

/** How stored coordinates relate to the ground about a ring: metres per unit of each, and how far it may reach. */
export interface Scale {
  readonly x: number;
  readonly y: number;
  readonly reach: number;
}

/** Whether the closed ring `from .. to` has neither a fault nor a warning; `false` only says that it is not plain. */
export function plainRing(xy: Float64Array, from: number, to: number, scale: Scale): boolean {
  const n = to - from - 1;
  if (n < 3) return false;
  const first = 2 * from;
  const end = 2 * to - 2;
  if (xy[first] !== xy[end] || xy[first + 1] !== xy[end + 1]) return false;
  const sx = scale.x;
  const sy = scale.y;
  const narrow = SPIKE_SQUARED;
  // A point in the midst of the ring: the mean of four vertices a quarter of the ring apart.
  const quarter = 2 * (n >> 2);
  const half = 2 * (n >> 1);
  const cx = (xy[first] + xy[first + quarter] + xy[first + half] + xy[end - quarter]) / 4;
  const cy = (xy[first + 1] + xy[first + quarter + 1] + xy[first + half + 1] + xy[end - quarter + 1]) / 4;
  // Sums stand for the largest of their terms, and nothing here branches on the ordinary shape of a ring: a branch that
  // a corner takes or not, as it falls, costs more than all else.
  let changes = 0; // of the side of the middle, south or north
  let least = Infinity;
  let twice = 0;
  let turned = 0; // is `twice` or its opposite, to the last bit, when every edge turns the same way
  let squares = 0; // of the edges, m²
  let extent = 0; // sum of squared distances from the middle
  let ax = xy[first] - cx;
  let ay = xy[first + 1] - cy;
  let north = Number(ay >= 0);
  let ux = (ax - (xy[end - 2] - cx)) * sx;
  let uy = (ay - (xy[end - 1] - cy)) * sy;
  let uu = ux * ux + uy * uy;
  for (let k = first + 2; k <= end; k += 2) {
    const bx = xy[k] - cx;
    const by = xy[k + 1] - cy;
    extent += bx * bx + by * by;
    const cross = ax * by - ay * bx;
    const size = Math.abs(cross);
    if (size < least) least = size;
    twice += cross;
    turned += size;
    const isNorth = Number(by >= 0);
    changes += north ^ isNorth;
    const vx = (bx - ax) * sx;
    const vy = (by - ay) * sy;
    const vv = vx * vx + vy * vy;
    const width = ux * vy - uy * vx;
    // Both edges on one line, or no edge at all: a spike where the border turns back.
    if (!(width * width > narrow * (uu + vv)) && (vv === 0 || ux * vx + uy * vy < 0)) return false;
    squares += vv;
    ax = bx;
    ay = by;
    north = isNorth;
    ux = vx;
    uy = vy;
    uu = vv;
  }
  // NaN and ∞ fail here as well.
  if (!(extent < scale.reach * scale.reach)) return false;
  const length = Math.sqrt(n * squares);
  const area = (Math.abs(twice) / 2) * sx * sy * AREA_SCALE;
  if (!(area > (1.1 * COORDINATE_RESOLUTION_M + BULGE_PER_M3 * squares) * length)) return false;
  // Also more than the sums are rounded by: one edge that turns the other way would show.
  const bound = ERROR_BOUND * (2 * extent + n * turned);
  if (changes === 2 && least > bound && Math.abs(twice) === turned) return true;
  return n <= MOST_PAIRED_EDGES && noneMeet(xy, first, end);
}

/** Whether no two edges meet that are no neighbours; exact. */
function noneMeet(xy: Float64Array, first: number, end: number): boolean {
  let m = 0;
  for (let k = first; k < end; k += 2, m += 4) {
    const forthX = xy[k] < xy[k + 2];
    const forthY = xy[k + 1] < xy[k + 3];
    boxes[m] = xy[forthX ? k : k + 2];
    boxes[m + 1] = xy[forthY ? k + 1 : k + 3];
    boxes[m + 2] = xy[forthX ? k + 2 : k];
    boxes[m + 3] = xy[forthY ? k + 3 : k + 1];
  }
  for (let i = 0; i < m - 8; i += 4) {
    const west = boxes[i];
    const south = boxes[i + 1];
    const east = boxes[i + 2];
    const north = boxes[i + 3];
    const last = i === 0 ? m - 4 : m;
    for (let j = i + 8; j < last; j += 4) {
      if (boxes[j] > east || boxes[j + 2] < west || boxes[j + 1] > north || boxes[j + 3] < south) continue;
      if (!apart(xy, first + i / 2, first + j / 2)) return false;
    }
  }
  return true;
}

/** Whether a point that lies on none of its edges lies inside the ring; exact. */
export function insideRing(xy: Float64Array, from: number, to: number, x: number, y: number): boolean {
  let inside = false;
  for (let k = 2 * from; k < 2 * to - 2; k += 2)
    if (xy[k + 1] > y !== xy[k + 3] > y)
      if (orient(xy[k], xy[k + 1], xy[k + 2], xy[k + 3], x, y) > 0 === xy[k + 3] > xy[k + 1]) inside = !inside;
  return inside;
}

/** Whether both ends of one edge lie strictly on one side of the other. */
function apart(xy: Float64Array, i: number, j: number): boolean {
  const c = orient(xy[i], xy[i + 1], xy[i + 2], xy[i + 3], xy[j], xy[j + 1]);
  const d = orient(xy[i], xy[i + 1], xy[i + 2], xy[i + 3], xy[j + 2], xy[j + 3]);
  if ((c > 0 && d > 0) || (c < 0 && d < 0)) return true;
  const a = orient(xy[j], xy[j + 1], xy[j + 2], xy[j + 3], xy[i], xy[i + 1]);
  const b = orient(xy[j], xy[j + 1], xy[j + 2], xy[j + 3], xy[i + 2], xy[i + 3]);
  return (a > 0 && b > 0) || (a < 0 && b < 0);
}

const ringBoxes = new Float64Array(8);

/** Whether no edge of ring r meets an edge of ring s; exact. */
export function ringsApart(xy: Float64Array, vertexStart: Uint32Array, r: number, s: number): boolean {
  const b = ringBoxes;
  writeBox(xy, vertexStart[r], vertexStart[r + 1], b, 0);
  writeBox(xy, vertexStart[s], vertexStart[s + 1], b, 4);
  if (b[0] > b[6] || b[2] < b[4] || b[1] > b[7] || b[3] < b[5]) return true;
  const end = 2 * vertexStart[r + 1] - 2;
  for (let j = 2 * vertexStart[s]; j < 2 * vertexStart[s + 1] - 2; j += 2) {
    const west = Math.min(xy[j], xy[j + 2]);
    const east = Math.max(xy[j], xy[j + 2]);
    const south = Math.min(xy[j + 1], xy[j + 3]);
    const north = Math.max(xy[j + 1], xy[j + 3]);
    if (b[0] > east || b[2] < west || b[1] > north || b[3] < south) continue;
    for (let i = 2 * vertexStart[r]; i < end; i += 2) {
      if (xy[i] > east ? xy[i + 2] > east : xy[i] < west && xy[i + 2] < west) continue;
      if (xy[i + 1] > north ? xy[i + 3] > north : xy[i + 1] < south && xy[i + 3] < south) continue;
      if (!apart(xy, i, j)) return false;
    }
  }
  return true;
}
