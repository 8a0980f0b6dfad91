import { joinedColumns, joinedStarts } from '../columns/joined.ts';
import type { Layer } from '../columns/layer.ts';

/** Rows `from .. to` (exclusive) of a layer. */
export interface RowRange {
  readonly layer: Layer;
  readonly from: number;
  readonly to: number;
}

/**
 * One layer from ranges of rows of others, column by column, every number as it was. Layers with surveyed coordinates
 * and without, or surveyed in different CRS, cannot be mixed: RangeError.
 */
export function gatherRows(like: Layer, ranges: readonly RowRange[]): Layer {
  const epsg = like.surveyed?.crs.epsg;
  if (ranges.some(({ layer }) => layer.surveyed?.crs.epsg !== epsg))
    throw new RangeError('rows of layers in different coordinates cannot be put together');
  const spans = ranges.map(spanOf);
  const partStart = joinedStarts(spans.map((s) => s.layer.partStart.subarray(s.from, s.to + 1)));
  const ringStart = joinedStarts(spans.map((s) => s.layer.ringStart.subarray(s.part, s.lastPart + 1)));
  const vertexStart = joinedStarts(spans.map((s) => s.layer.vertexStart.subarray(s.ring, s.lastRing + 1)));
  const columns = { size: partStart.length - 1, partStart, ringStart, vertexStart };
  const lonLat = joinedColumns(spans.map((s) => s.layer.lonLat.subarray(2 * s.vertex, 2 * s.lastVertex)));
  if (!like.surveyed) return { ...columns, lonLat };
  const eastNorth = joinedColumns(
    spans.map((s) => s.layer.surveyed!.eastNorth.subarray(2 * s.vertex, 2 * s.lastVertex)),
  );
  return { ...columns, lonLat, surveyed: { crs: like.surveyed.crs, eastNorth } };
}

function spanOf({ layer, from, to }: RowRange) {
  const [part, lastPart] = [layer.partStart[from], layer.partStart[to]];
  const [ring, lastRing] = [layer.ringStart[part], layer.ringStart[lastPart]];
  const [vertex, lastVertex] = [layer.vertexStart[ring], layer.vertexStart[lastRing]];
  return { layer, from, to, part, lastPart, ring, lastRing, vertex, lastVertex };
}
