import { expect, it } from 'vitest';
import { CellEditing } from './cell-editing.svelte.ts';
import { saidOf } from './columns.ts';

const [one, other] = [0, 1].map((row) => ({ row, column: 2 }));
const misfit = async () => ({ ok: false, allowed: '1–99' }) as const;

it('what does not fit stays to be mended, and is dropped where the cell is left', async () => {
  const editing = new CellEditing();
  editing.begin(one);
  expect([await editing.end(misfit, false), editing.cell, editing.allowed]).toEqual([false, one, '1–99']);
  expect([await editing.end(misfit, true), editing.cell, editing.allowed]).toEqual([true, null, null]);
});

it('a cell that is begun while the one before is taken stays open', async () => {
  const editing = new CellEditing();
  editing.begin(one);
  let taken: (told: { readonly ok: true }) => void = () => undefined;
  const ended = editing.end(() => new Promise((done) => (taken = done)), true);
  editing.begin(other);
  taken({ ok: true });
  expect([await ended, editing.cell]).toEqual([false, other]);
});

it('what is shown is not taken up again, whichever key leaves the cell: it is rounded', () => {
  const shown = { kind: 'typed', text: '2.0012' } as const;
  expect([saidOf(shown, '2.0012'), saidOf(shown, '2.0013'), saidOf(shown, '')]).toEqual([null, '2.0013', '']);
});
