import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import type { Bounds } from '../../domain/geometry/columns/bounds.ts';
import type { Layer } from '../../domain/geometry/columns/layer.ts';
import { ringsOf } from '../../domain/geometry/draw/drawn-rings.ts';

export const collection = (features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features });

/** Parts → rings → positions of feature `f`, degrees, as GeoJSON nests them. */
export function polygonsOf(layer: Layer, f: number): Position[][][] {
  const { lonLat, vertexStart, ringStart, partStart } = layer;
  const parts: Position[][][] = [];
  for (let p = partStart[f]; p < partStart[f + 1]; p++) {
    const rings: Position[][] = [];
    for (let r = ringStart[p]; r < ringStart[p + 1]; r++) {
      const ring: Position[] = [];
      for (let v = vertexStart[r]; v < vertexStart[r + 1]; v++) ring.push([lonLat[2 * v], lonLat[2 * v + 1]]);
      rings.push(ring);
    }
    parts.push(rings);
  }
  return parts;
}

/** The rings of a polygon geometry; none of any other. */
export function ringsIn(shape: Geometry | null): Position[][] {
  if (shape?.type === 'Polygon') return shape.coordinates;
  return shape?.type === 'MultiPolygon' ? shape.coordinates.flat() : [];
}

export function boundsOfRings(rings: readonly (readonly Position[])[]): Bounds {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (const ring of rings)
    for (let i = 0; i < ring.length; i++) {
      const x = ring[i][0];
      const y = ring[i][1];
      if (x < west) west = x;
      if (x > east) east = x;
      if (y < south) south = y;
      if (y > north) north = y;
    }
  return [west, south, east, north];
}

/** Null for a feature without parts, or with a coordinate that is no number: nothing to draw. */
export function shapeOf(layer: Layer, f: number): Geometry | null {
  const parts = polygonsOf(layer, f);
  if (parts.length === 0) return null;
  if (parts.some((part) => part.some((ring) => ring.some(([x, y]) => !(Math.abs(x) <= 180 && Math.abs(y) <= 90)))))
    return null;
  return parts.length === 1 ? { type: 'Polygon', coordinates: parts[0] } : { type: 'MultiPolygon', coordinates: parts };
}

const segments = (ring: readonly Position[]): Position[][] => ring.slice(1).map((end, i) => [ring[i], end]);

/** The boundary of a polygon without its inside: one line per edge, which no renderer takes for something to fill. */
export function linesOf(shape: Geometry): Geometry {
  if (shape.type !== 'Polygon' && shape.type !== 'MultiPolygon') return shape;
  return { type: 'MultiLineString', coordinates: ringsOf(shape).flatMap(segments) };
}
