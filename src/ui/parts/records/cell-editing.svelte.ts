import type { Taken } from './columns.ts';
import type { Cell } from './table-keys.ts';

/** The one cell of a table that is changed. */
export class CellEditing {
  cell = $state.raw<Cell | null>(null);
  /** What it takes, where something else was typed. */
  allowed = $state.raw<string | null>(null);

  #taking: Cell | null = null;

  begin(cell: Cell): void {
    this.allowed = null;
    this.cell = cell;
  }

  /** Ends what is changed now; true once it is over. What does not fit stays to be mended, and is dropped where the cell was left. */
  async end(take: ((cell: Cell) => Promise<Taken>) | null, isLeft: boolean): Promise<boolean> {
    const { cell } = this;
    // What was typed is asked for once, also where the cell is left meanwhile.
    if (!cell || (take && cell === this.#taking)) return false;
    if (take) this.#taking = cell;
    const taken = await take?.(cell);
    if (this.#taking === cell) this.#taking = null;
    // Another cell is changed by now.
    if (this.cell !== cell) return false;
    if (taken?.ok === false && !isLeft) {
      this.allowed = taken.allowed;
      return false;
    }
    this.cell = this.allowed = null;
    return true;
  }
}
