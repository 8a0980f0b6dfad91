import type { Geometry, Position } from 'geojson';

const lines = [0.5, 0.4, 0.6, 0.3, 0.7];

/** Where the horizontal line at `y` crosses the rings, west to east. */
function crossings(rings: readonly Position[][], y: number): number[] {
  const xs: number[] = [];
  for (const ring of rings)
    for (let i = 1; i < ring.length; i++) {
      const [x1, y1] = ring[i - 1];
      const [x2, y2] = ring[i];
      if (y1 <= y !== y2 <= y) xs.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
    }
  return xs.sort((a, b) => a - b);
}

/**
 * A point inside a polygon, where a disc or a glyph has most room: the middle of the widest of a few horizontal spans,
 * those near the middle preferred. Null where nothing is enclosed.
 */
export function pointInside(shape: Geometry | null): Position | null {
  if (shape?.type !== 'Polygon' && shape?.type !== 'MultiPolygon') return null;
  const rings = shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat();
  const ys = rings.flat().map(([, y]) => y);
  const south = ys.reduce((a, b) => Math.min(a, b), Infinity);
  const north = ys.reduce((a, b) => Math.max(a, b), -Infinity);
  let best: Position | null = null;
  let most = 0;
  for (const share of lines) {
    const y = south + share * (north - south);
    const xs = crossings(rings, y);
    for (let i = 1; i < xs.length; i += 2) {
      const room = (xs[i] - xs[i - 1]) * (1 - Math.abs(share - 0.5));
      if (room > most) {
        most = room;
        best = [(xs[i] + xs[i - 1]) / 2, y];
      }
    }
  }
  return best;
}
