import type { ParkFacts } from '../../domain/land/facts.ts';
import type { Building, FloorUnit, Parcel } from '../../domain/land/model.ts';
import { recordsOf, type ParkRecords } from '../../domain/land/park-facts.ts';
import { floorAreas, withStoreys } from '../../domain/land/storeys.ts';
import type { Surroundings } from '../../domain/land/surroundings.ts';
import type { MendStep, RecordKind } from '../shape/mend-step.ts';

/**
 * The park after these steps: they are made to its records, as someone would write them into the file, and its facts
 * are made from those as the file's are. The facts given stay as they are.
 */
export function factsAfter(facts: ParkFacts, steps: readonly MendStep[], land: Surroundings): ParkFacts {
  return land.factsWith(steps.reduce((records, step) => applied(records, step, land), recordsOf(facts)));
}

function applied(records: ParkRecords, step: MendStep, land: Surroundings): ParkRecords {
  switch (step.kind) {
    case 'set':
      return withField(records, step, step.to);
    case 'record':
      return withField(records, step, 'recorded');
    case 'entries':
      return withField(records, step, listWith(records, step));
    case 'late':
      return withField(records, step, step.on);
    case 'done-late':
      return records;
    case 'clear':
      return withField(records, step, undefined);
    case 'floor':
      return withFloor(records, step, land);
    case 'footprint':
      return ofBuilding(records, step.id, (b, row) => more(b, 'footprintM2', land.footprintM2(row, b), step.byM2));
    case 'storeys':
      return ofBuilding(records, step.id, (b) => withStoreys(b, step.by));
    case 'merge':
      return ofBuilding(records, step.building, (b) => merged(b, step.units));
    case 'drop':
      return { ...records, parcels: records.parcels.filter(({ parcel }) => !step.parcels.includes(parcel.id)) };
    case 'add':
      return joined(records, step.parcel, land);
  }
}

interface Addressed {
  readonly of: RecordKind;
  readonly id: string;
  /** Of a unit. */
  readonly building?: string;
  readonly field: string;
}

function withField(records: ParkRecords, { of, id, building, field }: Addressed, value: unknown): ParkRecords {
  const put = <T extends { readonly id: string }>(record: T): T =>
    record.id === id ? { ...record, [field]: value } : record;
  switch (of) {
    case 'park':
      return { ...records, park: put(records.park) };
    case 'lease':
      return { ...records, park: { ...records.park, leases: records.park.leases?.map(put) } };
    case 'parcel':
      return ofParcel(records, id, put);
    case 'building':
      return ofBuilding(records, id, put);
    default:
      return ofBuilding(records, building!, (b) => withUnits(b, put));
  }
}

const ofParcel = (records: ParkRecords, id: string, update: (parcel: Parcel) => Parcel): ParkRecords => ({
  ...records,
  parcels: records.parcels.map((p) => (p.parcel.id === id ? { ...p, parcel: update(p.parcel) } : p)),
});

const ofBuilding = (
  records: ParkRecords,
  id: string,
  update: (building: Building, row: number) => Building,
): ParkRecords => ({
  ...records,
  buildings: new Map([...records.buildings].map(([row, b]) => [row, b.id === id ? update(b, row) : b])),
});

/** The park's list with so many entries more, as yet without names. */
function listWith(
  { park }: ParkRecords,
  { field, by }: Extract<MendStep, { readonly kind: 'entries' }>,
): readonly string[] {
  const list = (park as unknown as Readonly<Record<string, unknown>>)[field];
  const named = (Array.isArray(list) ? list.map(String) : []).filter((entry) => entry.trim() !== '');
  return [...named, ...Array.from({ length: by }, (_, i) => `+${i + 1}`)];
}

const withUnits = (building: Building, update: (unit: FloorUnit) => FloorUnit): Building =>
  building.units ? { ...building, units: building.units.map(update) } : building;

/** A stated area of a building, from here on so much greater than it was; never below nothing, and only of what is known. */
const more = (building: Building, field: 'floorAreaM2' | 'footprintM2', was: number | null, by: number): Building =>
  was === null ? building : { ...building, [field]: Math.max(0, was + by) };

function withFloor(
  records: ParkRecords,
  { of, id, byM2, units = [] }: Extract<MendStep, { readonly kind: 'floor' }>,
  land: Surroundings,
): ParkRecords {
  if (of === 'parcel') return ofParcel(records, id, (p) => ({ ...p, floorAreaM2: (p.floorAreaM2 ?? 0) + byM2 }));
  const areas = new Map(units.map((unit) => [unit.id, unit.floorAreaM2]));
  return ofBuilding(records, id, (b, row) => {
    const smaller =
      areas.size === 0 ? b : withUnits(b, (u) => ({ ...u, floorAreaM2: areas.get(u.id) ?? u.floorAreaM2 }));
    return more(smaller, 'floorAreaM2', floorAreas(b, land.footprintM2(row, b), false)?.total ?? null, byM2);
  });
}

function merged(building: Building, ids: readonly string[]): Building {
  const parts = building.units?.filter((u) => ids.includes(u.id)) ?? [];
  const floorAreaM2 = parts.reduce((sum, u) => sum + (u.floorAreaM2 ?? 0), 0);
  const [first] = ids;
  return {
    ...building,
    units: building.units?.flatMap((u) => (u.id === first ? [{ ...u, floorAreaM2 }] : ids.includes(u.id) ? [] : [u])),
  };
}

function joined(records: ParkRecords, id: string, { candidates }: Surroundings): ParkRecords {
  const found = candidates.find((c) => c.parcel.parcel.id === id);
  if (!found) return records;
  const own = { row: found.parcel.row, parcel: { ...found.parcel.parcel, parkId: records.park.id } };
  return { ...records, parcels: [...records.parcels, own].sort((a, b) => a.row - b.row) };
}
