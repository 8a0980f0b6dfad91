import type { BuildingFacts, ParcelFacts } from '../../domain/land/facts.ts';
import type { Figure, Input } from '../../domain/land/figure.ts';
import type { SquareMetres } from '../../domain/quantity/units.ts';
import { judge } from '../../policy/conditions/judge.ts';
import { scopeOfMember } from '../../policy/scope.ts';
import type { Scope } from '../../policy/shape/scope.ts';
import type { PlotRatioNeed } from '../assemble/requirements.ts';

/** Where the floor area that a parcel may bring is from. */
export type FloorFrom =
  /** What stands there, or is recorded. */
  | 'recorded'
  /** 规划容积率 */
  | 'planned'
  /** The least plot ratio of the rule: nothing is known of it. */
  | 'least';

/** What a parcel brings to a park, once it is built as it may be. */
export interface Brings {
  readonly landM2: SquareMetres;
  readonly floorM2: SquareMetres;
  /** So much of the floor area lies beyond the least plot ratio; 0 where the rule is not about this land. */
  readonly spareM2: SquareMetres;
  readonly floorFrom: FloorFrom;
}

/** Area, and the floor area that it may bring: what stands there or is planned, whichever is more. */
export function bringsOf(
  { parcel, area }: ParcelFacts,
  ratio: PlotRatioNeed | null,
  isCounted: boolean,
  buildings: readonly BuildingFacts[] = [],
): Brings {
  const landM2 = valueOf(area) ?? 0;
  const far = parcel.conditions?.far;
  const least = ratio?.least ?? 0;
  const planned = far?.max ?? (far?.min === undefined ? undefined : Math.max(far.min, least));
  const on = buildings.filter(({ parcelId }) => parcelId === parcel.id);
  const there = (of: (own: BuildingFacts) => Input<Figure>) =>
    on.length > 0 ? on.reduce((sum, own) => sum + (valueOf(of(own)) ?? 0), 0) : (parcel.floorAreaM2 ?? 0);
  const mayBe = landM2 * (planned ?? least);
  const [stands, counted] = [there((own) => own.floorArea), there((own) => own.countedFloorArea)];
  const floorFrom: FloorFrom = stands > mayBe ? 'recorded' : planned === undefined ? 'least' : 'planned';
  return {
    landM2,
    floorM2: Math.max(stands, mayBe),
    spareM2: ratio !== null && isCounted ? Math.max(counted, mayBe) - ratio.least * landM2 : 0,
    floorFrom,
  };
}

/** Whether the rule of the plot ratio is about this land; `scope`: of the park it is for. */
export const isCountedFor = (ratio: PlotRatioNeed | null, own: ParcelFacts, scope: Scope): boolean =>
  ratio !== null &&
  (!ratio.where || judge(ratio.where, scopeOfMember(scope, { kind: 'parcel', facts: own })).value === true);

const valueOf = (input: Input<Figure>): number | null => (input.state === 'value' ? input.value.value : null);
