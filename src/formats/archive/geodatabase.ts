import type { FileNote, NamedBytes, Slices } from '../contract.ts';
import { folderOf, isCatalogue } from '../gdb/parts.ts';
import { leftInArchive } from './choose.ts';
import { Inflating } from './inflating.ts';
import type { ZipEntry } from './zip.ts';

const litter = /(^|\/)(__MACOSX\/|\._)/;
/** What is read of a table; its indices are not. */
const table = /\.(gdbtable|gdbtablx|cdf)$/i;

/**
 * The geodatabases in an archive, in whatever folder, as their files: a file is unpacked as it is read, for most of
 * their tables never are, and one may be larger than memory. Null where there is none.
 */
export function geodatabaseIn(
  name: string,
  archive: Slices,
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
    slices: new Inflating(name, archive, entry),
  }));
  const left = leftInArchive(entries.map(({ path }) => path), own.map(({ path }) => path)); // prettier-ignore
  return { files, notes: left.length > 0 ? [{ code: 'archive-files-left', params: { names: left.join(', ') } }] : [] };
}
