import type { SquareMetres } from '../../quantity/units.ts';
import { RUN, type PlaneRings } from './overlay-rings.ts';
import { InnerFeature } from './overlay-inner.ts';

/*
 * Area of the intersection of two features without building it. Each is a signed sum of the strips below its edges, so
 * the common ground is the signed sum over pairs of edges of what lies below both: the integral of the lower of two
 * straight lines over the x they share. The sum is continuous in every coordinate: identical borders, shared edges,
 * touching corners and holes need no special case, and a last-bit difference moves it by a last bit.
 *
 * Only edges of the larger feature that meet the box of the smaller one are paired with its edges. Below the box they
 * add nothing; above it a chain of them adds the ground of the smaller feature between its two ends.
 */

/** Rounding leaves a few last bits of the box where two features only touch: less than this share of it is nothing. */
const NOTHING = 2 ** -46;

/** Sums common ground pair by pair with the same memory. */
export class PairKernel {
  readonly #inner = new InnerFeature();

  /** To be called when columns asked about before have been written over. */
  forget(): void {
    this.#inner.forget();
  }

  /** m² common to feature f of one layer and g of another, both on the same plane; the same when asked the other way. */
  commonArea(a: PlaneRings, f: number, b: PlaneRings, g: number): SquareMetres {
    const p = 4 * f;
    const q = 4 * g;
    const A = a.boxes;
    const B = b.boxes;
    if (!(A[p] < B[q + 2] && B[q] < A[p + 2] && A[p + 1] < B[q + 3] && B[q + 1] < A[p + 3])) return 0;
    const inner = this.#inner;
    const ofA = (A[p + 2] - A[p]) * (A[p + 3] - A[p + 1]);
    const ofB = (B[q + 2] - B[q]) * (B[q + 3] - B[q + 1]);
    let sum: number;
    if (ofA <= ofB) {
      inner.load(a, f);
      sum = groundWithin(inner, b, g);
    } else {
      inner.load(b, g);
      sum = groundWithin(inner, a, f);
    }
    return sum > NOTHING * Math.min(ofA, ofB) ? sum : 0;
  }
}

function groundWithin(inner: InnerFeature, outer: PlaneRings, g: number): number {
  let sum = 0;
  for (let r = outer.ringStart[g]; r < outer.ringStart[g + 1]; r++) {
    inner.sum[0] = 0;
    addInsideRing(inner, outer, r);
    sum += outer.sign[r] * inner.sum[0];
  }
  return sum;
}

/** Adds m² of `inner` inside ring r, as if it ran counter-clockwise. */
function addInsideRing(inner: InnerFeature, { xy, vertexStart, runStart, runBoxes }: PlaneRings, r: number): void {
  const { west, south, east, north } = inner;
  const end = 2 * vertexStart[r + 1] - 2;
  let above = false;
  for (let run = runStart[r], from = 2 * vertexStart[r]; run < runStart[r + 1]; run++, from += 2 * RUN) {
    const k = 4 * run;
    const to = Math.min(from + 2 * RUN, end);
    if (runBoxes[k + 2] <= west || runBoxes[k] >= east || runBoxes[k + 3] <= south) {
      if (above) inner.addLeftOf(xy, from, true);
      above = false;
    } else if (runBoxes[k + 1] >= north) {
      if (!above) inner.addLeftOf(xy, from, false);
      above = true;
      if (to === end) inner.addLeftOf(xy, to, true);
    } else {
      // Edge by edge; `above` is carried from edge to edge and from run to run.
      for (let v = from; v < to; v += 2) {
        const ax = xy[v];
        const ay = xy[v + 1];
        const bx = xy[v + 2];
        const by = xy[v + 3];
        const isAbove = ay >= north && by >= north;
        if (isAbove !== above) inner.addLeftOf(xy, v, above);
        above = isAbove;
        if (isAbove || (ay <= south && by <= south) || ax === bx) continue;
        if ((ax <= west && bx <= west) || (ax >= east && bx >= east)) continue;
        inner.addBelow(xy, v);
      }
      if (above && to === end) inner.addLeftOf(xy, to, true);
    }
  }
}
