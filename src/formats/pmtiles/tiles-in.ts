import type { Bounds } from '../../domain/geometry/columns/bounds.ts';
import { mercator } from '../mvt/mercator.ts';
import type { TileAddress } from './tile-id.ts';

/** Tiles of a zoom that meet these bounds, borders included; row by row. */
export function tilesIn([west, south, east, north]: Bounds, z: number): TileAddress[] {
  const [left, top, right, bottom] = mercator(Float64Array.of(west, north, east, south));
  const last = 2 ** z - 1;
  const at = (unit: number) => Math.min(last, Math.max(0, Math.floor(unit * 2 ** z)));
  const tiles: TileAddress[] = [];
  for (let y = at(top); y <= at(bottom); y++) for (let x = at(left); x <= at(right); x++) tiles.push({ z, x, y });
  return tiles;
}
