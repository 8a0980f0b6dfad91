import { RING_KERNEL } from './ring-kernel.wasm.ts';
import { Rows } from './rows.ts';
import { ROW_LENGTH, straightRow } from './straight-rows.ts';

/** The machine code of scripts/kernels/ring-areas.as.ts with its memory. Not re-entrant: fill, call, read. */
export interface RingKernel {
  /** Most vertices of one call. */
  readonly capacity: number;
  /** In: vertices, degrees; and where rings start among them, counted from any number, one more than rings. */
  readonly lonLat: Float64Array;
  readonly start: Uint32Array;
  /** Out: signed areas, m²; NaN where the ring must be measured otherwise. */
  readonly area: Float64Array;
  /** Measures `rings` rings, edges as given when `centralMeridian` is NaN; returns how many areas are NaN. */
  areas(rings: number, centralMeridian: number): number;
}

interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly row: WebAssembly.Global<'i32'>;
  readonly missed: WebAssembly.Global<'i32'>;
  ringAreas(first: number, count: number, centralMeridian: number): number;
}
type Addresses = Readonly<Record<'TABLE' | 'CAPACITY' | 'LON_LAT' | 'START' | 'AREA', WebAssembly.Global<'i32'>>>;

/** Rows of coefficients by latitude, as many as the kernel has. */
const ROWS_PER_DEGREE = 128;
const MAX_LATITUDE = 60;
const ROWS = 2 * MAX_LATITUDE * ROWS_PER_DEGREE + 1;

function load(): RingKernel | null {
  let instance;
  try {
    const bytes = Uint8Array.from(atob(RING_KERNEL), (c) => c.charCodeAt(0));
    instance = new WebAssembly.Instance(new WebAssembly.Module(bytes));
  } catch {
    return null; // an engine without vectors, or a page that may not compile: the slow way gives the same figures
  }
  const { memory, row, missed, ringAreas, ...at } = instance.exports as unknown as Exports & Addresses;
  const capacity = at.CAPACITY.value;
  const table = new Float64Array(memory.buffer, at.TABLE.value, ROWS * ROW_LENGTH);
  const rows = new Rows(ROWS, ROW_LENGTH, (i) => straightRow(i / ROWS_PER_DEGREE - MAX_LATITUDE), table);
  return {
    capacity,
    lonLat: new Float64Array(memory.buffer, at.LON_LAT.value, 2 * capacity),
    start: new Uint32Array(memory.buffer, at.START.value, capacity + 1),
    area: new Float64Array(memory.buffer, at.AREA.value, capacity),
    areas(rings, centralMeridian) {
      let done = ringAreas(0, rings, centralMeridian);
      while (done < rings) {
        rows.startOf(row.value);
        done = ringAreas(done, rings, centralMeridian);
      }
      return missed.value;
    },
  };
}

/** null where the engine cannot run it. */
export const ringKernel = load();
