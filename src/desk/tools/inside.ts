import type { Position } from '../../domain/geometry/columns/layer.ts';
import type { Shape } from '../../domain/geometry/edit/frame.ts';
import { boxOf } from '../../domain/geometry/edit/shapes.ts';
import { insideOutline } from '../../domain/geometry/plane/outline.ts';

/** Whether a place lies inside a shape, by the even–odd rule; on a border it may go either way. */
export function isInside(shape: Shape, [x, y]: Position): boolean {
  const rings = shape.flat().map((ring) => [...ring, ...ring.slice(0, 1)]);
  const [west, south, east, north] = boxOf(shape);
  const ringStart = Uint32Array.from([0, ...rings.map(({ length }) => length)]);
  for (let r = 1; r < ringStart.length; r++) ringStart[r] += ringStart[r - 1];
  const xy = Float64Array.from(rings.flat(2));
  return insideOutline({ xy, ringStart, sign: new Int8Array(rings.length), west, south, east, north }, x, y);
}
