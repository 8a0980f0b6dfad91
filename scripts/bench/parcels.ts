import { planeCrsOf } from '../../src/domain/geodesy/zones.ts';
import type { Layer, MultiPolygon } from '../../src/domain/geometry/columns/layer.ts';
import { surveyedLayer } from '../../src/domain/geometry/plane/project.ts';

/** The same numbers in 0 .. 1 on every machine for a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 15), z | 1);
    z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
    return ((z ^ (z >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * `count` parcels over 100 × 60 km of zone 38 (EPSG:4547), 5 to 16 vertices each, 30 to 300 m across, one in ten with a
 * hole: sides from a few metres to some 300, so that some are cut and most are not.
 */
export function benchParcels(count: number, seed = 1): Layer {
  const random = randomFrom(seed);
  const parcels = Array.from({ length: count }, (): MultiPolygon => {
    const [east, north] = [400_000 + random() * 100_000, 3_810_000 + random() * 60_000];
    const radius = 15 + 135 * random() ** 2;
    const corners = 5 + Math.floor(random() * 12);
    const shell = Array.from({ length: corners }, (_, i) => {
      const [angle, r] = [(2 * Math.PI * i) / corners, radius * (0.7 + 0.3 * random())];
      return [east + r * Math.cos(angle), north + r * Math.sin(angle)] as const;
    });
    const hole = shell.map(([x, y]) => [east + (x - east) / 4, north + (y - north) / 4] as const).reverse();
    return [random() < 0.1 ? [shell, hole] : [shell]];
  });
  return surveyedLayer(parcels, planeCrsOf(4547)!);
}
