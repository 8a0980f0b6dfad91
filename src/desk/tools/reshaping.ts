import type { Position } from '../../domain/geometry/columns/layer.ts';
import type { Ring, Shape } from '../../domain/geometry/edit/frame.ts';
import type { Spot } from './contract.ts';
import { aside } from './outline.ts';
import { apart, crossingOf, isSame, type Line } from './vectors.ts';

/** Shapes with one ring drawn anew. */

export const ringAt = (shape: Shape, { part, ring }: Spot): Ring => shape[part]?.[ring] ?? [];

/** The vertex `by` places on from a spot. */
export function spotFrom(shape: Shape, spot: Spot, by: number): Spot {
  const { length } = ringAt(shape, spot);
  return { ...spot, vertex: (((spot.vertex + by) % length) + length) % length };
}

export const placeOf = (shape: Shape, spot: Spot): Position => ringAt(shape, spot)[spot.vertex];

export const edgeAt = (shape: Shape, spot: Spot): Line => [
  placeOf(shape, spot),
  placeOf(shape, spotFrom(shape, spot, 1)),
];

/** 界址点号: of a vertex within its record, from 1. */
export function numberOf(shape: Shape, { part, ring, vertex }: Spot): number {
  const before = [...shape.slice(0, part).flat(), ...shape[part].slice(0, ring)];
  return 1 + vertex + before.reduce((sum, { length }) => sum + length, 0);
}

/** All vertices, in the order of their numbers. */
export const spotsOf = (shape: Shape): Spot[] =>
  shape.flatMap((rings, part) =>
    rings.flatMap((points, ring) => points.map((_, vertex): Spot => ({ part, ring, vertex }))),
  );

const withRing = (shape: Shape, { part, ring }: Spot, points: Ring): Shape =>
  shape.map((rings, p) => (p === part ? rings.map((own, r) => (r === ring ? points : own)) : rings));

export const withVertexAt = (shape: Shape, spot: Spot, at: Position): Shape =>
  withRing(shape, spot, ringAt(shape, spot).map((own, v) => (v === spot.vertex ? at : own))); // prettier-ignore

/** With a vertex put into the edge that begins at the spot. */
export const withVertexAfter = (shape: Shape, spot: Spot, at: Position): Shape =>
  withRing(shape, spot, ringAt(shape, spot).toSpliced(spot.vertex + 1, 0, at));

const FEWEST_CORNERS = 3;

/** Without a vertex; a triangle goes with it, if it is a hole or a further part. Null for the last ring there is. */
export function withoutVertex(shape: Shape, spot: Spot): Shape | null {
  const points = ringAt(shape, spot);
  if (points.length > FEWEST_CORNERS) return withRing(shape, spot, points.toSpliced(spot.vertex, 1));
  if (spot.ring > 0) return shape.map((rings, p) => (p === spot.part ? rings.toSpliced(spot.ring, 1) : rings));
  return shape.length > 1 ? shape.toSpliced(spot.part, 1) : null;
}

/** Sine of the angle at which an edge is taken to run on straight into the next: 1°. */
const STRAIGHT_ON = 0.0175;

/**
 * The ends of an edge that is moved so far to the left in parallel: they slide along the edges beside it, which keep their
 * directions; where one of these runs on straight, square on to the edge.
 */
export function movedEdge(shape: Shape, spot: Spot, metres: number): Line {
  const [a, b] = edgeAt(shape, spot);
  const [before, after] = [placeOf(shape, spotFrom(shape, spot, -1)), placeOf(shape, spotFrom(shape, spot, 2))];
  const line: Line = [aside([a, b], a, metres), aside([a, b], b, metres)];
  const end = (along: Line, straight: Position): Position => {
    const sine = Math.abs(sineOf([a, b], along));
    return (sine > STRAIGHT_ON && crossingOf(line, along)?.at) || straight;
  };
  return [end([before, a], line[0]), end([b, after], line[1])];
}

function sineOf([a, b]: Line, [c, d]: Line): number {
  const lengths = apart(a, b) * apart(c, d);
  return lengths === 0 ? 0 : ((b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0])) / lengths;
}

export const withEdgeAt = (shape: Shape, spot: Spot, [a, b]: Line): Shape =>
  withVertexAt(withVertexAt(shape, spot, a), spotFrom(shape, spot, 1), b);

/** Vertices that came to lie on the next one are one with it. */
export const withoutRepeats = (shape: Shape): Shape =>
  shape.map((rings) => rings.map((ring) => ring.filter((at, v) => !isSame(at, ring[(v + 1) % ring.length]))));
