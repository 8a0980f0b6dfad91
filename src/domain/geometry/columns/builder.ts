import type { PlaneCrs } from '../../geodesy/crs.ts';
import type { Layer, MultiPolygon, Position, Rings } from './layer.ts';

/** 9 decimals of a degree are 0.1 mm: finer digits are noise of some conversion. */
export const round9 = (degrees: number): number => Math.round(degrees * 1e9) / 1e9;

/**
 * Collects features one by one into the columns of a `Layer`. Rings may come open or closed; they leave closed.
 * With a CRS, every feature comes twice: as degrees and, vertex for vertex, as it was surveyed.
 */
export class LayerBuilder {
  readonly #crs: PlaneCrs | undefined;
  readonly #lonLat: number[] = [];
  readonly #eastNorth: number[] = [];
  readonly #vertexStart = [0];
  readonly #ringStart = [0];
  readonly #partStart = [0];

  constructor(crs?: PlaneCrs) {
    this.#crs = crs;
  }

  add(feature: MultiPolygon | null, surveyed?: MultiPolygon | null): this {
    const parts = feature ?? [];
    if (this.#crs && parts.length !== (surveyed ?? []).length)
      throw new RangeError('surveyed coordinates must have the shape of the feature');
    parts.forEach((rings, p) => this.#addPart(rings, surveyed?.[p]));
    this.#partStart.push(this.#ringStart.length - 1);
    return this;
  }

  #addPart(rings: Rings, surveyed: Rings | undefined): void {
    rings.forEach((ring, r) => {
      const closed = closedRing(ring);
      for (const [lon, lat] of closed) this.#lonLat.push(round9(lon), round9(lat));
      if (this.#crs) {
        const plane = closedRing(surveyed?.[r] ?? []);
        // A ring may close in degrees, after rounding, without closing on the plane: then the plane has one more.
        if (plane.length < closed.length || plane.length > closed.length + 1)
          throw new RangeError('surveyed coordinates must have the shape of the feature');
        if (plane.length > closed.length) this.#lonLat.push(round9(closed[0][0]), round9(closed[0][1]));
        for (const [east, north] of plane) this.#eastNorth.push(east, north);
      }
      this.#vertexStart.push(this.#lonLat.length / 2);
    });
    this.#ringStart.push(this.#vertexStart.length - 1);
  }

  build(): Layer {
    const layer: Layer = {
      size: this.#partStart.length - 1,
      lonLat: Float64Array.from(this.#lonLat),
      vertexStart: Uint32Array.from(this.#vertexStart),
      ringStart: Uint32Array.from(this.#ringStart),
      partStart: Uint32Array.from(this.#partStart),
    };
    if (!this.#crs) return layer;
    return { ...layer, surveyed: { crs: this.#crs, eastNorth: Float64Array.from(this.#eastNorth) } };
  }
}

export interface Surveyed {
  readonly crs: PlaneCrs;
  /** The same features in metres [east, north], with the same parts, rings and vertices. */
  readonly features: readonly (MultiPolygon | null)[];
}

/** Features in degrees [lon, lat] (and, where they came so, in metres) to a layer; null has no geometry. */
export function buildLayer(features: readonly (MultiPolygon | null)[], options: { surveyed?: Surveyed } = {}): Layer {
  const builder = new LayerBuilder(options.surveyed?.crs);
  features.forEach((feature, f) => builder.add(feature, options.surveyed?.features[f]));
  return builder.build();
}

export const emptyLayer = (): Layer => buildLayer([]);

/** Feature `f` as nested rings of [lon, lat], closed; an empty array when it has no geometry. */
export const toMultiPolygon = (layer: Layer, f: number): MultiPolygon => nested(layer, f, layer.lonLat);

/** Feature `f` as nested rings of [east, north] exactly as surveyed, or null when the layer came as degrees. */
export const toSurveyed = (layer: Layer, f: number): MultiPolygon | null =>
  layer.surveyed ? nested(layer, f, layer.surveyed.eastNorth) : null;

function nested(layer: Layer, f: number, coordinates: Float64Array): MultiPolygon {
  const parts: Rings[] = [];
  for (let p = layer.partStart[f]; p < layer.partStart[f + 1]; p++) {
    const rings: Position[][] = [];
    for (let r = layer.ringStart[p]; r < layer.ringStart[p + 1]; r++) {
      const ring: Position[] = [];
      for (let v = layer.vertexStart[r]; v < layer.vertexStart[r + 1]; v++)
        ring.push([coordinates[2 * v], coordinates[2 * v + 1]]);
      rings.push(ring);
    }
    parts.push(rings);
  }
  return parts;
}

function closedRing(ring: readonly Position[]): readonly Position[] {
  if (ring.length === 0) return ring;
  const first = ring[0];
  const last = ring[ring.length - 1];
  return first[0] === last[0] && first[1] === last[1] ? ring : [...ring, first];
}
