import type { Layer } from '../../domain/geometry/columns/layer.ts';
import { boundsOf } from '../../domain/geometry/measure/measures.ts';
import { intersectionAreaM2 } from '../../domain/geometry/overlap/overlap.ts';
import { problemsOf } from '../../domain/geometry/valid/validity.ts';
import type { Key } from '../../domain/land/change.ts';
import type { LandAround } from '../land-around.ts';

/** The parcel that holds most of what is drawn, a layer of one feature; undefined where none holds any. */
export function parcelUnder(around: LandAround, shape: Layer): Key | undefined {
  const table = around.land.table('parcel');
  let most = 0;
  let found: Key | undefined;
  for (const key of [...around.parcelsNear(boundsOf(shape, 0))].sort(table.compare)) {
    const boundary = table.shape(key)!;
    if (boundary.partStart[1] === 0 || isBroken(boundary)) continue;
    const areaM2 = intersectionAreaM2(shape, 0, boundary, 0);
    if (areaM2 > most) [most, found] = [areaM2, key];
  }
  return found;
}

const isBroken = (boundary: Layer): boolean => problemsOf(boundary, 0).some(({ severity }) => severity === 'broken');
