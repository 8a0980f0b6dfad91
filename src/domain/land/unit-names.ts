import type { BuildingFacts } from './facts.ts';
import type { Building, FloorUnit } from './model.ts';

/** What a unit of a building is called in messages and traces. */
export type UnitName = (building: Building, unit: FloorUnit) => string;

/**
 * Units 分割单元 are numbered building by building: 101 of two buildings are two units. Where an id is of several
 * buildings each is named with its building, `B1/101`; any other by its id.
 */
export function unitNames(buildings: readonly Pick<BuildingFacts, 'building'>[]): UnitName {
  let repeated: ReadonlySet<string> | null = null; // most parks never ask
  return (building, { id }) => ((repeated ??= repeatedIds(buildings)).has(id) ? `${building.id}/${id}` : id);
}

function repeatedIds(buildings: readonly Pick<BuildingFacts, 'building'>[]): ReadonlySet<string> {
  const first = new Map<string, string>();
  const repeated = new Set<string>();
  for (const { building } of buildings)
    for (const { id } of building.units ?? []) {
      if ((first.get(id) ?? building.id) !== building.id) repeated.add(id);
      first.set(id, building.id);
    }
  return repeated;
}
