import type { LayerSpecification, Map as MapLibre, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import type { TileSetName } from '../city/view.ts';
import { layers } from './layers.ts';
import { empty } from './features.ts';
import { SOURCES, TILE_SETS, TILES } from './sources.ts';
import type { TileAddresses } from './tiles.ts';
import type { MapState } from './view.ts';

/** From here on tiles are drawn larger, not cut anew: a unit of one is 0.1 m of ground. */
const LAST_CUT = 16;

/** The whole style: sources still empty, no sprite, no glyph server, tiles from this page, so that it needs no network. */
export function style(state: MapState, addressOf: TileAddresses['of']): StyleSpecification {
  const geojson = (): SourceSpecification => ({ type: 'geojson', data: empty, tolerance: 0.2, maxzoom: LAST_CUT });
  const tiles = (name: TileSetName): SourceSpecification => ({
    type: 'vector',
    tiles: [addressOf(name, '')],
    minzoom: TILES[name].minzoom,
    maxzoom: TILES[name].maxzoom ?? LAST_CUT,
  });
  return {
    version: 8,
    sources: Object.fromEntries([
      ['graticule', geojson()] as const,
      ...SOURCES.map((name) => [name, geojson()] as const),
      ...TILE_SETS.map((name) => [name, tiles(name)] as const),
    ]),
    layers: layers(state),
    transition: { duration: 140, delay: 0 },
  };
}

type Values = Readonly<Record<string, unknown>>;

/** One change that brings a drawn layer to another look. */
export interface LayerChange {
  readonly layer: string;
  readonly kind: 'paint' | 'layout' | 'filter';
  readonly key: string;
  readonly value: unknown;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function changed(layer: string, kind: 'paint' | 'layout', before: Values, after: Values): LayerChange[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys]
    .filter((key) => !same(before[key], after[key]))
    .map((key) => ({ layer, kind, key, value: after[key] }));
}

const filterOf = (layer: LayerSpecification): unknown => ('filter' in layer ? layer.filter : undefined);

/** What differs between two looks of the same layers; the data and the images stay as they are. */
export function difference(before: MapState, after: MapState): LayerChange[] {
  const now = layers(before);
  return layers(after).flatMap((layer, i) => [
    ...changed(layer.id, 'paint', (now[i].paint ?? {}) as Values, (layer.paint ?? {}) as Values),
    ...changed(layer.id, 'layout', (now[i].layout ?? {}) as Values, (layer.layout ?? {}) as Values),
    ...(same(filterOf(now[i]), filterOf(layer))
      ? []
      : [{ layer: layer.id, kind: 'filter' as const, key: 'filter', value: filterOf(layer) }]),
  ]);
}

type Setter<K extends 'setPaintProperty' | 'setLayoutProperty' | 'setFilter'> = Parameters<MapLibre[K]>;

export function apply(map: MapLibre, changes: readonly LayerChange[]): void {
  for (const { layer, kind, key, value } of changes) {
    if (kind === 'filter') map.setFilter(layer, value as Setter<'setFilter'>[1]);
    else if (kind === 'layout') map.setLayoutProperty(layer, key as Setter<'setLayoutProperty'>[1], value as never);
    else map.setPaintProperty(layer, key as Setter<'setPaintProperty'>[1], value as never);
  }
}
