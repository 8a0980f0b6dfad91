import type { PlaneCrs } from '../domain/geodesy/crs.ts';
import { falseEasting, toLonLat, toPlane } from '../domain/geodesy/zones.ts';
import { round9 } from '../domain/geometry/columns/builder.ts';
import type { Layer, MultiPolygon, Position } from '../domain/geometry/columns/layer.ts';
import { frameOver, type Shape } from '../domain/geometry/edit/frame.ts';
import { planeVertices, vertexRange } from '../domain/geometry/plane/project.ts';

/** The plane that land is drawn on: that of its surveyed numbers where they are of its zone. */
export const drawingPlane = (layer: Layer): PlaneCrs => frameOver(layer).crs;

/** Metres of another plane keep so many decimals: what surveyors write comes out again as it was. */
const CONVERTED_DECIMALS = 6;

/** Feature on a plane, metres east (with the false easting) and north, rings open. */
export function planeShape(layer: Layer, row: number, crs: PlaneCrs): Shape {
  const [from, to] = vertexRange(layer, row);
  const xy = planeVertices(layer, crs, from, to);
  const east = falseEasting(crs);
  const ringAt = (ring: number): Position[] => {
    const points: Position[] = [];
    for (let v = layer.vertexStart[ring]; v < layer.vertexStart[ring + 1] - 1; v++)
      points.push([xy[2 * (v - from)] + east, xy[2 * (v - from) + 1]]);
    return points;
  };
  const parts: Position[][][] = [];
  for (let p = layer.partStart[row]; p < layer.partStart[row + 1]; p++) {
    const rings: Position[][] = [];
    for (let ring = layer.ringStart[p]; ring < layer.ringStart[p + 1]; ring++) rings.push(ringAt(ring));
    parts.push(rings);
  }
  return parts;
}

/**
 * A shape of the plane in the numbers `like` is stored in, closed: on its own plane metre for metre, else converted and
 * rounded as those of `like` are, so that a vertex that was read and not moved is stored as it was.
 */
export function storedShape(shape: Shape, crs: PlaneCrs, like: Layer): MultiPolygon {
  const store = storing(crs, like);
  return shape.map((rings) => rings.map((ring) => [...ring, ...ring.slice(0, 1)].map(store)));
}

function storing(crs: PlaneCrs, { surveyed }: Layer): (point: Position) => Position {
  if (surveyed?.crs.epsg === crs.epsg) return (point) => point;
  return ([east, north]) => {
    const [lon, lat] = toLonLat(crs, east, north);
    if (!surveyed) return [round9(lon), round9(lat)];
    const [e, n] = toPlane(surveyed.crs, lon, lat);
    return [Number(e.toFixed(CONVERTED_DECIMALS)), Number(n.toFixed(CONVERTED_DECIMALS))];
  };
}
