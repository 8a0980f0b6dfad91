import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { RecordTypes } from '../../domain/land/change.ts';
import type { Kind } from '../../domain/land/fields/kinds.ts';
import type { Project, Table } from '../../domain/land/model.ts';
import type { Records } from '../../domain/land/records/records.ts';
import { withStatedAreas } from '../areas.ts';
import type { FileNote, FormatRefusal, ReadOptions, ReadResult } from '../contract.ts';
import { overrideNotes } from '../crs/override.ts';
import { degrees, type SourceCrs } from '../crs/source.ts';
import { swapped as turned } from '../features/outlines.ts';
import { placeOutlines } from '../features/place.ts';
import { dictionaryOf } from '../fields/dictionary.ts';
import { mostTextBytes } from '../limits.ts';
import { decodeText } from '../text/decode.ts';
import { datumSaid, resolveExchangeCrs, statedCrs } from './crs.ts';
import { parseJson } from './json.ts';
import { withReferences } from './references.ts';
import { readSliced } from './sliced.ts';
import { asCollection, type RawCollection } from './shape.ts';
import { sortFeatures, type Sorted } from './sort.ts';

/** What is larger is read feature by feature: slower, in a fraction of the memory. */
const wholeBytes = 32 * 1024 * 1024;

/** The exchange file, or any GeoJSON of polygons, from its bytes. */
export function readExchange(name: string, bytes: Uint8Array, options: ReadOptions): Result<ReadResult, FormatRefusal> {
  const sliced =
    bytes.length > wholeBytes ? readSliced(bytes, (collection) => readCollection(name, collection, options)) : null;
  if (sliced) return sliced;
  if (bytes.length > mostTextBytes)
    return refuse('too-large', { where: name, what: 'bytes', found: bytes.length, most: mostTextBytes });
  const decoded = decodeText(bytes, name);
  if (!decoded.ok) return decoded;
  const json = parseJson(decoded.value.text);
  if (!json.ok) return json;
  const checked = asCollection(json.value);
  if (!checked.ok) return checked;
  const read = readCollection(name, checked.value, options);
  if (!read.ok || !decoded.value.guessed) return read;
  const note: FileNote = { code: 'encoding-guessed', params: { encoding: decoded.value.encoding } };
  return ok({ ...read.value, notes: [note, ...read.value.notes] });
}

function readCollection(
  name: string,
  collection: RawCollection,
  options: ReadOptions,
): Result<ReadResult, FormatRefusal> {
  const crs = resolveExchangeCrs(collection, options.epsg);
  if (!crs.ok) return crs;
  const { source, how, swapped } = crs.value;
  const sorted = sortFeatures(collection.features, dictionaryOf(options.fields, options.landClasses), {
    ...((swapped || source !== degrees) && { toDegrees: ([x, y]) => source.toDegrees(swapped ? [y, x] : [x, y]) }),
  });
  if (isNothing(sorted)) return refuse('no-parcels', { name });
  const referred = withReferences(sorted);
  const tables = tablesOf(sorted, { source, swapped });
  if (!tables.ok) return tables;
  const members = membersOf(collection);
  if (!members.ok) return members;
  const { parcel, building } = tables.value;
  // The dictionary means m²; boundaries that all say 亩 or 公顷 know better.
  const parcels = sorted.rows.parcel;
  const areas = parcels.hasWrittenAreas
    ? withStatedAreas(parcel.records, parcel.layer, (row) => parcels.areaOf(row), 'm2')
    : { records: parcel.records, notes: [] };
  const project: Project = {
    ...members.value,
    parks: referred.parks,
    parcels: { ...parcel, records: areas.records },
    buildings: { ...building, records: referred.buildings },
    townships: tables.value.township,
    zones: tables.value.zone,
    ...withoutLayers(sorted),
    others: sorted.others,
  };
  const stated = () => statedCrs(collection);
  const notes: FileNote[] = [
    ...overrideNotes({ source, how }, stated),
    ...sorted.notes,
    ...referred.notes,
    ...areas.notes,
  ];
  const datum = options.datum === undefined ? datumSaid(collection) : null;
  if (datum) notes.push({ code: 'datum-shift-likely', params: { datum } });
  if (swapped) notes.push({ code: 'axes-swapped', params: { first: 'north' } });
  const points = sorted.others.filter((f) => f.geometry !== null).length;
  if (points > 0) notes.push({ code: 'other-geometry-kept', params: { count: points } });
  return ok({ format: 'geojson', project, crs: { code: source.code, how }, notes, columns: sorted.columns });
}

const isNothing = ({ rows, others }: Sorted): boolean =>
  others.length === 0 && Object.values(rows).every((own) => own.length === 0);

type Drawn = Extract<Kind, 'parcel' | 'building' | 'township' | 'zone'>;

/** Kinds with boundaries, each with its layer. Refused is the first position that cannot be in the CRS. */
function tablesOf(
  { rows }: Sorted,
  { source, swapped }: { readonly source: SourceCrs; readonly swapped: boolean },
): Result<{ readonly [K in Drawn]: Table<RecordTypes[K]> }, FormatRefusal> {
  const tables: Partial<Record<Drawn, Table<unknown>>> = {};
  for (const kind of ['parcel', 'building', 'township', 'zone'] as const) {
    const own = rows[kind];
    const outlines = own.outlines();
    const layer = placeOutlines(swapped ? turned(outlines) : outlines, source, (row) => own.where(row));
    if (!layer.ok) return layer;
    tables[kind] = { records: own.records as Records<unknown>, layer: layer.value };
  }
  return ok(tables as { readonly [K in Drawn]: Table<RecordTypes[K]> });
}

function withoutLayers({ rows }: Sorted): Pick<Project, 'jurisdictions' | 'supplyPlans' | 'supplyRows'> {
  const { jurisdiction, supplyPlan, supplyRow } = rows;
  return {
    jurisdictions: [...jurisdiction.records],
    ...(supplyPlan.length > 0 && { supplyPlans: [...supplyPlan.records] }),
    ...(supplyRow.length > 0 && { supplyRows: [...supplyRow.records] }),
  };
}

const own = new Set(['type', 'features', 'title', 'crs', 'bbox']);

function membersOf(collection: RawCollection): Result<Pick<Project, 'title' | 'extra'>, FormatRefusal> {
  const { title } = collection;
  if (title !== undefined && title !== null && typeof title !== 'string')
    return refuse('bad-field', {
      where: '$',
      field: 'title',
      value: JSON.stringify(title).slice(0, 60),
      expected: 'text',
    });
  const extra = Object.entries(collection).filter(([name]) => !own.has(name));
  return ok({
    ...(typeof title === 'string' ? { title } : {}),
    ...(extra.length > 0 ? { extra: Object.fromEntries(extra) } : {}),
  });
}
