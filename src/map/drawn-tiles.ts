import type { Map as MapLibre, VectorTileSource } from 'maplibre-gl';
import type { TileSetName } from '../domain/tile-sets.ts';
import { NO_TILES, type TileAddresses } from './tiles.ts';

type TiledMap = Pick<MapLibre, 'on' | 'refreshTiles' | 'getSource'>;

/** Which version of each tile set is drawn. */
export class DrawnTiles {
  readonly #map: TiledMap;
  readonly #addresses: TileAddresses;
  readonly #versions = new Map<TileSetName, string>();
  /** Sets of a new version, of which no tile was asked for yet. */
  readonly #awaited = new Set<TileSetName>();

  constructor(map: TiledMap, addresses: TileAddresses) {
    this.#map = map;
    this.#addresses = addresses;
    map.on('idle', () => this.#askAnew());
  }

  versionOf(set: TileSetName): string | undefined {
    return this.#versions.get(set);
  }

  /** Draws another version of a set; the tiles of before stay until its own are there. */
  draw(set: TileSetName, version: string): void {
    if (this.#versions.get(set) === version) return;
    this.#versions.set(set, version);
    this.#awaited.add(set);
    this.#map.getSource<VectorTileSource>(set)?.setTiles([this.#addresses.of(set, version)]);
  }

  /**
   * Where a layer of the set was changed in the same frame, the library (6.17) lays out the tiles it has once more and asks
   * for none. A set of which nothing is in view is not asked for either, so each is asked for once.
   */
  #askAnew(): void {
    const awaited = [...this.#awaited];
    this.#awaited.clear();
    for (const set of awaited) {
      const version = this.#versions.get(set);
      if (version !== NO_TILES && this.#addresses.lastAsked(set) !== version) this.#map.refreshTiles(set);
    }
  }
}
