import type { Geometry, Position } from 'geojson';

/** Where two shapes are nearest to each other: their distance in degrees of latitude, and the place in the middle. */
export interface Nearest {
  readonly distance: number;
  readonly middle: Position;
}

const ringsOf = (shape: Geometry): readonly (readonly Position[])[] => {
  if (shape.type === 'Polygon' || shape.type === 'MultiLineString') return shape.coordinates;
  if (shape.type === 'LineString') return [shape.coordinates];
  return shape.type === 'MultiPolygon' ? shape.coordinates.flat() : [];
};

/** Null where one of them has no line. Of points and edges of both, so that two long sides that face each other count. */
export function nearestBetween(a: Geometry, b: Geometry): Nearest | null {
  const [own, other] = [ringsOf(a), ringsOf(b)];
  const first = own[0]?.[0];
  if (!first || !other[0]?.[0]) return null;
  // A degree of longitude is shorter, by the cosine of the latitude.
  const across = Math.cos((first[1] * Math.PI) / 180);
  const ways = [...pairs(own, other, across), ...pairs(other, own, across)];
  return ways.reduce<Nearest | null>((best, way) => (best && best.distance <= way.distance ? best : way), null);
}

function* pairs(
  points: readonly (readonly Position[])[],
  edges: readonly (readonly Position[])[],
  across: number,
): Generator<Nearest> {
  for (const point of points.flat())
    for (const ring of edges) for (let i = 1; i < ring.length; i++) yield between(point, ring[i - 1], ring[i], across);
}

function between([x, y]: Position, [ax, ay]: Position, [bx, by]: Position, across: number): Nearest {
  const [dx, dy] = [(bx - ax) * across, by - ay];
  const length2 = dx * dx + dy * dy;
  const along = length2 === 0 ? 0 : ((x - ax) * across * dx + (y - ay) * dy) / length2;
  const t = Math.min(1, Math.max(0, along));
  const [nx, ny] = [ax + (bx - ax) * t, ay + (by - ay) * t];
  return { distance: Math.hypot((x - nx) * across, y - ny), middle: [(x + nx) / 2, (y + ny) / 2] };
}
