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

export function sumOf(table: FlagTable, chosen: Chosen): ChosenSum {
  const sum = { count: 0, mu: 0, unmeasured: 0 };
  for (const row of rowsOf(table, chosen)) {
    sum.count++;
    if (table.areaM2[row] > 0) sum.mu += muOf(table.areaM2[row]);
    else sum.unmeasured++;
  }
  return sum;
}

/** One flag, and those of what is chosen that have it: one decision is on one flag. */
export interface FlagChosen {
  readonly flag: Flag;
  readonly keys: readonly Key[];
}

export function byFlag(table: FlagTable, chosen: Chosen): readonly FlagChosen[] {
  const rows = rowsOf(table, chosen);
  return table.flags.flatMap((flag) => {
    const own = rows.filter((row) => table.classes[table.classOf[row]] === flag);
    return own.length > 0 ? [{ flag, keys: own.map((row) => table.keys[row]) }] : [];
  });
}

/** Those of what is chosen on which something was decided. */
export const decidedOf = (table: FlagTable, chosen: Chosen): readonly Key[] =>
  rowsOf(table, chosen)
    .filter((row) => table.decision[row] > 0)
    .map((row) => table.keys[row]);

function rowsOf({ keys }: FlagTable, chosen: Chosen): number[] {
  if (chosen.size === 0) return [];
  const rows: number[] = [];
  for (let row = 0; row < keys.length; row++) if (chosen.has(keys[row])) rows.push(row);
  return rows;
}
