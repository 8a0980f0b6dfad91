import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { FormatRefusal } from '../contract.ts';
import { foreignName } from '../foreign.ts';
import { isMain, mainEndingOf } from '../parts.ts';

/** What an archive is opened for, the surest first: a text beside a Shapefile is a read-me. */
const classes = [
  /\.shp$/i,
  /\.(ytp|gpkg|geoparquet|parquet|fgb|geojson|kml|ovkml|dxf|vct|mif)$/i,
  /\.(txt|json)$/i,
  /\.(csv|xlsx)$/i,
];

const hidden = (path: string) => /(^|\/)(__MACOSX\/|\.)/.test(path);
/** The path without its extension. */
const stemOf = (path: string): string => path.replace(/\.[^./]*$/, '').toLowerCase();
const lastOf = (path: string): string => path.replace(/^.*\//, '');

/** The paths of the one data set of an archive; several are refused by their names, until `layer` says which. */
export function chooseDataSet(
  name: string,
  paths: readonly string[],
  layer: string | undefined,
): Result<readonly string[], FormatRefusal> {
  const seen = paths.filter((path) => !hidden(path));
  if (seen.every((path) => path.endsWith('/'))) return refuse('empty-archive', { name });
  const mains = classes.map((kind) => seen.filter((path) => kind.test(path))).find((some) => some.length > 0) ?? [];
  if (mains.length === 0) {
    const other = seen.find((path) => !path.endsWith('/') && foreignName(path) !== null);
    if (other === undefined) return refuse('unknown-format', { name });
    const what = foreignName(other)!;
    return refuse('foreign-file', { name: what === 'geodatabase' ? name : `${name}/${other}`, what });
  }
  const asked = mains.filter((path) => layer !== undefined && isNamed(path, layer));
  const main = mains.length === 1 ? mains[0] : asked.length === 1 ? asked[0] : null;
  if (main === null)
    return refuse('several-layers', { name, ...(layer !== undefined && asked.length === 0 && { layer }) }, mains);
  if (!isMain(main)) return ok([main]);
  return ok(seen.filter((path) => mainEndingOf(path) === mainEndingOf(main) && stemOf(path) === stemOf(main)));
}

/** What else in the archive could have been opened: it is named, so that no one takes the archive for read. */
export const leftInArchive = (paths: readonly string[], chosen: readonly string[]): readonly string[] =>
  paths.filter((path) => !hidden(path) && !chosen.includes(path) && classes.some((kind) => kind.test(path)));

/** By the path, the name of the file, or that without extension. */
const isNamed = (path: string, layer: string): boolean =>
  [path, lastOf(path), stemOf(lastOf(path))].some((called) => called.toLowerCase() === layer.toLowerCase());
