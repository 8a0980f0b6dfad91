import type { FloorPlansView } from '../../../city/plates/floor-plans.ts';
import { isSameOutline, numberIn, type Floor } from '../../../desk/plates/floor.ts';
import { kindName, kindOfUnit, markOf, type Mark } from '../../../desk/plates/marks.ts';
import { partOutline, placeOf, storeyMisses, writtenPart } from '../../../desk/plates/shown.ts';
import { unitsOn } from '../../../desk/plates/steps.ts';
import type { PlateHazard, PlateMiss } from '../../../desk/plates/wishes.ts';
import type { Key } from '../../../domain/land/change.ts';
import type { Building, FloorUnit } from '../../../domain/land/model.ts';
import { compare, holds, STATED } from '../../../domain/quantity/threshold.ts';
import type { Outcome } from '../../../policy/shape/outcome.ts';

type Point = readonly [number, number];

interface InHand {
  readonly facts: { readonly buildings: readonly { readonly key: Key }[] };
}

/** The park in hand, where the building is of it: what is judged and typed here is of no other. */
export const parkOfPlan = <Park extends InHand>(park: Park | null, building: Key | null): Park | null =>
  park?.facts.buildings.some(({ key }) => key === building) ? park : null;

/** A part of a storey as it is drawn and listed. */
export interface ShownPart {
  readonly part: number;
  readonly kind: 'unit' | 'core' | 'corridor';
  readonly number: string;
  readonly areaM2: number;
  readonly rings: readonly (readonly Point[])[];
  /** Of units that are in records. */
  readonly unit: FloorUnit | null;
  readonly mark: Mark;
  /** What the rule of the least area says; not applicable to what is no unit. */
  readonly outcome: Outcome;
  readonly misses: readonly ShownMiss[];
}

/** What a designer has to look at; `onStoreys`: not on the storey that is seen, but on these that are changed with it. */
type ShownMiss = PlateMiss & { readonly onStoreys?: readonly number[] };

export type ShownStorey = Pick<FloorPlansView, 'building' | 'leastM2' | 'law'>;

export function shownParts(
  floor: Floor,
  { building, leastM2, law }: ShownStorey,
  storey: number,
  together: readonly number[],
  hazard: PlateHazard,
): readonly ShownPart[] {
  const units = new Map(unitsOn(building, storey).map((unit) => [numberIn(unit), unit]));
  const missesOn = (own: number) => storeyMisses(floor, { leastM2, hazard }, placeOf(building, own));
  const here = missesOn(storey);
  // The ground floor is let off by its own doors; those above it are alike.
  const others = together.filter((own) => (own === 1) !== (storey === 1));
  const there = others.length > 0 ? missesOn(others[0]) : [];
  const misses: readonly ShownMiss[] = [
    ...here,
    ...there
      .filter(({ code, part }) => !here.some((own) => own.code === code && own.part === part))
      .map((miss) => ({ ...miss, onStoreys: others })),
  ];
  return floor.parts.map(({ kind, number }, part): ShownPart => {
    const unit = (kind === 'unit' && units.get(number)) || null;
    const areaM2 = areaOf(floor, part, unit);
    return {
      part,
      kind,
      number,
      areaM2,
      rings: partOutline(floor, part),
      unit,
      mark: markOf(unit ?? { id: number }, building),
      outcome: kind === 'unit' ? outcomeOf(areaM2, unit, building, law) : 'not-applicable',
      misses: misses.filter((miss) => miss.part === part),
    };
  });
}

/** Where its walls stand as they did the area on record counts, as it does once it is done. */
function areaOf(floor: Floor, part: number, unit: FloorUnit | null): number {
  const { areaM2, outlineM } = writtenPart(floor, part);
  return unit && isSameOutline(unit.outlineM, outlineM) ? (unit.floorAreaM2 ?? areaM2) : areaM2;
}

function outcomeOf(areaM2: number, unit: FloorUnit | null, building: Building, { least }: ShownStorey['law']): Outcome {
  const bound = least[kindName(kindOfUnit(unit ?? {}, building))];
  if (!bound) return 'not-applicable';
  return holds(bound.op, compare(areaM2, bound.areaM2, STATED)) ? 'pass' : 'fail';
}
