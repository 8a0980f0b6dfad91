import { ok, refuse, type Result } from '../../domain/outcome.ts';
import { emptyLayer } from '../../domain/geometry/builder.ts';
import type { MultiPolygon } from '../../domain/geometry/layer.ts';
import type { Parcel, Project } from '../../domain/land/model.ts';
import { readAreas } from '../areas.ts';
import type { CrsHow, FileNote, FormatRefusal, NamedBytes, ReadOptions, ReadResult } from '../contract.ts';
import { detect } from '../crs/detect.ts';
import { mapPositions, placeLayer } from '../crs/place.ts';
import { sourceOf, type SourceCrs } from '../crs/source.ts';
import type { RawFeature } from '../exchange/shape.ts';
import { sortFeatures } from '../exchange/sort.ts';
import { decodeText } from '../text/decode.ts';
import { areaTextMember } from '../txt/convention.ts';
import { readCells, type Cells } from './cells.ts';
import { fieldOfColumn } from './columns.ts';
import { guessEncoding, readDbf, saidEncoding } from './dbf.ts';
import { readShapes } from './geometry.ts';
import { readPrj } from './prj.ts';

const stem = (name: string) => name.replace(/\.[^.]*$/, '').toLowerCase();

/** A Shapefile from the bytes of its files: every record is a parcel 宗地. */
export function readShapefile(
  files: readonly NamedBytes[],
  shp: NamedBytes,
  options: ReadOptions,
): Result<ReadResult, FormatRefusal> {
  const beside = (extension: string) => files.find((f) => f.name.toLowerCase() === `${stem(shp.name)}.${extension}`);
  const named = (extension: string) => shp.name.replace(/\.[^.]*$/, `.${extension}`);
  const dbf = beside('dbf');
  if (!dbf) return refuse('missing-companion', { name: named('dbf') });
  if (!beside('shx')) return refuse('missing-companion', { name: named('shx') });
  const shapes = readShapes(shp);
  if (!shapes.ok) return shapes;
  const notes: FileNote[] = [];
  const table = readTable(dbf, beside('cpg'), notes);
  if (!table.ok) return table;
  const [drawn, rows] = [shapes.value.length, table.value.length];
  if (drawn !== rows)
    return refuse('truncated', { name: drawn < rows ? shp.name : dbf.name, record: Math.min(drawn, rows) + 1 });
  if (drawn === 0) return refuse('no-parcels', { name: shp.name });
  const crs = resolveCrs(shapes.value, beside('prj'), options.epsg);
  if (!crs.ok) return crs;
  const { source, how, swapped } = crs.value;
  if (swapped) notes.push({ code: 'axes-swapped', params: { first: 'north' } });
  const outlines = shapes.value.map((s) => (s && swapped ? mapPositions(s, ([x, y]) => [y, x]) : s));
  const project = projectOf(table.value, outlines, source, options, notes);
  return project.ok ? ok({ format: 'shp', project: project.value, crs: { code: source.code, how }, notes }) : project;
}

function readTable(
  file: NamedBytes,
  cpg: NamedBytes | undefined,
  notes: FileNote[],
): Result<readonly Cells[], FormatRefusal> {
  const dbf = readDbf(file);
  if (!dbf.ok) return dbf;
  const codePage = cpg ? String.fromCharCode(...cpg.bytes.subarray(0, 40)) : null;
  const said = saidEncoding(dbf.value.languageDriver, codePage);
  const encoding = said ?? guessEncoding(dbf.value);
  if (said === null) notes.push({ code: 'encoding-guessed', params: { encoding } });
  return readCells(file.name, dbf.value, encoding);
}

interface Resolved {
  readonly source: SourceCrs;
  readonly how: CrsHow;
  readonly swapped: boolean;
}

function resolveCrs(
  shapes: readonly (MultiPolygon | null)[],
  prj: NamedBytes | undefined,
  option: number | undefined,
): Result<Resolved, FormatRefusal> {
  if (option !== undefined) {
    const source = sourceOf(option);
    return source.ok ? ok({ source: source.value, how: 'option', swapped: false }) : source;
  }
  if (prj && prj.bytes.length > 0) {
    const text = decodeText(prj.bytes, prj.name);
    if (!text.ok) return text;
    const source = readPrj(text.value.text);
    if (!source.ok) return source;
    // Degrees on WGS84 are read as CGCS2000, which the file did not say.
    const how = source.value.plane === null && /^\W*GEOGCS.*WGS/i.test(text.value.text) ? 'format-default' : 'declared';
    return ok({ source: source.value, how, swapped: false });
  }
  const first = shapes.find((s) => s?.[0]?.[0]?.[0])?.[0][0][0];
  if (!first) return refuse('crs-unknown');
  const found = detect(first);
  return found.ok ? ok({ ...found.value, how: 'detected' }) : found;
}

/** Columns to fields; the two of the land class to one. */
function propertiesOf(cells: Cells): Record<string, unknown> {
  const entries = Object.entries(cells).map(([column, cell]): [string, unknown] => {
    const known = column.toUpperCase();
    return [Object.hasOwn(fieldOfColumn, known) ? fieldOfColumn[known] : column, cell];
  });
  const { landClassSystem, landClassCode, ...rest } = Object.fromEntries(entries);
  const both = landClassSystem && landClassCode;
  return both ? { ...rest, landClass: { system: landClassSystem, code: String(landClassCode) } } : rest;
}

function projectOf(
  rows: readonly Cells[],
  outlines: readonly (MultiPolygon | null)[],
  source: SourceCrs,
  options: ReadOptions,
  notes: FileNote[],
): Result<Project, FormatRefusal> {
  const features = rows.map((cells): RawFeature => {
    const kept = Object.entries(propertiesOf(cells)).filter(([, cell]) => cell !== null);
    return { type: 'Feature', properties: Object.fromEntries(kept), geometry: null };
  });
  const sorted = sortFeatures(features, options.aliases ?? {}, true);
  if (!sorted.ok) return sorted;
  const parcels = sorted.value.rows.parcel;
  const layer = placeLayer(outlines, source, (f) => parcels[f].where);
  if (!layer.ok) return layer;
  // `record` was checked against the field table of the parcel.
  const records = parcels.map(({ record }) => record as unknown as Parcel);
  const textOf = (r: Parcel) => (r.statedAreaM2 === undefined ? '' : String(r.statedAreaM2));
  const areas = readAreas(
    records.map((r) => ({ id: r.id, text: textOf(r) })),
    layer.value,
  );
  notes.push(...areas.notes);
  // The file names parks 园区 by id alone: they are known to exist, and nothing else is.
  const parkIds = new Set(records.flatMap(({ parkId }) => (parkId === undefined ? [] : [parkId])));
  const table = { records: [], layer: emptyLayer() };
  return ok({
    parks: [...parkIds].map((id) => ({ id })),
    parcels: {
      records: records.map((r, f) => withArea(r, areas.statedM2[f])),
      layer: layer.value,
    },
    buildings: table,
    townships: table,
    zones: table,
    jurisdictions: [],
    others: [],
  });
}

/** Where its unit is not known the figure is kept as it was written. */
function withArea(record: Parcel, m2: number | undefined): Parcel {
  const { statedAreaM2, ...rest } = record;
  if (m2 !== undefined) return { ...rest, statedAreaM2: m2 };
  if (statedAreaM2 === undefined) return record;
  return { ...rest, extra: { ...rest.extra, [areaTextMember]: String(statedAreaM2) } };
}
