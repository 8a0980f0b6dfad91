import type { Unit } from '../../quantity/units.ts';
import type { BuildingFacts, ParkFacts } from '../facts.ts';
import { known, notApplicable, unknown, type AreaBasis, type Figure, type Input, type Missing } from '../figure.ts';
import { minusOf, ratioOf, sumOf } from '../figure-arithmetic.ts';
import type { Park } from '../model.ts';
import { heldToRange } from '../figure-range.ts';
import { heightOf } from '../storeys.ts';

/** 经济技术指标: the rows a planning bureau expects, in its order. */
export type Indicator =
  | 'landArea'
  | 'industrialLandArea'
  | 'floorArea'
  | 'floorAreaAbove'
  | 'floorAreaBelow'
  | 'countedFloorArea'
  | 'productiveFloor'
  | 'ancillaryFloor'
  | 'footprintArea'
  | 'plotRatio'
  | 'buildingDensity'
  | 'buildingCoefficient'
  | 'greenShare'
  | 'buildingHeight'
  | 'ancillaryLandShare'
  | 'ancillaryFloorShare'
  | 'heldShare'
  | 'parkingSpaces'
  | 'investmentPerMu';

/** One figure of the table; screens, Word and Excel files share it. */
export interface IndicatorRow {
  readonly what: Indicator;
  readonly unit: Unit | 'm' | 'percent';
  /** In `unit`, unrounded; what is missing is named, never 0. */
  readonly value: Input<number>;
  readonly basis?: AreaBasis;
  readonly crs?: string;
  /** Readings taken on the way, as codes. */
  readonly notes: readonly string[];
}

/** 经济技术指标表 of one park. */
export function indicatorsOf(facts: ParkFacts): readonly IndicatorRow[] {
  const { park, figures } = facts;
  const of = (name: string): Input<Figure> =>
    figures[name] ?? unknown({ kind: 'park', id: park.id, field: 'geometry' });
  const land = of('landArea');
  const floor = of('floorArea');
  const below = belowGround(facts.buildings);
  const yards = stated(park, 'yardAreaM2');
  const covered = yards.state === 'unknown' ? yards : sumOf('covered', [of('footprintArea'), yards]);
  const heldShare = ratioOf('heldShare', stated(park, 'heldAreaM2'), floor);
  const whole = (share: Input<Figure>, ...fields: readonly string[]) =>
    heldToRange(share, [0, 1], () => fields.map((field) => ({ kind: 'park', id: park.id, field })));
  return [
    row('landArea', 'm2', land),
    row('industrialLandArea', 'm2', of('industrialLandArea')),
    row('floorArea', 'm2', floor),
    row('floorAreaAbove', 'm2', minusOf('floorAreaAbove', floor, below)),
    row('floorAreaBelow', 'm2', below),
    row('countedFloorArea', 'm2', of('countedFloorArea')),
    row('productiveFloor', 'm2', minusOf('productiveFloor', floor, of('ancillaryFloor'))),
    row('ancillaryFloor', 'm2', of('ancillaryFloor')),
    row('footprintArea', 'm2', of('footprintArea')),
    row('plotRatio', 'ratio', of('plotRatio')),
    row('buildingDensity', 'percent', of('buildingDensity')),
    row('buildingCoefficient', 'percent', ratioOf('buildingCoefficient', covered, land)),
    row('greenShare', 'percent', ratioOf('greenShare', stated(park, 'greenAreaM2'), land)),
    row('buildingHeight', 'm', highest(facts.buildings)),
    row('ancillaryLandShare', 'percent', whole(of('ancillaryLandShare'), 'ancillaryLand', 'industrialLand')),
    row('ancillaryFloorShare', 'percent', whole(of('ancillaryFloorShare'), 'ancillaryFloor', 'floorArea')),
    row('heldShare', 'percent', whole(heldShare, 'heldAreaM2', 'floorArea')),
    row('parkingSpaces', 'count', stated(park, 'parkingSpaces')),
    row('investmentPerMu', 'wanYuan', stated(park, 'investmentPerMuWan')),
  ];
}

function row(what: Indicator, unit: IndicatorRow['unit'], input: Input<Figure>): IndicatorRow {
  if (input.state !== 'value') return { what, unit, value: input, notes: [] };
  const { value, basis, crs, notes } = input.value;
  return {
    what,
    unit,
    value: known(unit === 'percent' ? value * 100 : value),
    ...(basis ? { basis } : {}),
    ...(crs ? { crs } : {}),
    notes: notes ?? [],
  };
}

type StatedField = 'yardAreaM2' | 'greenAreaM2' | 'heldAreaM2' | 'parkingSpaces' | 'investmentPerMuWan';

/** A figure the park's own record states; it can only be asked for, not computed. */
function stated(park: Park, field: StatedField): Input<Figure> {
  const value = park[field];
  if (value === undefined) return unknown({ kind: 'park', id: park.id, field });
  return known({ what: field, value, unit: 'm2', inputs: [park.id] });
}

/** Below ground 地下: as far as it is stated; a building that does not say has none, as everywhere, and the row notes it. */
function belowGround(buildings: readonly BuildingFacts[]): Input<Figure> {
  if (buildings.length === 0) return notApplicable;
  const value = buildings.reduce((sum, b) => sum + (b.building.floorAreaBelowM2 ?? 0) * b.insideShare, 0);
  const silent = buildings.some((b) => b.building.floorAreaBelowM2 === undefined);
  return known({
    what: 'floorAreaBelow',
    value,
    unit: 'm2',
    inputs: buildings.map((b) => b.building.id),
    notes: silent ? ['below-ground-missing-taken-as-none'] : [],
  });
}

/** Sum of storey heights of the highest building; unknown as soon as one building's height is. */
function highest(buildings: readonly BuildingFacts[]): Input<Figure> {
  if (buildings.length === 0) return notApplicable;
  const missing: Missing[] = [];
  let most = 0;
  for (const { building } of buildings) {
    const height = heightOf(building);
    if (typeof height === 'string') missing.push({ kind: 'building', id: building.id, field: height });
    else most = Math.max(most, height);
  }
  if (missing.length > 0) return unknown(...missing);
  return known({ what: 'buildingHeight', value: most, unit: 'count', inputs: buildings.map((b) => b.building.id) });
}
