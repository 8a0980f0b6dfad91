import { ok, refuse, type Result } from '../../domain/outcome.ts';
import { round9 } from '../../domain/geometry/columns/builder.ts';
import type { Layer, Position } from '../../domain/geometry/columns/layer.ts';
import type { FormatRefusal } from '../contract.ts';
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
  const lonLat = new Float64Array(xy.length);
  for (let f = 0; f < size; f++) {
    const said = () => ({ where: where(f) });
    for (let r = ringStart[partStart[f]]; r < ringStart[partStart[f + 1]]; r++) {
      if (vertexStart[r + 1] - vertexStart[r] > mostRingPoints)
        return refuse('too-many-points', { where: where(f), most: mostRingPoints });
      for (let v = vertexStart[r]; v < vertexStart[r + 1]; v++) {
        const position: Position = [xy[2 * v], xy[2 * v + 1]];
        const refusal = misplaced(source, position, said);
        if (refusal) return { ok: false, refusal };
        const [lon, lat] = source.toDegrees(position);
        lonLat[2 * v] = round9(lon);
        lonLat[2 * v + 1] = round9(lat);
      }
    }
  }
  const layer = { size, lonLat, vertexStart, ringStart, partStart };
  return ok(source.plane ? { ...layer, surveyed: { crs: source.plane, eastNorth: xy } } : layer);
}
