import { CUT, nodeStrokes, type Stroke } from '../arrangement/noding.ts';
import { facesOf, type Face } from '../arrangement/faces.ts';
import type { Position } from '../columns/layer.ts';
import type { Ring, Shape } from './frame.ts';

/** A connected piece with its ground in m². */
export interface Piece {
  readonly rings: readonly Ring[];
  readonly areaM2: number;
}

/**
 * The ground of the shapes, each by the even–odd rule over all rings of one part, parts and shapes united, and cut
 * along `cuts`; null when it cannot be taken apart. No given vertex moves; borders bend by at most `reachM`, cuts by
 * `cutReachM`.
 */
export function piecesOf(
  shapes: readonly Shape[],
  reachM: number,
  cuts: readonly (readonly Position[])[] = [],
  cutReachM = reachM,
): Piece[] | null {
  const strokes = shapes.flat().flatMap((rings, part) => strokesOf(rings, part));
  for (const cut of cuts) cut.slice(1).forEach((b, i) => strokes.push({ a: cut[i], b, owner: CUT }));
  const graph = nodeStrokes(strokes, { border: reachM, cut: cutReachM });
  if (!graph) return null;
  return facesOf(graph).map((face) => pieceFrom(face, graph.points));
}

/** The edges of closed rings, for one owner. */
export const strokesOf = (rings: readonly Ring[], owner: number): Stroke[] =>
  rings.flatMap((ring) => ring.map((a, i) => ({ a, b: ring[(i + 1) % ring.length], owner })));

export const pieceFrom = (face: Face, points: readonly Position[]): Piece => ({
  rings: face.rings.map((ring) => ring.map((p) => points[p])),
  areaM2: face.areaM2,
});

export function ringArea(ring: Ring): number {
  const [x0, y0] = ring[0] ?? [0, 0];
  let twice = 0;
  ring.forEach(([x, y], i) => {
    const [xn, yn] = ring[(i + 1) % ring.length];
    twice += (x - x0) * (yn - y0) - (xn - x0) * (y - y0);
  });
  return twice / 2;
}

/** Whether the first boundary of a shape runs clockwise, as boundary points 界址点 are usually numbered. */
const runsClockwise = (shape: Shape): boolean => shape.length > 0 && ringArea(shape[0][0] ?? []) < 0;

/** The shape with every ring run the other way, each from its first vertex. */
const turnedRound = (shape: Shape): Shape =>
  shape.map((rings) => rings.map(([first, ...rest]) => [first, ...rest.reverse()]));

/** Pieces as one shape that runs as `like` does. */
export function shapeOf(pieces: readonly Piece[], like: Shape): Shape {
  const shape = pieces.map((piece) => piece.rings);
  return runsClockwise(like) ? turnedRound(shape) : shape;
}

/** West, south, east, north of all vertices, in the frame. */
export function boxOf(shape: Shape): readonly [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of shape.flat(2)) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}
