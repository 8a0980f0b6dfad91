import { addProtocol, type RequestParameters, type VectorSourceSpecification } from 'maplibre-gl';
import { TileArchive } from '../../client/tile-archive.ts';

/** The zoom at which land is known from afar: a city of 100 km is nine tiles. */
export const AFAR_ZOOM = 9;

const SCHEME = 'archive';
const archives = new Map<string, TileArchive>();
let maps = 0;

/** `archive://<map>/z/x/y`: no address of any network, the library only hands it back. */
async function load({ url }: RequestParameters, { signal }: AbortController): Promise<{ data: ArrayBuffer }> {
  const [map, z, x, y] = url.slice(`${SCHEME}://`.length).split('/');
  const tile = await archives.get(map)?.tile(Number(z), Number(x), Number(y), signal);
  return { data: tile ?? new ArrayBuffer(0) };
}

interface ArchiveSources {
  readonly sources: Readonly<Record<'land' | 'afar', VectorSourceSpecification>>;
  readonly remove: () => void;
}

/** The tiles of an archive as sources of a map: all of them, and those that stand in for finer ones while these come. */
export async function archiveSources(address: string): Promise<ArchiveSources> {
  const archive = new TileArchive(address);
  const { min, max } = await archive.zooms();
  addProtocol(SCHEME, load);
  const map = String(maps++);
  archives.set(map, archive);
  const source = (minzoom: number, maxzoom: number): VectorSourceSpecification => ({
    type: 'vector',
    tiles: [`${SCHEME}://${map}/{z}/{x}/{y}`],
    minzoom,
    maxzoom,
  });
  return {
    sources: { land: source(min, max), afar: source(min, Math.min(AFAR_ZOOM, max)) },
    remove: () => archives.delete(map),
  };
}
