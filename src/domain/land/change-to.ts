import {
  tableNames,
  type Change,
  type RecordTypes,
  type TableChange,
  type TableChanges,
  type TableName,
} from './change.ts';
import type { Land } from './land.ts';

/** What leads from the land as it is to another state of the same land; costs what was changed in either. */
export function changeTo(land: Land, other: Land): Change {
  const tables = tableNames.flatMap((name) => {
    const change = tableTo(land, other, name);
    return change ? [[name, change] as const] : [];
  });
  return { base: land.version, tables: Object.fromEntries(tables) as TableChanges };
}

function tableTo<K extends TableName>(land: Land, other: Land, name: K): TableChange<RecordTypes[K]> | null {
  const [from, to] = [land.table(name), other.table(name)];
  const keys = from.differing(to);
  if (keys.length === 0) return null;
  const put = keys.flatMap((key) => {
    const [record, shape] = [to.record(key), to.shape(key)];
    if (record === undefined || shape === undefined) return [];
    // It was here before, or in the other: its place is known.
    return [{ key, record, shape, ...(from.rowOf(key) === undefined && { after: null }) }];
  });
  const remove = keys.filter((key) => to.rowOf(key) === undefined);
  return { ...(put.length > 0 && { put }), ...(remove.length > 0 && { remove }) };
}
