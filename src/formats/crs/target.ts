import { ok, type Result } from '../../domain/outcome.ts';
import { landCrs } from '../../domain/geodesy/zones.ts';
import { toMultiPolygon, toSurveyed } from '../../domain/geometry/builder.ts';
import type { Layer, MultiPolygon } from '../../domain/geometry/layer.ts';
import type { FormatRefusal } from '../contract.ts';
import { mapPositions } from './place.ts';
import { planeSource, sourceOf, type SourceCrs } from './source.ts';

/** The CRS to write in: the one asked for, else the survey's, else the 3° zone of the land. */
export function planeTarget(layer: Layer, epsg: number | undefined): Result<SourceCrs, FormatRefusal> {
  if (epsg !== undefined) return sourceOf(epsg);
  if (layer.surveyed) return ok(planeSource(layer.surveyed.crs));
  return ok(planeSource(landCrs(layer.lonLat.length > 0 ? layer.lonLat[0] : 114)));
}

/** Feature `f` in `target`: the surveyed numbers where they are in it, else computed from degrees. */
export function outlineIn(layer: Layer, f: number, target: SourceCrs): MultiPolygon {
  if (target.plane && layer.surveyed?.crs.epsg === target.plane.epsg) return toSurveyed(layer, f) ?? [];
  return mapPositions(toMultiPolygon(layer, f), (p) => target.fromDegrees(p));
}
