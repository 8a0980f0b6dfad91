import type { Shape } from '../../domain/geometry/edit/frame.ts';
import type { Pointer, Spot } from './contract.ts';
import { edgeAt, placeOf, spotsOf } from './reshaping.ts';
import { toleranceOf } from './snapping.ts';
import { apart, placeBetween, offLine } from './vectors.ts';

/** What of a shape is meant: a vertex, the middle of an edge (a vertex to be), or the edge that begins at the spot. */
export interface Picked {
  readonly kind: 'vertex' | 'midpoint' | 'edge';
  readonly spot: Spot;
}

/** Edges so many tolerances long have a handle in the middle. */
const ROOM_FOR_HANDLE = 6;

/** What of the shape lies under the pointer: vertices before middles before edges, the nearest of each. */
export function picked(shape: Shape, pointer: Pointer): Picked | null {
  const toleranceM = toleranceOf(pointer);
  const spots = spotsOf(shape);
  const nearest = (kind: Picked['kind'], away: (spot: Spot) => number): Picked | null => {
    const best = spots.map((spot) => ({ spot, m: away(spot) })).reduce((p, q) => (q.m < p.m ? q : p), NONE);
    return best.m <= toleranceM ? { kind, spot: best.spot } : null;
  };
  const toMiddle = (spot: Spot): number => {
    const [a, b] = edgeAt(shape, spot);
    return apart(a, b) < ROOM_FOR_HANDLE * toleranceM ? Infinity : apart(placeBetween(a, b), pointer.at);
  };
  return (
    nearest('vertex', (spot) => apart(placeOf(shape, spot), pointer.at)) ??
    nearest('midpoint', toMiddle) ??
    nearest('edge', (spot) => offLine(edgeAt(shape, spot), pointer.at))
  );
}

const NONE = { spot: { part: 0, ring: 0, vertex: 0 }, m: Infinity };
