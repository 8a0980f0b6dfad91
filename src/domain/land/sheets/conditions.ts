import { partOfPark } from '../part.ts';
import type { ParkFacts } from '../facts.ts';
import { unknown, type Input } from '../figure.ts';
import type { LandUses } from '../land-use.ts';
import type { NumberRange, PlanningConditions } from '../model.ts';
import { indicatorsOf, type Indicator, type IndicatorRow } from './indicators.ts';

/** The planning conditions 规划条件 that a figure can be held against, with that figure. */
export const heldAgainst = {
  far: 'plotRatio',
  density: 'buildingDensity',
  buildingCoefficient: 'buildingCoefficient',
  green: 'greenShare',
  heightM: 'buildingHeight',
  ancillaryLand: 'ancillaryLandShare',
  ancillaryFloor: 'ancillaryFloorShare',
} as const satisfies Partial<Record<keyof PlanningConditions, Indicator>>;
export type HeldCondition = keyof typeof heldAgainst;

/** One condition of a parcel beside what is reached on it. */
export interface ConditionRow {
  readonly parcel: string;
  readonly what: HeldCondition;
  /** As the record has them: shares are fractions. */
  readonly bounds: NumberRange;
  readonly unit: IndicatorRow['unit'];
  /** In `unit`: shares in per cent. */
  readonly reached: Input<number>;
  /** Positive to spare, negative missing, to the nearer bound; null where it cannot be told. */
  readonly margin: number | null;
}

/** Recorded of the whole park: of one of several parcels nothing follows. */
const OF_PARK: ReadonlySet<Indicator> = new Set(['buildingCoefficient', 'greenShare']);

/** Conditions of every parcel that has some, each taken alone, in the order of the parcels. */
export function conditionsOf(facts: ParkFacts, landUses: LandUses): readonly ConditionRow[] {
  const isAlone = facts.parcels.length === 1;
  return facts.parcels.flatMap(({ parcel }): ConditionRow[] => {
    const { conditions } = parcel;
    if (!conditions) return [];
    const rows = indicatorsOf(isAlone ? facts : partOfPark(facts, new Set([parcel.id]), landUses));
    return (Object.keys(heldAgainst) as HeldCondition[]).flatMap((what): ConditionRow[] => {
      const bounds = conditions[what];
      const row = rows.find((own) => own.what === heldAgainst[what])!;
      if (!bounds) return [];
      const isOfPark = !isAlone && OF_PARK.has(row.what);
      const reached = isOfPark ? unknown({ kind: 'park', id: facts.park.id, field: fieldOf[row.what]! }) : row.value;
      const margin = reached.state === 'value' ? conditionMargin(reached.value, bounds, row.unit) : null;
      return [{ parcel: parcel.id, what, bounds, unit: row.unit, reached, margin }];
    });
  });
}

const fieldOf: Partial<Record<Indicator, string>> = { buildingCoefficient: 'yardAreaM2', greenShare: 'greenAreaM2' };

/** In `unit`; 0 where it is the bound but for the noise of the arithmetic. */
export function conditionMargin(value: number, { min, max }: NumberRange, unit: IndicatorRow['unit']): number | null {
  const inUnit = (bound: number) => (unit === 'percent' ? Number((bound * 100).toPrecision(12)) : bound);
  const margins = [
    ...(min === undefined ? [] : [value - inUnit(min)]),
    ...(max === undefined ? [] : [inUnit(max) - value]),
  ];
  if (margins.length === 0) return null;
  const least = Math.min(...margins);
  return Math.abs(least) <= 1e-9 * Math.max(1, Math.abs(value)) ? 0 : least;
}
