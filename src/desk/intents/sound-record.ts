import { clashIn } from '../../domain/land/fields/clash.ts';
import type { Building, Park } from '../../domain/land/model.ts';
import { refuse, type Result } from '../../domain/outcome.ts';
import { calledBy, type IntentRefusal } from './operation.ts';

type Refused = Extract<Result<never, IntentRefusal>, { ok: false }>;

/** Why a building with these fields would contradict itself: no file with it is opened again. Null where it does not. */
export function buildingFault(building: Building): Refused | null {
  const clash = clashIn({ ...building });
  if (!clash) return repeatedIn(building.units);
  const value = JSON.stringify(building[clash as keyof Building]);
  const { storeys, floorAreaM2 } = building;
  const expected = clash === 'storeyHeightsM' ? `[${storeys}] (storeys)` : `<= floorAreaM2 ${floorAreaM2}`;
  return refuse('bad-value', { kind: 'building', id: calledBy(building), field: clash, value, expected });
}

export const parkFault = ({ leases }: Park): Refused | null => repeatedIn(leases);

/** Units of a building and leases of a park are told apart by their ids. */
function repeatedIn(records: readonly { readonly id: string }[] = []): Refused | null {
  const seen = new Set<string>();
  for (const { id } of records) {
    if (seen.has(id)) return refuse('id-taken', { id });
    seen.add(id);
  }
  return null;
}
