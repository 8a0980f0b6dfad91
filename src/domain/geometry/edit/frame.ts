import type { PlaneCrs } from '../../geodesy/crs.ts';
import { falseEasting, toLonLat, toPlane } from '../../geodesy/zones.ts';
import { buildLayer, round9, toMultiPolygon, toSurveyed } from '../columns/builder.ts';
import type { Layer, MultiPolygon, Position } from '../columns/layer.ts';
import { outlineArea, outlineOf } from '../plane/outline.ts';
import { planeVertices, surveyedLayer, vertexRange, zoneOfFeature } from '../plane/project.ts';

/** Rings of metres east and north of the frame's origin, not closed: parts → rings → vertices. */
export type Ring = readonly Position[];
export type Shape = readonly (readonly Ring[])[];

export const keyOf = ([x, y]: Position): string => `${x} ${y}`;

/**
 * The plane an edit is made on: the land's 3° zone, seen from a point nearby. A vertex that was read goes back to
 * exactly the numbers it was stored with; only new ones are converted and rounded.
 */
export class Frame {
  readonly crs: PlaneCrs;
  readonly layer: Layer;
  readonly #origin: Position;
  /** Stored numbers by kind of layer (degrees or the EPSG code) and place. */
  readonly #stored = new Map<number, Map<string, Position>>();

  constructor(layer: Layer, feature: number) {
    this.layer = layer;
    this.crs = planeOf(layer, feature);
    const [from, to] = vertexRange(layer, feature);
    const first = planeVertices(layer, this.crs, from, Math.min(from + 1, to));
    this.#origin = first.length ? [first[0], first[1]] : [0, 0];
  }

  /** A feature of the frame's layer, or of another one that is to be fitted to it. */
  read(f: number, layer: Layer = this.layer): Shape {
    const [from, to] = vertexRange(layer, f);
    const xy = planeVertices(layer, this.crs, from, to);
    const coordinates = layer.surveyed?.eastNorth ?? layer.lonLat;
    const known = this.#known(layer);
    const ringAt = (r: number): Ring => {
      const ring: Position[] = [];
      for (let v = layer.vertexStart[r]; v < layer.vertexStart[r + 1] - 1; v++) {
        const k = 2 * (v - from);
        const point: Position = [xy[k] - this.#origin[0], xy[k + 1] - this.#origin[1]];
        ring.push(point);
        const key = keyOf(point);
        if (!known.has(key)) known.set(key, [coordinates[2 * v], coordinates[2 * v + 1]]);
      }
      return ring;
    };
    return partsOf(layer, f).map((rings) => rings.map(ringAt));
  }

  /** Longitude and latitude, or east and north of `crs`, to the frame. */
  local([x, y]: Position, crs?: PlaneCrs): Position {
    const [lon, lat] = crs && crs.epsg !== this.crs.epsg ? toLonLat(crs, x, y) : [x, y];
    const [east, north] = crs?.epsg === this.crs.epsg ? [x, y] : toPlane(this.crs, lon, lat);
    return [east - falseEasting(this.crs) - this.#origin[0], north - this.#origin[1]];
  }

  /**
   * The numbers by which `layer` stores a vertex; a new surveyed one is rounded to `decimals` of a metre (not at all by
   * default), one in degrees to 9.
   */
  store(point: Position, decimals = Infinity, layer: Layer = this.layer): Position {
    const known = this.#known(layer).get(keyOf(point));
    if (known) return known;
    const [east, north] = [point[0] + this.#origin[0] + falseEasting(this.crs), point[1] + this.#origin[1]];
    const { surveyed } = layer;
    if (surveyed?.crs.epsg === this.crs.epsg) return [rounded(east, decimals), rounded(north, decimals)];
    const [lon, lat] = toLonLat(this.crs, east, north);
    if (!surveyed) return [round9(lon), round9(lat)];
    const [e, n] = toPlane(surveyed.crs, lon, lat);
    return [rounded(e, decimals), rounded(n, decimals)];
  }

  /** A shape in stored numbers, closed, without vertices that became the same; rings without ground are left out. */
  write(shape: Shape, decimals?: number, layer: Layer = this.layer): MultiPolygon {
    return shape
      .map((rings) => rings.map((ring) => closed(ring.map((p) => this.store(p, decimals, layer)))))
      .filter((rings) => rings.length > 0 && rings[0].length > 3)
      .map((rings) => rings.filter((ring) => ring.length > 3));
  }

  #known({ surveyed }: Layer): Map<string, Position> {
    const kind = surveyed?.crs.epsg ?? 0;
    const known = this.#stored.get(kind) ?? new Map<string, Position>();
    this.#stored.set(kind, known);
    return known;
  }
}

/** A frame for a whole layer: that of its middle feature with coordinates that are numbers. */
export function frameOver(layer: Layer): Frame {
  const rows = Array.from({ length: layer.size }, (_, f) => f).filter((f) => {
    const [from, to] = vertexRange(layer, f);
    return to > from && Number.isFinite(layer.lonLat[2 * from]) && Number.isFinite(layer.lonLat[2 * from + 1]);
  });
  return new Frame(layer, rows[rows.length >> 1] ?? 0);
}

/** The CRS areas are measured in: the surveyed one where it is a 3° zone of the land, else the land's own. */
export function planeOf(layer: Layer, f: number): PlaneCrs {
  const zone = zoneOfFeature(layer, f);
  const { surveyed } = layer;
  return surveyed?.crs.width === 3 && surveyed.crs.zone === zone.zone ? surveyed.crs : zone;
}

/** Features in the stored numbers of `like` as a layer of their own. */
export const layerLike = (like: Layer, features: readonly MultiPolygon[]): Layer =>
  like.surveyed ? surveyedLayer(features, like.surveyed.crs) : buildLayer(features);

/** Feature `f` in stored numbers, closed. */
export const storedFeature = (layer: Layer, f: number): MultiPolygon =>
  toSurveyed(layer, f) ?? toMultiPolygon(layer, f);

/** 平面面积 in `crs` of a feature in the stored numbers of `like`, m². */
export function storedArea(like: Layer, feature: MultiPolygon, crs: PlaneCrs): number {
  return feature.length === 0 ? 0 : outlineArea(outlineOf(layerLike(like, [feature]), 0, crs));
}

export const hasGeometry = (layer: Layer, f: number): boolean => {
  const [from, to] = vertexRange(layer, f);
  return to > from;
};

/** Ring numbers of a feature by part. */
function partsOf(layer: Layer, f: number): number[][] {
  const parts: number[][] = [];
  for (let p = layer.partStart[f]; p < layer.partStart[f + 1]; p++)
    parts.push(Array.from({ length: layer.ringStart[p + 1] - layer.ringStart[p] }, (_, i) => layer.ringStart[p] + i));
  return parts;
}

function rounded(metres: number, decimals: number): number {
  return Number.isFinite(decimals) ? Number(metres.toFixed(decimals)) : metres;
}

const same = (p: Position, q: Position): boolean => p[0] === q[0] && p[1] === q[1];

function closed(ring: readonly Position[]): Position[] {
  const kept = ring.filter((p, i) => i === 0 || !same(p, ring[i - 1]));
  while (kept.length > 1 && same(kept[0], kept[kept.length - 1])) kept.pop();
  return kept.length > 0 ? [...kept, kept[0]] : kept;
}
