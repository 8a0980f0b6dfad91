import { cut, longestIn, ROUNDING_M, wholeBays, worthOf, type Cutting } from './cut.ts';
import type { Rectangle } from '../land/strip.ts';
import type { Row } from './rows.ts';

/** A building of a row, in the frame. */
export interface Placed extends Rectangle {
  readonly row: number;
}

/** Rows with the aisles that go straight through all of them. */
export interface Columns {
  readonly placed: readonly Placed[];
  /** x of the middle of each aisle. */
  readonly aisles: readonly number[];
  readonly areaM2: number;
}

const STEP_M = 1;
/**
 * Stretches of like length are worth a little building: so much of it times their squares is least where they are equal. Of 126 m
 * two of 63 m for one of 96 and one of 30 may cost EQUAL × (96² + 30² − 2 × 63²), or 0.5 m.
 */
const EQUAL_PER_M = 1 / 44000;

/** Where the longest building of a row between two x stands: [from, to], at the side of the stretch it reaches; null: none fits. */
function spotIn(row: Row, x0: number, x1: number, cutting: Cutting): readonly [number, number] | null {
  const longest = longestIn(row.free, x0, x1, cutting);
  for (let i = 0; longest && i < row.free.length; i += 2) {
    const from = Math.max(row.free[i], x0);
    const to = Math.min(row.free[i + 1], x1);
    if (wholeBays(to - from, cutting) < longest) continue;
    const isAtStart = from <= x0 || (from <= x0 + ROUNDING_M && to < x1) || to < x1 - ROUNDING_M;
    return isAtStart ? [from, from + longest] : [to - longest, to];
  }
  return null;
}

/** What building in a stretch over all rows is worth, m². */
function valueOf(rows: readonly Row[], x0: number, x1: number, cutting: Cutting): number {
  let sum = 0;
  for (const { free, depthM } of rows) sum += worthOf(longestIn(free, x0, x1, cutting), 1, depthM);
  return sum;
}

export const areaOf = (placed: readonly Rectangle[]): number =>
  placed.reduce((sum, { x0, x1, y0, y1 }) => sum + (x1 - x0) * (y1 - y0), 0);

/** The stretches between aisles with most building, as much as it is worth, exactly over a grid of a metre: by dynamic programming along x. */
function fromAnchor(rows: readonly Row[], from: number, to: number, cutting: Cutting, side: 1 | -1) {
  const count = Math.floor((to - from) / STEP_M + 1e-9);
  const at = (i: number): number => (side > 0 ? from + i * STEP_M : to - (count - i) * STEP_M);
  const gap = Math.ceil(cutting.gapM / STEP_M);
  const best = new Float64Array(count + 2);
  const length = new Float64Array(count + 1);
  const depthM = rows.reduce((sum, row) => sum + row.depthM, 0);
  const unequal = EQUAL_PER_M * depthM;
  for (let i = count - 1; i >= 0; i--) {
    best[i] = best[i + 1];
    for (let l = Math.ceil(cutting.minM / cutting.bayM) * cutting.bayM; l <= cutting.maxM + 1e-9; l += cutting.bayM) {
      const steps = Math.ceil(l / STEP_M - 1e-9);
      if (i + steps > count) break;
      // Even full it would bring no more.
      const rest = best[Math.min(count, i + steps + gap)] - unequal * l * l;
      if (depthM * l + rest <= best[i]) continue;
      const value = valueOf(rows, at(i), at(i) + l, cutting) + rest;
      if (value > best[i] + 1e-6) {
        best[i] = value;
        length[i] = l;
      }
    }
  }
  const placed: Placed[] = [];
  const aisles: number[] = [];
  let last = Number.NaN;
  for (let i = 0; i < count;) {
    if (!length[i]) {
      i++;
      continue;
    }
    const [x0, x1] = [at(i), at(i) + length[i]];
    if (!Number.isNaN(last)) aisles.push((last + x0) / 2);
    last = x1;
    rows.forEach((row, r) => {
      const spot = spotIn(row, x0, x1, cutting);
      if (spot) placed.push({ row: r, x0: spot[0], x1: spot[1], y0: row.y, y1: row.y + row.depthM });
    });
    i += Math.ceil(length[i] / STEP_M - 1e-9) + gap;
  }
  return { placed, aisles, worth: best[0], areaM2: areaOf(placed) };
}

/** Rows cut by aligned aisles; the grid begins once at the first free place, once it ends at the last. */
export function alignedColumns(rows: readonly Row[], cutting: Cutting): Columns {
  const ends = rows.flatMap(({ free }) => free);
  if (!ends.length) return { placed: [], aisles: [], areaM2: 0 };
  const [from, to] = [Math.min(...ends), Math.max(...ends)];
  const left = fromAnchor(rows, from, to, cutting, 1);
  const right = fromAnchor(rows, from, to, cutting, -1);
  return right.worth > left.worth + 1e-6 ? right : left;
}

/** Each row cut for itself: stretches into buildings as like as bays allow, from their lower end. */
export function rowByRow(rows: readonly Row[], cutting: Cutting): Columns {
  const placed = rows.flatMap(({ y, depthM, free }, row) => {
    const own: Placed[] = [];
    for (let i = 0; i < free.length; i += 2) {
      // What parts two stretches may be narrower than the gap: a corner of the land that comes near.
      const last = own.at(-1);
      let x0 = last ? Math.max(free[i], last.x1 + cutting.gapM) : free[i];
      const { n, lengthM } = cut(free[i + 1] - x0, cutting);
      const bays = Math.round(lengthM / cutting.bayM);
      for (let b = 0; b < n; b++) {
        const x1 = x0 + (Math.floor(((b + 1) * bays) / n) - Math.floor((b * bays) / n)) * cutting.bayM;
        own.push({ row, x0, x1, y0: y, y1: y + depthM });
        x0 = x1 + cutting.gapM;
      }
    }
    return own;
  });
  return { placed, aisles: [], areaM2: areaOf(placed) };
}
