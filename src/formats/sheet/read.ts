import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { FileNote, FormatRefusal, NamedBytes, ReadOptions, ReadResult } from '../contract.ts';
import { northFirst } from '../crs/detect.ts';
import { degrees } from '../crs/source.ts';
import { dictionaryOf } from '../fields/dictionary.ts';
import { outlinesOf, swapped } from '../features/outlines.ts';
import { readTable } from '../features/read.ts';
import { mostRings, nestAsDrawn } from '../rings.ts';
import { readCsv } from './csv.ts';
import type { Grid } from './grid.ts';
import { joinTable } from './join.ts';
import { pointsIn, ringsOf, type PointTable } from './points.ts';
import { shapesIn } from './shapes.ts';
import { readWorkbook } from './xlsx-read.ts';

const isWorkbook = (name: string): boolean => /\.xlsx?$/i.test(name);

/** The sheets of a workbook, or the one table of a CSV. */
function gridsOf({ name, bytes }: NamedBytes, notes: FileNote[]): Result<readonly Grid[], FormatRefusal> {
  if (isWorkbook(name)) return readWorkbook(name, bytes);
  const grid = readCsv(name, bytes, notes);
  return grid.ok ? ok([grid.value]) : grid;
}

/**
 * A 界址点成果表, or a table with shapes in words (WKT), from a CSV or a workbook: the first sheet with columns of
 * coordinates or of shapes. A table without them is refused here, for it has no boundaries of its own.
 */
export function readSheet(file: NamedBytes, options: ReadOptions): Result<ReadResult, FormatRefusal> {
  const notes: FileNote[] = [];
  const grids = gridsOf(file, notes);
  if (!grids.ok) return grids;
  const format = isWorkbook(file.name) ? 'xlsx' : 'csv';
  for (const [g, grid] of grids.value.entries()) {
    const shapes = shapesIn(grid, notes);
    if (!shapes.ok) return shapes;
    if (shapes.value) return readTable(format, shapes.value, options);
    const table = pointsIn(grid, dictionaryOf(options.fields));
    if (!table.ok) return table;
    if (!table.value) continue;
    const read = projectOf(grid, table.value, format, options, notes);
    // What a sheet beside says of the same parcels belongs to them.
    const beside = grids.value.filter((_, other) => other !== g).find(({ rows }) => rows.length > 1);
    if (!read.ok || !beside) return read;
    const joined = joinTable(read.value, beside, options);
    return joined.ok ? joined : read;
  }
  const empty = grids.value.every(({ rows }) => rows.length === 0);
  return empty ? refuse('empty-file', { name: file.name }) : refuse('no-boundaries', { name: file.name });
}

/** The attributes of `file` put to the parcels that were read from another. */
export function joinSheet(read: ReadResult, file: NamedBytes, options: ReadOptions): Result<ReadResult, FormatRefusal> {
  const notes: FileNote[] = [];
  const grids = gridsOf(file, notes);
  if (!grids.ok) return grids;
  const [grid] = grids.value.filter(({ rows }) => rows.length > 0);
  if (!grid) return refuse('empty-file', { name: file.name });
  return joinTable({ ...read, notes: [...read.notes, ...notes] }, grid, options);
}

function projectOf(
  { name }: Grid,
  { plots, degrees: isDegrees, leftOut }: PointTable,
  format: 'csv' | 'xlsx',
  options: ReadOptions,
  notes: FileNote[],
): Result<ReadResult, FormatRefusal> {
  const drawn = plots.filter(({ points }) => points.length > 0);
  if (drawn.length === 0) return refuse('no-parcels', { name });
  const read = drawn.map(({ points }) => ringsOf(points));
  const anyClosed = read.some(({ rings, open }) => open < rings.length);
  // Where every ring but the very last comes back to its first point, the end of the table is gone.
  const opened = read.reduce((sum, { open }) => sum + open, 0);
  if (anyClosed && opened === 1 && read[read.length - 1].lastOpen)
    return refuse('truncated', { name, record: read.length });
  for (const [p, { rings, open }] of read.entries()) {
    const line = drawn[p].points[0].line;
    const most = { most: mostRings };
    if (rings.length > mostRings) return refuse('bad-line', { line, text: name, detail: 'too-many-rings', ...most });
    // Where no ring repeats its first point that is the custom of the table.
    if (open > 0 && anyClosed)
      notes.push({ code: 'ring-closed', params: { line, id: Object.values(drawn[p].properties)[0] ?? p + 1 } });
  }
  if (leftOut > 0) notes.push({ code: 'rows-left-out', params: { count: leftOut } });
  const outlines = outlinesOf(read.map(({ rings }) => nestAsDrawn(rings)));
  // By custom X is the northing; a table that means the easting by it shows by its numbers.
  const eastFirst = !isDegrees && northFirst(drawn[0].points[0].at) === true;
  if (eastFirst) notes.push({ code: 'axes-swapped', params: { first: 'east' } });
  const table = {
    name,
    rows: drawn.map(({ properties }) => properties),
    outlines: eastFirst ? swapped(outlines) : outlines,
    declared: () => ok(isDegrees ? ({ source: degrees, how: 'format-default' } as const) : null),
    notes,
  };
  return readTable(format, table, options);
}
