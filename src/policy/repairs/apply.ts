import { patched } from '../../domain/land/change.ts';
import type { ParkFacts } from '../../domain/land/facts.ts';
import type { Building, FloorUnit, Parcel, Park } from '../../domain/land/model.ts';
import { recordsOf, type ParkRecords } from '../../domain/land/park-facts.ts';
import { floorAreas, withStoreys } from '../../domain/land/storeys.ts';
import type { Surroundings } from '../../domain/land/surroundings.ts';
import { valueIn } from '../scope.ts';
import type { MendStep, MendedKind } from '../shape/mend-step.ts';
import { isDay, tried, type Wording } from './words.ts';

/**
 * The park after these steps: they are made to its records, as someone would write them into the file, and its facts
 * are made from those as the file's are. The facts given stay as they are.
 */
export const factsAfter = (facts: ParkFacts, steps: readonly MendStep[], land: Surroundings): ParkFacts =>
  land.factsWith(recordsAfter(recordsOf(facts), steps, land));

/** The records after these steps; `wording` says what steps leave open. */
export const recordsAfter = (
  records: ParkRecords,
  steps: readonly MendStep[],
  land: Surroundings,
  wording: Wording = tried,
): ParkRecords => steps.reduce((now, step) => applied(now, step, land, wording), records);

function applied(records: ParkRecords, step: MendStep, land: Surroundings, wording: Wording): ParkRecords {
  switch (step.kind) {
    case 'set':
      return withField(records, step, isDay(step) ? wording(step) : step.to);
    case 'record':
    case 'late':
      return withField(records, step, wording(step));
    case 'entries':
      return withField(records, step, [...namesIn(records.park, step.field), ...wording(step)]);
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
  readonly of: MendedKind;
  readonly id: string;
  /** Of a unit. */
  readonly building?: string;
  readonly field: string;
}

function withField(records: ParkRecords, { of, id, building, field }: Addressed, value: unknown): ParkRecords {
  const put = <T extends { readonly id: string }>(record: T): T =>
    record.id === id ? patched(record, { [field]: value } as Partial<T>) : record;
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

/** The names on a list of the park, without blank ones. */
export function namesIn(park: Park, field: string): readonly string[] {
  const list = valueIn(park, field);
  return (Array.isArray(list) ? list.map(String) : []).filter((entry) => entry.trim() !== '');
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
      areas.size === 0 ? b : withUnits(b, (u) => (areas.has(u.id) ? { ...u, floorAreaM2: areas.get(u.id) } : u));
    return more(smaller, 'floorAreaM2', floorAreas(b, land.footprintM2(row, b), false)?.total ?? null, byM2);
  });
}

function merged(building: Building, ids: readonly string[]): Building {
  const parts = building.units?.filter((u) => ids.includes(u.id)) ?? [];
  const floorAreaM2 = parts.reduce((sum, u) => sum + (u.floorAreaM2 ?? 0), 0);
  const [first] = ids;
  return {
    ...building,
    units: building.units?.flatMap((u) =>
      u.id === first ? [mergedUnit(parts, floorAreaM2)] : ids.includes(u.id) ? [] : [u],
    ),
  };
}

/** The first of units with the area of all, and where they all have a place on one storey with their outlines. */
function mergedUnit([first, ...others]: readonly FloorUnit[], floorAreaM2: number): FloorUnit {
  const { storey } = first;
  const isOneStorey = storey !== undefined && others.every((u) => u.storey === storey);
  const outlines = [first, ...others].map((u) => u.outlineM ?? []);
  const isDrawn = isOneStorey && outlines.every(({ length }) => length > 0);
  return patched<FloorUnit>(
    { ...first, floorAreaM2 },
    { storey: isOneStorey ? storey : undefined, outlineM: isDrawn ? outlines.flat() : undefined },
  );
}

function joined(records: ParkRecords, id: string, { candidates }: Surroundings): ParkRecords {
  const found = candidates.find((c) => c.parcel.parcel.id === id);
  if (!found) return records;
  const own = { row: found.parcel.row, parcel: { ...found.parcel.parcel, parkId: records.park.id } };
  return { ...records, parcels: [...records.parcels, own].sort((a, b) => a.row - b.row) };
}
