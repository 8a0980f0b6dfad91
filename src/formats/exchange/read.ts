import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { Position } from '../../domain/geometry/columns/layer.ts';
import type { Park, Project, Table } from '../../domain/land/model.ts';
import { withStatedAreas } from '../areas.ts';
import type { FileNote, FormatRefusal, ReadOptions, ReadResult } from '../contract.ts';
import { overrideNotes } from '../crs/override.ts';
import { mapPositions, placeLayer } from '../crs/place.ts';
import type { SourceCrs } from '../crs/source.ts';
import { dictionaryOf } from '../fields/dictionary.ts';
import { mostTextBytes } from '../limits.ts';
import { decodeText } from '../text/decode.ts';
import { datumSaid, resolveExchangeCrs, statedCrs } from './crs.ts';
import { parseJson } from './json.ts';
import { withReferences } from './references.ts';
import { readSliced } from './sliced.ts';
import { asCollection, changed, type RawCollection, type RawFeature } from './shape.ts';
import { featureKey, sortFeatures, type Row, type Sorted } from './sort.ts';
import { arrayRecords } from '../../domain/land/records/array-records.ts';

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
  const turn: Turn | null = swapped ? (p) => [p[1], p[0]] : null;
  const sorted = withReferences(sortFeatures(collection.features, dictionaryOf(options.fields, options.landClasses)));
  if (isNothing(sorted)) return refuse('no-parcels', { name });
  const read = projectOf(collection, sorted, source, turn);
  if (!read.ok) return read;
  const rows = sorted.rows.parcel;
  const { records, layer } = read.value.parcels;
  // The dictionary means m²; boundaries that all say 亩 or 公顷 know better.
  const areas = rows.some(({ area }) => area !== null)
    ? withStatedAreas(records, layer, (row) => rows[row].area, 'm2')
    : { records, notes: [] };
  const project: Project = { ...read.value, parcels: { records: areas.records, layer } };
  const stated = () => statedCrs(collection);
  const notes: FileNote[] = [...overrideNotes({ source, how }, stated), ...sorted.notes, ...areas.notes];
  const datum = options.datum === undefined ? datumSaid(collection) : null;
  if (datum) notes.push({ code: 'datum-shift-likely', params: { datum } });
  if (swapped) notes.push({ code: 'axes-swapped', params: { first: 'north' } });
  const points = sorted.others.filter((f) => f.geometry !== null).length;
  if (points > 0) notes.push({ code: 'other-geometry-kept', params: { count: points } });
  return ok({ format: 'geojson', project, crs: { code: source.code, how }, notes, columns: sorted.columns });
}

const isNothing = ({ rows, others }: Sorted): boolean =>
  others.length === 0 && Object.values(rows).every((own) => own.length === 0);

type Turn = (p: Position) => Position;

function projectOf(
  collection: RawCollection,
  { rows, others }: Sorted,
  source: SourceCrs,
  turn: Turn | null,
): Result<Project, FormatRefusal> {
  const table = <T extends Kept>(of: readonly Row<T>[]): Result<Table<T>, FormatRefusal> => {
    const outlines = of.map(({ outline }) => (outline && turn ? mapPositions(outline, turn) : outline));
    const layer = placeLayer(outlines, source, (f) => of[f].where);
    return layer.ok ? ok({ records: arrayRecords(recordsOf(of)), layer: layer.value }) : layer;
  };
  const toDegrees = (p: Position) => source.toDegrees(turn ? turn(p) : p);
  const recordsOf = <T extends Kept>(of: readonly Row<T>[]): T[] =>
    of.map(({ record }) => degreesInExtra(record, toDegrees));
  const parcels = table(rows.parcel);
  if (!parcels.ok) return parcels;
  const buildings = table(rows.building);
  if (!buildings.ok) return buildings;
  const townships = table(rows.township);
  if (!townships.ok) return townships;
  const zones = table(rows.zone);
  if (!zones.ok) return zones;
  const members = membersOf(collection);
  if (!members.ok) return members;
  return ok({
    ...members.value,
    parks: recordsOf(rows.park),
    parcels: parcels.value,
    buildings: buildings.value,
    townships: townships.value,
    zones: zones.value,
    jurisdictions: recordsOf(rows.jurisdiction),
    ...(rows.supplyPlan.length > 0 && { supplyPlans: recordsOf(rows.supplyPlan) }),
    ...(rows.supplyRow.length > 0 && { supplyRows: recordsOf(rows.supplyRow) }),
    others: others.map((f) => (f.geometry ? { ...f, geometry: changed(f.geometry, toDegrees) } : f)),
  });
}

type Kept = Pick<Park, 'extra'>;

/** The outline of a park, a jurisdiction or a plan has no layer; it waits in `extra`, in degrees like every other. */
function degreesInExtra<T extends Kept>(record: T, change: Turn): T {
  const { extra = {} } = record;
  const kept = extra[featureKey] as RawFeature | undefined;
  if (!kept?.geometry) return record;
  return { ...record, extra: { ...extra, [featureKey]: { ...kept, geometry: changed(kept.geometry, change) } } };
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
