import { BoxGrid } from '../boxes/grid.ts';
import type { OverlayLayer } from './overlay-layer.ts';
import { PairKernel } from '../overlap/overlay-pair.ts';
import { stopsAt, type Watch } from '../../watch.ts';

export { overlayLayer, type OverlayLayer } from './overlay-layer.ts';

export interface Overlay {
  /** Row of `a`, row of `b`, interleaved, by `a` and then `b`: every pair that shares ground. */
  readonly pairs: Uint32Array;
  /** m² on their plane that each pair has in common. */
  readonly areasM2: Float64Array;
  /** Rows of each layer that were left out because their boundary is broken, ascending. */
  readonly brokenA: Uint32Array;
  readonly brokenB: Uint32Array;
}

/**
 * The ground every feature of `a` shares with every feature of `b`, both layers on the same plane; null when cancelled.
 * The pieces of a feature over a layer that covers it sum to its area within 10⁻¹² of it.
 */
export function overlay(a: OverlayLayer, b: OverlayLayer, watch: Watch = {}): Overlay | null {
  const grid = new BoxGrid(soundBoxes(b));
  const boxes = soundBoxes(a);
  const kernel = new PairKernel();
  const out = new PairColumns(a.size);
  const near: number[] = [];
  for (let f = 0; f < a.size; f++) {
    if (stopsAt(f, a.size, watch)) return null;
    const box = 4 * f;
    if (!(boxes[box] <= boxes[box + 2])) continue;
    const count = grid.meeting(boxes[box], boxes[box + 1], boxes[box + 2], boxes[box + 3], near);
    sortFirst(near, count);
    for (let n = 0; n < count; n++) {
      const areaM2 = kernel.commonArea(a, f, b, near[n]);
      if (areaM2 > 0) out.add(f, near[n], areaM2);
    }
  }
  watch.progress?.(1);
  return { ...out.columns(), brokenA: a.broken, brokenB: b.broken };
}

/** The boxes of a layer, those of its broken features empty. */
function soundBoxes({ boxes, broken }: OverlayLayer): Float64Array {
  const sound = boxes.slice();
  for (const f of broken) sound.set([Infinity, Infinity, -Infinity, -Infinity], 4 * f);
  return sound;
}

/** The first few numbers in ascending order; they are few and nearly in order. */
function sortFirst(numbers: number[], count: number): void {
  for (let n = 1; n < count; n++) {
    const value = numbers[n];
    let at = n;
    for (; at > 0 && numbers[at - 1] > value; at--) numbers[at] = numbers[at - 1];
    numbers[at] = value;
  }
}

class PairColumns {
  #pairs: Uint32Array;
  #areas: Float64Array;
  #count = 0;

  constructor(expected: number) {
    this.#areas = new Float64Array(expected + 16);
    this.#pairs = new Uint32Array(2 * this.#areas.length);
  }

  add(f: number, g: number, areaM2: number): void {
    if (this.#count === this.#areas.length) this.#grow();
    this.#pairs[2 * this.#count] = f;
    this.#pairs[2 * this.#count + 1] = g;
    this.#areas[this.#count++] = areaM2;
  }

  columns(): Pick<Overlay, 'pairs' | 'areasM2'> {
    return { pairs: this.#pairs.slice(0, 2 * this.#count), areasM2: this.#areas.slice(0, this.#count) };
  }

  #grow(): void {
    const areas = new Float64Array(2 * this.#areas.length);
    const pairs = new Uint32Array(2 * areas.length);
    areas.set(this.#areas);
    pairs.set(this.#pairs);
    this.#areas = areas;
    this.#pairs = pairs;
  }
}
