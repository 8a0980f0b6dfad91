import { tick } from 'svelte';
import { CellEditing } from './cell-editing.svelte.ts';
import type { Taken } from './columns.ts';
import { cellWithin, type Cell } from './table-keys.ts';

/** A table of which cells are walked by keys and changed in place. */
interface Walked {
  readonly size: () => Cell;
  /** The cells have `data-cell="row-column"` in it. */
  readonly box: () => HTMLElement;
  readonly canEdit: (cell: Cell) => boolean;
  /** Undefined: what stood there is gone by now. */
  readonly take: (cell: Cell, value: string) => Promise<Taken> | undefined;
  /** Before a cell of the row has the focus: where few lines are made, the row is one of them then. */
  readonly reveal?: (row: number) => void;
}

/** Where a person is in a table: one cell of it is reached by Tab, the others by keys; and what is typed into one. */
export class CellWalk {
  readonly editing = new CellEditing();
  readonly #table: Walked;
  #current = $state<Cell>({ row: 0, column: 0 });
  /** The cell that is reached by Tab. */
  readonly at: Cell = $derived.by(() => cellWithin(this.#current, this.#table.size()));

  constructor(table: Walked) {
    this.#table = table;
  }

  /** The cell beside another, or the nearest there is. */
  from = ({ row, column }: Cell, { down, right }: { readonly down: number; readonly right: number }): Cell =>
    cellWithin({ row: row + down, column: column + right }, this.#table.size());

  isEdited(row: number, column: number): boolean {
    return this.editing.cell?.row === row && this.editing.cell.column === column;
  }

  /** Without the focus. */
  stand(cell: Cell): void {
    this.#current = cell;
  }

  async focus(to: Cell): Promise<void> {
    this.stand(to);
    this.#table.reveal?.(to.row);
    await tick();
    this.#table.box().querySelector<HTMLElement>(`[data-cell="${to.row}-${to.column}"]`)?.focus();
  }

  begin(cell: Cell): void {
    if (this.#table.canEdit(cell)) this.editing.begin(cell);
  }

  /** `value` null: given up. `to`: where the person goes on; null: elsewhere already. */
  async end(value: string | null, to: Cell | null): Promise<void> {
    const take = value === null ? null : async (cell: Cell): Promise<Taken> => (await this.#table.take(cell, value)) ?? { ok: true }; // prettier-ignore
    if ((await this.editing.end(take, to === null)) && to) await this.focus(to);
  }
}
