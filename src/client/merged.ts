import type { Key } from '../domain/land/change.ts';

/** A list by key, and what is new, another and gone in it. */
export interface Lines {
  readonly keys: readonly Key[];
  readonly put: readonly Key[];
  /** Of each that is put the key it comes after where it is new, −1 at the beginning; null: none is new. */
  readonly after: Int32Array | null;
  readonly gone: readonly Key[];
}

/** Of each line of the list that becomes of it where it is from: its place in the old one, or `~` its place in `put`. */
export function merged({ keys, put, after, gone }: Lines): Int32Array {
  const anew = new Map(put.map((key, i) => [key, ~i]));
  const left = new Set(gone);
  if (!after && left.size === 0) return Int32Array.from(keys, (key, place) => anew.get(key) ?? place);
  const known = new Set(keys.filter((key) => anew.has(key)));
  const next = new Map<Key, number[]>();
  put.forEach((key, i) => {
    if (known.has(key)) return;
    const place = after?.[i] ?? -1;
    next.set(place, [...(next.get(place) ?? []), i]);
  });
  const lines: number[] = [];
  const follow = (key: Key): void => {
    if (!next.has(key)) return;
    // New ones stand in a row, each after the one before.
    for (let ahead = [...(next.get(key) ?? [])]; ahead.length > 0;) {
      const i = ahead.shift()!;
      lines.push(~i);
      ahead = [...(next.get(put[i]) ?? []), ...ahead];
    }
  };
  follow(-1);
  keys.forEach((key, place) => {
    if (!left.has(key)) lines.push(anew.get(key) ?? place);
    follow(key);
  });
  return Int32Array.from(lines);
}
