import type { MultiPolygon, Position } from 'geojson';
import type { Bounds } from '../../domain/geometry/columns/bounds.ts';
import { buildLayer, toMultiPolygon } from '../../domain/geometry/columns/builder.ts';
import type { Layer, MultiPolygon as Parts } from '../../domain/geometry/columns/layer.ts';
import { vertexWeights } from '../../domain/geometry/draw/simplify.ts';
import type { Metres } from '../../domain/quantity/units.ts';

/** How closely boundaries are published: points that move a line by less are left out, the others rounded. */
export interface Thinning {
  readonly thinM: Metres;
  /** Decimals of a degree: 5 is about a metre. */
  readonly digits: number;
}

/** Metres of a degree of latitude, near enough to tell which points to leave out. */
const DEGREE_M = 111_320;

/**
 * Boundaries as the public gets them: never a boundary point as it was surveyed. Neighbours that share a border of these
 * shapes still share it. Null where nothing of one is left.
 */
export function thinned(
  shapes: readonly (Parts | null)[],
  { thinM, digits }: Thinning,
): readonly (MultiPolygon | null)[] {
  const layer = buildLayer(shapes);
  const weights = vertexWeights(layer, metresOf(layer));
  const isKept = (v: number) => weights[v] >= thinM * thinM;
  return shapes.map((_, f) => {
    const parts = partsOf(layer, f, isKept, digits);
    return parts.length > 0 ? { type: 'MultiPolygon', coordinates: parts } : null;
  });
}

function metresOf({ lonLat }: Layer): Float64Array {
  const xy = new Float64Array(lonLat.length);
  const shrink = Math.cos(((lonLat[1] ?? 0) * Math.PI) / 180);
  for (let k = 0; k < xy.length; k += 2) {
    xy[k] = (lonLat[k] - lonLat[0]) * DEGREE_M * shrink;
    xy[k + 1] = (lonLat[k + 1] - lonLat[1]) * DEGREE_M;
  }
  return xy;
}

function partsOf(layer: Layer, f: number, isKept: (v: number) => boolean, digits: number): Position[][][] {
  const { vertexStart, ringStart, partStart, lonLat } = layer;
  const parts: Position[][][] = [];
  for (let p = partStart[f]; p < partStart[f + 1]; p++) {
    const rings: Position[][] = [];
    for (let r = ringStart[p]; r < ringStart[p + 1]; r++) {
      const ring: Position[] = [];
      for (let v = vertexStart[r]; v < vertexStart[r + 1]; v++)
        if (isKept(v)) add(ring, [rounded(lonLat[2 * v], digits), rounded(lonLat[2 * v + 1], digits)]);
      // Too small to be drawn: with its shell go its holes.
      if (closed(ring).length >= 4) rings.push(ring);
      else if (rings.length === 0) break;
    }
    if (rings.length > 0) parts.push(rings);
  }
  return parts;
}

function add(ring: Position[], at: Position): void {
  const last = ring.at(-1);
  if (!last || last[0] !== at[0] || last[1] !== at[1]) ring.push(at);
}

function closed(ring: Position[]): Position[] {
  const [first, last] = [ring[0], ring.at(-1)];
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) ring.push(first);
  return ring;
}

export const rounded = (degrees: number, digits: number): number => Number(degrees.toFixed(digits));

/** A place inside, to four decimals of a degree: about ten metres. */
export const roundedPlace = ([lon, lat]: readonly number[]): Position => [rounded(lon, 4), rounded(lat, 4)];

export function boundsOfShape({ coordinates }: MultiPolygon): Bounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of coordinates.flat(2)) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return [west, south, east, north];
}

/** A feature of a layer as its parts. */
export const partsIn = (layer: Layer, f: number): Parts | null => {
  const parts = toMultiPolygon(layer, f);
  return parts.length > 0 ? parts : null;
};
