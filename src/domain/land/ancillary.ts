import type { BuildingFacts } from './facts.ts';
import { clashing, known, notApplicable, type Figure, type Input, type Missing } from './figure.ts';
import type { Building, FloorUnit } from './model.ts';
import { endsOfInput, perhaps } from './partly.ts';
import { statedResolutionM2 } from './stated-area.ts';
import type { UnitName } from './unit-names.ts';

/** 非生产性用房: 行政办公、公共服务、生活配套 (clause 8). R&D counts as production. */
const ancillaryUses: ReadonlySet<Building['use']> = new Set(['admin', 'amenity', 'dormitory']);

export const isAncillary = ({ use }: Pick<Building, 'use'>): boolean => ancillaryUses.has(use);

/**
 * 非生产性用房建筑面积 of one building, as far as it lies inside its parcel. Clause 8 speaks of rooms (用房), not of
 * buildings: units that state a use of their own are of that use, and what they leave over is of the building's. Of a
 * building across a boundary every use is taken to lie inside in the same share. Not applicable where it has none;
 * unknown where units together are larger than their building, whatever their uses are. Where an area or a use is missing
 * it is at least what is known to be ancillary, and at most what is not known to be anything else.
 * The ground under a building (占地) is not divided: a storey above another stands on no land of its own.
 */
export function ancillaryFloorOf(facts: BuildingFacts, nameOf: UnitName): Input<Figure> {
  const { building, floorArea, insideShare } = facts;
  const named = (unit: FloorUnit) => areaOf('unit', nameOf(building, unit));
  const stated = (building.units ?? []).filter((unit) => unit.use !== undefined);
  if (stated.length === 0) return ofOneUse(building, floorArea);
  // Units all of the building's own kind divide nothing; their areas are still held against it where they are known.
  const divides = building.use === undefined || stated.some((unit) => isAncillary(unit) !== isAncillary(building));
  const lacking = stated.filter((unit) => unit.floorAreaM2 === undefined);
  if (divides && lacking.length > 0) return asFarAsStated(facts, stated, lacking.map(named));
  if (divides && floorArea.state === 'unknown') return asFarAsStated(facts, stated, floorArea.missing);
  if (floorArea.state !== 'value') return divides || isAncillary(building) ? floorArea : notApplicable;
  const whole = insideShare > 0 ? floorArea.value.value / insideShare : 0;
  const units = building.units ?? [];
  const slack = (floorArea.value.resolution ?? 0) / (insideShare || 1) + statedResolutionM2 * units.length;
  if (insideShare > 0 && sum(units) > whole + slack)
    return clashing(areaOf('building', building.id), ...units.map(named));
  if (!divides) return ofOneUse(building, floorArea);
  const rest = Math.max(0, whole - sum(stated));
  if (building.use === undefined && rest > slack) return asFarAsStated(facts, stated, [useOf(building)]);
  const ancillary = sum(stated.filter(isAncillary)) + (isAncillary(building) ? rest : 0);
  const notes = [...(floorArea.value.notes ?? []), 'by-use-of-units'];
  return known({ ...floorArea.value, what: 'ancillaryFloor', value: ancillary * insideShare, notes });
}

function ofOneUse(building: Building, floorArea: Input<Figure>): Input<Figure> {
  if (building.use === undefined) return perhaps([useOf(building)], floorArea);
  return isAncillary(building) ? floorArea : notApplicable;
}

/** Units known to be ancillary count in any case, and those known not to be never do. */
function asFarAsStated(
  { building, floorArea, insideShare }: BuildingFacts,
  stated: readonly FloorUnit[],
  missing: readonly Missing[],
): Input<Figure> {
  const productive = stated.filter((unit) => !isAncillary(unit));
  const whole = floorArea.state === 'not-applicable' ? null : endsOfInput(floorArea).most;
  const end = (value: number): Figure => {
    const resolution = whole?.resolution ?? statedResolutionM2;
    return { what: 'ancillaryFloor', value, unit: 'm2', resolution, inputs: [building.id], notes: ['by-use-of-units'] };
  };
  const least = end(sum(stated.filter(isAncillary)) * insideShare);
  const most = whole && end(Math.max(least.value, whole.value - sum(productive) * insideShare));
  return { state: 'unknown', missing, partly: { least, most } };
}

const useOf = ({ id }: Building): Missing => ({ kind: 'building', id, field: 'use' });

const areaOf = (kind: 'building' | 'unit', id: string): Missing => ({ kind, id, field: 'floorAreaM2' });

const sum = (units: readonly FloorUnit[]): number => units.reduce((total, u) => total + (u.floorAreaM2 ?? 0), 0);
