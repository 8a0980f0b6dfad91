import type { Position } from '../../domain/geometry/columns/layer.ts';
import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { FileNote, FormatRefusal, NamedBytes, ReadOptions, ReadResult } from '../contract.ts';
import type { Declared } from '../features/crs.ts';
import { dictionaryOf, type Dictionary } from '../fields/dictionary.ts';
import { outlinesOf } from '../features/outlines.ts';
import { readTable } from '../features/read.ts';
import { readPointLayer } from '../sheet/point-layer.ts';
import { decodeText } from '../text/decode.ts';
import { readCells, type Cells } from './cells.ts';
import { encodingOf, isDeleted, readDbf } from './dbf.ts';
import { directionNotes } from './direction.ts';
import { readPoints, readShapes } from './geometry.ts';
import { wholeNames } from './names.ts';
import { declaredWkt } from './prj.ts';

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
  const notes: FileNote[] = [];
  const rowsOf = () => readRows(dbf, beside('cpg'), dictionaryOf(options.fields, options.landClasses), notes);
  const declared = () => declaredCrs(beside('prj'));
  const points = readPoints(shp);
  if (points) return readPointFile(shp, points, rowsOf(), declared, options, notes);
  const shapes = readShapes(shp);
  if (!shapes.ok) return shapes;
  const rows = rowsOf();
  if (!rows.ok) return rows;
  const { cells, deleted } = rows.value;
  const [drawn, described] = [shapes.value.length, deleted.length];
  if (drawn !== described)
    return refuse('truncated', {
      name: drawn < described ? shp.name : dbf.name,
      record: Math.min(drawn, described) + 1,
    });
  const kept = shapes.value.filter((_, row) => !deleted[row]);
  const gone = drawn - kept.length;
  if (gone > 0 && kept.length === 0) return refuse('no-parcels', { name: shp.name, found: `deleted-row:${gone}` });
  if (gone > 0) notes.push({ code: 'rows-deleted', params: { name: dbf.name, count: gone } });
  const drawings = kept.map(({ outline }) => outline);
  const outlines = outlinesOf(drawings);
  const told = kept.map((shape) => shape.shapeOutcome);
  const read = readTable(
    'shp',
    { name: shp.name, rows: cells, outlines, shapeOutcomes: told, declared, notes },
    options,
  );
  if (!read.ok) return read;
  const { records, layer } = read.value.project.parcels;
  const directions = directionNotes(drawings, layer, (row) => records.get(row).id);
  return directions.length === 0 ? read : ok({ ...read.value, notes: [...read.value.notes, ...directions] });
}

/** A Shapefile of points, row for row. */
function readPointFile(
  { name }: NamedBytes,
  points: readonly Position[],
  rows: Result<Rows, FormatRefusal>,
  declared: () => Result<Declared | null, FormatRefusal>,
  options: ReadOptions,
  notes: FileNote[],
): Result<ReadResult, FormatRefusal> {
  if (!rows.ok) return rows;
  const { cells, deleted } = rows.value;
  if (deleted.length !== points.length) return refuse('truncated', { name, record: Math.min(deleted.length, points.length) + 1 }); // prettier-ignore
  const positions = points.filter((_, row) => !deleted[row]);
  return readPointLayer('shp', { name, rows: cells, positions, declared }, options, notes);
}

interface Rows {
  /** Of the rows that are there. */
  readonly cells: readonly Cells[];
  /** For every row of the table, whether it is marked deleted. */
  readonly deleted: readonly boolean[];
}

function readRows(
  file: NamedBytes,
  cpg: NamedBytes | undefined,
  dictionary: Dictionary,
  notes: FileNote[],
): Result<Rows, FormatRefusal> {
  const whole = readDbf(file);
  if (!whole.ok) return whole;
  const { records } = whole.value;
  const deleted = records.map(isDeleted);
  // What is deleted may hold anything, and says nothing of the encoding either.
  const dbf = { ...whole.value, records: records.filter((_, r) => !deleted[r]) };
  const codePage = cpg ? String.fromCharCode(...cpg.bytes.subarray(0, 40)) : null;
  const { encoding, said } = encodingOf(dbf, codePage);
  if (!said) notes.push({ code: 'encoding-guessed', params: { encoding } });
  const cells = readCells(file.name, dbf, encoding);
  if (!cells.ok) return cells;
  const { names, rows } = cells.value;
  const completed = wholeNames(dbf.fields, names, rows, encoding, dictionary);
  if (completed.size === 0) return ok({ cells: rows, deleted });
  const pairs = [...completed].map(([cut, name]) => `${cut} → ${name}`);
  notes.push({ code: 'names-completed', params: { count: pairs.length, names: pairs.join(', ') } });
  const named = ([name, cell]: [string, Cells[string]]) => [completed.get(name) ?? name, cell] as const;
  return ok({ cells: rows.map((row) => Object.fromEntries(Object.entries(row).map(named))), deleted });
}

/** What the .prj says; null without one. */
function declaredCrs(prj: NamedBytes | undefined): Result<Declared | null, FormatRefusal> {
  if (!prj || prj.bytes.length === 0) return ok(null);
  const text = decodeText(prj.bytes, prj.name);
  return text.ok ? declaredWkt(text.value.text) : text;
}
