import { patched } from '../../domain/land/change.ts';
import type { Building, CommonPart, FloorUnit } from '../../domain/land/model.ts';
import { storeyCount } from '../../domain/land/storeys.ts';
import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { EditNote } from '../operation.ts';
import { calledBy, listed, type IntentRefusal } from './operation.ts';

type OnStoreys = Pick<Building, 'units' | 'commonParts'>;

interface WithoutStoreys {
  readonly building: Building;
  readonly notes: readonly EditNote[];
}

/** A building whose units and common parts are those of the storeys it has; what goes is told, and units that are sold never go so. */
export function onStoreysLeft(building: Building): Result<WithoutStoreys, IntentRefusal> {
  const storeys = storeyCount(building) ?? Infinity;
  const isLeft = ({ storey = 0 }: FloorUnit | CommonPart): boolean => storey <= storeys;
  const gone = (building.units ?? []).filter((unit) => !isLeft(unit));
  const sold = gone.filter(({ soldOn }) => soldOn !== undefined);
  if (sold.length > 0)
    return refuse('storeys-sold', { id: calledBy(building), units: listed(sold.map(({ id }) => id)) });
  const left = { units: leftOf(building.units, isLeft), commonParts: leftOf(building.commonParts, isLeft) };
  const params = { id: calledBy(building), count: gone.length, ids: listed(gone.map(({ id }) => id)) };
  const notes: EditNote[] = gone.length > 0 ? [{ code: 'units-off', params }] : [];
  return ok({ building: patched<Building>(building, left), notes });
}

/** The same array where nothing goes; none where nothing is left. */
function leftOf<T>(all: readonly T[] | undefined, isLeft: (one: T) => boolean): readonly T[] | undefined {
  const left = all?.filter(isLeft) ?? [];
  return left.length === (all?.length ?? 0) ? all : left.length > 0 ? left : undefined;
}

/** Units and common parts that are others than before. */
export const partsOf = (before: OnStoreys, { units, commonParts }: OnStoreys): Partial<Building> => ({
  ...(units !== before.units && { units }),
  ...(commonParts !== before.commonParts && { commonParts }),
});
