import type { Geometry, Position } from 'geojson';

type Shape = Geometry | null | undefined;

/** Parts of an area that is drawn, each its shell and its holes; of anything else none. */
export function partsOf(shape: Shape): Position[][][] {
  if (shape?.type === 'Polygon') return [shape.coordinates];
  return shape?.type === 'MultiPolygon' ? shape.coordinates : [];
}

/** Its rings, outer and inner. */
export const ringsOf = (shape: Shape): Position[][] => partsOf(shape).flat();
