/*
 * The grids that `BoxGrid` is made of, each four times coarser than the last, and which of them a box belongs to.
 */

export interface Level {
  /** 1 ÷ side of a cell. */
  readonly scale: number;
  /** Buckets along x and y, less one; both are powers of two. */
  readonly maskX: number;
  readonly maskY: number;
  readonly shift: number;
  /** Rows by bucket: `rows[start[b]] .. rows[start[b + 1]]`, ascending. */
  readonly start: Uint32Array;
  readonly rows: Uint32Array;
}

/** The grid of the median box is number 3 of these, counted from the finest. */
const LEVELS = 24;
const MEDIAN_LEVEL = 3;
/** The number of an empty box's grid. */
export const NO_LEVEL = 255;
/** Side of a cell in median boxes: measured, with little effect from 1 to 3. */
const CELL_PER_MEDIAN = 2;
/** With 24 grids on top of it, the coarsest still has a cell for all that is on the plane. */
const LEAST_CELL_M = 1e-3;
const SAMPLE = 4096;
const BUCKETS_PER_BOX = 4;

/** Side of the finest grid's cells, metres. */
export const finestCell = (boxes: Float64Array, reachM: number): number =>
  (Math.max(LEAST_CELL_M, CELL_PER_MEDIAN * typicalSize(boxes)) + 2 * reachM) / 4 ** MEDIAN_LEVEL;

/** Median of the longer side, over a sample; 0 without boxes. */
export function typicalSize(boxes: Float64Array): number {
  const sizes: number[] = [];
  const step = Math.max(1, Math.floor(boxes.length / 4 / SAMPLE));
  for (let k = 0; k < boxes.length; k += 4 * step) if (boxes[k] <= boxes[k + 2]) sizes.push(longerSide(boxes, k));
  return sizes.sort((a, b) => a - b)[sizes.length >> 1] ?? 0;
}

const longerSide = (boxes: Float64Array, k: number): number =>
  Math.max(boxes[k + 2] - boxes[k], boxes[k + 3] - boxes[k + 1]);

/** The finest grid in whose cells box i and its reach would fit: it lies in at most two each way. */
export function levelFor(boxes: Float64Array, i: number, finest: number, reach: number): number {
  if (!(boxes[4 * i] <= boxes[4 * i + 2])) return NO_LEVEL;
  const span = longerSide(boxes, 4 * i) + 2 * reach;
  let level = 0;
  for (let widest = finest; span > widest && level < LEVELS - 1; widest *= 4) level++;
  return level;
}

/** Enters the boxes of grid `number`. */
export function buildLevel(boxes: Float64Array, levels: Uint8Array, number: number, finest: number): Level {
  const frame = frameOf(boxes, levels, number, 1 / (finest * 4 ** number));
  const { scale, maskX, maskY, shift } = frame;
  const start = new Uint32Array((maskX + 1) * (maskY + 1) + 1);
  const eachBucket = (visit: (bucket: number, i: number) => void): void => {
    for (let i = 0; i < levels.length; i++) {
      if (levels[i] !== number) continue;
      const x0 = Math.floor(boxes[4 * i] * scale);
      const x1 = Math.floor(boxes[4 * i + 2] * scale);
      const y0 = Math.floor(boxes[4 * i + 1] * scale);
      const y1 = Math.floor(boxes[4 * i + 3] * scale);
      for (let y = y0; y <= y1; y++) for (let x = x0; x <= x1; x++) visit(((y & maskY) << shift) | (x & maskX), i);
    }
  };
  eachBucket((bucket) => start[bucket + 1]++);
  for (let b = 1; b < start.length; b++) start[b] += start[b - 1];
  const rows = new Uint32Array(start[start.length - 1]);
  const next = start.slice();
  eachBucket((bucket, i) => (rows[next[bucket]++] = i));
  return { ...frame, start, rows };
}

/** Buckets for the boxes of one grid: a power of two each way, at least 4 so that no box meets itself around it. */
function frameOf(boxes: Float64Array, levels: Uint8Array, number: number, scale: number) {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  let count = 0;
  for (let i = 0; i < levels.length; i++) {
    if (levels[i] !== number) continue;
    count++;
    if (boxes[4 * i] < west) west = boxes[4 * i];
    if (boxes[4 * i + 1] < south) south = boxes[4 * i + 1];
    if (boxes[4 * i + 2] > east) east = boxes[4 * i + 2];
    if (boxes[4 * i + 3] > north) north = boxes[4 * i + 3];
  }
  const bits = (span: number): number => Math.min(24, Math.max(2, Math.ceil(Math.log2(span * scale + 2))));
  let [bitsX, bitsY] = [bits(east - west), bits(north - south)];
  const most = Math.max(4, Math.ceil(Math.log2(BUCKETS_PER_BOX * count)));
  while (bitsX + bitsY > most)
    if (bitsX > bitsY) bitsX--;
    else bitsY--;
  return { scale, maskX: 2 ** bitsX - 1, maskY: 2 ** bitsY - 1, shift: bitsX };
}
