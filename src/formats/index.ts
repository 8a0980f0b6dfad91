import { ok, refuse, type Result } from '../domain/outcome.ts';
import type { Project } from '../domain/land/model.ts';
import type { FormatRefusal, NamedBytes, ReadOptions, ReadResult, WriteOptions, Written } from './contract.ts';
import { losses } from './losses.ts';
import { readExchange } from './exchange/read.ts';
import { writeExchange } from './exchange/write.ts';
import { unpack } from './unpack.ts';
import { readShapefile } from './shp/read.ts';
import { writeShapefile } from './shp/write.ts';
import { utf16Of } from './text/decode.ts';
import { readTxt } from './txt/read.ts';
import { writeTxt } from './txt/write.ts';

export type Format = ReadResult['format'];

const extensions: Readonly<Record<string, Format>> = { geojson: 'geojson', json: 'geojson', txt: 'txt', shp: 'shp' };
const extensionOf = (name: string): string => /\.([^./\\]+)$/.exec(name)?.[1].toLowerCase() ?? '';

/** The format a file name asks for; null for none of ours. */
export const formatOf = (name: string): Format | null => extensions[extensionOf(name.replace(/\.gz$/i, ''))] ?? null;

/** Text that opens with a bracket is JSON and text with `[属性描述]` or `[地块坐标]` is TXT, whatever the name says. */
function sniff(bytes: Uint8Array): Format | null {
  if (bytes.length >= 4 && bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 0x27 && bytes[3] === 0x0a) return 'shp';
  const sixteen = utf16Of(bytes);
  const first = bytes.subarray(0, 128);
  // ASCII is enough for the brackets: the other bytes may be cut anywhere.
  const text = sixteen ? new TextDecoder(sixteen).decode(first) : String.fromCharCode(...first);
  const head = text.replace(/^(\ufeff|\u00ef\u00bb\u00bf)/, '').trimStart();
  if (head.startsWith('{')) return 'geojson';
  return head.startsWith('[') && !/^\[\s*[[{\d"\]]/.test(head) ? 'txt' : null;
}

/**
 * Reads one data set: a GeoJSON or exchange file, a 界址点 TXT (both also gzipped), or a Shapefile with its companions
 * (also zipped). All or nothing: a refusal names the place, and nothing is half imported.
 */
export function readFiles(files: readonly NamedBytes[], options: ReadOptions): Result<ReadResult, FormatRefusal> {
  const unpacked = unpack(files);
  if (!unpacked.ok) return unpacked;
  const main = unpacked.value.find((f) => extensionOf(f.name) === 'shp') ?? unpacked.value.at(0);
  if (!main) return refuse('empty-file');
  if (main.bytes.length === 0) return refuse('empty-file', { name: main.name });
  const said = formatOf(main.name);
  const format = said === 'shp' ? said : (sniff(main.bytes) ?? said);
  if (format === 'shp') return readShapefile(unpacked.value, main, options);
  if (format === 'txt') return readTxt(main.name, main.bytes, options);
  if (format === 'geojson') return readExchange(main.name, main.bytes, options);
  return refuse('unknown-format', { name: main.name });
}

/** The project as the files of a format, with what they cannot hold; TXT and Shapefile hold the parcels 宗地 only. */
export function writeFiles(format: Format, project: Project, options: WriteOptions): Result<Written, FormatRefusal> {
  const files = writers[format](project, options);
  return files.ok ? ok({ files: files.value, notes: losses(project, format) }) : files;
}

const writers = { txt: writeTxt, shp: writeShapefile, geojson: writeExchange } as const;
