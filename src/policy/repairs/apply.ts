import type { BuildingFacts, ParcelFacts, ParkFacts } from '../../domain/land/facts.ts';
import { isIndustrialStorey } from '../../domain/land/building-facts.ts';
import { known, type Figure, type Input } from '../../domain/land/figure.ts';
import type { LandUses } from '../../domain/land/land-use.ts';
import type { Building, FloorUnit } from '../../domain/land/model.ts';
import { parkFigures } from '../../domain/land/park-figures.ts';
import { sitesOfSome } from '../../domain/land/part.ts';
import type { Surroundings } from '../../domain/land/surroundings.ts';
import { floorAreas, withStoreys } from '../../domain/land/storeys.ts';
import type { Change, RecordKind } from './change.ts';

/** What a change needs to know besides the park. */
export interface Ground {
  readonly landUses: LandUses;
  readonly around: Surroundings;
}

/** The park after these changes, its figures computed anew; the facts given stay as they are. */
export function applyChanges(facts: ParkFacts, changes: readonly Change[], ground: Ground): ParkFacts {
  const after = changes.reduce((f, change) => applied(f, change, ground), facts);
  const { parcels, buildings, sites, overlapM2 } = after;
  return { ...after, figures: parkFigures(parcels, buildings, sites, overlapM2, ground.landUses) };
}

function applied(facts: ParkFacts, change: Change, ground: Ground): ParkFacts {
  switch (change.kind) {
    case 'set':
      return withField(facts, change, change.to);
    case 'record':
      return withField(facts, change, 'recorded');
    case 'entries':
      return withField(facts, change, listWith(facts, change));
    case 'late':
      return withField(facts, change, change.on);
    case 'done-late':
      return facts;
    case 'clear':
      return withField(facts, change, undefined);
    case 'floor':
      return withFloor(facts, change);
    case 'footprint':
      return ofBuilding(facts, change.id, (b) => ({ ...b, footprint: more(b.footprint, change.byM2) }));
    case 'storeys':
      return ofBuilding(facts, change.id, (b) => raised(b, change.by, facts.parcels, ground.landUses));
    case 'merge':
      return ofBuilding(facts, change.building, (b) => ({ ...b, building: merged(b.building, change.units) }));
    case 'drop':
      return without(facts, change.parcels, ground.around);
    case 'add':
      return joined(facts, change.parcel, ground.around);
  }
}

interface Addressed {
  readonly of: RecordKind;
  readonly id: string;
  /** Of a unit. */
  readonly building?: string;
  readonly field: string;
}

function withField(facts: ParkFacts, { of, id, building, field }: Addressed, value: unknown): ParkFacts {
  const put = <T extends { readonly id: string }>(record: T): T =>
    record.id === id ? { ...record, [field]: value } : record;
  switch (of) {
    case 'park':
      return { ...facts, park: put(facts.park) };
    case 'lease':
      return { ...facts, park: { ...facts.park, leases: facts.park.leases?.map(put) } };
    case 'parcel':
      return { ...facts, parcels: facts.parcels.map((p) => ({ ...p, parcel: put(p.parcel) })) };
    case 'building':
      return ofBuilding(facts, id, (b) => ({ ...b, building: put(b.building) }));
    default:
      return ofBuilding(facts, building!, (b) => ({ ...b, building: withUnits(b.building, put) }));
  }
}

/** The park's list with so many entries more, as yet without names. */
function listWith(
  { park }: ParkFacts,
  { field, by }: Extract<Change, { readonly kind: 'entries' }>,
): readonly string[] {
  const list = (park as unknown as Readonly<Record<string, unknown>>)[field];
  const named = (Array.isArray(list) ? list.map(String) : []).filter((entry) => entry.trim() !== '');
  return [...named, ...Array.from({ length: by }, (_, i) => `+${i + 1}`)];
}

const withUnits = (building: Building, change: (unit: FloorUnit) => FloorUnit): Building =>
  building.units ? { ...building, units: building.units.map(change) } : building;

const ofBuilding = (facts: ParkFacts, id: string, change: (b: BuildingFacts) => BuildingFacts): ParkFacts => ({
  ...facts,
  buildings: facts.buildings.map((b) => (b.building.id === id ? change(b) : b)),
});

/** A figure that is known, so much greater; never below nothing. */
const more = (input: Input<Figure>, by: number): Input<Figure> =>
  input.state === 'value' ? known({ ...input.value, value: Math.max(0, input.value.value + by) }) : input;

function withFloor(facts: ParkFacts, { of, id, byM2 }: Extract<Change, { readonly kind: 'floor' }>): ParkFacts {
  if (of === 'parcel')
    return {
      ...facts,
      parcels: facts.parcels.map((p) =>
        p.parcel.id === id ? { ...p, parcel: { ...p.parcel, floorAreaM2: (p.parcel.floorAreaM2 ?? 0) + byM2 } } : p,
      ),
    };
  return ofBuilding(facts, id, (b) => ({
    ...b,
    building: fitted(b, byM2),
    floorArea: more(b.floorArea, byM2),
    countedFloorArea: more(b.countedFloorArea, byM2),
  }));
}

/** A building made smaller has smaller units, all in one share, where they would not fit: which of them is the planner's. */
function fitted({ building, floorArea, insideShare }: BuildingFacts, byM2: number): Building {
  if (byM2 >= 0 || floorArea.state !== 'value' || !building.units) return building;
  const room = (floorArea.value.value + byM2) / (insideShare || 1);
  const total = building.units.reduce((sum, u) => sum + (u.floorAreaM2 ?? 0), 0);
  if (total <= room) return building;
  const share = Math.max(0, room / total);
  return withUnits(building, (u) => (u.floorAreaM2 === undefined ? u : { ...u, floorAreaM2: u.floorAreaM2 * share }));
}

function raised(b: BuildingFacts, by: number, parcels: readonly ParcelFacts[], landUses: LandUses): BuildingFacts {
  const parcel = parcels.find((p) => p.parcel.id === b.parcelId);
  const building = withStoreys(b.building, by);
  const footprint = b.footprint.state === 'value' ? b.footprint.value.value / (b.insideShare || 1) : null;
  const industrial = parcel !== undefined && isIndustrialStorey(b.building, parcel, landUses);
  const [old, now] = [b.building, building].map((one) => floorAreas(one, footprint, industrial));
  if (!old || !now) return b;
  return {
    ...b,
    building,
    floorArea: more(b.floorArea, (now.total - old.total) * b.insideShare),
    countedFloorArea: more(b.countedFloorArea, (now.counted - old.counted) * b.insideShare),
  };
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

function without(facts: ParkFacts, ids: readonly string[], around: Surroundings): ParkFacts {
  const gone = new Set(ids);
  const lies = (ids.length === 1 ? around.without[ids[0]] : undefined) ?? sitesOfSome(facts, (id) => !gone.has(id));
  return {
    ...facts,
    ...lies,
    parcels: facts.parcels.filter((p) => !gone.has(p.parcel.id)),
    buildings: facts.buildings.filter((b) => !gone.has(b.parcelId)),
  };
}

function joined(facts: ParkFacts, id: string, { candidates }: Surroundings): ParkFacts {
  const found = candidates.find((c) => c.parcel.parcel.id === id);
  if (!found) return facts;
  const { parcel, buildings, sites, gaps } = found;
  const parcels = [...facts.parcels, parcel];
  return { ...facts, parcels, buildings: [...facts.buildings, ...buildings], sites, gaps };
}
