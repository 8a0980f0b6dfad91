import type { Item, Members, Scope } from './shape/scope.ts';
import type { BuildingFacts, ParkFacts } from '../domain/land/facts.ts';
import type { Missing } from '../domain/land/figure.ts';
import type { Building, FloorUnit, Parcel } from '../domain/land/model.ts';
import { unitNames } from '../domain/land/unit-names.ts';
import type { Collection } from './shape/expression.ts';

const all = (items: readonly Item[]): Members => ({ items, missing: [] });
const none = (...missing: readonly Missing[]): Members => ({ items: [], missing });

/** Members of a collection. A park without records of a kind is not known to have none. */
export const membersOf = (scope: Scope, of: Collection): Members => {
  const known = scope.memo.members.get(of);
  if (known) return known;
  const found = members(scope, of);
  scope.memo.members.set(of, found);
  return found;
};

function members({ facts, jurisdiction }: Scope, of: Collection): Members {
  if (of === 'parks') return all(jurisdiction?.parks ?? []);
  const { park, parcels, sites } = facts;
  if (of === 'leases')
    return park.leases
      ? all(park.leases.map((lease) => ({ kind: 'lease', lease })))
      : none({ kind: 'park', id: park.id, field: 'leases' });
  if (parcels.length === 0) return none({ kind: 'park', id: park.id, field: 'geometry' });
  if (of === 'parcels') return all(parcels.map((facts) => ({ kind: 'parcel', facts, ...doubted(facts) })));
  if (of === 'sites') {
    if (sites.state === 'unknown') return none(...sites.missing);
    return all(sites.state === 'value' ? sites.value.map((site) => ({ kind: 'site', facts: site })) : []);
  }
  // What the parcels could say in place of buildings.
  if (facts.buildings.length === 0) return none(...parcels.map(({ parcel }) => unbuilt(parcel)));
  if (of === 'buildings') return all(facts.buildings.map((b) => ({ kind: 'building', facts: b, ...doubted(b) })));
  const units = [...unitsOf(facts), ...undivided(facts)];
  // What was sold of a building that does not list its units is not known.
  return all(of === 'sales' ? units.filter(({ unit, missing }) => unit.soldOn !== undefined || missing) : units);
}

const doubted = ({ doubt }: { readonly doubt?: readonly Missing[] }) => (doubt ? { missing: doubt } : {});

/** What a parcel without buildings leaves open: its floor area, or which buildings it is of. */
const unbuilt = ({ id, floorAreaM2 }: Parcel): Missing => ({
  kind: 'parcel',
  id,
  field: floorAreaM2 === undefined ? 'floorAreaM2' : 'buildings',
});

type UnitItem = Extract<Item, { readonly kind: 'unit' }>;

/** Buildings once each: one on two parcels has two parts. */
function buildingsOnce({ buildings }: ParkFacts): readonly BuildingFacts[] {
  const seen = new Set<string>();
  return buildings.filter(({ building: { id } }) => !seen.has(id) && seen.add(id));
}

/** What a unit does not say of itself its building says. */
const ofBuilding = (unit: FloorUnit, { use, held }: Building): FloorUnit =>
  (unit.use ?? use) === unit.use && (unit.held ?? held) === unit.held
    ? unit
    : { ...(use && { use }), ...(held !== undefined && { held }), ...unit };

/** Listed once per park: what is for sale and what is sold are both asked of it. */
const listed = new WeakMap<ParkFacts, readonly UnitItem[]>();

function unitsOf(facts: ParkFacts): readonly UnitItem[] {
  const known = listed.get(facts);
  if (known) return known;
  const units = listUnits(facts);
  listed.set(facts, units);
  return units;
}

function listUnits(facts: ParkFacts): readonly UnitItem[] {
  const buildings = buildingsOnce(facts);
  const nameOf = unitNames(buildings);
  return buildings.flatMap((building) =>
    (building.building.units ?? []).map((unit): UnitItem => ({
      kind: 'unit',
      unit: ofBuilding(unit, building.building),
      name: nameOf(building.building, unit),
      building,
      ...doubted(building),
    })),
  );
}

/** A building that may be divided and does not list its units, as one unit of which nothing is known. */
const undivided = (facts: ParkFacts): readonly UnitItem[] =>
  buildingsOnce(facts)
    .filter(({ building: { units, held } }) => units === undefined && held !== true)
    .map((building) => {
      const { id } = building.building;
      return {
        kind: 'unit',
        unit: ofBuilding({ id }, building.building),
        name: id,
        building,
        missing: [{ kind: 'building', id, field: 'units' }],
      };
    });
