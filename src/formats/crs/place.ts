import { ok, refuse, type Result } from '../../domain/outcome.ts';
import { buildLayer } from '../../domain/geometry/columns/builder.ts';
import type { Layer, MultiPolygon, Position } from '../../domain/geometry/columns/layer.ts';
import type { FormatRefusal } from '../contract.ts';
import { mostRingPoints } from '../limits.ts';
import { misplaced } from './misplaced.ts';
import { degrees, type SourceCrs } from './source.ts';

export const mapPositions = (feature: MultiPolygon, change: (p: Position) => Position): MultiPolygon =>
  feature.map((rings) => rings.map((ring) => ring.map(change)));

/**
 * Features in a file's own CRS to a layer; Gauss–Krüger metres stay beside the degrees. `where(f)` names a feature.
 * The first position that cannot be in the CRS is refused.
 */
export function placeLayer(
  features: readonly (MultiPolygon | null)[],
  source: SourceCrs,
  where: (f: number) => string,
): Result<Layer, FormatRefusal> {
  for (const [f, feature] of features.entries()) {
    const said = () => ({ where: where(f) });
    for (const rings of feature ?? [])
      for (const ring of rings) {
        if (ring.length > mostRingPoints) return refuse('too-many-points', { where: where(f), most: mostRingPoints });
        for (const position of ring) {
          const refusal = misplaced(source, position, said);
          if (refusal) return { ok: false, refusal };
        }
      }
  }
  const lonLat =
    source === degrees
      ? features
      : features.map((feature) => feature && mapPositions(feature, (p) => source.toDegrees(p)));
  return ok(buildLayer(lonLat, source.plane ? { surveyed: { crs: source.plane, features } } : {}));
}
