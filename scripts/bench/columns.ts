import type { Layer } from '../../src/domain/geometry/columns/layer.ts';

type Columns = Omit<Layer, 'lonLat' | 'surveyed'> & { readonly plane: Float64Array };

/** Collects features as columns of plane coordinates, to 0.1 mm; rings come open and are closed here. */
export class ColumnWriter {
  #xy = new Float64Array(1 << 16);
  #vertices = 0;
  readonly #vertexStart = [0];
  readonly #ringStart = [0];
  readonly #partStart = [0];

  get features(): number {
    return this.#partStart.length - 1;
  }

  add(parts: readonly (readonly (readonly (readonly [number, number])[])[])[]): void {
    for (const rings of parts) {
      for (const ring of rings) {
        for (const [east, north] of ring) this.#push(east, north);
        this.#push(...ring[0]);
        this.#vertexStart.push(this.#vertices);
      }
      this.#ringStart.push(this.#vertexStart.length - 1);
    }
    this.#partStart.push(this.#ringStart.length - 1);
  }

  columns(): Columns {
    return {
      size: this.features,
      plane: this.#xy.slice(0, 2 * this.#vertices),
      vertexStart: Uint32Array.from(this.#vertexStart),
      ringStart: Uint32Array.from(this.#ringStart),
      partStart: Uint32Array.from(this.#partStart),
    };
  }

  #push(east: number, north: number): void {
    if (2 * this.#vertices === this.#xy.length) {
      const wider = new Float64Array(2 * this.#xy.length);
      wider.set(this.#xy);
      this.#xy = wider;
    }
    this.#xy[2 * this.#vertices] = Math.round(east * 1e4) / 1e4;
    this.#xy[2 * this.#vertices++ + 1] = Math.round(north * 1e4) / 1e4;
  }
}
