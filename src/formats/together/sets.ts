import { isGzip } from '../archive/gzip.ts';
import { isZip } from '../archive/zip.ts';
import type { NamedBytes } from '../contract.ts';

/** One data set of those given: a file, or the several files of a Shapefile. */
export interface DataSet {
  /** The file people know it by. */
  readonly name: string;
  readonly files: readonly NamedBytes[];
}

const shapefileParts = /\.(shp|shx|dbf|prj|cpg)(\.gz)?$/i;
/** What stands beside a Shapefile and says nothing that is read here: indices, metadata, styles. */
const beside = /\.(sbn|sbx|fbn|fbx|ain|aih|atx|ixs|mxs|qix|qpj|qmd|qml|sld|lyr|xml)$/i;
/** What systems leave in folders. */
const litter = /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*)$/i;

const stemOf = (name: string): string => name.replace(/(\.shp)?\.[^./\\]+(\.gz)?$/i, '').toLowerCase();
const isShp = ({ name }: NamedBytes): boolean => /\.shp(\.gz)?$/i.test(name);

/**
 * Files given at once, as the data sets they are, in their order: the parts of a Shapefile belong together by name, every
 * other file, archives too, is one of its own.
 */
export function dataSetsOf(files: readonly NamedBytes[]): DataSet[] {
  const seen = files.filter(({ name }) => !litter.test(name));
  const stems = new Set(seen.filter(isShp).map(({ name }) => stemOf(name)));
  const sets = new Map<string, NamedBytes[]>();
  for (const [i, file] of (seen.length > 0 ? seen : files).entries()) {
    const archive = isZip(file.bytes) || (isGzip(file.bytes) && !shapefileParts.test(file.name));
    const part = !archive && (shapefileParts.test(file.name) || beside.test(file.name));
    const key = part && (stems.has(stemOf(file.name)) || shapefileParts.test(file.name)) ? stemOf(file.name) : `#${i}`;
    const own = sets.get(key);
    if (own) own.push(file);
    else sets.set(key, [file]);
  }
  return [...sets.values()].map((own) => ({ name: (own.find(isShp) ?? own[0]).name, files: own }));
}
