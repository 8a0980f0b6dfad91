import { addProtocol, type RequestParameters } from 'maplibre-gl';
import type { Client } from '../client/client.ts';
import type { TileSetName } from '../domain/tile-sets.ts';

/** Where a map's tiles come from. */
export type TileGetter = Client['tile'];

const SCHEME = 'yuantu';
/** As a version: there is nothing in the set now, and nobody is asked. */
export const NO_TILES = 'none';
const getters = new Map<string, TileGetter>();
let maps = 0;

/** `yuantu://<map>/<set>/<version>/z/x/y`: no address of any network, the library only hands it back. */
async function load({ url }: RequestParameters, { signal }: AbortController): Promise<{ data: ArrayBuffer }> {
  const [map, set, version, z, x, y] = url.slice(`${SCHEME}://`.length).split('/');
  if (version === NO_TILES) return { data: new ArrayBuffer(0) };
  const tile = await getters.get(map)?.(
    { set: set as TileSetName, z: Number(z), x: Number(x), y: Number(y) },
    { signal },
  );
  return { data: tile ?? new ArrayBuffer(0) };
}

export interface TileAddresses {
  /** What a source asks for; another version makes it ask anew. */
  readonly of: (set: TileSetName, version: string) => string;
  readonly remove: () => void;
}

/** Lets the library ask `get` for tiles. */
export function serveTiles(get: TileGetter): TileAddresses {
  addProtocol(SCHEME, load);
  const map = String(maps++);
  getters.set(map, get);
  return {
    of: (set, version) => `${SCHEME}://${map}/${set}/${version}/{z}/{x}/{y}`,
    remove: () => getters.delete(map),
  };
}
