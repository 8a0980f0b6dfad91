import { ok, refuse, type Result } from '../domain/outcome.ts';
import type { Project } from '../domain/land/model.ts';
import type { FormatRefusal, NamedBytes, ReadOptions, ReadResult, WriteOptions, Written } from './contract.ts';
import { foreignBytes, foreignName } from './foreign.ts';
import { inspected } from './inspect.ts';
import { mostTextBytes } from './limits.ts';
import { losses } from './losses.ts';
import { isMisnamed } from './misnamed.ts';
import { isMain } from './parts.ts';
import { readExchange } from './exchange/read.ts';
import { writeExchange } from './exchange/write.ts';
import { unpack } from './unpack.ts';
import { readFlatGeobuf } from './fgb/read.ts';
import { isCatalogue } from './gdb/parts.ts';
import { readShapefile } from './shp/read.ts';
import { writeShapefile } from './shp/write.ts';
import { isCass } from './sheet/cass.ts';
import { utf16Of } from './text/decode.ts';
import { isPacked } from './packed/container.ts';
import { readPacked } from './packed/read.ts';
import { writePacked } from './packed/write.ts';
import { readTxt } from './txt/read.ts';
import { writeTxt } from './txt/write.ts';

import { extensions } from './extensions.ts';

export { filePrecisionOf } from './txt/convention.ts';

export type Format = ReadResult['format'];

const extensionOf = (name: string): string => /\.([^./\\]+)$/.exec(name)?.[1].toLowerCase() ?? '';

/** The format a file name asks for; null for none of ours. */
export const formatOf = (name: string): Format | null => extensions[extensionOf(name.replace(/\.gz$/i, ''))] ?? null;

/** First bytes of the formats that say what they are. */
const magics: readonly (readonly [string, Format])[] = [
  ['SQLite format 3\0', 'gpkg'],
  ['fgb\u0003', 'fgb'],
  ['PAR1', 'parquet'],
];
const magicOf = (bytes: Uint8Array): Format | null =>
  magics.find(([head]) => String.fromCharCode(...bytes.subarray(0, head.length)) === head)?.[1] ?? null;

