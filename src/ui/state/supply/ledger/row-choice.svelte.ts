import type { LedgerLine } from '../../../../supply/ledger/shape.ts';
import * as choice from './row-choice.ts';

/** Which lines of the tables are chosen, whichever table they stand in. */
export class RowChoice {
  chosen = $state.raw<choice.ChosenLines>(choice.noneChosen);
  /** Where a range begins. */
  #from: choice.Chosen | null = null;
  readonly #lines: () => readonly LedgerLine[];

  constructor(lines: () => readonly LedgerLine[]) {
    this.#lines = lines;
  }

  choose(one: choice.Chosen, how: 'alone' | 'also' | 'through'): void {
    if (how === 'alone') this.chosen = choice.only(one);
    else if (how === 'also') this.chosen = choice.toggled(this.chosen, one);
    else this.chosen = choice.through(this.#lines(), this.chosen, this.#from ?? one, one);
    if (how !== 'through') this.#from = one;
  }

  all(): void {
    this.chosen = choice.allOf(this.#lines());
  }

  clear(): void {
    this.chosen = choice.noneChosen;
    this.#from = null;
  }

  /** Those that are still there, among these rows of the plan or the lines that are read. */
  keep(rows: readonly number[]): void {
    this.chosen = choice.stillThere(this.chosen, rows, this.#lines());
  }
}
