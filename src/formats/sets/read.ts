import { ok, type Result } from '../../domain/outcome.ts';
import { crossFileNotes, type NamedRead } from './cross-file-notes.ts';
import type { FileNote, FormatRefusal, NamedBytes, ReadOptions, ReadResult } from '../contract.ts';
import { duplicateNotes } from '../crs/duplicates.ts';
import { readFiles } from '../index.ts';
import { merged } from './merge.ts';
import type { DataSet } from './sets.ts';

export interface ReadSets extends ReadResult {
  /** Each data set as it was read, under the ids of the whole. */
  readonly reads: readonly NamedRead[];
}

/** A data set that was refused, with the files that belong to it. */
interface SetRefused {
  readonly name: string;
  readonly files: readonly string[];
  readonly refusal: FormatRefusal;
}

/** The refusal of the first data set; of several, which they are and how many were given. */
export interface ReadSetsRefusal extends FormatRefusal {
  readonly refused?: readonly SetRefused[];
  readonly given?: number;
}

export interface ReadSetsOptions extends ReadOptions {
  /** CRS, datum and layer are answers to a question some of the files asked: they hold only for those that ask it. */
  readonly answers?: boolean;
}

const isTable = ({ name }: DataSet): boolean => /\.(csv|xlsx)$/i.test(name);

/** Data sets one by one: those that hold land, tables of attributes, and those that cannot be read. */
export interface ReadEach {
  readonly reads: readonly NamedRead[];
  readonly tables: readonly SetRefused[];
  readonly refused: readonly SetRefused[];
}

/** `onRead` may take a moment, and end it all by throwing. */
type OnRead = (done: number) => void | Promise<void>;

export async function readEach(
  sets: readonly DataSet[],
  { answers = false, ...options }: ReadSetsOptions,
  onRead?: OnRead,
): Promise<ReadEach> {
  const reads: NamedRead[] = [];
  const tables: SetRefused[] = [];
  const refused: SetRefused[] = [];
  const read = answers ? readAnswered : readFiles;
  for (const [s, { name, files }] of sets.entries()) {
    const result = await read(files, options);
    if (result.ok) reads.push({ name, read: result.value });
    else {
      const list = isTable(sets[s]) && result.refusal.code === 'no-boundaries' ? tables : refused;
      list.push({ name, files: files.map((file) => file.name), refusal: result.refusal });
    }
    await onRead?.((s + 1) / sets.length);
  }
  return { reads, tables, refused };
}

/** What of several data sets cannot be read, all of it, as one refusal. */
export const refusedTogether = (
  unusable: readonly [SetRefused, ...SetRefused[]],
  given: number,
): { readonly ok: false; readonly refusal: ReadSetsRefusal } => ({
  ok: false,
  refusal: { ...unusable[0].refusal, refused: unusable, given },
});

/**
 * Reads data sets as one layer, every parcel with the file it came from; one alone is read as `readFiles` reads it. Tables
 * of attributes are put to the parcels of all. All or nothing: every file that cannot be read is named.
 */
export async function readSets(
  sets: readonly DataSet[],
  { answers = false, ...options }: ReadSetsOptions,
  onRead?: OnRead,
): Promise<Result<ReadSets, ReadSetsRefusal>> {
  if (sets.length < 2)
    return alone(
      sets[0]?.name ?? '',
      sets.flatMap(({ files }) => files),
      options,
    );
  const { reads, tables, refused } = await readEach(sets, { answers, ...options }, onRead);
  const [first, ...others] = reads.length === 0 ? [...refused, ...tables] : refused;
  if (first) return refusedTogether([first, ...others], sets.length);
  const tableFiles = sets
    .filter(({ name }) => tables.some((table) => table.name === name))
    .flatMap(({ files }) => files);
  if (reads.length === 1) {
    const { name } = reads[0];
    const own = sets.find((set) => set.name === name)!;
    return alone(name, [...own.files, ...tableFiles], options);
  }
  return joinedTables(wholeOf(reads), tableFiles, options);
}

