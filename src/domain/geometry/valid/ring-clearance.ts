import { SAGITTA_PER_M2 } from '../lines/bend.ts';
import { writeBox } from '../overlap/overlay-rings.ts';
import type { Scale } from './ring-screen.ts';

/**
 * How far lines straight in degrees may come nearer on the plane, by L²: two bend towards each other, and once more
 * because metres are counted by one scale for the whole feature.
 */
export const BEND_PER_M2 = 4 * SAGITTA_PER_M2;
/** Rings nearer than this are not clear of each other, however short their edges, m. */
const NEAR_M = 0.01;

const boxes = new Float64Array(8);

/**
 * Whether two rings in degrees keep so far from each other that their edges, drawn straight on the plane of any zone
 * near, do not meet or change sides either. `false` only says that it is not clear.
 */
export function ringsClear(
  xy: Float64Array,
  vertexStart: Uint32Array,
  r: number,
  s: number,
  { x: sx, y: sy }: Scale,
): boolean {
  const b = boxes;
  writeBox(xy, vertexStart[r], vertexStart[r + 1], b, 0);
  writeBox(xy, vertexStart[s], vertexStart[s + 1], b, 4);
  const wide = Math.max(b[2] - b[0], b[6] - b[4]) * sx;
  const high = Math.max(b[3] - b[1], b[7] - b[5]) * sy;
  const far = NEAR_M + BEND_PER_M2 * (wide * wide + high * high);
  const [dx, dy] = [far / sx, far / sy];
  if (b[0] - b[6] > dx || b[4] - b[2] > dx || b[1] - b[7] > dy || b[5] - b[3] > dy) return true;
  const end = 2 * vertexStart[r + 1] - 2;
  for (let j = 2 * vertexStart[s]; j < 2 * vertexStart[s + 1] - 2; j += 2) {
    const west = Math.min(xy[j], xy[j + 2]) - dx;
    const east = Math.max(xy[j], xy[j + 2]) + dx;
    const south = Math.min(xy[j + 1], xy[j + 3]) - dy;
    const north = Math.max(xy[j + 1], xy[j + 3]) + dy;
    if (b[0] > east || b[2] < west || b[1] > north || b[3] < south) continue;
    for (let i = 2 * vertexStart[r]; i < end; i += 2) {
      if (xy[i] > east ? xy[i + 2] > east : xy[i] < west && xy[i + 2] < west) continue;
      if (xy[i + 1] > north ? xy[i + 3] > north : xy[i + 1] < south && xy[i + 3] < south) continue;
      if (!isBeside(xy, i, j, sx, sy, far) && !isBeside(xy, j, i, sx, sy, far)) return false;
    }
  }
  return true;
}

/** Whether edge j lies wholly on one side of the line through edge i, further than `far` metres from it. */
function isBeside(xy: Float64Array, i: number, j: number, sx: number, sy: number, far: number): boolean {
  const ux = (xy[i + 2] - xy[i]) * sx;
  const uy = (xy[i + 3] - xy[i + 1]) * sy;
  const a = ux * (xy[j + 1] - xy[i + 1]) * sy - uy * (xy[j] - xy[i]) * sx;
  const b = ux * (xy[j + 3] - xy[i + 1]) * sy - uy * (xy[j + 2] - xy[i]) * sx;
  const least = far * Math.sqrt(ux * ux + uy * uy);
  return (a > least && b > least) || (a < -least && b < -least);
}
