import type { Bounds } from '../domain/geometry/columns/bounds.ts';
import type { Key, RecordTypes, TableName } from '../domain/land/change.ts';
import type { Remembering } from '../domain/land/ground-memory.ts';
import { isOpenRoad, landIndex, type LandIndex } from '../domain/land/land-index.ts';
import type { LandUses } from '../domain/land/land-use.ts';
import type { Park, Project, Table } from '../domain/land/model.ts';
import { arrayRecords } from '../domain/land/records/array-records.ts';
import type { PlacedLand } from './placed-land.ts';

/** A park's land by itself, records in the order of the file: what its facts are made of. */
export interface ParkLand {
  readonly project: Project;
  readonly index: LandIndex;
  readonly remembering: Remembering;
}

/** Parcels and buildings by key. */
interface Keys {
  readonly parcels: ReadonlySet<Key>;
  readonly buildings: ReadonlySet<Key>;
}

const NONE: Keys = { parcels: new Set(), buildings: new Set() };

/** Its parcels, what is built on them, and the roads that may lie between its sites; as if there were none of `without`. */
export function parkLand(placed: PlacedLand, park: Park, landUses: LandUses, without: Keys = NONE): ParkLand {
  const own = placed.parcelsOfPark(park.id).filter((key) => !without.parcels.has(key));
  const roads = own.length > 1 ? roadsNear(placed, own, landUses).filter((key) => !without.parcels.has(key)) : [];
  return cut(placed, park, { parcels: [...own, ...roads], built: own, without }, landUses);
}

/** The same with the land around that it might take in: what stands free in its townships. */
export function parkLandAround(placed: PlacedLand, park: Park, landUses: LandUses): ParkLand {
  const own = placed.parcelsOfPark(park.id);
  const built = [...own, ...freeNear(placed, own)];
  const parcels = [...built, ...roadsNear(placed, own, landUses)];
  return cut(placed, park, { parcels, built, without: NONE }, landUses);
}

interface Cut {
  readonly parcels: readonly Key[];
  readonly built: readonly Key[];
  readonly without: Keys;
}

/** These parcels, and what stands on those of them that are `built`. */
function cut(placed: PlacedLand, park: Park, { parcels, built, without }: Cut, landUses: LandUses): ParkLand {
  const { land } = placed;
  const buildings = buildingsOn(placed, built).filter((key) => !without.buildings.has(key));
  const project: Project = {
    parks: [park],
    parcels: tableOf(placed, 'parcel', parcels, (key) => placed.parcel(key)!),
    buildings: tableOf(placed, 'building', buildings, (key) => land.table('building').record(key)!),
    townships: land.table('township').compact(),
    zones: land.table('zone').compact(),
    jurisdictions: [...land.table('jurisdiction').compact().records],
    others: [],
  };
  return { project, index: landIndex(project, landUses), remembering: placed.remembering(project) };
}

/** Records of these keys, each once, in the order of the file. */
function tableOf<K extends TableName>(
  { land }: PlacedLand,
  name: K,
  wanted: readonly Key[],
  recordOf: (key: Key) => RecordTypes[K],
): Table<RecordTypes[K]> {
  const table = land.table(name);
  const keys = [...new Set(wanted)].sort(table.compare);
  return { ...table.picked(keys), records: arrayRecords(keys.map(recordOf)) };
}

/** Buildings that name one of the parcels, and those that name none and lie near one. */
function buildingsOn(placed: PlacedLand, parcels: readonly Key[]): readonly Key[] {
  return parcels.flatMap((key) => {
    const box = placed.box('parcel', key);
    return [...placed.buildingsOfParcel(placed.parcel(key)!.id), ...(box ? placed.unnamedBuildingsNear(box) : [])];
  });
}

function roadsNear(placed: PlacedLand, parcels: readonly Key[], landUses: LandUses): readonly Key[] {
  const table = placed.land.table('parcel');
  return parcels
    .flatMap((key) => {
      const box = placed.box('parcel', key);
      return box ? placed.parcelsNear(aroundParcel(box)) : [];
    })
    .filter((key) => isOpenRoad(table.record(key)!, landUses));
}

/** 130 m: a road lies between two sites only where it is within 100 m of both. */
const ROOM_DEGREES = 0.0012;

/** Where a road of its park must lie to count, with room for the bend of edges. */
export function aroundParcel([west, south, east, north]: Bounds): Bounds {
  const bend = (east - west + north - south) / 50;
  const eastward = ROOM_DEGREES / Math.cos((Math.max(Math.abs(south), Math.abs(north)) * Math.PI) / 180);
  return [west - eastward - bend, south - ROOM_DEGREES - bend, east + eastward + bend, north + ROOM_DEGREES + bend];
}

/** Free land of the townships these parcels lie in. */
function freeNear(placed: PlacedLand, parcels: readonly Key[]): readonly Key[] {
  const names = parcels.flatMap((key) => placed.parcel(key)!.townshipCode ?? []);
  return [...new Set(names.map((name) => placed.townshipCode(name)))].flatMap((code) => placed.freeIn(code));
}
