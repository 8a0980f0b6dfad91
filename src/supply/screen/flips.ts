import type { Pack } from '../../policy/shape/pack.ts';
import { withParameter } from '../../policy/what-if/parameters.ts';
import type { ParameterChange } from '../../policy/what-if/baseline.ts';
import { LAND_CLASSES, NO_CLASS, type ScreenClass } from './classes.ts';
import { screenedAgain, type Screen } from './screen.ts';

/** Land that would be of another class: null is kept out. */
interface FlipCount {
  readonly from: ScreenClass | null;
  readonly to: ScreenClass | null;
  readonly count: number;
  /** m², of those whose area is known. */
  readonly areaM2: number;
}

export interface ScreenFlips {
  readonly counts: readonly FlipCount[];
  /** Rows that flip, ascending. */
  readonly rows: Uint32Array;
  readonly after: Screen;
}

/** What other figures of the pack would make of the same land: `changes` as of any figure of the law. */
export function screenFlips(
  before: Screen,
  pack: Pack,
  date: string,
  changes: readonly ParameterChange[],
): ScreenFlips {
  const tried = changes.reduce((p, { id, value }) => withParameter(p, id, value), pack);
  const after = screenedAgain(before, tried, date);
  const rows = flipped(before.classes.classOf, after.classes.classOf);
  const counts = new Map<number, { count: number; areaM2: number }>();
  for (const row of rows) {
    const pair = (before.classes.classOf[row] << 8) | after.classes.classOf[row];
    const known = counts.get(pair) ?? { count: 0, areaM2: 0 };
    const area = before.columns.areaM2[row];
    counts.set(pair, { count: known.count + 1, areaM2: known.areaM2 + (area > 0 ? area : 0) });
  }
  const named = (code: number) => (code === NO_CLASS ? null : LAND_CLASSES[code]);
  const sorted = [...counts].sort(([a], [b]) => a - b);
  return {
    counts: sorted.map(([pair, own]) => ({ from: named(pair >> 8), to: named(pair & 0xff), ...own })),
    rows,
    after,
  };
}

function flipped(before: Uint8Array, after: Uint8Array): Uint32Array {
  const rows = new Uint32Array(before.length);
  let count = 0;
  for (let row = 0; row < before.length; row++) if (before[row] !== after[row]) rows[count++] = row;
  return rows.slice(0, count);
}
