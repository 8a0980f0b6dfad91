import { ok, refuse, type Result } from '../../domain/outcome.ts';
import { landCrs, planeCrsOf } from '../../domain/geodesy/zones.ts';
import { toMultiPolygon, toSurveyed } from '../../domain/geometry/columns/builder.ts';
import type { Layer, MultiPolygon } from '../../domain/geometry/columns/layer.ts';
import type { FormatRefusal } from '../contract.ts';
import { fits } from './area-of-use.ts';
import { mapPositions } from './place.ts';
import { planeSource, sourceOf, type SourceCrs } from './source.ts';
import { zonesByUse } from './zones-by-use.ts';
import type { Table } from '../../domain/land/model.ts';

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

/** The corners of the land in degrees; empty when nothing is drawn. */
function corners({ lonLat }: Layer): [number, number][] {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < lonLat.length; i += 2) {
    box[0] = Math.min(box[0], lonLat[i]);
    box[1] = Math.min(box[1], lonLat[i + 1]);
    box[2] = Math.max(box[2], lonLat[i]);
    box[3] = Math.max(box[3], lonLat[i + 1]);
  }
  const [west, south, east, north] = box;
  return lonLat.length === 0
    ? []
    : [west, east].flatMap((lon) => [south, north].map((lat) => [lon, lat] as [number, number]));
}

function fittingZones(layer: Layer): string[] {
  const land = corners(layer);
  return zonesByUse.flatMap((epsg) => {
    const plane = planeCrsOf(epsg);
    const source = plane && planeSource(plane);
    return source && land.every((p) => fits(source, source.fromDegrees(p))) ? [source.code] : [];
  });
}

/** Refuses to write what the reader would refuse: land outside the zone, with the zones that hold all of it. */
export function checkFits(
  { records, layer }: Table<{ readonly id: string }>,
  target: SourceCrs,
): Result<null, FormatRefusal> {
  for (const [f, { id }] of records.entries())
    for (const rings of outlineIn(layer, f, target))
      for (const ring of rings)
        for (const position of ring)
          if (!position.every(Number.isFinite) || !fits(target, position))
            return refuse('outside-zone', { where: `#${f + 1} (${id})` }, fittingZones(layer));
  return ok(null);
}
