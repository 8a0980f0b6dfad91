import { readFileSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { mostBytes } from '../formats/limits.ts';
import { readFiles } from '../formats/index.ts';
import { readTogether, type Together, type TogetherOptions } from '../formats/together/read.ts';
import { dataSetsOf, type DataSet } from '../formats/together/sets.ts';
import type { NamedBytes, Note, ReadOptions, ReadResult } from '../formats/contract.ts';
import type { Language } from '../texts/language.ts';
import { sayNote } from '../texts/problems.ts';
import { sayRefusal } from '../texts/refusals.ts';
import { CommandRefused } from './context.ts';
import { cliSentences } from './texts.ts';

const companions = new Set(['.shp', '.shx', '.dbf', '.prj', '.cpg']);

function bytesOf(file: string): NamedBytes {
  try {
    const { size } = statSync(file);
    // Before it is read: larger files do not fit into memory.
    if (size > mostBytes)
      throw new CommandRefused({
        code: 'too-large',
        params: { where: file, what: 'bytes', found: size, most: mostBytes },
      });
    return { name: path.basename(file), bytes: new Uint8Array(readFileSync(file)) };
  } catch (error) {
    if (error instanceof CommandRefused) throw error;
    throw new CommandRefused({ code: 'file-unreadable', params: { name: file, detail: reason(error) } });
  }
}

const reason = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? (error as Error).message;

/** A Shapefile is several files of one name; the others are found beside the one named, whatever their case. */
function withCompanions(file: string): NamedBytes[] {
  const first = bytesOf(file);
  if (path.extname(file).toLowerCase() !== '.shp') return [first];
  const folder = path.dirname(file);
  const stem = path.parse(file).name.toLowerCase();
  const beside = readdirSync(folder).filter((name) => {
    const { name: other, ext } = path.parse(name);
    return other.toLowerCase() === stem && companions.has(ext.toLowerCase()) && name !== path.basename(file);
  });
  return [first, ...beside.map((name) => bytesOf(path.join(folder, name)))];
}

/** `epsgIfUnstated`: the CRS to take only where the file does not state its own. */
type Options = ReadOptions & { readonly epsgIfUnstated?: number };

/** Reads one file (with its companions) or ends the command with the reason and the file's name. */
export async function readOne(
  file: string,
  { epsgIfUnstated, ...options }: Options,
  language: Language,
): Promise<ReadResult> {
  const files = withCompanions(file);
  let read = await readFiles(files, options);
  const unstated = !read.ok && (read.refusal.code === 'crs-ambiguous' || read.refusal.code === 'crs-unknown');
  if (unstated && epsgIfUnstated !== undefined) read = await readFiles(files, { ...options, epsg: epsgIfUnstated });
  if (read.ok) return read.value;
  const why = sayRefusal(language, read.refusal);
  throw new CommandRefused({ code: 'file-refused', params: { name: file, why } });
}

/** A file with its companions, or the boundary-point files of an archive of them, by the path it was given as. */
function setsIn(file: string, layer: string | undefined): DataSet[] {
  const files = withCompanions(file);
  const sets = files.length > 1 ? [] : dataSetsOf(files, layer);
  if (sets.length < 2) return [{ name: file, files }];
  const folder = path.dirname(file);
  return sets.map((set) => ({ ...set, name: path.join(folder, set.name) }));
}

/** Reads several files as one layer, or ends the command with every file that cannot be read and why. */
export async function readSeveral(
  files: readonly string[],
  options: TogetherOptions,
  language: Language,
): Promise<Together> {
  const sets = files.flatMap((file) => setsIn(file, options.layer));
  const read = await readTogether(sets, options);
  if (read.ok) return read.value;
  const { refused = [{ name: files[0], refusal: read.refusal }] } = read.refusal;
  const [last, ...others] = refused
    .map(({ name, refusal }) => ({ name, why: sayRefusal(language, refusal) }))
    .reverse();
  for (const params of others.reverse()) console.error(cliSentences['file-refused'][language](params));
  throw new CommandRefused({ code: 'file-refused', params: last });
}

/** Each file is written beside its place and then moved there, so that a failure leaves no half file. */
export function writeAll(folder: string, files: readonly NamedBytes[]): void {
  for (const { name, bytes } of files) {
    const target = path.join(folder, name);
    try {
      writeFileSync(`${target}.part`, bytes);
      renameSync(`${target}.part`, target);
    } catch (error) {
      throw new CommandRefused({ code: 'file-unwritable', params: { name: target, detail: reason(error) } });
    }
  }
}

/** More notes of one kind than this are counted, not printed: a city has as many parcels as it likes. */
const mostAlike = 5;

/** Notes on stderr, each after the name of its file, which of several files read together it says itself; of many alike the first few and how many more. */
export function printNotes(language: Language, file: string | null, notes: readonly Note[]): void {
  const before = file === null ? '' : `${file}: `;
  const seen = new Map<Note['code'], number>();
  for (const note of notes) {
    const count = (seen.get(note.code) ?? 0) + 1;
    seen.set(note.code, count);
    if (count <= mostAlike) console.error(before + sayNote(language, note));
    if (count === mostAlike) {
      const more = notes.filter(({ code }) => code === note.code).length - count;
      if (more > 0) console.error(before + cliSentences['more-alike'][language]({ count: more }));
    }
  }
}
