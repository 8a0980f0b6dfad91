import { gzipSync, strToU8 } from 'fflate';
import type { Bounds } from '../../domain/geometry/columns/bounds.ts';
import { digestOf } from './digest.ts';
import { directoryBytes, type DirectoryEntry } from './directory.ts';
import { FRONT_LENGTH, HEADER_LENGTH, headerBytes } from './header.ts';

/** What is told of the tiles as a whole. */
export interface AboutTiles {
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly bounds: Bounds;
  /** `name`, `vector_layers` and whatever else stands in its metadata. */
  readonly metadata: Readonly<Record<string, unknown>>;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Entries of a first leaf; more where the root would not fit. */
const LEAF = 4096;

/** Without a time in it: the same bytes in are the same bytes out. */
const zipped = (bytes: Uint8Array): Uint8Array => gzipSync(bytes, { level: 9, mtime: 0 });

/**
 * An archive of tiles in the order of their numbers. Their bytes go out as they come, so that no more is held than the
 * directory of them; what stands in front of them is known at the end.
 */
export class ArchiveWriter {
  readonly #spill: (bytes: Uint8Array) => void;
  readonly #entries: Mutable<DirectoryEntry>[] = [];
  readonly #known = new Map<string, Pick<DirectoryEntry, 'offset' | 'length'>>();
  #length = 0;
  #tiles = 0;

  /** `spill` takes the tile data, piece by piece. */
  constructor(spill: (bytes: Uint8Array) => void) {
    this.#spill = spill;
  }

  /** A tile, not compressed; its number greater than those before. */
  add(id: number, tile: Uint8Array): void {
    this.#tiles++;
    const { offset, length } = this.#placed(tile);
    const last = this.#entries.at(-1);
    if (last?.offset === offset && last.id + last.run === id) last.run++;
    else this.#entries.push({ id, offset, length, run: 1 });
  }

  /** The bytes in front of the tile data: both together are the archive. */
  finish({ minZoom, maxZoom, bounds, metadata }: AboutTiles): Uint8Array {
    const { root, leaves } = directories(this.#entries);
    const about = zipped(strToU8(JSON.stringify(metadata)));
    const parts = [root, about, leaves];
    let end = HEADER_LENGTH;
    const placed = parts.map(({ length }) => ({ offset: (end += length) - length, length }));
    const header = headerBytes({
      ...{ root: placed[0], metadata: placed[1], leaves: placed[2], data: { offset: end, length: this.#length } },
      ...{ tiles: this.#tiles, entries: this.#entries.length, contents: this.#known.size },
      ...{ minZoom, maxZoom, bounds },
    });
    return joined([header, ...parts]);
  }

  /** Where a content lies, which lies there once. */
  #placed(tile: Uint8Array): Pick<DirectoryEntry, 'offset' | 'length'> {
    const digest = digestOf(tile);
    const known = this.#known.get(digest);
    if (known) return known;
    const bytes = zipped(tile);
    const place = { offset: this.#length, length: bytes.length };
    this.#known.set(digest, place);
    this.#length += bytes.length;
    this.#spill(bytes);
    return place;
  }
}

/** One directory where it fits in front; else leaves of it, and one of them. */
function directories(entries: readonly DirectoryEntry[]): { readonly root: Uint8Array; readonly leaves: Uint8Array } {
  const room = FRONT_LENGTH - HEADER_LENGTH;
  const all = zipped(directoryBytes(entries));
  if (all.length <= room) return { root: all, leaves: new Uint8Array(0) };
  for (let size = LEAF; ; size = Math.ceil(1.5 * size)) {
    const leaves: Uint8Array[] = [];
    let offset = 0;
    const pointers: DirectoryEntry[] = [];
    for (let from = 0; from < entries.length; from += size) {
      const leaf = zipped(directoryBytes(entries.slice(from, from + size)));
      leaves.push(leaf);
      pointers.push({ id: entries[from].id, offset, length: leaf.length, run: 0 });
      offset += leaf.length;
    }
    const root = zipped(directoryBytes(pointers));
    if (root.length <= room) return { root, leaves: joined(leaves) };
  }
}

/** Pieces as one. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
