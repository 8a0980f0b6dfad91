import type { Position } from '../../domain/geometry/layer.ts';

/** A vertex of a polyline and the bulge 凸度 of the edge that leaves it: the tangent of a quarter of the arc's angle. */
export interface BulgeVertex {
  readonly at: Position;
  readonly bulge: number;
}
export interface Densified {
  readonly ring: readonly Position[];
  readonly arcs: number;
  /** Area between the arcs and their chords, in square drawing units, all arcs taken as if on one side. */
  readonly areaBound: number;
}

/** No arc is cut into more pieces than this. */
const mostPieces = 10_000;

/**
 * The outline of a closed polyline as straight edges. Arcs become chords no farther than `chordError` (drawing units)
 * from them; arc end points are kept as they are.
 */
export function densify(vertices: readonly BulgeVertex[], chordError: number): Densified {
  const ring: Position[] = [];
  let arcs = 0;
  let areaBound = 0;
  for (const [v, { at, bulge }] of vertices.entries()) {
    ring.push(at);
    const end = vertices[(v + 1) % vertices.length].at;
    const chord = Math.hypot(end[0] - at[0], end[1] - at[1]);
    if (bulge === 0 || chord === 0) continue;
    arcs++;
    const angle = 4 * Math.atan(bulge);
    const radius = (chord * (1 + bulge * bulge)) / (4 * Math.abs(bulge));
    const step = 2 * Math.acos(Math.max(-1, 1 - chordError / radius));
    // A bulge of a hair's breadth needs no piece, one beyond 10⁴ no more than the cap.
    const pieces = Math.min(mostPieces, Math.max(1, Math.ceil(Math.abs(angle) / step)));
    ring.push(...pointsBetween(at, end, bulge, pieces));
    const each = Math.abs(angle) / pieces;
    areaBound += (pieces * radius * radius * (each - Math.sin(each))) / 2;
  }
  return { ring, arcs, areaBound };
}

/** The `pieces - 1` points that cut the arc from `a` to `b` into equal pieces. */
function pointsBetween(a: Position, b: Position, bulge: number, pieces: number): Position[] {
  const angle = 4 * Math.atan(bulge);
  // From the middle of the chord to the centre, to the left of the way from a to b for a positive bulge.
  const away = (1 - bulge * bulge) / (4 * bulge);
  const centre = [(a[0] + b[0]) / 2 - away * (b[1] - a[1]), (a[1] + b[1]) / 2 + away * (b[0] - a[0])] as const;
  const [dx, dy] = [a[0] - centre[0], a[1] - centre[1]];
  return Array.from({ length: pieces - 1 }, (_, i): Position => {
    const turn = (angle * (i + 1)) / pieces;
    const [c, s] = [Math.cos(turn), Math.sin(turn)];
    return [centre[0] + c * dx - s * dy, centre[1] + s * dx + c * dy];
  });
}
