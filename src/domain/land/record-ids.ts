import type { BaseKeys } from './base-keys.ts';
import type { Key } from './change.ts';
import { IdIndex } from './id-index.ts';
import type { Records } from './records/records.ts';

/** Rows of a table, those it was opened with first. */
type Rows = Pick<Records<unknown>, 'field'>;

/** Keys that go or went by an id: of the rows a table was opened with, and of those added since. Forks share it. */
export class RecordIds {
  readonly #keys: BaseKeys;
  readonly #rows: Rows;
  /** Of the rows it was opened with, made when it is first asked for. */
  #opened: IdIndex | null;
  readonly #added = new Map<string, Set<Key>>();
  #idAt: ((row: number) => string | undefined) | null = null;

  constructor(keys: BaseKeys, rows: Rows, opened: IdIndex | null = null) {
    this.#keys = keys;
    this.#rows = rows;
    this.#opened = opened;
  }

  /** With other rows added to those it was opened with, none of them yet. */
  beside(rows: Rows): RecordIds {
    return new RecordIds(this.#keys, rows, this.#opened);
  }

  of(row: number): string | undefined {
    this.#idAt ??= this.#rows.field('id' as never) as (row: number) => string | undefined;
    return this.#idAt(row);
  }

  /** A row was added for this key. */
  add(key: Key, record: unknown): void {
    const { id } = record as { readonly id?: string };
    if (id === undefined) return;
    const keys = this.#added.get(id);
    if (keys) keys.add(key);
    else this.#added.set(id, new Set([key]));
  }

  /** Those of the file first, then as they were added. */
  *keys(id: string): Generator<Key> {
    this.#opened ??= new IdIndex(this.#keys.size, (row) => this.of(row));
    for (const row of this.#opened.rows(id)) yield this.#keys.keyAt(row);
    yield* this.#added.get(id) ?? [];
  }
}
