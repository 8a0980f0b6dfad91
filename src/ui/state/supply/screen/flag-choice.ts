import type { FlagTable } from '../../../../city/screening/flag-table.ts';
import type { Key } from '../../../../domain/land/change.ts';
import { muOf } from '../../../../domain/quantity/units.ts';
import type { Flag } from '../../../../supply/screen/classes.ts';

/** 所选宗地, by key. */
export type Chosen = ReadonlySet<Key>;

export const none: Chosen = new Set();
export const only = (key: Key): Chosen => new Set([key]);

/** With it, or without it where it was chosen. */
export function toggled(chosen: Chosen, key: Key): Chosen {
  const now = new Set(chosen);
  if (!now.delete(key)) now.add(key);
  return now;
}

/** With all rows that are shown from one to the other. */
export function through({ keys }: FlagTable, rows: Uint32Array, chosen: Chosen, from: Key, to: Key): Chosen {
  const [a, b] = [from, to].map((own) => rows.findIndex((row) => keys[row] === own));
  const between = rows.subarray(Math.max(0, Math.min(a, b)), Math.max(a, b) + 1);
  return new Set([...chosen, ...Array.from(between, (row) => keys[row])]);
}

export const all = ({ keys }: FlagTable, rows: Uint32Array): Chosen => new Set(Array.from(rows, (row) => keys[row]));

/** Those that are still there. */
export function there({ keys }: FlagTable, chosen: Chosen): Chosen {
  const known = new Set(keys);
  return new Set([...chosen].filter((key) => known.has(key)));
}

/** Of what is chosen: how many, and how much land. */
export interface ChosenSum {
  readonly count: number;
  readonly mu: number;
  readonly unmeasured: number;
}

/** `rows`: those that are chosen. */
export function sumOf({ areaM2 }: Pick<FlagTable, 'areaM2'>, rows: readonly number[]): ChosenSum {
  const sum = { count: rows.length, mu: 0, unmeasured: 0 };
  for (const row of rows) {
    if (areaM2[row] > 0) sum.mu += muOf(areaM2[row]);
    else sum.unmeasured++;
  }
  return sum;
}

/** One flag, and those of what is chosen that have it: one decision is on one flag. */
export interface FlagChosen {
  readonly flag: Flag;
  readonly keys: readonly Key[];
}

export function byFlag(table: FlagTable, rows: readonly number[]): readonly FlagChosen[] {
  const keys = new Map<string, Key[]>(table.flags.map((flag) => [flag, []]));
  for (const row of rows) keys.get(table.classes[table.classOf[row]])?.push(table.keys[row]);
  return table.flags.map((flag) => ({ flag, keys: keys.get(flag)! })).filter((own) => own.keys.length > 0);
}

/** Those of what is chosen on which something was decided. */
export const decidedOf = ({ decision, keys }: FlagTable, rows: readonly number[]): readonly Key[] =>
  rows.filter((row) => decision[row] > 0).map((row) => keys[row]);

/** Rows of what is chosen. */
export function chosenRows({ keys }: FlagTable, chosen: Chosen): readonly number[] {
  if (chosen.size === 0) return [];
  const rows: number[] = [];
  for (let row = 0; row < keys.length; row++) if (chosen.has(keys[row])) rows.push(row);
  return rows;
}
