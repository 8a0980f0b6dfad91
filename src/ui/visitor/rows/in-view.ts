import type { Position } from 'geojson';
import type { Bounds } from '../../../domain/geometry/columns/bounds.ts';

/** Whether a place lies in what the map shows. */
export const isIn = (at: Position | null, bounds: Bounds | null): boolean =>
  at !== null &&
  bounds !== null &&
  at[0] >= bounds[0] &&
  at[0] <= bounds[2] &&
  at[1] >= bounds[1] &&
  at[1] <= bounds[3];
