import { expect, it } from 'vitest';
import { CellWalk } from './cell-walk.svelte.ts';
import type { Taken } from './columns.ts';

/** A table of three rows by two columns whose first column takes anything but `no`; cells that had the focus, by name. */
function table() {
  const seen: string[] = [];
  const taken: string[] = [];
  const size = { row: 3, column: 2 };
  const walk = new CellWalk({
    size: () => size,
    box: () => ({ querySelector: (name: string) => ({ focus: () => void seen.push(name) }) }) as unknown as HTMLElement,
    canEdit: ({ column }) => column === 0,
    take: ({ row }, value) =>
      row >= size.row ? undefined : (taken.push(value), Promise.resolve<Taken>(value === 'no' ? { ok: false, allowed: 'yes' } : { ok: true })), // prettier-ignore
    reveal: (row) => void seen.push(`row ${row}`),
  });
  return { walk, seen, taken, size };
}

it('stands in one cell, the nearest there is where rows go, and brings its row into view before the focus', async () => {
  const { walk, seen, size } = table();
  await walk.focus({ row: 2, column: 1 });
  expect(seen).toEqual(['row 2', '[data-cell="2-1"]']);
  size.row = 1;
  expect(walk.from({ row: 0, column: 1 }, { down: 5, right: 5 })).toEqual({ row: 0, column: 1 });
});

it('a cell that can be changed is, goes on where it is told once it is taken, and stays where it is not', async () => {
  const { walk, seen, taken } = table();
  walk.begin({ row: 0, column: 1 });
  expect(walk.editing.cell).toBeNull();
  walk.begin({ row: 0, column: 0 });
  expect(walk.isEdited(0, 0)).toBe(true);
  await walk.end('no', { row: 1, column: 0 });
  expect([walk.isEdited(0, 0), walk.editing.allowed, seen]).toEqual([true, 'yes', []]);
  await walk.end('well', { row: 1, column: 0 });
  expect([walk.editing.cell, taken, seen.at(-1)]).toEqual([null, ['no', 'well'], '[data-cell="1-0"]']);
});

it('what is typed for a row that is gone meanwhile is over', async () => {
  const { walk, taken, size } = table();
  walk.begin({ row: 2, column: 0 });
  size.row = 1;
  await walk.end('well', null);
  expect([walk.editing.cell, taken]).toEqual([null, []]);
});
