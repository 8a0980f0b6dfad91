import type { Geometry, Position } from 'geojson';

/** Crossings of the horizontal line at `y` with the rings, west to east, degrees. */
function crossings(rings: readonly Position[][], y: number): number[] {
  const xs: number[] = [];
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [x1, y1] = ring[i - 1];
      const [x2, y2] = ring[i];
      if (y1 <= y !== y2 <= y) xs.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
    }
  }
  return xs.sort((a, b) => a - b);
}

const LINES = [0.5, 0.45, 0.55, 0.4, 0.6, 0.3, 0.7];

/** Weight of a span: wide, and not far from the middle, where a reader looks for the name. */
const weight = (span: number, share: number): number => span * (1 - Math.abs(share - 0.5));

/**
 * A point inside a polygon where its name has room: the middle of the widest of a few horizontal spans.
 * Names need it because MapLibre would otherwise repeat a polygon's label in every tile the polygon touches.
 *
 * @returns [lon, lat], degrees; null for a geometry that is no polygon or has no extent
 */
export function labelPoint(geometry: Geometry | null): Position | null {
  if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') return null;
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
  const ys = rings.flat().map((p) => p[1]);
  const south = ys.reduce((a, b) => Math.min(a, b), Infinity);
  const north = ys.reduce((a, b) => Math.max(a, b), -Infinity);
  let best: { point: Position; score: number } | null = null;
  for (const share of LINES) {
    const y = south + share * (north - south);
    const xs = crossings(rings, y);
    for (let i = 1; i < xs.length; i += 2) {
      const score = weight(xs[i] - xs[i - 1], share);
      if (score > (best?.score ?? 0)) best = { point: [(xs[i] + xs[i - 1]) / 2, y], score };
    }
  }
  return best?.point ?? null;
}
