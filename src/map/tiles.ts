import { addProtocol, type RequestParameters } from 'maplibre-gl';
import type { Client } from '../client/client.ts';
import type { TileSetName } from '../domain/tile-sets.ts';

/** Where a map's tiles come from. */
export type TileGetter = Client['tile'];

const SCHEME = 'yuantu';
/** As a version: there is nothing in the set now, and nobody is asked. */
export const NO_TILES = 'none';
/** Of each map that asks: who answers, and the version of each set that was asked for last. */
const askers = new Map<string, { readonly get: TileGetter; readonly asked: Map<string, string> }>();
let maps = 0;

/** `yuantu://<map>/<set>/<version>/z/x/y`: no address of any network, the library only hands it back. */
async function load({ url }: RequestParameters, { signal }: AbortController): Promise<{ data: ArrayBuffer }> {
  const [map, set, version, z, x, y] = url.slice(`${SCHEME}://`.length).split('/');
  const asker = askers.get(map);
  asker?.asked.set(set, version);
  if (version === NO_TILES) return { data: new ArrayBuffer(0) };
  const tile = await asker?.get({ set: set as TileSetName, z: Number(z), x: Number(x), y: Number(y) }, { signal });
  return { data: tile ?? new ArrayBuffer(0) };
}

export interface TileAddresses {
  /** What a source asks for; another version makes it ask anew. */
  readonly of: (set: TileSetName, version: string) => string;
  /** The version of a set whose tile the library asked for last. */
  readonly lastAsked: (set: TileSetName) => string | undefined;
  readonly remove: () => void;
}

/** Lets the library ask `get` for tiles. */
export function serveTiles(get: TileGetter): TileAddresses {
  addProtocol(SCHEME, load);
  const map = String(maps++);
  const asked = new Map<string, string>();
  askers.set(map, { get, asked });
  return {
    of: (set, version) => `${SCHEME}://${map}/${set}/${version}/{z}/{x}/{y}`,
    lastAsked: (set) => asked.get(set),
    remove: () => askers.delete(map),
  };
}
