import type { Patch } from '../domain/land/change.ts';
import type { Land } from '../domain/land/land.ts';
import type { SupplyRow } from '../domain/land/model.ts';

/**
 * 计划宗地 stay on their land when its parcels are called otherwise, cut or joined: rows that have all of `before` have `now` in
 * their place. A row that has some of them alone would have other land then: it is left, and says what it lacks.
 */
export function rowsOnLand(land: Land, before: readonly string[], now: readonly string[]): Patch<SupplyRow>[] {
  const gone = new Set(before);
  const table = land.table('supplyRow');
  const idsAt = table.records.field('parcelIds');
  const patches: Patch<SupplyRow>[] = [];
  for (const key of table.listed()) {
    const parcelIds = idsAt(table.rowOf(key)!);
    if (!parcelIds || !before.every((id) => parcelIds.includes(id))) continue;
    const first = parcelIds.findIndex((id) => gone.has(id));
    const left = (ids: readonly string[]) => ids.filter((id) => !gone.has(id));
    patches.push({ key, fields: { parcelIds: [...left(parcelIds.slice(0, first)), ...now, ...left(parcelIds.slice(first))] } }); // prettier-ignore
  }
  return patches;
}
