import { union } from 'polyclip-ts';
import { boundarySum } from '../../domain/geometry/draw/boundary-sum.ts';

/** Parts → rings → positions, as the polygon library types them. */
export type Coordinates = [number, number][][][];

/** For drawing only: one outline around several shapes; side by side where the library cannot join them. */
export function joined(shapes: readonly Coordinates[]): Coordinates {
  if (shapes.length < 2) return shapes[0] ?? [];
  // Most parcels share their borders vertex by vertex.
  const sum = boundarySum(shapes.flat());
  if (sum) return sum as Coordinates;
  try {
    return union(shapes[0], ...shapes.slice(1));
  } catch {
    return shapes.flat();
  }
}
