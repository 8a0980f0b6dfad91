import type { MapPlane } from './map-plane.ts';
import { GeometryWriter, type TileRing } from './rings.ts';
import type { Wire } from './wire.ts';

/** Where a tile lies and how fine it is cut. */
export interface Cut {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  /** Units of a tile's side; beyond it that the tile also has; how far a line may move below `maxZoom`. */
  readonly extent: number;
  readonly buffer: number;
  readonly tolerance: number;
  readonly maxZoom: number;
}

/** Writes outlines as a tile shows them. */
export class FeatureCutter {
  readonly #ring: TileRing;
  readonly #commands = new GeometryWriter();
  readonly #scale: number;
  readonly #originX: number;
  readonly #originY: number;
  readonly #low: number;
  readonly #high: number;
  /** Vertices worth less are left out. */
  readonly #least: number;

  /** `ring` is written over by every one that is cut. */
  constructor({ z, x, y, extent, buffer, tolerance, maxZoom }: Cut, ring: TileRing) {
    this.#ring = ring;
    this.#scale = 2 ** z * extent;
    this.#originX = x * extent;
    this.#originY = y * extent;
    this.#low = -buffer;
    this.#high = extent + buffer;
    this.#least = z >= maxZoom ? 0 : (tolerance / this.#scale) ** 2;
  }

  /** Rings of a feature that are left of it in the tile: shells clockwise as seen, holes the other way. */
  write(wire: Wire, plane: MapPlane, row: number): void {
    const { partStart, ringStart } = plane.outlines;
    const weights = this.#least > 0 ? plane.borders.weights : null;
    const isInside = this.#isInside(plane.boxes, row);
    const ring = this.#ring;
    this.#commands.startFeature();
    for (let p = partStart[row]; p < partStart[row + 1]; p++)
      for (let r = ringStart[p]; r < ringStart[p + 1]; r++) {
        this.#place(plane, weights, r);
        if (!isInside) ring.clip(this.#low, this.#high);
        const area = ring.length < 3 ? 0 : ring.snap();
        const shell = r === ringStart[p];
        // Without its shell a part has no holes.
        if (area === 0 && shell) break;
        if (area !== 0) this.#commands.ring(wire, ring, area > 0 !== shell);
      }
  }

  #isInside(box: Float64Array, row: number): boolean {
    const scale = this.#scale;
    return (
      box[4 * row] * scale - this.#originX >= this.#low &&
      box[4 * row + 1] * scale - this.#originY >= this.#low &&
      box[4 * row + 2] * scale - this.#originX <= this.#high &&
      box[4 * row + 3] * scale - this.#originY <= this.#high
    );
  }

  /** Vertices of ring `r` that are drawn, in tile units. */
  #place({ xy, outlines: { vertexStart } }: MapPlane, weights: Float32Array | null, r: number): void {
    const ring = this.#ring;
    const { x, y } = ring;
    const scale = this.#scale;
    const originX = this.#originX;
    const originY = this.#originY;
    const least = this.#least;
    let kept = 0;
    for (let v = vertexStart[r]; v < vertexStart[r + 1] - 1; v++) {
      if (weights !== null && weights[v] < least) continue;
      x[kept] = xy[2 * v] * scale - originX;
      y[kept++] = xy[2 * v + 1] * scale - originY;
    }
    ring.length = kept;
  }
}
