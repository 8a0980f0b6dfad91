import type { Metres } from '../../quantity/units.ts';
import type { Layer } from '../columns/layer.ts';
import { outlineOf } from '../plane/outline.ts';
import { zoneOfFeature } from '../plane/project.ts';
import { sharedLength } from './adjacency.ts';

/** For tests: the border of f that runs along g's, on the plane of f's zone. */
export function sharedBorder(layer: Layer, f: number, g: number, toleranceM: Metres): Metres {
  const crs = zoneOfFeature(layer, f);
  return sharedLength(outlineOf(layer, f, crs), outlineOf(layer, g, crs), toleranceM);
}
