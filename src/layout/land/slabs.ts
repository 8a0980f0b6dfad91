import type { Turned } from './edges.ts';
import { freeIn } from './free.ts';

/** Where buildings may stand in each slab that was asked for: families, gaps and depths share what was found. */
export class Slabs {
  readonly #frame: Turned;
  readonly #known = new Map<number, Map<number, readonly number[]>>();

  constructor(frame: Turned) {
    this.#frame = frame;
  }

  /** Free intervals between y and y + depth, metres. */
  free(y: number, depthM: number): readonly number[] {
    let ofDepth = this.#known.get(depthM);
    if (!ofDepth) this.#known.set(depthM, (ofDepth = new Map<number, readonly number[]>()));
    let free = ofDepth.get(y);
    if (!free) ofDepth.set(y, (free = freeIn(this.#frame, y, y + depthM)));
    return free;
  }
}
