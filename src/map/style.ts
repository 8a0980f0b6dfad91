import type { SourceSpecification, StyleSpecification } from 'maplibre-gl';
import type { TileSetName } from '../domain/tile-sets.ts';
import { changesBetween, type LayerChange } from './changes.ts';
import { layers } from './layers.ts';
import { empty } from './features.ts';
import { DATA_SOURCES, TILE_SETS, TILES } from './sources.ts';
import { NO_TILES, type TileAddresses } from './tiles.ts';
import type { MapState } from './view.ts';

/** From here on tiles are drawn larger, not cut anew: a unit of one is 0.1 m of ground. */
const LAST_CUT = 16;

/** The whole style: sources still empty, no sprite, no glyph server, tiles from this page, so that it needs no network. */
export function style(state: MapState, addressOf: TileAddresses['of']): StyleSpecification {
  const geojson = (): SourceSpecification => ({ type: 'geojson', data: empty, tolerance: 0.2, maxzoom: LAST_CUT });
  const tiles = (name: TileSetName): SourceSpecification => ({
    type: 'vector',
    // No land is open yet.
    tiles: [addressOf(name, NO_TILES)],
    minzoom: TILES[name].minzoom,
    maxzoom: TILES[name].maxzoom ?? LAST_CUT,
  });
  return {
    version: 8,
    sources: Object.fromEntries([
      ...DATA_SOURCES.map((name) => [name, geojson()] as const),
      ...TILE_SETS.map((name) => [name, tiles(name)] as const),
    ]),
    layers: layers(state),
    // Soft: walls are told from roofs, and their shades from one another.
    light: { anchor: 'viewport', position: [1.3, 210, 40], intensity: 0.22 },
    transition: { duration: 140, delay: 0 },
  };
}

/** What differs between two looks of the map. */
export const difference = (before: MapState, after: MapState): LayerChange[] =>
  changesBetween(layers(before), layers(after));
