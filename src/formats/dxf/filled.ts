import type { Position } from '../../domain/geometry/columns/layer.ts';
import { nestAsDrawn, signedArea } from '../rings.ts';
import type { Hatch, Ring } from './found.ts';
import { boxOf, type Shape } from './nest.ts';

type Outline = readonly Position[];

/** Bounds to the millimetre and area to a thousandth: one outline, whichever its first vertex and its direction. */
export const likeness = (ring: Outline): string => {
  // From the first corner of the bounds: areas of coordinates in tens of millions have no thousandths.
  const [west, south, east, north] = boxOf(ring);
  const near = ring.map((p): Position => [p[0] - west, p[1] - south]);
  return [west, south, east, north, Math.abs(signedArea(near))].map((value) => value.toFixed(3)).join(' ');
};

/**
 * Filled areas as parcels, one each, whatever its parts and holes. On a layer that has closed polylines a hatch is their
 * filling, and so is one with the outline of a polyline or of an earlier hatch on any layer: those are left out.
 */
export function filledShapes(rings: readonly Ring[], hatches: readonly Hatch[]): readonly Shape[] {
  const outlined = new Set(rings.map(({ layer }) => layer));
  const known = new Set(hatches.length > 0 ? rings.map(({ ring }) => likeness(ring)) : []);
  return hatches.flatMap(({ layer, xdata, rings: own }) => {
    if (outlined.has(layer)) return [];
    const alike = own.map(likeness);
    if (alike.every((key) => known.has(key))) return [];
    for (const key of alike) known.add(key);
    return [{ layer, xdata, outline: nestAsDrawn(own) }];
  });
}
