import type { Patch } from '../../domain/land/change.ts';
import type { Parcel, PlanningConditions } from '../../domain/land/model.ts';
import { changeOf } from '../operation.ts';
import { checkedFields } from './checked-fields.ts';
import { calledBy, edited, listed, recordsOf, type IntentOperation } from './operation.ts';

/** 规划条件: bounds given to parcels or taken away; what else stands in their conditions, such as the term, stays. */
export const setConditions: IntentOperation<'conditions'> = ({ land }, { parcels, bounds }) => {
  const found = recordsOf(land, 'parcel', parcels);
  if (!found.ok) return found;
  const patch: Patch<Parcel>[] = [];
  for (const { key, record } of found.value) {
    const conditions = withBounds(record.conditions, bounds);
    const checked = checkedFields(land, 'parcel', calledBy(record), { conditions });
    if (!checked.ok) return checked;
    if (JSON.stringify(conditions) !== JSON.stringify(record.conditions)) patch.push({ key, fields: checked.value });
  }
  const ids = listed(found.value.map(({ record }) => calledBy(record)));
  const note = { code: 'fields-set', params: { kind: 'parcel', ids, field: 'conditions' } } as const;
  return edited(changeOf(land, { parcel: { patch } }, note));
};

/** Undefined where nothing is left of them. */
function withBounds(
  had: PlanningConditions | undefined,
  bounds: Partial<PlanningConditions>,
): PlanningConditions | undefined {
  const all = Object.entries({ ...had, ...bounds }).filter(([, value]) => value !== undefined);
  return all.length > 0 ? Object.fromEntries(all) : undefined;
}
