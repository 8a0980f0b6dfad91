import { isGzip } from '../archive/gzip.ts';
import { isZip, tooLarge, unzipped, zipEntries } from '../archive/zip.ts';
import type { NamedBytes } from '../contract.ts';
import { isGeodatabasePart } from '../foreign.ts';
import { folderOf } from '../gdb/parts.ts';
import { isMain, mainEndingOf } from '../parts.ts';

/** One data set of those given: a file, or the several files of a Shapefile or of a MIF. */
export interface DataSet {
  /** The file people know it by. */
  readonly name: string;
  readonly files: readonly NamedBytes[];
}

/** What stands beside a Shapefile and says nothing that is read here: indices, metadata, styles. */
const beside = /\.(sbn|sbx|fbn|fbx|ain|aih|atx|ixs|mxs|qix|qpj|qmd|qml|sld|lyr|xml)$/i;
/** What systems leave in folders. */
const litter = /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*)$/i;

const isTable = ({ name }: NamedBytes): boolean => /\.gdbtable$/i.test(name);
/** Key of the set that a folder .gdb is; no file has such a name. */
const geodatabase = (folder: string): string => `gdb:${folder}/`;

const stemOf = (name: string): string => name.replace(/(\.shp)?\.[^./\\]+(\.gz)?$/i, '').toLowerCase();
const isShp = ({ name }: NamedBytes): boolean => /\.shp(\.gz)?$/i.test(name);

/**
 * An archive that holds several boundary-point files 界址点 TXT and nothing else, as one a parcel is handed over: those
 * files. Any other stays whole; of several layers in it one is chosen. So does a damaged one, to be refused when it is read.
 */
function plotsIn(file: NamedBytes): readonly NamedBytes[] {
  const { name, bytes } = file;
  const entries = isZip(bytes) ? zipEntries(name, bytes) : null;
  if (!entries?.ok || tooLarge(name, entries.value)) return [file];
  const inside = entries.value.filter(
    ({ path }) => !path.endsWith('/') && !/(^|\/)__MACOSX\//.test(path) && !litter.test(path),
  );
  if (inside.length < 2 || !inside.every(({ path }) => /\.txt$/i.test(path))) return [file];
  const plots: NamedBytes[] = [];
  for (const entry of inside) {
    const content = unzipped(name, bytes, entry);
    if (!content.ok) return [file];
    plots.push({ name: `${name}/${entry.path}`, bytes: content.value });
  }
  return plots;
}

/**
 * Files given at once, as the data sets they are, in their order: the parts of a Shapefile belong together by name, every
 * other file is one of its own. `layer` chosen, an archive is one data set, in which it is.
 */
export function dataSetsOf(given: readonly NamedBytes[], layer?: string): DataSet[] {
  const files = layer === undefined ? given.flatMap(plotsIn) : given;
  const seen = files.filter(({ name }) => !litter.test(name));
  const stems = new Set(seen.filter(isShp).map(({ name }) => stemOf(name)));
  const sets = new Map<string, NamedBytes[]>();
  const databases = new Set(seen.filter(isTable).map(({ name }) => folderOf(name)));
  const isDatabasePart = ({ name }: NamedBytes) => isGeodatabasePart(name) && databases.has(folderOf(name));
  for (const [i, file] of (seen.length > 0 ? seen : files).entries()) {
    const key = isDatabasePart(file) ? geodatabase(folderOf(file.name)) : keyOf(file, stems, i);
    const own = sets.get(key);
    if (own) own.push(file);
    else sets.set(key, [file]);
  }
  return [...sets.values()].map((own) => ({ name: nameOf(own), files: own }));
}

/** The parts of a Shapefile or of a MIF go by its name. */
function keyOf({ name, bytes }: NamedBytes, stems: ReadonlySet<string>, place: number): string {
  const main = mainEndingOf(name);
  const archive = isZip(bytes) || (isGzip(bytes) && main === null);
  const isBeside = beside.test(name) && stems.has(stemOf(name));
  const part = main ?? (isBeside ? 'shp' : null);
  return part !== null && !archive ? `${part}:${stemOf(name)}` : `#${place}`;
}

/** A geodatabase goes by its folder, where it was given with it. */
function nameOf(files: readonly NamedBytes[]): string {
  const table = files.find(isTable);
  return table
    ? folderOf(table.name).slice(0, -1) || table.name
    : (files.find(({ name }) => isMain(name)) ?? files[0]).name;
}
