import type { ScreenLine } from '../../../../city/screening/city-screen.ts';
import type { Key } from '../../../../domain/land/change.ts';

/** What is told of the lines that were looked at, by key. */
export type FlagLines = ReadonlyMap<Key, ScreenLine>;

export const noLines: FlagLines = new Map();

/** So many are kept: whoever scrolls through tens of thousands asks again for those that were seen long ago. */
const MOST_KEPT = 2000;

export function withLines(known: FlagLines, lines: readonly ScreenLine[]): FlagLines {
  const kept = known.size > MOST_KEPT ? [...known].slice(-MOST_KEPT / 2) : known;
  return new Map([...kept, ...lines.map((line) => [line.key, line] as const)]);
}

/** Which lines are asked for and not told yet. */
export class AskedLines {
  readonly #keys = new Set<Key>();

  /** Those that are neither known nor asked for, from now on asked for. */
  take(keys: readonly Key[], known: FlagLines): readonly Key[] {
    const wanted = keys.filter((key) => !known.has(key) && !this.#keys.has(key));
    for (const key of wanted) this.#keys.add(key);
    return wanted;
  }

  answered(keys: readonly Key[]): void {
    for (const key of keys) this.#keys.delete(key);
  }

  clear(): void {
    this.#keys.clear();
  }
}
