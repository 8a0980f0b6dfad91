import type { MultiPolygon, Position } from '../domain/geometry/columns/layer.ts';
import { planeRingArea } from '../domain/geodesy/plane-area.ts';
import { nestRings } from '../domain/geometry/columns/nesting.ts';

type Ring = readonly Position[];

/** More rings in one parcel than any survey has; nesting looks at every pair. */
export const mostRings = 5000;

/**
 * Shells, holes and islands by containment, each ring exactly as it came: `nestRings` may turn a ring round, and a file
 * should leave in the order in which it arrived. Rings are told apart by their first and last position object.
 */
export function nestAsDrawn(rings: readonly Ring[]): MultiPolygon {
  const source = new Map<Position, Ring>();
  for (const ring of rings)
    if (ring.length > 0) {
      source.set(ring[0], ring);
      source.set(ring[ring.length - 1], ring);
    }
  return nestRings(rings).map((part) => part.map((ring) => (ring.length > 0 ? (source.get(ring[0]) ?? ring) : ring)));
}

export const signedArea = (ring: Ring): number => planeRingArea(Float64Array.from(ring.flat()), 0, ring.length);

/** Plane area in the unit of the coordinates: shells less holes, whichever way they turn. */
export const polygonArea = (parts: MultiPolygon): number =>
  parts.reduce(
    (sum, rings) => sum + rings.reduce((s, ring, r) => s + Math.abs(signedArea(ring)) * (r === 0 ? 1 : -1), 0),
    0,
  );

/** Every ring in one direction by its role; each keeps its first vertex. */
export const turned = (parts: MultiPolygon, shellsCounterClockwise: boolean): MultiPolygon =>
  parts.map((rings) =>
    rings.map((ring, r) =>
      (signedArea(ring) > 0 === (r === 0)) === shellsCounterClockwise ? ring : [...ring].reverse(),
    ),
  );
