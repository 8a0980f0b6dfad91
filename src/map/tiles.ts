import { addProtocol, type RequestParameters } from 'maplibre-gl';
import type { Client } from '../client/client.ts';
import type { TileSetName } from '../domain/tile-sets.ts';

/** Where a map's tiles come from. */
export type TileGetter = Client['tile'];

const SCHEME = 'yuantu';
/** As a version: there is nothing in the set now, and nobody is asked. */
export const NO_TILES = 'none';

interface Asker {
  readonly get: TileGetter;
  /** Version of each set that is to be drawn. */
  readonly wanted: Map<string, string>;
  /** That was asked for last; none where a tile is of one before it. */
  readonly asked: Map<string, string>;
}
const askers = new Map<string, Asker>();
let maps = 0;

/** `yuantu://<map>/<set>/<version>/z/x/y`: no address of any network, the library only hands it back. */
async function load({ url }: RequestParameters, { signal }: AbortController): Promise<{ data: ArrayBuffer }> {
  const [map, set, version, z, x, y] = url.slice(`${SCHEME}://`.length).split('/');
  const asker = askers.get(map);
  asker?.asked.set(set, version);
  if (version === NO_TILES) return { data: new ArrayBuffer(0) };
  const place = { set: set as TileSetName, z: Number(z), x: Number(x), y: Number(y) };
  const tile = await asker?.get(place, { signal }).catch((error: unknown) => leftFor(error, signal));
  // The library lays such a tile out again as it is: the set has to be asked for once more.
  if (asker && asker.wanted.get(set) !== version) asker.asked.delete(set);
  return { data: tile ?? new ArrayBuffer(0) };
}

/**
 * What was asked of land that is open no more is not answered: an empty tile until that of the other land comes. Told of a
 * failure the library (6.17) would wait for the tile without end, if by then it was to be loaded anew.
 */
function leftFor(error: unknown, signal: AbortSignal): null {
  if (signal.aborted || !(error instanceof Error) || error.name !== 'AbortError') throw error;
  return null;
}

export interface TileAddresses {
  /** What a source asks for from now on; another version makes it ask anew. */
  readonly of: (set: TileSetName, version: string) => string;
  /** The version of a set whose tile the library asked for last; none where one of its tiles is of another. */
  readonly lastAsked: (set: TileSetName) => string | undefined;
  readonly remove: () => void;
}

/** Lets the library ask `get` for tiles; `add` makes the scheme known to it. */
export function serveTiles(get: TileGetter, add: typeof addProtocol = addProtocol): TileAddresses {
  add(SCHEME, load);
  const map = String(maps++);
  const [wanted, asked] = [new Map<string, string>(), new Map<string, string>()];
  askers.set(map, { get, wanted, asked });
  return {
    of: (set, version) => {
      wanted.set(set, version);
      return `${SCHEME}://${map}/${set}/${version}/{z}/{x}/{y}`;
    },
    lastAsked: (set) => asked.get(set),
    remove: () => askers.delete(map),
  };
}
