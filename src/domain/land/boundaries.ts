import type { Layer } from '../geometry/columns/layer.ts';
import {
  measured,
  measuredAt,
  measuredLayer,
  type MeasuredBoundary,
  type MeasuredLayer,
} from '../geometry/measure/measured.ts';
import { ByShelf, type Shelved } from './by-shelf.ts';
import type { Metres } from '../quantity/units.ts';
import type { Watch } from '../watch.ts';

/**
 * What boundaries give, by row: those of the layer there is at first are measured together, one that comes later when it
 * is first asked for. Rows never change, so forks share what is known.
 */
export class Boundaries {
  readonly atFirst: MeasuredLayer;
  /** As it is at first. */
  readonly layer: Layer;
  readonly #later = new ByShelf<MeasuredBoundary>();

  /** Null when cancelled. */
  static of(layer: Layer, watch: Watch = {}): Boundaries | null {
    const atFirst = measuredLayer(layer, watch);
    return atFirst && new Boundaries(layer, atFirst);
  }

  private constructor(layer: Layer, atFirst: MeasuredLayer) {
    this.layer = layer;
    this.atFirst = atFirst;
  }

  /** Of a row there was at first; null where its boundary gives no figure. */
  perimeterAtFirst(row: number): Metres | null {
    const { broken, areas } = this.atFirst;
    const { partStart } = this.layer;
    return broken.has(row) || partStart[row] === partStart[row + 1] ? null : areas.perimeterM[row];
  }

  /** Whether a boundary is one there was at first. */
  isOfFirst({ shelf }: Shelved): boolean {
    return shelf === this.layer;
  }

  /** Of a boundary and where it is held. */
  at(place: Shelved, drawn: () => { readonly layer: Layer; readonly row: number }): MeasuredBoundary {
    if (this.isOfFirst(place)) return measuredAt(this.layer, this.atFirst, place.row);
    return this.#later.remembered(place, () => {
      const { layer, row } = drawn();
      return measured(layer, row);
    });
  }
}
