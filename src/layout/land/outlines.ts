import { unionArea } from '../../domain/geometry/overlap/coverage.ts';
import type { Outline } from '../../domain/geometry/plane/outline.ts';
import { ringArea } from '../../domain/geometry/edit/shapes.ts';
import type { Ring } from '../shape/site.ts';

/** Rings as one outline for the kernels; outer rings against the clock, holes with it. */
function outlineOf(rings: readonly Ring[]): Outline {
  const xy = Float64Array.from(rings.flatMap((ring) => [...ring, ring[0]].flat()));
  const ringStart = new Uint32Array(rings.length + 1);
  rings.forEach((ring, r) => (ringStart[r + 1] = ringStart[r] + ring.length + 1));
  const points = rings.flat();
  return {
    xy,
    ringStart,
    sign: Int8Array.from(rings, () => 1),
    west: Math.min(...points.map(([x]) => x)),
    east: Math.max(...points.map(([x]) => x)),
    south: Math.min(...points.map(([, y]) => y)),
    north: Math.max(...points.map(([, y]) => y)),
  };
}

const upright = (ring: Ring): Ring => (ringArea(ring) < 0 ? ring.toReversed() : ring);

/** Ground of the land that strips cover, each place once, m². */
export function coveredOf(land: readonly Ring[], strips: readonly Ring[]): number {
  if (!strips.length) return 0;
  const covers = strips.map((strip) => outlineOf([upright(strip)]));
  const alone = unionArea(covers) ?? 0;
  const together = unionArea([...covers, outlineOf(land)]) ?? 0;
  return alone + land.reduce((sum, ring) => sum + ringArea(ring), 0) - together;
}
