import { ok, refuse, type Result } from '../domain/outcome.ts';
import { chooseDataSet, leftInArchive } from './archive/choose.ts';
import { gunzipped, isGzip } from './archive/gzip.ts';
import { isZip, tooLarge, unzipped, zipEntries, zipEntriesIn, type ZipEntry } from './archive/zip.ts';
import { geodatabaseIn } from './archive/geodatabase.ts';
import type { FileNote, FormatRefusal, NamedBytes, Slices } from './contract.ts';
import { foreignBytes, foreignZip, isGeodatabasePart } from './foreign.ts';
import { mostBytes } from './limits.ts';
import { bytesInSlices, bytesOfSlice } from './slices.ts';

/**
 * Gzipped files and the data set in a zip, unpacked; all others as they are. Of several Shapefiles or archived files
 * `layer` names the one to take.
 */
export async function unpack(
  files: readonly NamedBytes[],
  layer: string | undefined,
): Promise<Result<Unpacked, FormatRefusal>> {
  const found: NamedBytes[] = [];
  const notes: FileNote[] = [];
  for (const file of files) {
    const inside = file.slices
      ? await fromLarge(file, file.slices)
      : isZip(file.bytes) ? fromZip(file, layer) : isGzip(file.bytes) ? fromGzip(file) : whole(file); // prettier-ignore
    if (!inside.ok) return inside;
    found.push(...inside.value.files);
    notes.push(...inside.value.notes);
  }
  const chosen = oneShapefile(found, layer);
  return chosen.ok ? ok({ files: chosen.value, notes }) : chosen;
}

export interface Unpacked {
  readonly files: readonly NamedBytes[];
  /** What else was in the archives. */
  readonly notes: readonly FileNote[];
}

const whole = (file: NamedBytes) => ok({ files: [file], notes: [] });

/** Of files that may not fit into memory a geodatabase alone is read, in its folder or in a zip. */
async function fromLarge(file: NamedBytes, slices: Slices): Promise<Result<Unpacked, FormatRefusal>> {
  const { name } = file;
  if (isGeodatabasePart(name)) return whole(file);
  if (isZip(await bytesOfSlice(slices, 0, 4))) {
    const entries = await zipEntriesIn(name, slices);
    if (!entries.ok) return entries;
    const database = geodatabaseIn(name, slices, entries.value);
    if (database) return ok(database);
  }
  return refuse('too-large', { where: name, what: 'bytes', found: slices.size, most: mostBytes });
}

function fromGzip({ name, bytes }: NamedBytes): Result<Unpacked, FormatRefusal> {
  const content = gunzipped(name, bytes);
  return content.ok ? whole({ name: name.replace(/\.gz$/i, ''), bytes: content.value }) : content;
}

function fromZip(file: NamedBytes, layer: string | undefined): Result<Unpacked, FormatRefusal> {
  const { name, bytes } = file;
  const entries = zipEntries(name, bytes);
  if (!entries.ok) return entries;
  // A workbook is a zip that is read as one file.
  if (entries.value.some(({ path }) => path === 'xl/workbook.xml'))
    return whole(/\.xlsx?$/i.test(name) ? file : { name: `${name}.xlsx`, bytes });
  const foreign = foreignZip(entries.value.map(({ path }) => path));
  if (foreign) return refuse('foreign-file', { name, what: foreign });
  const database = geodatabaseIn(name, bytesInSlices(bytes), entries.value);
  if (database) return ok(database);
  const large = tooLarge(name, entries.value);
  if (large) return large;
  const isKmz = /kmz$/i.test(name);
  const paths = entries.value.map(({ path }) => path).filter((path) => !isKmz || /\.kml$/i.test(path));
  // The document of a KMZ is the first one, whatever its name; the others are what it links to. Programs that write every
  // layer to a file of its own (GDAL) leave nothing in it but the links.
  const [first] = entries.value.filter(({ path }) => path === paths[0]);
  const document = isKmz && paths.length > 1 ? unzipped(name, bytes, first) : null;
  if (document?.ok === false) return document;
  const isOnlyLinks = document !== null && !new TextDecoder('latin1').decode(document.value).includes('Placemark');
  const chosen = chooseDataSet(name, isKmz ? (isOnlyLinks ? paths.slice(1) : paths.slice(0, 1)) : paths, layer);
  if (!chosen.ok)
    return chosen.refusal.code === 'unknown-format' ? (foreignInside(file, entries.value) ?? chosen) : chosen;
  const found: NamedBytes[] = [];
  for (const entry of entries.value) {
    if (!chosen.value.includes(entry.path)) continue;
    const content = unzipped(name, bytes, entry);
    if (!content.ok) return content;
    // The document of a KMZ goes by the archive's name: .ovkmz tells its producer.
    const called = isKmz ? name.replace(/kmz$/i, 'kml') : entry.path.replace(/^.*\//, '');
    found.push({ name: called, bytes: content.value });
  }
  const unnamed = entries.value.filter((entry) => !entry.named && chosen.value.includes(entry.path));
  const left = isKmz ? [] : leftInArchive(paths, chosen.value);
  const params = { names: left.join(', ') };
  const notes: FileNote[] = left.length > 0 ? [{ code: 'archive-files-left', params }] : [];
  for (const { path } of unnamed.slice(0, 1))
    notes.push({ code: 'archive-name-unread', params: { name, shown: path } });
  return ok({ files: found, notes });
}

/** More files than this are not looked into. */
const MOST_LOOKED_INTO = 5;

/** What a zip holds that no name tells: a drawing without extension. */
function foreignInside({ name, bytes }: NamedBytes, entries: readonly ZipEntry[]): Result<never, FormatRefusal> | null {
  for (const entry of entries.filter(({ path }) => !path.endsWith('/')).slice(0, MOST_LOOKED_INTO)) {
    const content = unzipped(name, bytes, entry);
    const what = content.ok ? foreignBytes({ name: entry.path, bytes: content.value }) : null;
    if (what) return refuse('foreign-file', { name: `${name}/${entry.path}`, what });
  }
  return null;
}

function oneShapefile(
  files: readonly NamedBytes[],
  layer: string | undefined,
): Result<readonly NamedBytes[], FormatRefusal> {
  const shapefiles = files.filter(({ name }) => /\.shp$/i.test(name));
  if (shapefiles.length < 2) return ok(files);
  const chosen = chooseDataSet(
    shapefiles.map(({ name }) => name).join(', '),
    files.map(({ name }) => name),
    layer,
  );
  if (!chosen.ok) return chosen;
  return ok(files.filter(({ name }) => chosen.value.includes(name) || /\.(csv|xlsx)$/i.test(name)));
}
