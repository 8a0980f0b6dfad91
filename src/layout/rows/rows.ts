import { cut, type Cutting } from './cut.ts';
import type { Frame } from '../land/frame.ts';
import { without, type Rectangle } from '../land/strip.ts';

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
  /** Building in all of them, m², before aisles go through. */
  readonly areaM2: number;
}

/** How rows may lie. */
export interface RowWishes {
  readonly depthsM: readonly number[];
  readonly rowGapM: number;
  /** Every other gap, the first among them, is a yard of so much; 0: none is. */
  readonly apronM: number;
  readonly cutting: Cutting;
}

/** Steps of a row's place, metres: finer ones gain next to nothing. */
const STEP_M = 1;

const lengthIn = (free: readonly number[], cutting: Cutting): number => {
  let sum = 0;
  for (let i = 0; i < free.length; i += 2) sum += cut(free[i + 1] - free[i], cutting).lengthM;
  return sum;
};

/** What a row of each depth at each place of the grid is worth: building in it, m². */
class Grid {
  readonly first: number;
  readonly count: number;
  readonly #worth: Float64Array;

  constructor(
    readonly frame: Frame,
    readonly anchor: number,
    readonly wishes: RowWishes,
    readonly taken: readonly Rectangle[],
  ) {
    const { depthsM, cutting } = wishes;
    this.first = Math.ceil((frame.yMin - anchor) / STEP_M);
    this.count = Math.max(0, Math.floor((frame.yMax - anchor) / STEP_M) - this.first);
    const n = depthsM.length;
    this.#worth = new Float64Array(this.count * n);
    for (let d = 0; d < n; d++)
      for (let i = 0; i + Math.ceil(depthsM[d] / STEP_M) <= this.count; i++)
        this.#worth[i * n + d] = depthsM[d] * lengthIn(this.free(i, d), cutting);
  }

  y(i: number): number {
    return this.anchor + (this.first + i) * STEP_M;
  }

  free(i: number, d: number): readonly number[] {
    const [y, depth] = [this.y(i), this.wishes.depthsM[d]];
    return without(this.frame.slabs.free(y, depth), y, y + depth, this.taken);
  }

  worth(i: number, d: number): number {
    return this.#worth[i * this.wishes.depthsM.length + d];
  }
}

/**
 * The rows with most building, exactly over all places of a grid of a metre and the depths given: by dynamic programming
 * from the last place to the first, for a row with a yard after it and for one with a common gap.
 */
function bestOf(grid: Grid, { depthsM, rowGapM, apronM }: RowWishes): Rows {
  const { count } = grid;
  const steps = depthsM.map((depth) => Math.ceil(depth / STEP_M));
  const gaps = apronM ? [Math.ceil(Math.max(rowGapM, apronM) / STEP_M), Math.ceil(rowGapM / STEP_M)] : [Math.ceil(rowGapM / STEP_M)]; // prettier-ignore
  const best = gaps.map(() => new Float64Array(count + 1));
  const chosen = gaps.map(() => new Int32Array(count + 1).fill(-1));
  for (let i = count - 1; i >= 0; i--)
    for (let k = 0; k < gaps.length; k++) {
      const then = best[gaps.length - 1 - k];
      best[k][i] = best[k][i + 1];
      for (let d = 0; d < steps.length && i + steps[d] <= count; d++) {
        const worth = grid.worth(i, d);
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
    rows.push({ y: grid.y(i), depthM: depthsM[d], free: grid.free(i, d), docks: apronM > 0 && k === 0 });
    i += steps[d] + gaps[k];
    k = gaps.length - 1 - k;
  }
  return { rows, areaM2: best[0][0] };
}

/** y of the setback line of the lowest edge (side 1) or the highest (side −1). */
function setbackLine({ edges: { ay, by, radius }, yMin, yMax }: Frame, side: 1 | -1): number {
  const end = side > 0 ? yMin : -yMax;
  let line = Infinity;
  for (let e = 0; e < ay.length; e++)
    if (Math.min(side * ay[e], side * by[e]) < end + 0.5)
      line = Math.min(line, Math.max(side * ay[e], side * by[e]) + radius[e]);
  return side * line;
}

/**
 * The best rows of a frame: the grid once from the lowest setback line, once from the highest.
 * @param taken ground that no building is put on
 */
export function bestRows(frame: Frame, wishes: RowWishes, taken: readonly Rectangle[]): Rows {
  const [low, high] = ([1, -1] as const).map((side) =>
    bestOf(new Grid(frame, setbackLine(frame, side), wishes, taken), wishes),
  );
  return high.areaM2 > low.areaM2 + 1e-6 ? high : low;
}
