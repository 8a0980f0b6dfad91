import type { Metres } from '../../quantity/units.ts';
import { BoxGrid } from '../boxes/grid.ts';
import { NearTest, reachOf } from './near-test.ts';
import type { PlaneColumns } from '../plane/plane-columns.ts';
import { stopsAt, type Watch } from '../../watch.ts';

/**
 * All pairs of features at most `toleranceM` apart on the plane (0: they touch, overlap or one holds the other): the
 * pairs of PostGIS's ST_DWithin on the same numbers. Interleaved rows, the smaller first, pairs ascending; features
 * without geometry or with a coordinate that is no number are in none. Null when the watch cancels it.
 */
export function nearPairs(columns: PlaneColumns, toleranceM: Metres, watch: Watch = {}): Uint32Array | null {
  const test = new NearTest(toleranceM);
  const grid = new BoxGrid(columns.boxes, reachOf(toleranceM));
  const pairs = new PairList();
  const found: number[] = [];
  for (let i = 0; i < columns.size; i++) {
    if (stopsAt(i, columns.size, watch)) return null;
    const count = grid.partners(i, found);
    for (let n = 0; n < count; n++) if (test.near(columns, i, columns, found[n])) pairs.push(i, found[n]);
  }
  watch.progress?.(1);
  return pairs.sorted(columns.size);
}

/** Pairs of rows as they come, in one growing column. */
class PairList {
  #pairs = new Uint32Array(1 << 10);
  #length = 0;

  push(i: number, j: number): void {
    if (this.#length === this.#pairs.length) {
      const wider = new Uint32Array(2 * this.#pairs.length);
      wider.set(this.#pairs);
      this.#pairs = wider;
    }
    this.#pairs[this.#length++] = i < j ? i : j;
    this.#pairs[this.#length++] = i < j ? j : i;
  }

  /** By first row, then by second: each row's few partners are put in order in its own stretch. */
  sorted(size: number): Uint32Array {
    const [pairs, length] = [this.#pairs, this.#length];
    const start = new Uint32Array(size + 1);
    for (let k = 0; k < length; k += 2) start[pairs[k] + 1]++;
    for (let i = 0; i < size; i++) start[i + 1] += start[i];
    const seconds = new Uint32Array(length / 2);
    const next = start.slice();
    for (let k = 0; k < length; k += 2) seconds[next[pairs[k]]++] = pairs[k + 1];
    const out = new Uint32Array(length);
    for (let i = 0; i < size; i++) {
      for (let n = start[i]; n < start[i + 1]; n++) {
        let m = n;
        for (const j = seconds[n]; m > start[i] && out[2 * m - 1] > j; m--) out[2 * m + 1] = out[2 * m - 1];
        out[2 * n] = i;
        out[2 * m + 1] = seconds[n];
      }
    }
    return out;
  }
}
