import { ok, refuse, type Result } from '../../domain/outcome.ts';
import { falseEasting } from '../../domain/geodesy/zones.ts';
import { buildLayer } from '../../domain/geometry/builder.ts';
import type { Layer, MultiPolygon, Position } from '../../domain/geometry/layer.ts';
import type { FormatRefusal } from '../contract.ts';
import type { SourceCrs } from './source.ts';

/** Farther than this from the central meridian, in metres, no one surveys: number or meridian is wrong. */
const widestM = { 3: 300_000, 6: 450_000 } as const;
const northernmostM = 7_000_000;

/** Whether a position can be what its CRS says. */
export function fits(source: SourceCrs, [x, y]: Position): boolean {
  const { plane } = source;
  if (plane) return Math.abs(x - falseEasting(plane)) <= widestM[plane.width] && y >= 0 && y <= northernmostM;
  const [lon, lat] = source.toDegrees([x, y]);
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}

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
  for (const [f, feature] of features.entries())
    for (const rings of feature ?? [])
      for (const ring of rings)
        for (const position of ring) {
          if (!Number.isFinite(position[0]) || !Number.isFinite(position[1]))
            return refuse('bad-number', { where: where(f), value: position.join(', ') });
          if (!fits(source, position)) return refuse('outside-zone', { where: where(f), at: position.join(', ') });
        }
  const lonLat = features.map((feature) => feature && mapPositions(feature, (p) => source.toDegrees(p)));
  return ok(buildLayer(lonLat, source.plane ? { surveyed: { crs: source.plane, features } } : {}));
}
