import type { ShownColumn } from './shown-columns.ts';

/** Columns that stand beside each other under one name; null: under none. */
export interface ColumnGroup {
  readonly name: string | null;
  readonly from: number;
  readonly count: number;
}

export function groupsOf(columns: readonly Pick<ShownColumn, 'group'>[]): readonly ColumnGroup[] {
  const groups: ColumnGroup[] = [];
  for (const [from, { group: name }] of columns.entries()) {
    const last = groups.at(-1);
    if (last?.name === name) groups[groups.length - 1] = { ...last, count: last.count + 1 };
    else groups.push({ name, from, count: 1 });
  }
  return groups;
}
