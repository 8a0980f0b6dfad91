import type { RecordRef } from '../../../../desk/tools/index.ts';
import type { GroundAnswer } from '../asked.ts';

const nameOf = ({ table, key }: RecordRef): string => `${table} ${key}`;

/** What records that are held around are called by people, and which were there and are no more. */
export class GroundNames {
  readonly #ids = new Map<string, string>();
  readonly #gone = new Set<string>();

  /** '' for what is not held. */
  of(ref: RecordRef): string {
    return this.#ids.get(nameOf(ref)) ?? '';
  }

  isGone(ref: RecordRef): boolean {
    return this.#gone.has(nameOf(ref));
  }

  hear({ whole, tables }: GroundAnswer): void {
    if (whole) this.#ids.clear();
    for (const { table, keys, ids, gone } of tables) {
      for (const key of gone) this.#gone.add(nameOf({ table, key }));
      ids.forEach((id, row) => {
        const name = nameOf({ table, key: keys[row] });
        this.#ids.set(name, id);
        this.#gone.delete(name);
      });
    }
  }

  clear(): void {
    this.#ids.clear();
    this.#gone.clear();
  }
}
