import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Refusal } from '../domain/outcome.ts';
import { foreignName } from '../formats/foreign.ts';
import { mostBytes } from '../formats/limits.ts';
import { formatOf, readFiles } from '../formats/index.ts';
import { isMain, mainEndingOf } from '../formats/parts.ts';
import { readSets, type ReadSets, type ReadSetsOptions } from '../formats/sets/read.ts';
import { dataSetsOf, type DataSet } from '../formats/sets/sets.ts';
import type { NamedBytes, Note, ReadOptions, ReadResult } from '../formats/contract.ts';
import type { Language } from '../texts/language.ts';
import { filesColumns } from '../texts/file-columns.ts';
import { sayNote } from '../texts/file-notes.ts';
import { sayRefusal } from '../texts/refusals.ts';
import { CommandRefused, say, type Context } from './context.ts';
import { FileSlices, geodatabaseFiles, isGeodatabase } from './geodatabase.ts';
import { fieldNames } from './pack.ts';
import { settle } from './leftovers.ts';
import { cliSentences } from './texts.ts';
import { reasonOf } from './write.ts';

/** Files larger than this take seconds to read. */
const HEAVY_BYTES = 4_000_000;

/**
 * A folder stands for the files of boundaries and tables in it, by name, and the geodatabases; its other folders are left
 * aside. One that holds none ends the command.
 */
export function withoutFolders(given: readonly string[]): readonly string[] {
  return given.flatMap((name) => {
    if (!isFolder(name)) return [name];
    canList(name);
    settle(name);
    if (isGeodatabase(name)) return [name];
    if (/\.gdb[/\\]*$/i.test(name))
      throw new CommandRefused({ code: 'foreign-file', params: { name, what: 'geodatabase' } });
    const inside = readdirSync(name, { withFileTypes: true })
      .filter((entry) => isReadable(path.join(name, entry.name), entry.isFile()))
      .map((entry) => path.join(name, entry.name))
      .sort();
    if (inside.length === 0) throw new CommandRefused(nothingIn(name));
    return inside;
  });
}

/** A folder that may not be looked into ends the command; one inside another is left aside. */
function canList(folder: string): void {
  try {
    readdirSync(folder);
  } catch (error) {
    throw new CommandRefused({ code: 'file-unreadable', params: { name: folder, detail: reasonOf(error) } });
  }
}

/** Of what a folder holds. */
const isReadable = (inside: string, isFile: boolean): boolean =>
  isFile ? formatOf(inside) !== null || /\.zip$/i.test(inside) : isFolder(inside) && isGeodatabase(inside);

/** What a folder without anything to read holds instead: the first file that is told by its name. */
function nothingIn(name: string): Refusal {
  const other = readdirSync(name).find((inside) => foreignName(inside) !== null);
  if (other === undefined) return { code: 'empty-folder', params: { name } };
  return { code: 'foreign-file', params: { name: path.join(name, other), what: foreignName(other)! } };
}

/** A name too long for the file system is none of a folder; it is named when it is read. */
function isFolder(name: string): boolean {
  try {
    return statSync(name).isDirectory();
  } catch {
    return false;
  }
}

/** Names that are not UTF-8 reach a program with this character in them, and lead to no file. */
const UNDECODABLE = '\ufffd';

function bytesOf(file: string): NamedBytes {
  try {
    const { size } = statSync(file);
    // Before it is read: larger files do not fit into memory; of an archive that may hold a geodatabase.
    if (size > mostBytes && /\.zip$/i.test(file))
      return { name: path.basename(file), bytes: new Uint8Array(), slices: new FileSlices(file) };
    if (size > mostBytes)
      throw new CommandRefused({
        code: 'too-large',
        params: { where: file, what: 'bytes', found: size, most: mostBytes },
      });
    return { name: path.basename(file), bytes: new Uint8Array(readFileSync(file)) };
  } catch (error) {
    if (error instanceof CommandRefused) throw error;
    if (file.includes(UNDECODABLE)) throw new CommandRefused({ code: 'name-undecodable', params: { name: file } });
    throw new CommandRefused({ code: 'file-unreadable', params: { name: file, detail: reasonOf(error) } });
  }
}

/**
 * A Shapefile or a MIF is several files of one name; the others are found beside the one named, whatever their case. A
 * geodatabase is a folder.
 */
function withCompanions(file: string): NamedBytes[] {
  if (isFolder(file) && isGeodatabase(file)) return geodatabaseFiles(file);
  const isShapefile = path.extname(file).toLowerCase() === '.shp';
  const folder = path.dirname(file);
  if (isShapefile) settle(folder);
  const first = bytesOf(file);
  if (!isMain(file)) return [first];
  const stem = path.parse(file).name.toLowerCase();
  const beside = readdirSync(folder).filter((name) => {
    const { name: other, ext } = path.parse(name);
    return other.toLowerCase() === stem && mainEndingOf(ext) === mainEndingOf(file) && name !== path.basename(file);
  });
  return [first, ...beside.map((name) => bytesOf(path.join(folder, name)))];
}

/** Refusals that stand without the name of the file. */
const nameless = new Set(['empty-file', 'no-parcels', 'damaged']);

/** Why a file is refused, after its path, which stands once: a sentence that begins with the name begins with the path. */
function refusedParams(language: Language, file: string, refusal: Refusal): Record<string, string> {
  const { name, ...others } = refusal.params;
  const sayWith = (params: Refusal['params']) => sayRefusal(language, { ...refusal, params }, {}, fieldNames());
  if (name !== path.basename(file)) return { name: file, why: sayWith(refusal.params) };
  if (nameless.has(refusal.code)) return { name: file, why: sayWith(others) };
  const why = sayWith({ ...others, name: file });
  return why.startsWith(file) ? { why } : { name: file, why: sayWith(refusal.params) };
}

