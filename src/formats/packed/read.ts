import { ok, refuse, type Result } from '../../domain/outcome.ts';
import { formatCrs } from '../../domain/geodesy/crs.ts';
import type { Project, Table } from '../../domain/land/model.ts';
import type { FormatRefusal, ReadResult } from '../contract.ts';
import { checkColumns } from './check.ts';
import { isPacked, VERSION, versionOf } from './container.ts';
import { Damaged } from './damaged.ts';
import { recordAt } from './records.ts';
import { unpackColumns, type PackedColumns, type PackedTable } from './unpacked.ts';

/** A packed file as columns, checked whole: what a kernel needs, and no object per record. */
export function readPackedColumns(name: string, bytes: Uint8Array): Result<PackedColumns, FormatRefusal> {
  const version = versionOf(bytes);
  if (isPacked(bytes) && version !== null && version !== VERSION) return refuse('packed-version', { name, version });
  try {
    const packed = unpackColumns(bytes);
    const checked = checkColumns(packed);
    return checked.ok ? ok(packed) : checked;
  } catch (error) {
    if (!(error instanceof Damaged)) throw error;
    return refuse('packed-damaged', { name, detail: error.message });
  }
}

/**
 * A packed file (`docs/packed-file.md`) as a project. Boundaries are there at once; the records of parcels, buildings,
 * townships and zones are made of the columns when `records` is first asked for.
 */
export function readPacked(name: string, bytes: Uint8Array): Result<ReadResult, FormatRefusal> {
  const read = readPackedColumns(name, bytes);
  if (!read.ok) return read;
  const project = projectOf(read.value);
  const { surveyed } = project.parcels.layer;
  const code = surveyed ? formatCrs(surveyed.crs) : 'EPSG:4490';
  return ok({ format: 'ytp', project, crs: { code, how: 'declared' }, notes: [] });
}

/** The columns as the model has them; their values were held against the field table of their kind. */
function projectOf({ title, extra, others, tables }: PackedColumns): Project {
  return {
    ...(title === undefined ? {} : { title }),
    ...(extra === undefined ? {} : { extra }),
    parks: recordsOf<Project['parks'][number]>(tables.park),
    parcels: lazyTable<Project['parcels']['records'][number]>(tables.parcel),
    buildings: lazyTable<Project['buildings']['records'][number]>(tables.building),
    townships: lazyTable<Project['townships']['records'][number]>(tables.township),
    zones: lazyTable<Project['zones']['records'][number]>(tables.zone),
    jurisdictions: recordsOf<Project['jurisdictions'][number]>(tables.jurisdiction),
    others,
  };
}

function recordsOf<T>({ rows, columns }: PackedTable): readonly T[] {
  return Array.from({ length: rows }, (_, row) => recordAt(columns, row) as T);
}

/** A plain array of plain objects, made once, on first use: a layer alone is often all that is wanted. */
function lazyTable<T>(table: PackedTable): Table<T> {
  let made: readonly T[] | null = null;
  return {
    get records() {
      return (made ??= recordsOf<T>(table));
    },
    layer: table.layer,
  };
}
