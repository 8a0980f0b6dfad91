import { borderNodes } from '../../domain/geometry/draw/simplify-nodes.ts';
import { vertexWeights } from '../../domain/geometry/draw/simplify.ts';
import { mercator } from '../../formats/mvt/mercator.ts';
import type { Outlines } from '../../formats/mvt/map-plane.ts';
import { unitOf } from './ground-measure.ts';
import { rounded, type Thinning } from '../collect/thinned.ts';

/**
 * A layer whose boundaries are told no more precisely than an office wants: points left out where that moves a line less
 * than the tolerance, the others rounded. Neighbours keep what they share. A ring that would fall flat is rounded alone.
 */
export function thinnedLayer(layer: Outlines, { digits, thinM }: Thinning): Outlines {
  const { lonLat, vertexStart } = layer;
  const xy = mercator(lonLat);
  const weights = vertexWeights(layer, xy, borderNodes(layer));
  const least = lonLat.length > 0 ? (thinM * unitOf(lonLat[1])) ** 2 : 0;
  const kept = new Float64Array(lonLat.length);
  const starts = new Uint32Array(vertexStart.length);
  let at = 0;
  for (let r = 0; r + 1 < vertexStart.length; r++) {
    const [from, to] = [vertexStart[r], vertexStart[r + 1]];
    let worthy = 0;
    for (let v = from; v < to; v++) if (weights[v] >= least) worthy++;
    const isWhole = worthy < 4;
    for (let v = from; v < to; v++)
      if (isWhole || weights[v] >= least) {
        kept[at++] = rounded(lonLat[2 * v], digits);
        kept[at++] = rounded(lonLat[2 * v + 1], digits);
      }
    starts[r + 1] = at / 2;
  }
  return { ...layer, lonLat: kept.slice(0, at), vertexStart: starts };
}
