import type { Geometry, Position as LonLat } from 'geojson';
import type { PlaneCrs } from '../../../../domain/geodesy/crs.ts';
import { toLonLat } from '../../../../domain/geodesy/zones.ts';
import type { Layer } from '../../../../domain/geometry/columns/layer.ts';
import type { Boundary } from '../../../../desk/tools/index.ts';
import type { Shape } from '../../../../domain/geometry/edit/frame.ts';

const known = new WeakMap<Shape, Geometry>();

/** A boundary of the plane in degrees; the same record gives the same object as long as it is not changed. */
export function outlineOf({ shape }: Pick<Boundary, 'shape'>, crs: PlaneCrs): Geometry {
  const own = known.get(shape) ?? polygons(shape.map((rings) => rings.map((ring) => closed(ring.map(([east, north]) => toLonLat(crs, east, north)))))); // prettier-ignore
  known.set(shape, own);
  return own;
}

/** The first feature of a layer. */
export function drawnIn({ lonLat, vertexStart, ringStart, partStart }: Layer): Geometry {
  const parts: LonLat[][][] = [];
  for (let p = partStart[0]; p < partStart[1]; p++) {
    const rings: LonLat[][] = [];
    for (let r = ringStart[p]; r < ringStart[p + 1]; r++) {
      const ring: LonLat[] = [];
      for (let v = vertexStart[r]; v < vertexStart[r + 1]; v++) ring.push([lonLat[2 * v], lonLat[2 * v + 1]]);
      rings.push(ring);
    }
    parts.push(rings);
  }
  return polygons(parts);
}

const polygons = (parts: LonLat[][][]): Geometry =>
  parts.length === 1 ? { type: 'Polygon', coordinates: parts[0] } : { type: 'MultiPolygon', coordinates: parts };

const closed = (ring: LonLat[]): LonLat[] => [...ring, ...ring.slice(0, 1)];
