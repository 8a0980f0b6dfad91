import { falseEasting, planeCrsOf } from '../../src/domain/geodesy/zones.ts';
import type { Layer } from '../../src/domain/geometry/columns/layer.ts';
import type { BenchLayer } from './city.ts';

/** The layer as if its plane coordinates had been surveyed (EPSG:4547): what is judged is what the database holds. */
export function surveyedOf({ layer, plane }: BenchLayer): Layer {
  const crs = planeCrsOf(4547)!;
  const eastNorth = plane.map((x, k) => (k % 2 === 0 ? x + falseEasting(crs) : x));
  return { ...layer, surveyed: { crs, eastNorth } };
}