/** Bytes of files, on the disk or in memory. */
const bytesIn = (files: readonly NamedBytes[]): number =>
  files.reduce((sum, { bytes, slices }) => sum + (slices?.size ?? bytes.length), 0);

/** `epsgIfUnstated`: the CRS to take only where the file does not state its own. */
type Options = ReadOptions & { readonly epsgIfUnstated?: number };

/** Reads one file (with its companions) or ends the command with the reason and the file's name. */
export async function readOne(
  file: string,
  { epsgIfUnstated, ...options }: Options,
  { language, progress }: Context,
): Promise<ReadResult> {
  const files = withCompanions(file);
  progress.stage('reading', bytesIn(files) > HEAVY_BYTES);
  let read = await readFiles(files, options);
  const unstated = !read.ok && (read.refusal.code === 'crs-ambiguous' || read.refusal.code === 'crs-unknown');
  if (unstated && epsgIfUnstated !== undefined) read = await readFiles(files, { ...options, epsg: epsgIfUnstated });
  progress.clear();
  if (read.ok) return read.value;
  throw new CommandRefused({ code: 'file-refused', params: refusedParams(language, file, read.refusal) });
}

/**
 * The data sets of the files given, in their order, by the path they were given as: a Shapefile with its companions,
 * named or found beside it, the boundary-point files of an archive of them, every other file its own. A file given twice is one.
 */
function setsOf(given: readonly string[], layer: string | undefined): DataSet[] {
  const once = given.filter((file, i) => given.findIndex((other) => path.resolve(other) === path.resolve(file)) === i);
  const folders = [...new Set(once.map((file) => path.dirname(file)))];
  const sets = folders.flatMap((folder) => {
    const own = once.filter((file) => path.dirname(file) === folder);
    const named = new Map(own.map((file) => [path.basename(file), file]));
    const files = new Map(own.flatMap(withCompanions).map((file) => [file.name, file]));
    return dataSetsOf([...files.values()], layer).map((set) => ({
      ...set,
      name: named.get(set.name) ?? path.join(folder, set.name),
      place: Math.min(...once.flatMap((file, i) => (set.files.some((f) => isOf(f, file, folder)) ? [i] : []))),
    }));
  });
  return sets.sort((p, q) => p.place - q.place).map(({ name, files }) => ({ name, files }));
}

/** Whether bytes are those of a file, or of one in it (an archive). */
const isOf = ({ name }: NamedBytes, file: string, folder: string): boolean =>
  path.dirname(file) === folder && (name === path.basename(file) || name.startsWith(`${path.basename(file)}/`));

/** Reads several files as one layer, or ends the command with every file that cannot be read and why. */
export async function readSeveral(
  files: readonly string[],
  options: ReadSetsOptions,
  context: Context,
): Promise<ReadSets> {
  const { language, progress } = context;
  const sets = setsOf(files, options.layer);
  const bytes = sets.reduce((sum, set) => sum + bytesIn(set.files), 0);
  const read = await readSets(sets, options, progress.stage('reading', bytes > HEAVY_BYTES));
  progress.clear();
  if (read.ok) return read.value;
  const { refused = [{ name: files[0], refusal: read.refusal }] } = read.refusal;
  const [last, ...others] = refused.map(({ name, refusal }) => refusedParams(language, name, refusal)).reverse();
  for (const params of others.reverse()) say(context, cliSentences['file-refused'][language](params));
  throw new CommandRefused({ code: 'file-refused', params: last });
}

/** Files as one speaks of them: the name of one, of several the first and how many. */
export const namesOfFiles = (files: readonly string[], language: Language): string =>
  files.length === 1 ? files[0] : cliSentences['files-called'][language]({ name: files[0], count: files.length });

/** Every file written, on stderr. */
export function sayWritten(context: Context, folder: string, files: readonly NamedBytes[]): void {
  const written = cliSentences.written[context.language];
  for (const { name } of files) say(context, written({ name: path.join(folder, name) }));
}

/** More notes of one kind than this are counted, not printed: a city has as many parcels as it likes. */
const mostAlike = 5;

/** Notes on stderr, each after the name of its file, which of several files read together it says itself; of many alike the first few and how many more. */
export function printNotes(context: Context, file: string | null, notes: readonly Note[]): void {
  const { language } = context;
  const before = file === null ? '' : `${file}${language === 'zh' ? '：' : ': '}`;
  const seen = new Map<Note['code'], number>();
  for (const note of notes) {
    const count = (seen.get(note.code) ?? 0) + 1;
    seen.set(note.code, count);
    if (count <= mostAlike) say(context, before + sayNote(language, note, fieldNames()));
    if (count === mostAlike) {
      const more = notes.filter(({ code }) => code === note.code).length - count;
      if (more > 0) say(context, before + cliSentences['more-alike'][language]({ count: more }));
    }
  }
}

/** What the columns of each file were taken as, a line for files that are alike, on stderr. */
export function printColumns(context: Context, reads: ReadSets['reads']): void {
  const { language } = context;
  for (const { files, text } of filesColumns(language, columnsOf(reads), fieldNames()))
    say(context, `${files}${language === 'zh' ? '：' : ': '}${text}`);
}

/** What is to be said of files read together and of the land in them; to a document their columns are not added. */
export function printRead(context: Context, { reads, notes }: ReadSets, ofLand: readonly Note[]): void {
  printNotes(context, reads.length > 1 ? null : reads[0].name, [...notes, ...ofLand]);
  if (!context.options.json) printColumns(context, reads);
}

const columnsOf = (reads: ReadSets['reads']) => reads.map(({ name, read }) => ({ name, columns: read.columns ?? [] }));
