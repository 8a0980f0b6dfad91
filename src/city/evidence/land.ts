import { buildLayer } from '../../domain/geometry/columns/builder.ts';
import { keptRecord } from '../../domain/land/fields/kept.ts';
import type { Kind } from '../../domain/land/fields/kinds.ts';
import type { Project, Table } from '../../domain/land/model.ts';
import { arrayRecords } from '../../domain/land/records/array-records.ts';
import type { Records } from '../../domain/land/records/records.ts';
import { ok, type Result } from '../../domain/outcome.ts';
import type { FormatRefusal } from '../../formats/contract.ts';
import { readExchange } from '../../formats/exchange/read.ts';
import { writeExchange } from '../../formats/exchange/write.ts';
import type { Pack } from '../../policy/shape/pack.ts';
import { utf8 } from './encoding.ts';

/** What a park's figures and verdicts rest on. */
export type EvidenceLand = Pick<
  Project,
  'title' | 'extra' | 'parks' | 'parcels' | 'buildings' | 'townships' | 'zones' | 'jurisdictions'
>;

/**
 * The land as it goes into an evidence file: fields of the table alone, without those that name persons; places by their
 * records, since each parcel says by now where it lies. What a file holds beside its fields stays behind.
 */
export function landToSeal(land: EvidenceLand): Project {
  const { title, extra } = land;
  return {
    ...(title !== undefined && { title }),
    ...(extra?.sample === true && { extra: { sample: true } }),
    parks: land.parks.map((park) => impersonal('park', park)),
    parcels: { ...land.parcels, records: records('parcel', land.parcels.records) },
    buildings: { ...land.buildings, records: records('building', land.buildings.records) },
    townships: undrawn(records('township', land.townships.records)),
    zones: undrawn(records('zone', land.zones.records)),
    jurisdictions: land.jurisdictions.map((own) => impersonal('jurisdiction', own)),
    others: [],
  };
}

const impersonal = <T extends object>(kind: Kind, record: T): T =>
  keptRecord(kind, record, ({ namesPersons }) => namesPersons !== true);

const records = <T extends object>(kind: Kind, of: Records<T>): Records<T> =>
  arrayRecords([...of].map((record) => impersonal(kind, record)));

const undrawn = <T>(of: Records<T>): Table<T> => ({
  records: of,
  layer: buildLayer(Array.from({ length: of.length }, () => null)),
});

const crsOf = ({ layer }: Table<unknown>): number | undefined => layer.surveyed?.crs.epsg;
const isDrawn = ({ layer }: Table<unknown>): boolean => layer.lonLat.length > 0;

/** Exchange files to the last digit: a second one for buildings that came in other coordinates than parcels. */
export function landFiles(project: Project): Result<readonly object[], FormatRefusal> {
  const { parcels, buildings } = project;
  const apart = isDrawn(buildings) && crsOf(buildings) !== crsOf(parcels);
  const first = written(apart ? { ...project, buildings: { ...undrawn(arrayRecords([])) } } : project, crsOf(parcels));
  if (!first.ok || !apart) return first.ok ? ok([first.value]) : first;
  // Buildings name parcels, which must be there.
  const named = { ...empty, parcels: undrawn(arrayRecords([...parcels.records].map(({ id }) => ({ id })))) };
  const second = written({ ...named, buildings }, crsOf(buildings));
  return second.ok ? ok([first.value, second.value]) : second;
}

const empty = {
  parks: [],
  townships: undrawn(arrayRecords<{ id: string }>([])),
  zones: undrawn(arrayRecords<{ id: string }>([])),
  jurisdictions: [],
  others: [],
};

function written(project: Project, epsg: number | undefined): Result<object, FormatRefusal> {
  const files = writeExchange(project, { name: 'land', epsg, exact: true });
  if (!files.ok) return files;
  return ok(JSON.parse(new TextDecoder().decode(files.value[0].bytes)) as object);
}

/** The land of an evidence file. */
export function readLand(files: readonly object[], pack: Pack): Result<Project, FormatRefusal> {
  const read = files.map((file) =>
    readExchange('land.geojson', utf8(JSON.stringify(file)), { fields: pack.fields, landClasses: pack.landClasses }),
  );
  const refused = read.find((own) => !own.ok);
  if (refused && !refused.ok) return refused;
  const [first, second] = read.flatMap((own) => (own.ok ? [own.value.project] : []));
  return ok(second ? { ...first, buildings: second.buildings } : first);
}
