import type { Layer } from '../geometry/columns/layer.ts';
import {
  measured,
  measuredAt,
  measuredLayer,
  type Measured,
  type MeasuredLayer,
} from '../geometry/measure/measured.ts';
import type { Watch } from '../watch.ts';

/**
 * What the boundaries of a growing layer give, by row: those there at first are measured together, one that comes later
 * when it is first asked for. Rows never change, so forks share what is known.
 */
export class Boundaries {
  readonly atFirst: MeasuredLayer;
  readonly #layer: Layer;
  readonly #later = new Map<number, Measured>();

  /** Null when cancelled. */
  static of(layer: Layer, watch: Watch = {}): Boundaries | null {
    const atFirst = measuredLayer(layer, watch);
    return atFirst && new Boundaries(layer, atFirst);
  }

  private constructor(layer: Layer, atFirst: MeasuredLayer) {
    this.#layer = layer;
    this.atFirst = atFirst;
  }

  /** Of a row of the layer as it has grown. */
  at(layer: Layer, row: number): Measured {
    if (row < this.#layer.size) return measuredAt(this.#layer, this.atFirst, row);
    const known = this.#later.get(row);
    if (known) return known;
    const found = measured(layer, row);
    this.#later.set(row, found);
    return found;
  }
}
