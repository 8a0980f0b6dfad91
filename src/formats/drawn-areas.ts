import type { Layer } from '../domain/geometry/columns/layer.ts';
import { areasOf } from '../domain/geometry/measure/measures.ts';
import { problemsOf } from '../domain/geometry/valid/validity.ts';
import type { Parcel } from '../domain/land/model.ts';
import { drawnAsStated, statedDiffers } from '../domain/land/stated-area.ts';
import type { SquareMetres } from '../domain/quantity/units.ts';

const [NOT_ASKED, NONE, KNOWN] = [0, 1, 2];

/** What boundaries of a layer enclose, each computed when it is first asked for. */
export class DrawnAreas {
  readonly #layer: Layer;
  readonly #state: Uint8Array;
  readonly #planeM2: Float64Array;
  readonly #ellipsoidM2: Float64Array;
  readonly #perimeterM: Float64Array;

  constructor(layer: Layer) {
    this.#layer = layer;
    this.#state = new Uint8Array(layer.size);
    [this.#planeM2, this.#ellipsoidM2, this.#perimeterM] = [0, 1, 2].map(() => new Float64Array(layer.size));
  }

  /** Of a sound boundary; NaN for one that is broken or not drawn, whose area says nothing. */
  planeM2(f: number): SquareMetres {
    return this.#isKnown(f) ? this.#planeM2[f] : NaN;
  }

  /** The same on the basis of a stated area. */
  asStatedM2(f: number, areaBasis: Parcel['areaBasis']): SquareMetres {
    if (!this.#isKnown(f)) return NaN;
    return drawnAsStated({ areaBasis }, { planeM2: this.#planeM2[f], ellipsoidM2: this.#ellipsoidM2[f] });
  }

  /** Whether a stated area is another than that; one of which nothing is known is not. */
  differs(f: number, basis: Parcel['areaBasis'], areaM2: SquareMetres, resolutionM2: SquareMetres): boolean {
    if (!this.#isKnown(f)) return false;
    return statedDiffers(
      { areaM2, resolutionM2 },
      { areaM2: this.asStatedM2(f, basis), perimeterM: this.#perimeterM[f] },
    );
  }

  #isKnown(f: number): boolean {
    if (this.#state[f] === NOT_ASKED) this.#compute(f);
    return this.#state[f] === KNOWN;
  }

  #compute(f: number): void {
    const layer = this.#layer;
    this.#state[f] = NONE;
    if (layer.partStart[f] === layer.partStart[f + 1]) return;
    if (problemsOf(layer, f).some(({ severity }) => severity === 'broken')) return;
    const { planeM2, ellipsoidM2, perimeterM } = areasOf(layer, f);
    if (!(planeM2 > 0)) return;
    this.#state[f] = KNOWN;
    this.#planeM2[f] = planeM2;
    this.#ellipsoidM2[f] = ellipsoidM2;
    this.#perimeterM[f] = perimeterM;
  }
}
