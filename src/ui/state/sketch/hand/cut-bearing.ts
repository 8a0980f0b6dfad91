import type { Shape } from '../../../../domain/geometry/edit/frame.ts';
import type { Position } from '../../../../domain/geometry/columns/layer.ts';
import { apart, azimuthOf } from '../../../../desk/tools/vectors.ts';

/** Degrees are written with so many decimals: along 1 km that is less than 2 mm. */
const DECIMALS = 4;

/** Direction in which a parcel is cut where nothing is said: square to its longest edge, 0 ≤ … < 180. */
export function cutBearing(shape: Shape): number {
  const edges = shape.flatMap(([shell]) =>
    shell.map((from, i): readonly [Position, Position] => [from, shell[(i + 1) % shell.length]]),
  );
  const longest = edges.reduce((p, q) => (apart(...q) > apart(...p) ? q : p));
  return Number(((azimuthOf(...longest) + 90) % 180).toFixed(DECIMALS)) % 180;
}
