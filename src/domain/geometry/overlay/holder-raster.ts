import { typicalSize } from '../boxes/grid-level.ts';
import type { PlaneColumns } from '../plane/plane-columns.ts';

/** Labels of cells beside the rows of holders: ground of none, and ground where a border runs or holders overlap. */
export const NONE = -1;
export const MIXED = -2;

/** Cells per parcel, at most: finer ones cost more to label than they save. */
const CELLS_PER_PARCEL = 4;
/** Least number of cells, for few parcels under many holders. */
const LEAST_CELLS = 4096;
/** Share of a cell by which borders are drawn too thick: far above rounding, far below what costs anything. */
const THICKER = 1e-6;

/**
 * The ground that parcels and holders have in common in square cells about as large as a parcel; each is labelled with
 * the row of the one holder it lies in wholly, or NONE, or MIXED.
 */
export class HolderRaster {
  readonly #west: number;
  readonly #south: number;
  readonly #east: number;
  readonly #north: number;
  readonly #scale: number;
  readonly #columns: number;
  readonly #rows: number;
  readonly #labels: Int32Array;

  constructor(parcels: PlaneColumns, holders: PlaneColumns) {
    const p = extentOf(parcels);
    const h = extentOf(holders);
    this.#west = Math.max(p[0], h[0]);
    this.#south = Math.max(p[1], h[1]);
    this.#east = Math.min(p[2], h[2]);
    this.#north = Math.min(p[3], h[3]);
    const width = this.#east - this.#west;
    const height = this.#north - this.#south;
    if (!(width >= 0 && height >= 0)) {
      [this.#scale, this.#columns, this.#rows, this.#labels] = [0, 0, 0, new Int32Array(0)];
      return;
    }
    const most = Math.max(LEAST_CELLS, CELLS_PER_PARCEL * parcels.size);
    const cell = Math.max(
      typicalSize(parcels.boxes),
      Math.sqrt((width * height) / most),
      (width + height) / most,
      1e-3,
    );
    this.#scale = 1 / cell;
    this.#columns = Math.floor(width / cell) + 1;
    this.#rows = Math.floor(height / cell) + 1;
    this.#labels = new Int32Array(this.#columns * this.#rows).fill(NONE);
    this.#fillInsides(holders);
    eachEdge(holders, (_, ax, ay, bx, by) => this.#drawBorder(ax, ay, bx, by));
  }

  /** The label that all cells under a box share; MIXED when they differ. */
  label(west: number, south: number, east: number, north: number): number {
    if (!(west <= this.#east && east >= this.#west && south <= this.#north && north >= this.#south)) return NONE;
    if (!(west >= this.#west && east <= this.#east && south >= this.#south && north <= this.#north)) return MIXED;
    const i0 = this.#column(west);
    const i1 = this.#column(east);
    const j0 = this.#row(south);
    const j1 = this.#row(north);
    const label = this.#labels[j0 * this.#columns + i0];
    for (let j = j0; j <= j1; j++)
      for (let i = i0; i <= i1; i++) if (this.#labels[j * this.#columns + i] !== label) return MIXED;
    return label;
  }

  /** Labels every cell by what its centre lies in: right wherever no border runs. */
  #fillInsides(holders: PlaneColumns): void {
    const crossings: { x: number; holder: number }[][] = Array.from({ length: this.#rows }, () => []);
    eachEdge(holders, (holder, ax, ay, bx, by) => {
      const first = Math.max(0, Math.floor((Math.min(ay, by) - this.#south) * this.#scale - 0.5));
      const last = Math.min(this.#rows - 1, Math.ceil((Math.max(ay, by) - this.#south) * this.#scale - 0.5));
      for (let j = first; j <= last; j++) {
        const y = this.#south + (j + 0.5) / this.#scale;
        if (ay > y !== by > y) crossings[j].push({ x: ax + ((y - ay) / (by - ay)) * (bx - ax), holder });
      }
    });
    crossings.forEach((row, j) => this.#fillRow(row, j * this.#columns));
  }

  #fillRow(crossings: { x: number; holder: number }[], offset: number): void {
    crossings.sort((p, q) => p.x - q.x);
    const inside = new Set<number>();
    crossings.forEach(({ x, holder }, n) => {
      if (!inside.delete(holder)) inside.add(holder);
      if (inside.size === 0) return;
      const label = inside.size > 1 ? MIXED : [...inside][0];
      // A centre on a crossing may get either label: a border runs there, and is drawn over it.
      const from = this.#centreAfter(x);
      const to = this.#centreAfter(crossings[n + 1]?.x ?? Infinity);
      if (from < to) this.#labels.fill(label, offset + from, offset + to);
    });
  }

  /** First column whose centre lies east of x. */
  #centreAfter(x: number): number {
    return Math.min(this.#columns, Math.max(0, Math.ceil((x - this.#west) * this.#scale - 0.5)));
  }

  /** Labels every cell an edge runs through MIXED. */
  #drawBorder(ax: number, ay: number, bx: number, by: number): void {
    // In cells, seen from the corner of the raster.
    const px = (ax - this.#west) * this.#scale;
    const py = (ay - this.#south) * this.#scale;
    const qx = (bx - this.#west) * this.#scale;
    const qy = (by - this.#south) * this.#scale;
    const first = Math.max(0, Math.floor(Math.min(py, qy) - THICKER));
    const last = Math.min(this.#rows - 1, Math.floor(Math.max(py, qy) + THICKER));
    for (let j = first; j <= last; j++) {
      // The stretch of the edge within this row.
      const [s, t] =
        qy === py ? [0, 1] : [clamped((j - THICKER - py) / (qy - py)), clamped((j + 1 + THICKER - py) / (qy - py))];
      const u = px + s * (qx - px);
      const v = px + t * (qx - px);
      const from = Math.max(0, Math.floor(Math.min(u, v) - THICKER));
      const to = Math.min(this.#columns - 1, Math.floor(Math.max(u, v) + THICKER));
      if (from <= to) this.#labels.fill(MIXED, j * this.#columns + from, j * this.#columns + to + 1);
    }
  }

  #column(x: number): number {
    return Math.min(this.#columns - 1, Math.floor((x - this.#west) * this.#scale));
  }
  #row(y: number): number {
    return Math.min(this.#rows - 1, Math.floor((y - this.#south) * this.#scale));
  }
}

const clamped = (t: number): number => Math.min(1, Math.max(0, t));

function extentOf({ boxes }: PlaneColumns): [number, number, number, number] {
  const extent: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let k = 0; k < boxes.length; k += 4) {
    extent[0] = Math.min(extent[0], boxes[k]);
    extent[1] = Math.min(extent[1], boxes[k + 1]);
    extent[2] = Math.max(extent[2], boxes[k + 2]);
    extent[3] = Math.max(extent[3], boxes[k + 3]);
  }
  return extent;
}

/** Calls `visit` for every edge of every feature that has a place. */
function eachEdge(
  { size, boxes, xy, vertexStart, ringStart, partStart }: PlaneColumns,
  visit: (f: number, ax: number, ay: number, bx: number, by: number) => void,
): void {
  for (let f = 0; f < size; f++) {
    if (!(boxes[4 * f] <= boxes[4 * f + 2])) continue;
    for (let r = ringStart[partStart[f]]; r < ringStart[partStart[f + 1]]; r++)
      for (let k = 2 * vertexStart[r]; k < 2 * vertexStart[r + 1] - 2; k += 2)
        visit(f, xy[k], xy[k + 1], xy[k + 2], xy[k + 3]);
  }
}
