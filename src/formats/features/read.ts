import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { Project } from '../../domain/land/model.ts';
import { withStatedAreas } from '../areas.ts';
import type { FileNote, FormatRefusal, ReadOptions, ReadResult } from '../contract.ts';
import type { Properties } from '../exchange/object.ts';
import type { RawFeature } from '../exchange/shape.ts';
import { sortFeatures } from '../exchange/sort.ts';
import { dictionaryOf } from '../fields/dictionary.ts';
import { isThirdSurvey, surveyClass, surveyPlace } from '../fields/land-survey.ts';
import { foundOf } from '../found.ts';
import { mostRows } from '../limits.ts';
import { fieldOfColumn } from './columns.ts';
import { overrideNotes } from '../crs/override.ts';
import { resolveCrs, optionOrDeclared, type Declared } from './crs.ts';
import { swapped, type Outlines } from './outlines.ts';
import { shapeNotes, outcomesOfOutlines, withoutAreas, type ShapeOutcome } from './shapes.ts';
import { placeOutlines } from './place.ts';
import { arrayRecords } from '../../domain/land/records/array-records.ts';
import { put } from '../../domain/land/records/column-records.ts';
import { memoized } from '../../domain/land/memoized.ts';
import { emptyTable } from '../../domain/land/records/empty-table.ts';

/** Simple features as a file holds them: row r is drawn by feature r of `outlines`. */
export interface FeatureTable {
  /** Of the file or layer, for refusals. */
  readonly name: string;
  /** Column name → text, number, boolean, list or record; null is absent. */
  readonly rows: readonly Properties[];
  /** In the CRS of the file. */
  readonly outlines: Outlines;
  /** What each shape came to, where the format has other shapes than areas. */
  readonly shapeOutcomes?: readonly ShapeOutcome[];
  /** The CRS the file states, null where it says nothing; asked only when no option outranks it. */
  readonly declared: () => Result<Declared | null, FormatRefusal>;
  readonly notes?: readonly FileNote[];
}

/**
 * A table of simple features to a project: every row is a parcel 宗地. Columns become fields by their own name, by the
 * column names of land offices and by the dictionary; columns no one knows stay in `extra`.
 */
export function readTable(
  format: ReadResult['format'],
  {
    name,
    rows,
    outlines,
    shapeOutcomes: told = outcomesOfOutlines(outlines),
    declared,
    notes: before = [],
  }: FeatureTable,
  options: ReadOptions,
): Result<ReadResult, FormatRefusal> {
  if (rows.length === 0) return refuse('no-parcels', { name });
  if (rows.length > mostRows)
    return refuse('too-large', { where: name, what: 'rows', found: rows.length, most: mostRows });
  const refusal = withoutAreas(name, told);
  if (refusal) return { ok: false, refusal };
  const said = optionOrDeclared(options.epsg, declared);
  if (!said.ok) return said;
  // Where nothing is drawn there is no CRS to ask for.
  if (said.value === null && told.every((own) => own === 'empty'))
    return refuse('no-parcels', { name, found: foundOf([['null', told.length]]) });
  const crs = resolveCrs(outlines, said.value);
  if (!crs.ok) return crs;
  const { source, how } = crs.value;
  const notes = [...before, ...overrideNotes(crs.value, declared)];
  if (crs.value.swapped) notes.push({ code: 'axes-swapped', params: { first: 'north' } });
  const sorted = sortFeatures(featuresOf(rows), dictionaryOf(options.fields, options.landClasses), true);
  notes.push(...sorted.notes);
  const parcels = sorted.rows.parcel;
  const layer = placeOutlines(crs.value.swapped ? swapped(outlines) : outlines, source, (f) => parcels[f].where);
  if (!layer.ok) return layer;
  const records = parcels.map(({ record }) => record);
  const areas = withStatedAreas(arrayRecords(records), layer.value, (row) => parcels[row].area);
  notes.push(...shapeNotes(told, records.map(({ id }) => id))); // prettier-ignore
  // One by one: there may be one a parcel, and a call takes only so many.
  for (const note of areas.notes) notes.push(note);
  const project = projectOf({ records: areas.records, layer: layer.value });
  return ok({ format, project, crs: { code: source.code, how }, notes, columns: sorted.columns });
}

const noClass = (): null => null;
const noPlace = (): Properties => ({});

/** One by one: there may be a million, and each is looked at once. */
function* featuresOf(rows: readonly Properties[]): Generator<RawFeature> {
  const names = new Map<string, string>();
  // Of all rows: some formats write no empty cells.
  const columns = new Set<string>();
  for (const row of rows) for (const column in row) columns.add(column);
  const isThird = isThirdSurvey([...columns]);
  const classOf = isThird ? surveyClass : noClass;
  const placeOf = isThird ? surveyPlace : noPlace;
  for (const row of rows)
    yield { type: 'Feature', properties: { ...placeOf(row), ...fieldsOf(row, names, classOf) }, geometry: null };
}

/** Columns whose short names stand for Chinese ones that are no fields get those; empty cells are left out. */
function fieldsOf(row: Properties, names: Map<string, string>, classOf: typeof surveyClass): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const column of Object.keys(row)) {
    const cell = row[column];
    if (cell === null || cell === undefined) continue;
    put(
      fields,
      memoized(names, column, () => longName(column)),
      classOf(column, cell) ?? cell,
    );
  }
  return fields;
}

function longName(column: string): string {
  const known = column.toUpperCase();
  const name = Object.hasOwn(fieldOfColumn, known) ? fieldOfColumn[known] : column;
  return /^\p{Script=Han}/u.test(name) ? name : column;
}

function projectOf({ records, layer }: Project['parcels']): Project {
  // The file names parks 园区 by id alone: they are known to exist, and nothing else is.
  const parkIds = new Set(records.coded('parkId').values);
  return {
    parks: [...parkIds].map((id) => ({ id })),
    parcels: { records, layer },
    buildings: emptyTable(),
    townships: emptyTable(),
    zones: emptyTable(),
    jurisdictions: [],
    others: [],
  };
}
