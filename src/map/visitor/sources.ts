import { addProtocol, type RequestParameters, type VectorSourceSpecification } from 'maplibre-gl';
import { TileArchive } from '../../client/tile-archive.ts';
import { tileSigns, type TileSigns } from './tile-signs.ts';

/** The zoom at which land is known from afar: a city of 100 km is nine tiles. */
export const AFAR_ZOOM = 9;

const SCHEME = 'archive';
/** What is known of the tiles of a map that were drawn. */
export interface SeenTiles {
  readonly zooms: { readonly min: number; readonly max: number };
  /** By z/x/y. */
  readonly signs: ReadonlyMap<string, TileSigns>;
}

interface Opened {
  readonly archive: TileArchive;
  readonly signs: Map<string, TileSigns>;
}

const opened = new Map<string, Opened>();
let maps = 0;

/** `archive://<map>/z/x/y`: no address of any network, the library only hands it back. */
async function load({ url }: RequestParameters, { signal }: AbortController): Promise<{ data: ArrayBuffer }> {
  const [map, z, x, y] = url.slice(`${SCHEME}://`.length).split('/');
  const of = opened.get(map);
  // Both sources ask for what is known from afar: it comes once, and stays.
  const tile = await of?.archive.tile(Number(z), Number(x), Number(y), Number(z) > AFAR_ZOOM ? signal : undefined);
  if (tile) of?.signs.set(`${z}/${x}/${y}`, tileSigns(tile));
  return { data: tile ?? new ArrayBuffer(0) };
}

interface ArchiveSources {
  readonly sources: Readonly<Record<'land' | 'afar', VectorSourceSpecification>>;
  readonly seen: SeenTiles;
  readonly remove: () => void;
}

/** The tiles of an archive as sources of a map: all of them, and those that stand in for finer ones while these come. */
export async function archiveSources(address: string): Promise<ArchiveSources> {
  const archive = new TileArchive(address);
  const zooms = await archive.zooms();
  const { min, max } = zooms;
  addProtocol(SCHEME, load);
  const map = String(maps++);
  const signs = new Map<string, TileSigns>();
  opened.set(map, { archive, signs });
  const source = (minzoom: number, maxzoom: number): VectorSourceSpecification => ({
    type: 'vector',
    tiles: [`${SCHEME}://${map}/{z}/{x}/{y}`],
    minzoom,
    maxzoom,
  });
  return {
    sources: { land: source(min, max), afar: source(min, Math.min(AFAR_ZOOM, max)) },
    seen: { zooms, signs },
    remove: () => opened.delete(map),
  };
}
