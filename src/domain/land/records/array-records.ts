import type { Records } from './records.ts';
import { RowRecords } from './row-records.ts';

/** Records held as the objects they are. */
export const arrayRecords = <T>(records: readonly T[]): Records<T> => new ArrayRecords(records);

class ArrayRecords<T> extends RowRecords<T> {
  readonly #records: readonly T[];

  constructor(records: readonly T[]) {
    super();
    this.#records = records;
  }

  get length(): number {
    return this.#records.length;
  }

  get(row: number): T {
    return this.#records[this.within(row)];
  }

  field<K extends keyof T>(name: K): (row: number) => T[K] | undefined {
    return (row) => this.#records[row][name];
  }

  kept(name: string): (row: number) => unknown {
    return (row) => keptIn(this.#records[row], name);
  }

  peek(row: number): T {
    return this.#records[row];
  }
}

/** A property a record keeps aside. */
export function keptIn(record: unknown, name: string): unknown {
  const { extra } = record as { readonly extra?: Readonly<Record<string, unknown>> };
  return extra && Object.hasOwn(extra, name) ? extra[name] : undefined;
}
