import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { Project } from '../../domain/land/model.ts';
import { withStatedAreas } from '../areas.ts';
import type { FileNote, FormatRefusal, ReadOptions, ReadResult } from '../contract.ts';
import type { Properties } from '../exchange/object.ts';
import { dictionaryOf } from '../fields/dictionary.ts';
import { foundOf } from '../found.ts';
import { mostRows } from '../limits.ts';
import { overrideNotes } from '../crs/override.ts';
import { resolveCrs, optionOrDeclared, type Declared } from './crs.ts';
import { swapped, type Outlines } from './outlines.ts';
import { ParcelRows, parcelRowsOf } from './parcel-rows.ts';
import { shapeNotes, outcomesOfOutlines, withoutAreas, type ShapeOutcome } from './shapes.ts';
import { placeOutlines } from './place.ts';
import { emptyTable } from '../../domain/land/records/empty-table.ts';

/** Simple features as a file holds them: row r is drawn by feature r of `outlines`. */
export interface FeatureTable {
  /** Of the file or layer, for refusals. */
  readonly name: string;
  /** Column name → text, number, boolean, list or record; null is absent. Or the rows as they were taken one by one. */
  readonly rows: readonly Properties[] | ParcelRows;
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
  const parcels = rows instanceof ParcelRows ? rows : parcelRowsOf(rows, dictionaryOf(options.fields, options.landClasses)); // prettier-ignore
  notes.push(...parcels.notes());
  const layer = placeOutlines(crs.value.swapped ? swapped(outlines) : outlines, source, (f) => parcels.where(f));
  if (!layer.ok) return layer;
  const areas = withStatedAreas(parcels.records, layer.value, (row) => parcels.areaOf(row));
  const ids = parcels.records.field('id');
  notes.push(...shapeNotes(told, (row) => ids(row)!));
  // One by one: there may be one a parcel, and a call takes only so many.
  for (const note of areas.notes) notes.push(note);
  const project = projectOf({ records: areas.records, layer: layer.value });
  return ok({ format, project, crs: { code: source.code, how }, notes, columns: parcels.columns() });
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
