import type { Cutting } from './cut.ts';
import { STEP_M, type RowLand, type Side } from './row-land.ts';
import type { Rectangle } from '../land/strip.ts';

/** A row of buildings: the slab it fills and where in it buildings may stand. */
export interface Row {
  readonly y: number;
  readonly depthM: number;
  readonly free: readonly number[];
  /** Docks 装卸口 face the next row across a yard. */
  readonly docks: boolean;
}

export interface Rows {
  readonly rows: readonly Row[];
  /** What building in all of them is worth, m², before aisles go through. */
  readonly worthM2: number;
}

/** How rows may lie. */
export interface RowWishes {
  readonly depthsM: readonly number[];
  readonly rowGapM: number;
  /** Every other gap, the first among them, is a yard of so much; 0: none is. */
  readonly apronM: number;
  readonly cutting: Cutting;
}

/**
 * The rows with most building, exactly over all places of a grid of a metre and the depths given: by dynamic programming
 * from the last place to the first, for a row with a yard after it and for one with a common gap.
 */
function bestOf(land: RowLand, side: Side, { depthsM, rowGapM, apronM }: RowWishes, taken: readonly Rectangle[]): Rows {
  const { count, y } = land.grid(side);
  const places = depthsM.map((depth) => land.places(side, depth, taken));
  const steps = depthsM.map((depth) => Math.ceil(depth / STEP_M));
  const gaps = apronM ? [Math.ceil(Math.max(rowGapM, apronM) / STEP_M), Math.ceil(rowGapM / STEP_M)] : [Math.ceil(rowGapM / STEP_M)]; // prettier-ignore
  const best = gaps.map(() => new Float64Array(count + 1));
  const chosen = gaps.map(() => new Int32Array(count + 1).fill(-1));
  for (let i = count - 1; i >= 0; i--)
    for (let k = 0; k < gaps.length; k++) {
      const then = best[gaps.length - 1 - k];
      best[k][i] = best[k][i + 1];
      for (let d = 0; d < steps.length && i + steps[d] <= count; d++) {
        const worth = places[d].worth[i];
        const value = worth && worth + then[Math.min(count, i + steps[d] + gaps[k])];
        if (value > best[k][i] + 1e-6) {
          best[k][i] = value;
          chosen[k][i] = d;
        }
      }
    }
  const rows: Row[] = [];
  for (let i = 0, k = 0; i < count;) {
    const d = chosen[k][i];
    if (d < 0) {
      i++;
      continue;
    }
    rows.push({ y: y(i), depthM: depthsM[d], free: places[d].free(i), docks: apronM > 0 && k === 0 });
    i += steps[d] + gaps[k];
    k = gaps.length - 1 - k;
  }
  return { rows, worthM2: best[0][0] };
}

/**
 * The best rows of a frame: the grid once from the lowest setback line, once from the highest.
 * @param taken ground that no building is put on
 */
export function bestRows(land: RowLand, wishes: RowWishes, taken: readonly Rectangle[]): Rows {
  const [low, high] = ([1, -1] as const).map((side) => bestOf(land, side, wishes, taken));
  return high.worthM2 > low.worthM2 + 1e-6 ? high : low;
}
