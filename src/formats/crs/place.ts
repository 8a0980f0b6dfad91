import { ok, refuse, type Result } from '../../domain/outcome.ts';
import { falseEasting } from '../../domain/geodesy/zones.ts';
import { buildLayer } from '../../domain/geometry/builder.ts';
import type { Layer, MultiPolygon, Position } from '../../domain/geometry/layer.ts';
import type { FormatRefusal } from '../contract.ts';
import { mostRingPoints } from '../limits.ts';
import { degrees, type SourceCrs } from './source.ts';

/** Farther than this from the central meridian, in metres, no one surveys: number or meridian is wrong. */
const widestM = { 3: 300_000, 6: 450_000 } as const;
const northernmostM = 7_000_000;

/** 3° zones 25-45 reach from 73.5°E to 136.5°E; China from the Zengmu shoal 曾母暗沙 to the Amur. */
const inChina = ([lon, lat]: Position): boolean => lon >= 73.5 && lon <= 136.5 && lat >= 3 && lat <= 54;

/** Whether a position can be what its CRS says. */
export function fits(source: SourceCrs, [x, y]: Position): boolean {
  const { plane } = source;
  if (plane) return Math.abs(x - falseEasting(plane)) <= widestM[plane.width] && y >= 0 && y <= northernmostM;
  if (source === degrees) return inChina([x, y]);
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
      for (const ring of rings) {
        if (ring.length > mostRingPoints) return refuse('too-many-points', { where: where(f), most: mostRingPoints });
        for (const position of ring) {
          if (!Number.isFinite(position[0]) || !Number.isFinite(position[1]))
            return refuse('bad-number', { where: where(f), value: position.join(', ') });
          if (!fits(source, position))
            return refuse(source === degrees ? 'outside-china' : 'outside-zone', {
              where: where(f),
              at: position.join(', '),
            });
        }
      }
  const lonLat =
    source === degrees
      ? features
      : features.map((feature) => feature && mapPositions(feature, (p) => source.toDegrees(p)));
  return ok(buildLayer(lonLat, source.plane ? { surveyed: { crs: source.plane, features } } : {}));
}
