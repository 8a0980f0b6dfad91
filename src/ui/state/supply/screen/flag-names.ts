import type { FlagTable } from '../../../../city/screening/flag-table.ts';
import { fold, rowOfKey, textAt, type ParcelColumns } from '../../../../domain/land/parcel-columns.ts';
import { rankedNames } from './flag-rows.ts';

/** What the rows of a table are called: folded and ranked once, for tens of thousands are filtered at every key. */
export class FlagNames {
  #words: readonly string[] | null = null;
  #ranks: Uint32Array | null = null;
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
    this.#words ??= this.#each((own) => fold(`${this.idAt(own)}|${this.#textAt(own, 'names')}`));
    return this.#words[row];
  }

  /** Places of the rows in the order of their ids. */
  ranks(): Uint32Array {
    return (this.#ranks ??= rankedNames(this.#each((row) => this.idAt(row))));
  }

  #each(of: (row: number) => string): readonly string[] {
    return Array.from(this.#table.keys, (_, row) => of(row));
  }

  #textAt(row: number, of: 'ids' | 'names'): string {
    const at = rowOfKey(this.#columns, this.#table.keys[row]);
    return at >= 0 ? textAt(this.#columns[of], at) : '';
  }
}
