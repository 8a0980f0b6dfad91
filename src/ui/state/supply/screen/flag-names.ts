import type { FlagTable } from '../../../../city/screening/flag-table.ts';
import { inTurns } from '../../../../domain/steps.ts';
import { fold, rowOfKey, SEPARATOR, textAt, type ParcelColumns } from '../../../../domain/land/parcel-columns.ts';
import { ranksOfAlike, rankSteps } from './ranked-names.ts';

/** Half a frame. */
const PIECE_MS = 8;

/** What the rows of a table are called: folded and ranked once, for tens of thousands are filtered at every key. */
export class FlagNames {
  #words: readonly string[] | null = null;
  /** Null: not in order at once. */
  #ranks: Uint32Array | null | undefined;
  readonly #table: FlagTable;
  readonly #columns: ParcelColumns;

  constructor(table: FlagTable, columns: ParcelColumns) {
    this.#table = table;
    this.#columns = columns;
  }

  idAt(row: number): string {
    return this.#textAt(row, 'ids');
  }

  /** Id and name, folded. */
  wordsAt(row: number): string {
    // As one text: to fold each by itself takes several times as long.
    this.#words ??= fold(this.#each((own) => `${this.idAt(own)}|${this.#textAt(own, 'names')}`).join(SEPARATOR)).split(
      SEPARATOR,
    );
    return this.#words[row];
  }

  /** Places of the rows in the order of their ids; null where that takes longer than a frame and was not made yet. */
  get ranks(): Uint32Array | null {
    if (this.#ranks === undefined) this.#ranks = ranksOfAlike(this.#ids());
    return this.#ranks;
  }

  /** The same of any ids, made while others are let in. */
  async makeRanks(): Promise<void> {
    if (this.ranks) return;
    let last = performance.now();
    this.#ranks = await inTurns(rankSteps(this.#ids()), () => {
      if (performance.now() - last < PIECE_MS) return undefined;
      return new Promise((go) => setTimeout(() => go(void (last = performance.now()))));
    });
  }

  #ids(): readonly string[] {
    return this.#each((row) => this.idAt(row));
  }

  #each(of: (row: number) => string): readonly string[] {
    return Array.from(this.#table.keys, (_, row) => of(row));
  }

  #textAt(row: number, of: 'ids' | 'names'): string {
    const at = rowOfKey(this.#columns, this.#table.keys[row]);
    return at >= 0 ? textAt(this.#columns[of], at) : '';
  }
}
