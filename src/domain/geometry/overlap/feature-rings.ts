import { planeRingArea } from '../../geodesy/plane-area.ts';
import { RUN, writeBox, type PlaneRings } from './overlay-rings.ts';
import type { PlaneColumns } from '../plane/plane-columns.ts';

/**
 * One feature of a layer after another as a layer of one, in the same memory: thousands of small arrays would cost more
 * than what is asked of them. A kernel that has seen it must forget it when another feature is taken.
 */
export class FeatureRings implements PlaneRings {
  xy = new Float64Array(512);
  vertexStart = new Uint32Array(16);
  readonly ringStart = new Uint32Array(2);
  sign = new Int8Array(16);
  readonly boxes = new Float64Array(4);
  readonly areasM2 = new Float64Array(1);
  runStart = new Uint32Array(16);
  runBoxes = new Float64Array(4 * 32);

  take({ xy, vertexStart, ringStart, partStart, boxes }: PlaneColumns, f: number): void {
    const first = ringStart[partStart[f]];
    const last = ringStart[partStart[f + 1]];
    const offset = vertexStart[first];
    const count = vertexStart[last] - offset;
    this.#fit(count, last - first);
    for (let k = 0; k < 2 * count; k++) this.xy[k] = xy[2 * offset + k];
    for (let side = 0; side < 4; side++) this.boxes[side] = boxes[4 * f + side];
    this.ringStart[1] = last - first;
    this.areasM2[0] = 0;
    this.vertexStart[0] = this.runStart[0] = 0;
    for (let p = partStart[f]; p < partStart[f + 1]; p++)
      for (let r = ringStart[p]; r < ringStart[p + 1]; r++)
        this.#takeRing(r - first, vertexStart[r + 1] - offset, r === ringStart[p] ? 1 : -1);
  }

  #takeRing(r: number, to: number, role: 1 | -1): void {
    const from = this.vertexStart[r];
    const areaM2 = planeRingArea(this.xy, from, to);
    this.vertexStart[r + 1] = to;
    this.sign[r] = areaM2 < 0 ? -role : role;
    this.areasM2[0] += this.sign[r] * areaM2;
    let run = this.runStart[r];
    for (let v = from; v < to - 1; v += RUN, run++)
      writeBox(this.xy, v, Math.min(v + RUN + 1, to), this.runBoxes, 4 * run);
    this.runStart[r + 1] = run;
  }

  #fit(vertices: number, rings: number): void {
    if (2 * vertices > this.xy.length) this.xy = new Float64Array(4 * vertices);
    const runs = Math.ceil(vertices / RUN) + rings;
    if (4 * runs > this.runBoxes.length) this.runBoxes = new Float64Array(8 * runs);
    if (rings + 1 <= this.sign.length) return;
    this.sign = new Int8Array(2 * rings + 1);
    this.vertexStart = new Uint32Array(2 * rings + 1);
    this.runStart = new Uint32Array(2 * rings + 1);
  }
}
