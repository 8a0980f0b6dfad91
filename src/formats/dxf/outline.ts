import type { Position } from '../../domain/geometry/columns/layer.ts';
import { realOf } from '../text/real.ts';
import type { BulgeVertex } from './bulge.ts';
import { circle, ellipseEdges } from './curves.ts';
import { pointOf, type Entity } from './drawing.ts';
import { numberOf, type Item } from './groups.ts';
import { isSpline, splinePath } from './spline.ts';

type Vertices = readonly BulgeVertex[];

/** Drawing units within which an outline comes back to its first point. */
export const closeEnough = 1e-4;

const closedFlag = 1;
/** Meshes of a POLYLINE, which are surfaces. */
const surface = 16 | 64;
const inSpace = 8;

/**
 * The closed outline 封闭图形 an entity draws, null for an open one; undefined for what is no curve. Curves that are no arcs
 * come as chords within `chordError`.
 */
export function outlineOf({ item, parts }: Entity, chordError: number): Vertices | null | undefined {
  switch (item.type) {
    case 'LWPOLYLINE':
    case 'POLYLINE':
      return isSurface(item) ? undefined : closed(verticesOf({ item, parts }), isFlagged(item));
    case 'CIRCLE':
      return circleOf(item);
    case 'ELLIPSE':
      return ellipseOf(item, chordError);
    case 'SPLINE':
      return splineOf(item, chordError);
    case 'LINE':
    case 'ARC':
    case 'MLINE':
      return null;
    default:
      return undefined;
  }
}

/** Drawn in the coordinates of the world, whatever way the entity faces. */
export const isOfWorld = ({ type, ...item }: Item): boolean =>
  type === 'ELLIPSE' ||
  type === 'SPLINE' ||
  type === 'LINE' ||
  (type === 'POLYLINE' && (numberOf({ type, ...item }, 70, 0) & inSpace) !== 0);

const isFlagged = (item: Item): boolean => (numberOf(item, 70, 0) & closedFlag) !== 0;

const returns = (vertices: Vertices): boolean => {
  const [first, last] = [vertices[0].at, vertices[vertices.length - 1].at];
  return Math.hypot(first[0] - last[0], first[1] - last[1]) <= closeEnough;
};
export const unrepeated = (vertices: Vertices): Vertices =>
  vertices.length > 1 && returns(vertices) ? vertices.slice(0, -1) : vertices;
/** Two arcs enclose ground, and one curve that comes back does; two straight lines do not. */
export const bounds = (own: Vertices): boolean =>
  own.length >= (own.some(({ bulge }) => bulge !== 0) ? 2 : 3) || own.some(({ via }) => via && via.length > 1);

/** Closed by its flag or by coming back to its first point; null for an open one. */
function closed(vertices: Vertices, flagged: boolean): Vertices | null {
  if (vertices.length < 2 || (!flagged && !returns(vertices))) return null;
  const own = unrepeated(vertices);
  return bounds(own) ? own : null;
}

const isSurface = (item: Item): boolean => item.type === 'POLYLINE' && (numberOf(item, 70, 0) & surface) !== 0;

/** The vertices of a polyline of either kind. */
export const verticesOf = ({ item, parts }: Entity): Vertices =>
  item.type === 'POLYLINE' ? heavyVertices(parts) : lightVertices(item);

function lightVertices(item: Item): Vertices {
  const vertices: { at: [number, number]; bulge: number }[] = [];
  for (const { code, value } of item.groups) {
    const current = vertices[vertices.length - 1];
    if (code === 10) vertices.push({ at: [realOf(value), NaN], bulge: 0 });
    else if (code === 20 && current) current.at[1] = realOf(value);
    else if (code === 42 && current) current.bulge = realOf(value);
  }
  return vertices;
}

/** Of a spline the frame points say where it was pulled to, not where it runs. */
const heavyVertices = (parts: readonly Item[]): Vertices =>
  parts
    .filter((part) => part.type === 'VERTEX' && (numberOf(part, 70, 0) & 16) === 0)
    .map((part) => ({ at: pointOf(part, 10), bulge: numberOf(part, 42, 0) }));

function circleOf(item: Item): Vertices | null {
  const radius = numberOf(item, 40, NaN);
  return radius > 0 ? circle(pointOf(item, 10), radius) : null;
}

function ellipseOf(item: Item, chordError: number): Vertices | null {
  const shape = { centre: pointOf(item, 10), major: pointOf(item, 11), ratio: numberOf(item, 40, NaN) };
  const [start, end] = [numberOf(item, 41, 0), numberOf(item, 42, 2 * Math.PI)];
  const whole = Math.abs(Math.abs(end - start) - 2 * Math.PI) < 1e-6;
  const numbers = [...shape.centre, ...shape.major, shape.ratio];
  if (!whole || !numbers.every(Number.isFinite) || !(Math.hypot(...shape.major) > 0 && shape.ratio > 0)) return null;
  return ellipseEdges(shape, 0, 360, 1, chordError);
}

function splineOf(item: Item, chordError: number): Vertices | null {
  const valuesOf = (code: number) => item.groups.filter((g) => g.code === code).map(({ value }) => realOf(value));
  const ys = valuesOf(20);
  const points = valuesOf(10).map((x, i): Position => [x, ys[i] ?? NaN]);
  const spline = { degree: numberOf(item, 71, 3), knots: valuesOf(40), points, weights: valuesOf(41) };
  if (!isSpline(spline)) return null;
  const path = splinePath(spline, chordError);
  if (
    path.length < 4 ||
    !returns([
      { at: path[0], bulge: 0 },
      { at: path[path.length - 1], bulge: 0 },
    ])
  )
    return null;
  return [{ at: path[0], bulge: 0, via: path.slice(1, -1) }];
}
