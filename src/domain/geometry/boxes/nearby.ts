import Flatbush from 'flatbush';
import type { Metres } from '../../quantity/units.ts';
import type { Layer } from '../columns/layer.ts';
import { boundsOf } from '../plane/project.ts';

/**
 * Pairs of places in `rows` whose boxes come within `roomM` of each other or hardly more, smaller place first, in ascending
 * order; null where there are more than `most`. A box that is large gets room in proportion: its edges may bend.
 */
export function pairsNearby(
  layer: Layer,
  rows: readonly number[],
  roomM: Metres,
  most = Infinity,
): (readonly [number, number])[] | null {
  if (rows.length < 2) return [];
  const boxes = rows.map((row) => {
    const [west, south, east, north] = boundsOf(layer, row);
    const room = (roomM / LEAST_M_PER_DEGREE + (east - west + north - south) / BEND) / 2;
    const eastward = room / Math.cos((Math.max(Math.abs(south), Math.abs(north)) * Math.PI) / 180);
    return [west - eastward, south - room, east + eastward, north + room] as const;
  });
  const index = new Flatbush(boxes.length, 16, Float64Array);
  for (const box of boxes) index.add(...box);
  index.finish();
  const pairs: (readonly [number, number])[] = [];
  for (const [i, box] of boxes.entries()) {
    for (const j of index.search(...box, (j) => j > i).sort((m, n) => m - n)) pairs.push([i, j]);
    if (pairs.length > most) return null;
  }
  return pairs;
}

/** A degree of latitude is at least 110 570 m, one of longitude at the equator 111 320 m; planes stretch by a thousandth at most. */
const LEAST_M_PER_DEGREE = 110_000;

/** Edges bend by less than this part of their length. */
const BEND = 50;
