import type { Floor } from '../../../desk/plates/floor.ts';
import { numberIn } from '../../../desk/plates/floor.ts';
import { markOf, type Mark } from '../../../desk/plates/marks.ts';
import { partArea, partOutline, placeOf, storeyMisses } from '../../../desk/plates/shown.ts';
import { unitsOn } from '../../../desk/plates/steps.ts';
import type { PlateHazard, PlateMiss } from '../../../desk/plates/wishes.ts';
import { pointInside } from '../../../domain/geometry/lines/point-inside.ts';
import type { Building, FloorUnit } from '../../../domain/land/model.ts';
import type { Outcome } from '../../../policy/shape/outcome.ts';
import type { ParkView } from '../../../city/view.ts';

type Point = readonly [number, number];

/** A part of a storey as it is drawn and listed. */
export interface ShownPart {
  readonly part: number;
  readonly kind: 'unit' | 'core' | 'corridor';
  readonly number: string;
  readonly areaM2: number;
  readonly rings: readonly (readonly Point[])[];
  /** Where its words have room. */
  readonly at: Point;
  /** Of units that are in records. */
  readonly unit: FloorUnit | null;
  readonly mark: Mark;
  /** What the rule of the least area says; null of what is no unit. */
  readonly outcome: Outcome | null;
  readonly misses: readonly PlateMiss[];
}

/** What of a storey is judged by. */
interface Judged {
  readonly leastM2: number;
  readonly hazard: PlateHazard;
  /** The park it is of; null where it is of none. */
  readonly park: ParkView | null;
}

/** Rules of the least area, in low buildings and in higher ones. */
const LEAST_RULES = ['unit.low', 'unit.high'];

export function shownParts(floor: Floor, building: Building, storey: number, judged: Judged): readonly ShownPart[] {
  const units = new Map(unitsOn(building, storey).map((unit) => [numberIn(unit), unit]));
  const misses = storeyMisses(floor, judged, placeOf(building, storey));
  return floor.parts.map(({ kind, number }, part): ShownPart => {
    const rings = partOutline(floor, part);
    const unit = (kind === 'unit' && units.get(number)) || null;
    const mark = unit ? markOf(unit, building) : markOf({ id: number }, building);
    const areaM2 = partArea(floor, part);
    return {
      part,
      kind,
      number,
      areaM2,
      rings,
      at: pointInside(rings.map((ring) => [...ring, ring[0]])) ?? rings[0][0],
      unit,
      mark,
      outcome: kind === 'unit' ? outcomeOf(areaM2, mark, judged) : null,
      misses: misses.filter((miss) => miss.part === part),
    };
  });
}

/** Ancillary rooms have no least area, and neither has a park that is not asked for one. */
function outcomeOf(areaM2: number, mark: Mark, { leastM2, park }: Judged): Outcome {
  const rules = park?.findings.filter(({ rule }) => LEAST_RULES.includes(rule)) ?? [];
  const isAsked = rules.length === 0 || rules.some(({ outcome }) => outcome !== 'not-applicable');
  if (mark === 'ancillary' || !isAsked || leastM2 === 0) return 'not-applicable';
  return areaM2 >= leastM2 ? 'pass' : 'fail';
}
