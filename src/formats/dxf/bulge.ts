import type { Position } from '../../domain/geometry/columns/layer.ts';

/**
 * A vertex of an outline and how the edge that leaves it runs: straight (bulge 0), as an arc by its bulge 凸度, the tangent
 * of a quarter of the arc's angle, or through the points `via`, which stand for a curve already.
 */
export interface BulgeVertex {
  readonly at: Position;
  readonly bulge: number;
  readonly via?: readonly Position[];
}
export interface Densified {
  readonly ring: readonly Position[];
  /** Arcs and other curves that became chords. */
  readonly curves: number;
}

/** No arc is cut into more pieces than this: half a circle of 8 km. */
const mostPieces = 1000;

/**
 * The outline of a closed polyline as straight edges. Arcs become chords no farther than `chordError` (drawing units) from
 * them. The end points of an arc stay where they are; the points between are set a little outside it, so that the
 * chords enclose exactly the area the arc does.
 */
export function densify(vertices: readonly BulgeVertex[], chordError: number): Densified {
  const ring: Position[] = [];
  let curves = 0;
  for (const [v, { at, bulge, via }] of vertices.entries()) {
    ring.push(at);
    const between = via ?? arcPoints(at, vertices[(v + 1) % vertices.length].at, bulge, chordError);
    if (between.length === 0) continue;
    curves++;
    for (const point of between) ring.push(point);
  }
  return { ring, curves };
}

/**
 * The points between the ends of an arc. Whichever end it is drawn from they are the same to the last bit: neighbours share them.
 * None where arc and chord enclose less than the square of `chordError`.
 */
export function arcPoints(a: Position, b: Position, bulge: number, chordError: number): readonly Position[] {
  const chord = Math.hypot(b[0] - a[0], b[1] - a[1]);
  if (bulge === 0 || !(chord > 0)) return [];
  const radius = (chord * (1 + bulge * bulge)) / (4 * Math.abs(bulge));
  const angle = 4 * Math.atan(bulge);
  // Segment of a circle; a flat one is two thirds of chord times height.
  const flat = Math.abs(bulge) < 1e-3;
  const between = flat
    ? (chord * chord * Math.abs(bulge)) / 3
    : (radius * radius * (Math.abs(angle) - Math.sin(Math.abs(angle)))) / 2;
  if (between < chordError * chordError) return [];
  const onward = a[0] < b[0] || (a[0] === b[0] && a[1] <= b[1]);
  const points = onward ? equalAreaArc(a, b, bulge, chordError) : equalAreaArc(b, a, -bulge, chordError);
  return onward ? points : points.reverse();
}

/**
 * `n − 1` points at equal angles θ around the centre, on a circle of `k` radii: the fan of triangles from the centre has the
 * area of the sector where (n − 2) k² + 2 k = nθ / sin θ. Reckoned from the chord: the centre of a flat arc is too far away.
 */
function equalAreaArc(a: Position, b: Position, bulge: number, chordError: number): Position[] {
  const half = 2 * Math.atan(bulge);
  const chord = Math.hypot(b[0] - a[0], b[1] - a[1]);
  const radius = chord / (2 * Math.sin(half));
  // Of the height of a chord a third more may come on the other side: three quarters of the bound are enough for both.
  const step = 2 * Math.acos(Math.max(-1, 1 - (0.75 * chordError) / Math.abs(radius)));
  const fewest = Math.max(2, Math.ceil((8 * Math.abs(half)) / Math.PI));
  const n = Math.min(mostPieces, Math.max(fewest, Math.ceil((2 * Math.abs(half)) / step)));
  const theta = (2 * half) / n;
  const excess = (n * beyondSine(theta)) / Math.sin(theta);
  const beyond = excess / (Math.sqrt(1 + (n - 2) * (n + excess)) + (n - 1));
  const [ux, uy] = [(b[0] - a[0]) / chord, (b[1] - a[1]) / chord];
  return Array.from({ length: n - 1 }, (_, i): Position => {
    const t = theta * (i + 1) - half;
    const along = chord / 2 + radius * (1 + beyond) * Math.sin(t);
    const away = radius * (beyond * Math.cos(t) + 2 * Math.sin((half + t) / 2) * Math.sin((half - t) / 2));
    return [a[0] + along * ux + away * uy, a[1] + along * uy - away * ux];
  });
}

/** x − sin x, with its digits where x is small. */
const beyondSine = (x: number): number =>
  Math.abs(x) < 0.1 ? (x ** 3 / 6) * (1 - ((x * x) / 20) * (1 - ((x * x) / 42) * (1 - (x * x) / 72))) : x - Math.sin(x);