async function alone(
  name: string,
  files: readonly NamedBytes[],
  options: ReadOptions,
): Promise<Result<ReadSets, ReadSetsRefusal>> {
  const result = await readFiles(files, options);
  return result.ok ? ok({ ...result.value, reads: [{ name, read: result.value }] }) : result;
}

const asksDatum = ({ code }: FileNote): boolean => code === 'datum-shift-likely' || code === 'datum-unsaid';
const asksLayer = ({ code }: FormatRefusal): boolean => code === 'several-layers' || code === 'layers-overlap';

/** What the person said is tried where the file leaves it open; a file that says it itself is believed. */
async function readAnswered(
  files: readonly NamedBytes[],
  { epsg, datum, degrees, layer, faces, ...rest }: ReadOptions,
) {
  let options: ReadOptions = rest;
  let result = await readFiles(files, options);
  const again = async (more: ReadOptions) =>
    void (result = await readFiles(files, (options = { ...options, ...more })));
  if (!result.ok && asksLayer(result.refusal) && layer !== undefined) await again({ layer });
  const forked = result.ok
    ? result.value.faces?.choices
    : result.refusal.code === 'lines-fork' && result.refusal.choices;
  if (faces !== undefined && forked && forked.includes(faces)) await again({ faces });
  if (!result.ok && result.refusal.code === 'degrees-ambiguous' && degrees !== undefined) await again({ degrees });
  if (!result.ok && (result.refusal.code === 'crs-unknown' || result.refusal.code === 'crs-ambiguous'))
    if (epsg !== undefined) await again({ epsg });
  if (result.ok && datum !== undefined && result.value.notes.some(asksDatum)) await again({ datum });
  return result;
}

/** Files that were read, as one layer. */
export function wholeOf(files: readonly NamedRead[]): ReadSets {
  if (files.length === 1) return { ...files[0].read, reads: files };
  const { project, reads, notes } = merged(files);
  const formats = new Set(files.map(({ read }) => read.format));
  const codes = [...new Set(files.map(({ read }) => read.crs.code))];
  const hows = new Set(files.map(({ read }) => read.crs.how));
  const each = files.flatMap(({ name, read }) =>
    read.notes.filter(({ code }) => code !== 'duplicate-geometry').map((note) => ({ note, name })),
  );
  const between = crossFileNotes(reads);
  return {
    format: formats.size === 1 ? files[0].read.format : 'geojson',
    project,
    crs: { code: codes.join(' '), how: hows.size === 1 ? files[0].read.crs.how : 'detected' },
    notes: [...notes, ...duplicateNotes(project.parcels), ...gathered([...each, ...between])],
    reads,
  };
}

/** The same note of many files is one note of them all. */
function gathered(notes: readonly { readonly name: string; readonly note: FileNote }[]): FileNote[] {
  const groups = new Map<string, { note: FileNote; readonly names: string[] }>();
  for (const { name, note } of notes) {
    const key = JSON.stringify(
      note.code === 'area-column-left' ? [note.code, note.params.column] : [note.code, note.params],
    );
    const group = groups.get(key);
    if (group) {
      group.names.push(name);
      if (note.code === 'area-column-left') group.note = withCount(group.note, note);
    } else groups.set(key, { note, names: [name] });
  }
  return [...groups.values()].map(({ note, names }) => ({ ...note, of: names }));
}

/** Files of one survey all have the same columns: of those the cells are counted together. */
const withCount = (note: FileNote, { params }: FileNote): FileNote => ({
  ...note,
  params: { ...note.params, count: Number(note.params.count) + Number(params.count) },
});

async function joinedTables(
  read: ReadSets,
  tables: readonly NamedBytes[],
  options: ReadOptions,
): Promise<Result<ReadSets, ReadSetsRefusal>> {
  let result: Result<ReadResult, FormatRefusal> = ok(read);
  for (const table of tables)
    if (result.ok) result = (await import('../sheet/read.ts')).joinSheet(result.value, table, options);
  return result.ok ? ok({ ...result.value, reads: read.reads }) : result;
}
