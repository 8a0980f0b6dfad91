import { COORDINATE_RESOLUTION_M } from '../../quantity/threshold.ts';
import { ON_CUT_M } from '../split/line.ts';
import { keyOf, type Ring, type Shape } from '../edit/frame.ts';
import { piecesOf, ringArea, shapeOf } from '../edit/shapes.ts';
import { spikeTips } from '../valid/spikes.ts';

/** The ring without vertices that repeat the one before. */
export const withoutRepeats = (ring: Ring): Ring => ring.filter((p, i) => keyOf(p) !== keyOf(ring.at(i - 1)!));

/** The ring without its spikes 尖刺: tips go one after another, until the boundary nowhere turns back on itself. */
export function withoutSpikes(ring: Ring): Ring {
  let kept = withoutRepeats(ring);
  while (kept.length > 2) {
    const xy = Float64Array.from(kept.flat());
    const [tip] = spikeTips({ xy, vertices: kept.map((_, i) => i) }, [1, 1]);
    if (tip === undefined) return kept;
    kept = withoutRepeats(kept.filter((_, i) => i !== tip));
  }
  return [];
}

/** Every ring mended by `mend`; rings that come to nothing are left out, with their holes if they were shells. */
export const eachRing = (shape: Shape, mend: (ring: Ring) => Ring): Shape =>
  shape
    .map((rings) => rings.map(mend))
    .filter((rings) => rings.length > 0 && rings[0].length > 2)
    .map((rings) => rings.filter((ring) => ring.length > 2));

/** The shape without rings thinner than stored coordinates can tell from a line, which validity calls empty. */
export const withoutSlivers = (shape: Shape): Shape =>
  eachRing(shape, (ring) => (Math.abs(ringArea(ring)) <= COORDINATE_RESOLUTION_M * perimeter(ring) ? [] : ring));

const perimeter = (ring: Ring): number =>
  ring.reduce((sum, [x, y], i) => sum + Math.hypot(x - ring.at(i - 1)![0], y - ring.at(i - 1)![1]), 0);

/** A hole that runs the same way round as its shell. */
export const hasReversedHole = (shape: Shape): boolean =>
  shape.some(([shell, ...holes]) => holes.some((hole) => ringArea(hole) > 0 === ringArea(shell) > 0));

/** The ground by the even–odd rule over the rings of each part, parts united; null when it cannot be taken apart. */
export function redrawn(shape: Shape): Shape | null {
  const pieces = piecesOf([shape], ON_CUT_M);
  return pieces && shapeOf(pieces, shape);
}
