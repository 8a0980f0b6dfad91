import { isGzip } from '../archive/gzip.ts';
import { isZip, unzipped, zipEntries } from '../archive/zip.ts';
import type { NamedBytes } from '../contract.ts';
import { isGeodatabasePart } from '../foreign.ts';
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

/** Key of the set that a folder .gdb is. */
const geodatabase = '.gdb';

const stemOf = (name: string): string => name.replace(/(\.shp)?\.[^./\\]+(\.gz)?$/i, '').toLowerCase();
const isShp = ({ name }: NamedBytes): boolean => /\.shp(\.gz)?$/i.test(name);

/**
 * An archive that holds several boundary-point files 界址点 TXT and nothing else, as one a parcel is handed over: those
 * files. Any other stays whole; of several layers in it one is chosen. So does a damaged one, to be refused when it is read.
 */
function plotsIn(file: NamedBytes): readonly NamedBytes[] {
  const { name, bytes } = file;
  const entries = isZip(bytes) ? zipEntries(name, bytes) : null;
  if (!entries?.ok) return [file];
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
  const isGeodatabase = seen.some(({ name }) => /\.gdbtable$/i.test(name));
  for (const [i, file] of (seen.length > 0 ? seen : files).entries()) {
    const main = mainEndingOf(file.name);
    const archive = isZip(file.bytes) || (isGzip(file.bytes) && main === null);
    if (isGeodatabase && isGeodatabasePart(file.name)) {
      const own = sets.get(geodatabase);
      if (own) own.push(file);
      else sets.set(geodatabase, [file]);
      continue;
    }
    const isBeside = beside.test(file.name) && stems.has(stemOf(file.name));
    const part = main ?? (isBeside ? 'shp' : null);
    const key = part !== null && !archive ? `${part}:${stemOf(file.name)}` : `#${i}`;
    const own = sets.get(key);
    if (own) own.push(file);
    else sets.set(key, [file]);
  }
  return [...sets].map(([key, own]) => ({
    name:
      key === geodatabase
        ? own.find(({ name }) => /\.gdbtable$/i.test(name))!.name
        : (own.find(({ name }) => isMain(name)) ?? own[0]).name,
    files: own,
  }));
}
