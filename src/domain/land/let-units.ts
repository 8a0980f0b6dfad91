import type { BuildingFacts } from './facts.ts';
import type { Building, FloorUnit, Lease } from './model.ts';

/** A unit 分割单元 with the building whose it is. */
export interface OwnUnit {
  readonly building: Building;
  readonly unit: FloorUnit;
}

/** What a lease says it lets, held against the units there are. */
export type LetUnit =
  | { readonly is: 'unnamed' }
  /** `excessM2`: so much more is let than the unit has, m²; null where it is not, or an area is not said. */
  | ({ readonly is: 'unit'; readonly excessM2: number | null } & OwnUnit)
  /** It was there once: walls were moved, or its building is gone. `buildings`: so many have one of its number. */
  | { readonly is: 'gone'; readonly building: Building | null; readonly buildings: number };

type Built = readonly Pick<BuildingFacts, 'building'>[];
const numbered = new Intl.Collator('zh', { numeric: true });

/** Units of the buildings, by building, storey (those that say none last) and number. */
export function unitsOf(built: Built): readonly OwnUnit[] {
  // A building on two parcels of a park stands among its facts twice.
  const buildings = [...new Map(built.map(({ building }) => [building.id, building])).values()];
  return buildings.flatMap((building) =>
    (building.units ?? [])
      .toSorted(
        (a, b) =>
          (a.storey ?? Number.MAX_SAFE_INTEGER) - (b.storey ?? Number.MAX_SAFE_INTEGER) || numbered.compare(a.id, b.id),
      )
      .map((unit) => ({ building, unit })),
  );
}

/** A unit that is named without its building is found where one building alone has its number. */
export function letUnit({ buildingId, unitId, floorAreaM2 }: Lease, built: Built): LetUnit {
  if (unitId === undefined) return { is: 'unnamed' };
  const called = unitsOf(built).filter(({ unit }) => unit.id === unitId);
  const found = buildingId === undefined ? called : called.filter(({ building }) => building.id === buildingId);
  if (found.length !== 1) {
    const building = built.find((own) => own.building.id === buildingId)?.building ?? null;
    return { is: 'gone', building, buildings: found.length };
  }
  const [{ building, unit }] = found;
  return { is: 'unit', building, unit, excessM2: excessOf(floorAreaM2, unit.floorAreaM2) };
}

/** Areas are said to 0.01 m²: less than half of it is no excess. */
const LEAST_EXCESS_M2 = 0.005;

const excessOf = (letM2: number | undefined, unitM2: number | undefined): number | null =>
  letM2 !== undefined && unitM2 !== undefined && letM2 - unitM2 >= LEAST_EXCESS_M2 ? letM2 - unitM2 : null;

/** Who has a unit on a day, as far as records say. */
export type UnitUse =
  /** `areaM2`: let in all, null where it is not known; `excessM2` as of one lease. */
  | { readonly is: 'let'; readonly areaM2: number | null; readonly excessM2: number | null }
  /** Signed, and not begun: from that day. */
  | { readonly is: 'let-from'; readonly from: string }
  /** 自用 by its buyer; or by another, of whom no lease is recorded. */
  | { readonly is: 'own' | 'other' }
  | { readonly is: 'free' }
  | { readonly is: 'unsaid' };

/**
 * Uses of the units of a park on a day (YYYY-MM-DD). A lease without a term runs. A unit is free only where leases are
 * recorded and each that runs or is to come names a unit there is: else it may be the one that is let.
 */
export function unitUses(
  leases: readonly Lease[] | undefined,
  built: Built,
  day: string,
): { readonly useOf: (own: OwnUnit) => UnitUse; readonly unplaced: number } {
  const open = (leases ?? []).filter(({ endOn }) => endOn === undefined || endOn >= day);
  const lets = new Map<string, Lease[]>();
  let unplaced = 0;
  for (const lease of open) {
    const own = letUnit(lease, built);
    if (own.is === 'unit') lets.set(keyOf(own), [...(lets.get(keyOf(own)) ?? []), lease]);
    else unplaced++;
  }
  const isAllKnown = leases !== undefined && unplaced === 0;
  return { useOf: (own) => useOf(own, lets.get(keyOf(own)) ?? [], day, isAllKnown), unplaced };
}

const keyOf = ({ building, unit }: OwnUnit): string => JSON.stringify([building.id, unit.id]);

function useOf({ unit }: OwnUnit, leases: readonly Lease[], day: string, isAllKnown: boolean): UnitUse {
  const running = leases.filter(({ startOn }) => startOn === undefined || startOn <= day);
  if (running.length > 0) {
    const areas = running.map(
      ({ floorAreaM2 }) => floorAreaM2 ?? (running.length === 1 ? unit.floorAreaM2 : undefined),
    );
    const areaM2 = areas.reduce<number | null>((sum, own) => (sum === null || own === undefined ? null : sum + own), 0);
    return { is: 'let', areaM2, excessM2: excessOf(areaM2 ?? undefined, unit.floorAreaM2) };
  }
  if (unit.usedBy !== undefined) return { is: unit.usedBy === 'buyer' ? 'own' : 'other' };
  const from = leases.map(({ startOn }) => startOn!).sort()[0];
  if (from !== undefined) return { is: 'let-from', from };
  return { is: isAllKnown && unit.soldOn === undefined ? 'free' : 'unsaid' };
}
