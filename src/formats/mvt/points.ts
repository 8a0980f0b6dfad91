import { codedOf } from '../../domain/land/records/coded.ts';
import { mercator } from './mercator.ts';
import { message } from './message.ts';
import { TagWriter, type TagColumn } from './tags.ts';
import { Wire } from './wire.ts';

/** A name or a sign on the map: where it stands, and what it says. */
export interface TilePoint {
  readonly id: number;
  readonly lon: number;
  readonly lat: number;
  readonly tags: Readonly<Record<string, string | number | undefined>>;
}

const EXTENT = 4096;
const POINT = 1;

/**
 * Points as tile z/x/y, a Mapbox Vector Tile 2.1 with one layer: those that stand in it and no others, so that a name is
 * drawn once. Null where there are none.
 */
export function pointTile(
  name: string,
  points: readonly TilePoint[],
  z: number,
  x: number,
  y: number,
): Uint8Array | null {
  const xy = mercator(Float64Array.from(points.flatMap(({ lon, lat }) => [lon, lat])));
  const placed = points.flatMap((point, i) => {
    const [px, py] = [(xy[2 * i] * 2 ** z - x) * EXTENT, (xy[2 * i + 1] * 2 ** z - y) * EXTENT];
    const isHere = px >= 0 && px < EXTENT && py >= 0 && py < EXTENT;
    return isHere ? [{ point, px: Math.floor(px), py: Math.floor(py) }] : [];
  });
  if (placed.length === 0) return null;
  const keys = [...new Set(placed.flatMap(({ point }) => Object.keys(point.tags)))];
  const tags = new TagWriter(
    keys.map((key): TagColumn => ({ key, ...codedOf(placed.length, (row) => placed[row].point.tags[key]) })),
  );
  const layer = new Wire();
  layer.room(2);
  layer.bytes[layer.at++] = 0x78; // version (15) 2
  layer.bytes[layer.at++] = 2;
  layer.text(1, name);
  tags.startTile();
  placed.forEach(({ point, px, py }, row) => message(layer, 2, featureOf(point.id, px, py, tags, row)));
  tags.writeTables(layer);
  layer.room(6);
  layer.bytes[layer.at++] = 0x28; // extent (5)
  layer.varint(EXTENT);
  const tile = new Wire();
  message(tile, 3, layer);
  return tile.bytes.slice(0, tile.at);
}

function featureOf(id: number, px: number, py: number, tags: TagWriter, row: number): Wire {
  const feature = new Wire();
  feature.room(8);
  feature.bytes[feature.at++] = 0x08; // id (1)
  feature.varint(id);
  const own = new Wire();
  tags.writeFeature(own, row);
  message(feature, 2, own);
  feature.room(2);
  feature.bytes[feature.at++] = 0x18; // type (3)
  feature.bytes[feature.at++] = POINT;
  const geometry = new Wire();
  geometry.room(11);
  geometry.varint(9); // MoveTo, once; then both coordinates in zigzag
  geometry.varint(2 * px);
  geometry.varint(2 * py);
  message(feature, 4, geometry);
  return feature;
}
