import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { Layer } from '../../domain/geometry/columns/layer.ts';
import type { FormatRefusal } from '../contract.ts';
import { fitsAt } from '../crs/area-of-use.ts';
import { degreeColumns } from '../crs/degree-columns.ts';
import { misplaced } from '../crs/misplaced.ts';
import type { SourceCrs } from '../crs/source.ts';
import { mostRingPoints } from '../limits.ts';
import type { Outlines } from './outlines.ts';

/**
 * Outlines in a file's CRS to a layer; Gauss–Krüger metres stay beside the degrees. `where(f)` names a feature. Refused
 * are a ring with more vertices than any survey has, and the first position that cannot be in the CRS.
 */
export function placeOutlines(
  outlines: Outlines,
  source: SourceCrs,
  where: (f: number) => string,
): Result<Layer, FormatRefusal> {
  const { size, xy, vertexStart, ringStart, partStart } = outlines;
  const lonLat = degreeColumns(source, xy);
  for (let f = 0; f < size; f++)
    for (let r = ringStart[partStart[f]]; r < ringStart[partStart[f + 1]]; r++) {
      if (vertexStart[r + 1] - vertexStart[r] > mostRingPoints)
        return refuse('too-many-points', { where: where(f), most: mostRingPoints });
      for (let v = 2 * vertexStart[r]; v < 2 * vertexStart[r + 1]; v += 2) {
        if (fitsAt(source, xy[v], xy[v + 1], lonLat[v], lonLat[v + 1])) continue;
        const refusal = misplaced(source, [xy[v], xy[v + 1]], () => ({ where: where(f) }));
        if (refusal) return { ok: false, refusal };
      }
    }
  const layer = { size, lonLat, vertexStart, ringStart, partStart };
  return ok(source.plane ? { ...layer, surveyed: { crs: source.plane, eastNorth: xy } } : layer);
}
