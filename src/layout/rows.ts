import { cut, type Cutting } from './cut.ts';
import type { Frame } from './frame.ts';

/** A row of buildings: the slab it fills and where in it buildings may stand. */
export interface Row {
  readonly y: number;
  readonly depthM: number;
  readonly free: readonly number[];
}

export interface Rows {
  readonly rows: readonly Row[];
  /** Building in all of them, m², before aisles go through. */
  readonly areaM2: number;
}

/** Steps of a row's place, metres: finer ones gain next to nothing. */
const STEP_M = 1;

const lengthIn = (free: readonly number[], cutting: Cutting): number => {
  let sum = 0;
  for (let i = 0; i < free.length; i += 2) sum += cut(free[i + 1] - free[i], cutting).lengthM;
  return sum;
};

/**
 * The rows with most building, exactly over all places of a grid of a metre and the depths given: by dynamic programming
 * from the last place to the first.
 * @param anchor where the grid begins
 */
function fromAnchor(frame: Frame, anchor: number, depths: readonly number[], gapM: number, cutting: Cutting): Rows {
  const first = Math.ceil((frame.yMin - anchor) / STEP_M);
  const count = Math.max(0, Math.floor((frame.yMax - anchor) / STEP_M) - first);
  const best = new Float64Array(count + 2);
  const chosen = new Int32Array(count + 1).fill(-1);
  const gap = Math.ceil(gapM / STEP_M);
  const slabs: (readonly number[] | null)[] = new Array<readonly number[] | null>(count * depths.length).fill(null);
  for (let i = count - 1; i >= 0; i--) {
    best[i] = best[i + 1];
    for (let d = 0; d < depths.length; d++) {
      const steps = Math.ceil(depths[d] / STEP_M);
      if (i + steps > count) continue;
      const y = anchor + (first + i) * STEP_M;
      const free = frame.slabs.free(y, depths[d]);
      slabs[i * depths.length + d] = free;
      const value = depths[d] * lengthIn(free, cutting) + best[Math.min(count, i + steps + gap)];
      if (value > best[i] + 1e-6) {
        best[i] = value;
        chosen[i] = d;
      }
    }
  }
  const rows: Row[] = [];
  for (let i = 0; i < count;) {
    const d = chosen[i];
    if (d < 0) {
      i++;
      continue;
    }
    rows.push({ y: anchor + (first + i) * STEP_M, depthM: depths[d], free: slabs[i * depths.length + d] ?? [] });
    i += Math.ceil(depths[d] / STEP_M) + gap;
  }
  return { rows, areaM2: best[0] };
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

/** The best rows of a frame: the grid once from the lowest setback line, once from the highest. */
export function bestRows(frame: Frame, depths: readonly number[], gapM: number, cutting: Cutting): Rows {
  const low = fromAnchor(frame, setbackLine(frame, 1), depths, gapM, cutting);
  const high = fromAnchor(frame, setbackLine(frame, -1), depths, gapM, cutting);
  return high.areaM2 > low.areaM2 + 1e-6 ? high : low;
}
