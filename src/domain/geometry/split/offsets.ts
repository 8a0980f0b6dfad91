import type { Shape } from '../edit/frame.ts';
import { ringArea } from '../edit/shapes.ts';

/** A direction in which parallel cutting lines run, and the side the pieces are counted from. */
export interface CutDirection {
  /** Grid bearing 方位角 of the lines, degrees clockwise from grid north; 0 cuts from south to north. */
  readonly bearingDeg: number;
  /** Looking along the bearing, the side where the first piece lies. */
  readonly from: 'left' | 'right';
}

/** A point's distance across the lines (growing from the first side) and its place along them, metres. */
export function acrossAlong({ bearingDeg, from }: CutDirection): (x: number, y: number) => [number, number] {
  const [sin, cos] = exactTurn(bearingDeg);
  const side = from === 'left' ? 1 : -1;
  return (x, y) => [side * (x * cos - y * sin), side * (x * sin + y * cos)];
}

/** Sine and cosine; exact for the four grid directions, so that a cut due north changes no easting. */
export function exactTurn(degrees: number): readonly [number, number] {
  const quarter = (((degrees / 90) % 4) + 4) % 4;
  if (Number.isInteger(quarter)) return ([[0, 1], [1, 0], [0, -1], [-1, 0]] as const)[quarter]; // prettier-ignore
  const radians = (degrees * Math.PI) / 180;
  return [Math.sin(radians), Math.cos(radians)];
}

/** Width of the shape along the cut just after `from` and just before `to`, between which it is linear. */
interface Slab {
  readonly from: number;
  readonly to: number;
  readonly startWidth: number;
  readonly endWidth: number;
}

/**
 * Where to cut so that the ground before each line is `targetsM2[i]` (ascending, each below the area): the area before
 * a line is, between two neighbouring vertices, a quadratic function of the line's offset, which is solved in closed
 * form. Relative error about 10⁻¹⁵ × the number of vertices.
 */
export function cutOffsets(shape: Shape, direction: CutDirection, targetsM2: readonly number[]): number[] {
  const offsets: number[] = [];
  let before = 0;
  for (const { from, to, startWidth, endWidth } of slabsOf(shape, direction)) {
    const height = to - from;
    const area = (height * (startWidth + endWidth)) / 2;
    while (offsets.length < targetsM2.length && targetsM2[offsets.length] <= before + area) {
      const missing = Math.max(0, targetsM2[offsets.length] - before);
      const growth = (endWidth - startWidth) / height;
      // The root of startWidth·u + growth·u²/2 = missing that does not subtract like from like.
      const root = Math.sqrt(Math.max(0, startWidth * startWidth + 2 * growth * missing));
      const step = missing === 0 ? 0 : (2 * missing) / (startWidth + root);
      offsets.push(from + Math.min(step, height));
    }
    before += area;
  }
  return offsets;
}

function slabsOf(shape: Shape, direction: CutDirection): Slab[] {
  const place = acrossAlong(direction);
  // Rising edges, taken with the sign that makes shells positive and holes negative.
  const edges: { t0: number; s0: number; t1: number; s1: number; sign: number }[] = [];
  for (const rings of shape)
    rings.forEach((ring, r) => {
      const role = (ringArea(ring) < 0 ? -1 : 1) * (r === 0 ? 1 : -1);
      ring.forEach((a, i) => {
        const b = ring[(i + 1) % ring.length];
        const [[t0, s0], [t1, s1]] = [place(a[0], a[1]), place(b[0], b[1])];
        // Counter-clockwise (t, s) turns clockwise or not with the side: `place` keeps the turn reversed on both.
        if (t0 < t1) edges.push({ t0, s0, t1, s1, sign: -role });
        else if (t1 < t0) edges.push({ t0: t1, s0: s1, t1: t0, s1: s0, sign: role });
      });
    });
  edges.sort((p, q) => p.t0 - q.t0);
  const levels = [...new Set(edges.flatMap((e) => [e.t0, e.t1]))].sort((p, q) => p - q);
  const slabs: Slab[] = [];
  let active: typeof edges = [];
  let next = 0;
  levels.slice(1).forEach((to, k) => {
    const from = levels[k];
    active = active.filter((e) => e.t1 > from);
    while (next < edges.length && edges[next].t0 <= from) active.push(edges[next++]);
    const widthAt = (t: number) =>
      Math.max(
        0,
        active.reduce((sum, e) => sum + e.sign * (e.s0 + ((t - e.t0) / (e.t1 - e.t0)) * (e.s1 - e.s0)), 0),
      );
    slabs.push({ from, to, startWidth: widthAt(from), endWidth: widthAt(to) });
  });
  return slabs;
}
