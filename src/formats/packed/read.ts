import { ok, refuse, type Result } from '../../domain/outcome.ts';
import { formatCrs } from '../../domain/geodesy/crs.ts';
import type {
  Building,
  Jurisdiction,
  Parcel,
  Park,
  Project,
  SupplyPlan,
  SupplyRow,
  Table,
  Township,
  Zone,
} from '../../domain/land/model.ts';
import { columnRecords } from '../../domain/land/records/column-records.ts';
import type { Records } from '../../domain/land/records/records.ts';
import type { FormatRefusal, ReadResult } from '../contract.ts';
import { checkColumns } from './check.ts';
import { isPacked, VERSION, versionOf } from './container.ts';
import { refusedBy } from '../refused.ts';
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
    return refusedBy(error, { name });
  }
}

/** A packed file (`docs/packed-file.md`) as a project; its records stay columns, of which each is made when it is asked for. */
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
  const keys = Object.entries(tables).flatMap(([kind, table]) => (table.keys ? [[kind, table.keys] as const] : []));
  return {
    ...(title === undefined ? {} : { title }),
    ...(extra === undefined ? {} : { extra }),
    ...(keys.length > 0 && { keys: Object.fromEntries(keys) }),
    parks: [...recordsOf<Park>(tables.park)],
    parcels: tableOf<Parcel>(tables.parcel),
    buildings: tableOf<Building>(tables.building),
    townships: tableOf<Township>(tables.township),
    zones: tableOf<Zone>(tables.zone),
    jurisdictions: [...recordsOf<Jurisdiction>(tables.jurisdiction)],
    ...(tables.supplyPlan.rows > 0 && { supplyPlans: [...recordsOf<SupplyPlan>(tables.supplyPlan)] }),
    ...(tables.supplyRow.rows > 0 && { supplyRows: [...recordsOf<SupplyRow>(tables.supplyRow)] }),
    others,
  };
}

const recordsOf = <T>({ rows, columns }: PackedTable): Records<T> => columnRecords<T>(columns, rows);

const tableOf = <T>(table: PackedTable): Table<T> => ({ records: recordsOf<T>(table), layer: table.layer });
