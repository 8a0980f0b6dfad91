import type { Geometry, Position as LonLat } from 'geojson';
import type { PlaneCrs } from '../../../../domain/geodesy/crs.ts';
import { toLonLat } from '../../../../domain/geodesy/zones.ts';
import { toMultiPolygon } from '../../../../domain/geometry/columns/builder.ts';
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
export const drawnIn = (layer: Layer): Geometry =>
  polygons(toMultiPolygon(layer, 0).map((rings) => rings.map((ring) => ring.map(([lon, lat]) => [lon, lat]))));

const polygons = (parts: LonLat[][][]): Geometry =>
  parts.length === 1 ? { type: 'Polygon', coordinates: parts[0] } : { type: 'MultiPolygon', coordinates: parts };

const closed = (ring: LonLat[]): LonLat[] => [...ring, ...ring.slice(0, 1)];
