import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { FileNote, FormatRefusal, NamedBytes, ReadOptions, ReadResult } from '../contract.ts';
import { dictionaryOf, type Dictionary } from '../fields/dictionary.ts';
import { withSaidColumns } from '../fields/said-columns.ts';
import { readTable } from '../features/read.ts';
import { readCsv } from './csv.ts';
import type { Grid } from './grid.ts';
import { joinTable } from './join.ts';
import { listsIn } from './lists.ts';
import { parcelsOf } from './parcels.ts';
import { fieldNameOf, pointsIn } from './points.ts';
import { shapesIn } from './shapes.ts';
import { chooseSheets, pointsTogether, type Drawn } from './sheets.ts';
import { withUnitLine } from './unit-line.ts';
import { readWorkbook } from './xlsx-read.ts';

const isWorkbook = (name: string): boolean => /\.xlsx?$/i.test(name);

/** The sheets of a workbook, or the one table of a CSV. */
function gridsOf(
  { name, bytes }: NamedBytes,
  dictionary: Dictionary,
  notes: FileNote[],
): Result<readonly Grid[], FormatRefusal> {
  if (!isWorkbook(name)) {
    const grid = readCsv(name, bytes, notes);
    return grid.ok ? ok([withUnitLine(grid.value, dictionary)]) : grid;
  }
  const grids = readWorkbook(name, bytes);
  return grids.ok ? ok(grids.value.map((grid) => withUnitLine(grid, dictionary))) : grids;
}

/**
 * A 界址点成果表, a table with shapes in words (WKT) or with all points of a parcel in one cell, from a CSV or a workbook:
 * the sheets that draw parcels, with what the other sheets say of them. A table without boundaries is refused here.
 */
export function readSheet(file: NamedBytes, options: ReadOptions): Result<ReadResult, FormatRefusal> {
  const notes: FileNote[] = [];
  const grids = gridsOf(file, dictionaryOf(options.fields), notes);
  if (!grids.ok) return grids;
  const drawn = drawnIn(grids.value, options, notes);
  if (!drawn.ok) return drawn;
  if (drawn.value.length === 0) {
    const empty = grids.value.every(({ rows }) => rows.length === 0);
    if (empty) return refuse('empty-file', { name: file.name });
    const rows = grids.value.reduce((sum, grid) => sum + grid.rows.length, 0);
    return refuse('no-boundaries', { name: file.name, found: `row:${rows}` });
  }
  const chosen = chooseSheets(file.name, drawn.value, options.layer);
  if (!chosen.ok) return chosen;
  const format = isWorkbook(file.name) ? 'xlsx' : 'csv';
  const [{ grid, shapes }] = chosen.value;
  const read = shapes
    ? readTable(format, shapes, options)
    : parcelsOf(grid, pointsTogether(chosen.value), format, options, notes);
  if (!read.ok) return read;
  const beside = grids.value.filter(({ rows }) => rows.length > 1).filter((other) => !chosen.value.some((own) => own.grid === other)); // prettier-ignore
  return ok(withSheetsBeside(read.value, beside, options));
}

function drawnIn(
  grids: readonly Grid[],
  options: ReadOptions,
  notes: readonly FileNote[],
): Result<readonly Drawn[], FormatRefusal> {
  const dictionary = dictionaryOf(options.fields);
  const drawn: Drawn[] = [];
  for (const grid of grids) {
    const shapes = shapesIn(grid, notes);
    if (!shapes.ok) return shapes;
    if (shapes.value) {
      drawn.push({ grid, shapes: shapes.value });
      continue;
    }
    const lists = listsIn(grid, fieldNameOf(dictionary));
    const points = lists.ok && !lists.value ? pointsIn(grid, dictionary) : lists;
    if (!points.ok) return points;
    if (points.value) drawn.push({ grid, points: points.value });
  }
  return ok(drawn);
}

/** What sheets beside say of the same parcels belongs to them; those that say nothing of them are named. */
function withSheetsBeside(read: ReadResult, beside: readonly Grid[], options: ReadOptions): ReadResult {
  const dictionary = dictionaryOf(options.fields, options.landClasses);
  let joined = read;
  const left: string[] = [];
  for (const grid of beside) {
    const result = joinTable(joined, grid, { name: grid.name, sheet: grid.title ?? null, sheets: [] }, dictionary);
    if (result?.join.match) joined = result.read;
    else left.push(titleOf(grid));
  }
  return withLayersLeft(joined, left);
}

const titleOf = ({ title, name }: Grid): string => title ?? name;

const withLayersLeft = (read: ReadResult, left: readonly string[]): ReadResult =>
  left.length === 0
    ? read
    : { ...read, notes: [...read.notes, { code: 'layers-left-out', params: { names: left.join(', ') } }] };

/**
 * The attributes of `file` put to the parcels that were read from another: of a workbook the sheet a person chose, else
 * the first of which a row has the number of a parcel. Where none has, the first sheet is said to be joined to nothing.
 */
export function joinedSheet(
  read: ReadResult,
  file: NamedBytes,
  options: ReadOptions,
): Result<ReadResult & { readonly joined: boolean }, FormatRefusal> {
  const notes: FileNote[] = [];
  const said = options.tables?.[file.name] ?? {};
  const dictionary = withSaidColumns(dictionaryOf(options.fields, options.landClasses), said.columns ?? {});
  const grids = gridsOf(file, dictionary, notes);
  if (!grids.ok) return grids;
  const filled = grids.value.filter(({ rows }) => rows.length > 0);
  const chosen = filled.filter((grid) => said.sheet !== undefined && titleOf(grid) === said.sheet);
  const sheets = isWorkbook(file.name) ? filled.map(titleOf) : [];
  const before = { ...read, notes: [...read.notes, ...notes] };
  let first: ReadResult | null = null;
  for (const grid of chosen.length > 0 ? chosen : filled) {
    const of = { name: file.name, sheet: grid.title ?? null, sheets };
    const result = joinTable(before, grid, of, dictionary, said.key);
    if (!result?.join.match) first ??= result?.read ?? null;
    else {
      const left = filled.filter((other) => other !== grid && other.rows.length > 1).map(titleOf);
      return ok({ ...withLayersLeft(result.read, left), joined: true });
    }
  }
  return first ? ok({ ...first, joined: false }) : refuse('empty-file', { name: file.name });
}

/** The same, refused where nothing is joined. */
export function joinSheet(read: ReadResult, file: NamedBytes, options: ReadOptions): Result<ReadResult, FormatRefusal> {
  const result = joinedSheet(read, file, options);
  if (!result.ok) return result;
  const { joined, ...both } = result.value;
  return joined ? ok(both) : refuse('nothing-joined', { name: file.name });
}
