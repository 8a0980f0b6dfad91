import { directoryOf, entryOf, type DirectoryEntry } from '../formats/pmtiles/directory.ts';
import { FRONT_LENGTH, headerOf, type ArchiveHeader } from '../formats/pmtiles/header.ts';
import { tileId } from '../formats/pmtiles/tile-id.ts';
import { isKept, noteUnkept } from './unkept-parts.ts';

interface Front {
  readonly header: ArchiveHeader;
  readonly root: readonly DirectoryEntry[];
}

/** Directories inside directories are no deeper than this. */
const DEEPEST = 4;

/**
 * Tiles of a PMTiles archive on any host, by range requests: its front once, a leaf directory when a tile in it is asked for,
 * then the bytes of the tile alone. A host that knows no ranges sends the whole, which is then kept.
 */
export class TileArchive {
  readonly #address: string;
  #front: Promise<Front> | null = null;
  readonly #leaves = new Map<number, Promise<readonly DirectoryEntry[]>>();
  /** Tiles that were asked for to be kept, as they came. */
  readonly #kept = new Map<number, Promise<ArrayBuffer>>();
  #whole: ArrayBuffer | null = null;

  constructor(address: string) {
    this.#address = address;
  }

  /**
   * A tile, unpacked; null where the archive has none. Rejects where the archive cannot be had. One that is asked for without
   * a signal to let it go is kept.
   */
  async tile(z: number, x: number, y: number, signal?: AbortSignal): Promise<ArrayBuffer | null> {
    const { header, root } = await this.#opened();
    if (z < header.minZoom || z > header.maxZoom) return null;
    const id = tileId({ z, x, y });
    let directory = root;
    for (let depth = 0; depth < DEEPEST; depth++) {
      const entry = entryOf(directory, id);
      if (!entry) return null;
      if (entry.run > 0)
        return unzipped(await this.#tileBytes(header.data.offset + entry.offset, entry.length, signal));
      directory = await this.#leaf(header.leaves.offset + entry.offset, entry.length);
    }
    return null;
  }

  /** Zooms the archive has. */
  async zooms(): Promise<{ readonly min: number; readonly max: number }> {
    const { header } = await this.#opened();
    return { min: header.minZoom, max: header.maxZoom };
  }

  /** What does not come is asked for again the next time. */
  #opened(): Promise<Front> {
    return (this.#front ??= this.#open().catch((error: unknown) => {
      this.#front = null;
      throw error;
    }));
  }

  async #open(): Promise<Front> {
    const front = new Uint8Array(await this.#bytes(0, FRONT_LENGTH));
    const header = headerOf(front);
    if (!header) throw new Error(`${this.#address} is no archive of vector tiles.`);
    const { offset, length } = header.root;
    return { header, root: directoryOf(new Uint8Array(await unzipped(front.slice(offset, offset + length)))) };
  }

  #leaf(offset: number, length: number): Promise<readonly DirectoryEntry[]> {
    const known = this.#leaves.get(offset);
    if (known) return known;
    const leaf = this.#bytes(offset, length).then(async (bytes) => directoryOf(new Uint8Array(await unzipped(bytes))));
    this.#leaves.set(offset, leaf);
    leaf.catch(() => this.#leaves.delete(offset));
    return leaf;
  }

  #tileBytes(offset: number, length: number, signal: AbortSignal | undefined): Promise<ArrayBuffer> {
    if (signal) return this.#bytes(offset, length, signal);
    let bytes = this.#kept.get(offset);
    if (!bytes) {
      this.#kept.set(offset, (bytes = this.#bytes(offset, length)));
      bytes.catch(() => this.#kept.delete(offset));
    }
    return bytes;
  }

  async #bytes(offset: number, length: number, signal?: AbortSignal): Promise<ArrayBuffer> {
    if (this.#whole) return this.#whole.slice(offset, offset + length);
    const range = `bytes=${offset}-${offset + length - 1}`;
    const kept = isKept();
    const answer = await fetch(this.#address, { headers: { Range: range }, signal });
    if (!answer.ok) throw new Error(`${this.#address} answers ${answer.status}.`);
    const bytes = await answer.arrayBuffer();
    if (!kept) noteUnkept(this.#address, range);
    if (answer.status === 206) return bytes;
    this.#whole = bytes;
    return bytes.slice(offset, offset + length);
  }
}

const unzipped = (bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> =>
  new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
