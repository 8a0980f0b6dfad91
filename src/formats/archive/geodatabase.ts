import type { FileNote, NamedBytes, Slices } from '../contract.ts';
import { folderOf, isCatalogue } from '../gdb/parts.ts';
import { Refused } from '../refused.ts';
import { leftInArchive } from './choose.ts';
import { unzipped, type ZipEntry } from './zip.ts';

const litter = /(^|\/)(__MACOSX\/|\._)/;
/** What is read of a table; its indices are not. */
const table = /\.(gdbtable|gdbtablx|cdf)$/i;

/**
 * The geodatabases in an archive, in whatever folder, as their files: a file is unpacked when it is asked for, for most of
 * their tables never are. Null where there is none.
 */
export function geodatabaseIn(
  { name, bytes }: NamedBytes,
  entries: readonly ZipEntry[],
): { readonly files: readonly NamedBytes[]; readonly notes: readonly FileNote[] } | null {
  const seen = entries.filter(({ path }) => !litter.test(path));
  const folders = new Set(seen.flatMap(({ path }) => (isCatalogue(path) ? [folderOf(path)] : [])));
  if (folders.size === 0) return null;
  const own = seen.filter(({ path }) => table.test(path) && folders.has(folderOf(path)));
  const files = own.map((entry) => ({
    // At the top of an archive they go by its name.
    name: folderOf(entry.path) === '' ? `${name.replace(/\.zip$/i, '')}/${entry.path}` : entry.path,
    bytes: new Uint8Array(),
    slices: new Packed(name, bytes, entry),
  }));
  const left = leftInArchive(entries.map(({ path }) => path), own.map(({ path }) => path)); // prettier-ignore
  return { files, notes: left.length > 0 ? [{ code: 'archive-files-left', params: { names: left.join(', ') } }] : [] };
}

/** A file of an archive, unpacked once. */
class Packed implements Slices {
  readonly size: number;
  readonly #unpack: () => Uint8Array;
  #whole: Uint8Array | null = null;

  constructor(name: string, archive: Uint8Array, entry: ZipEntry) {
    this.size = entry.size;
    this.#unpack = () => {
      const content = unzipped(name, archive, entry);
      if (!content.ok) throw new Refused(content.refusal);
      return content.value;
    };
  }

  slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> } {
    return { arrayBuffer: async () => (this.#whole ??= this.#unpack()).slice(from, to).buffer as ArrayBuffer };
  }
}