/** Text that opens with a bracket is JSON and text with `[属性描述]` or `[地块坐标]` is TXT, whatever the name says. */
function sniff(bytes: Uint8Array): Format | null {
  if (isPacked(bytes)) return 'ytp';
  const magic = magicOf(bytes);
  if (magic) return magic;
  if (bytes.length >= 4 && bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 0x27 && bytes[3] === 0x0a) return 'shp';
  const sixteen = utf16Of(bytes);
  const first = bytes.subarray(0, 256);
  // ASCII is enough for the brackets: the other bytes may be cut anywhere.
  const text = sixteen ? new TextDecoder(sixteen).decode(first) : String.fromCharCode(...first);
  const head = text.replace(/^(\ufeff|\u00ef\u00bb\u00bf)/, '').trimStart();
  if (head.startsWith('{')) return 'geojson';
  if (isCass(head)) return 'csv';
  if (/^<(\?xml|!--|kml|[A-Za-z]+:kml)/.test(head)) return 'kml';
  // A drawing opens with its first section, comments (999) before it.
  if (/^(999\r?\n[^\n]*\n\s*)*0\r?\n\s*SECTION/.test(head)) return 'dxf';
  if (/^(CommentBegin\b[\s\S]*)?HeadBegin\b/i.test(head)) return 'vct';
  if (/^Version\s+\d+\s+Charset\b/i.test(head)) return 'mif';
  return head.startsWith('[') && !/^\[\s*[[{\d"\]]/.test(head) ? 'txt' : null;
}

/** Reads the data set whose main file is `main`, its companions among `files`. */
type Reader = (
  main: NamedBytes,
  options: ReadOptions,
  files: readonly NamedBytes[],
) => Result<ReadResult, FormatRefusal> | Promise<Result<ReadResult, FormatRefusal>>;
type Made<T> = Result<T, FormatRefusal> | Promise<Result<T, FormatRefusal>>;
type Writer = (project: Project, options: WriteOptions) => Made<readonly NamedBytes[] | Written>;

/** Read as one text; GeoJSON has its own bound. */
const texts: ReadonlySet<Format> = new Set(['txt', 'kml', 'dxf', 'csv']);
const sheets = () => import('./sheet/read.ts');
const isTable = (name: string): boolean => ['csv', 'xlsx'].includes(formatOf(name) ?? '');

/** A format that brings a library of its own is loaded when it is first asked for: the page stays light. */
const readers: Readonly<Partial<Record<Format, Reader>>> = {
  geojson: ({ name, bytes }, options) => readExchange(name, bytes, options),
  ytp: ({ name, bytes }) => readPacked(name, bytes),
  txt: ({ name, bytes }, options) => readTxt(name, bytes, options),
  shp: (main, options, files) => readShapefile(files, main, options),
  gpkg: async (main, options) => (await import('./gpkg/read.ts')).readGeoPackage(main, options),
  gdb: async (_, options, files) => (await import('./gdb/read.ts')).readGeodatabase(files, options),
  fgb: readFlatGeobuf,
  parquet: async (main, options) => (await import('./parquet/read.ts')).readParquet(main, options),
  kml: async ({ name, bytes }, options) => (await import('./kml/read.ts')).readKml(name, bytes, options),
  dxf: async ({ name, bytes }, options) => (await import('./dxf/read.ts')).readDxf(name, bytes, options),
  vct: async (main, options) => (await import('./vct/read.ts')).readVct(main, options),
  mif: async (main, options, files) => (await import('./mif/read.ts')).readMif(main, options, files),
  csv: async (main, options) => (await sheets()).readSheet(main, options),
  xlsx: async (main, options) => (await sheets()).readSheet(main, options),
};
const writers: Readonly<Partial<Record<Format, Writer>>> = {
  geojson: writeExchange,
  ytp: writePacked,
  txt: writeTxt,
  shp: writeShapefile,
  gpkg: async (project, options) => (await import('./gpkg/write.ts')).writeGeoPackage(project, options),
  fgb: async (project, options) => (await import('./fgb/write.ts')).writeFlatGeobuf(project, options),
  parquet: async (project, options) => (await import('./parquet/write.ts')).writeParquet(project, options),
  kml: async (project, options) => (await import('./kml/write.ts')).writeKml(project, options),
  kmz: async (project, options) => (await import('./kml/write.ts')).writeKmz(project, options),
  dxf: async (project, options) => (await import('./dxf/write.ts')).writeDxf(project, options),
  csv: async (project, options) => (await import('./sheet/write.ts')).writeCsv(project, options),
  xlsx: async (project, options) => (await import('./sheet/write.ts')).writeXlsx(project, options),
};

/**
 * Reads one data set: any of the formats above, also gzipped or zipped, a Shapefile with its companions; tables of
 * attributes beside it are joined to its parcels. All or nothing: a refusal names the place, and nothing is half imported.
 */
export async function readFiles(
  files: readonly NamedBytes[],
  options: ReadOptions,
): Promise<Result<ReadResult, FormatRefusal>> {
  const unpacked = await unpack(files, options.layer);
  if (!unpacked.ok) return unpacked;
  const { files: given, notes } = unpacked.value;
  const main = mainOf(given);
  if (!main) return refuse('empty-file');
  if (main.bytes.length === 0 && !main.slices?.size) return refuse('empty-file', { name: main.name });
  const foreign = foreignBytes(main);
  if (foreign) return refuse('foreign-file', { name: main.name, what: foreign });
  const said = formatOf(main.name);
  const found = isCatalogue(main.name) ? 'gdb' : sniff(main.bytes);
  if (!found && said && isMisnamed(main, said)) return refuse('misnamed', { name: main.name, format: said });
  const format = found ?? said;
  const read = format && readers[format];
  if (format && texts.has(format) && main.bytes.length > mostTextBytes)
    return refuse('too-large', { where: main.name, what: 'bytes', found: main.bytes.length, most: mostTextBytes });
  if (!read) return refuseUnknown(main.name);
  let result = await read(main, options, given);
  for (const table of given)
    if (result.ok && table !== main && isTable(table.name))
      result = (await sheets()).joinSheet(result.value, table, options);
  if (result.ok && notes.length > 0) result = ok({ ...result.value, notes: [...notes, ...result.value.notes] });
  // Our own file was looked at when it was made.
  return result.ok && format !== 'ytp' ? inspected(result.value, main.name, options) : result;
}

/** The file a data set is read from; the others go with it. */
const mainOf = (files: readonly NamedBytes[]): NamedBytes | undefined =>
  files.find(({ name }) => isCatalogue(name)) ??
  files.find(({ name }) => isMain(name)) ??
  files.find(({ name }) => !isTable(name)) ??
  files.at(0);

function refuseUnknown(name: string): Result<never, FormatRefusal> {
  const what = foreignName(name);
  // By its name a zip, and no zip by its bytes.
  if (what === 'nested-archive') return refuse('misnamed', { name, format: 'zip' });
  if (what === null) return refuse('unknown-format', { name });
  return refuse('foreign-file', { name, what });
}

/** The project as the files of a format, with what they cannot hold; most hold the parcels 宗地 only. */
export async function writeFiles(
  format: Format,
  project: Project,
  options: WriteOptions,
): Promise<Result<Written, FormatRefusal>> {
  const files = await writers[format]?.(project, options);
  if (!files) return refuse('format-not-written', { format });
  if (!files.ok) return files;
  const { files: made, notes } = 'files' in files.value ? files.value : { files: files.value, notes: [] };
  return ok({ files: made, notes: [...losses(project, format), ...notes] });
}
