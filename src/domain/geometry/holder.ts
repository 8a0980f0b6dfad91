import { BoxGrid } from './grid.ts';
import { HolderRaster, MIXED, NONE } from './holder-raster.ts';
import { outlineArea, type Outline } from './outline.ts';
import { outlineAt, type PlaneColumns } from './plane-columns.ts';
import { commonArea } from './trapezoids.ts';
import { stopsAt, type Watch } from './watch.ts';

export interface Holders {
  /** Row of the holder of each parcel, −1 where there is none. */
  readonly holder: Int32Array;
  /** Share of the parcel's ground in it, 0 … 1, to 9 decimals. */
  readonly share: Float64Array;
  /** Share of the parcel's ground in the next one: with the first more than 1 only where holders overlap. */
  readonly next: Float64Array;
}

/** Shares are compared as rounded to this: rounding of sums decides between no two halves. */
const SHARE_DIGITS = 1e9;

/**
 * For every parcel the township 镇 (街道) or zone that holds most of its ground, both layers on one plane. Of equal shares
 * the lower row holds it; ground outside all holders counts for none, so a holder may have less than half. A parcel that
 * only touches holders has none. Both layers must be valid, holders without overlaps of their own parts: `problemsOf`
 * says so first. Null when the watch cancels it.
 *
 * Most parcels lie in cells of a raster that one holder covers: they are decided without looking at their border.
 */
export function holdersOf(parcels: PlaneColumns, holders: PlaneColumns, watch: Watch = {}): Holders | null {
  const { size, boxes } = parcels;
  const raster = new HolderRaster(parcels, holders);
  const shares = new SharesOf(holders);
  const holder = new Int32Array(size).fill(NONE);
  const share = new Float64Array(size);
  const next = new Float64Array(size);
  for (let f = 0; f < size; f++) {
    if (stopsAt(f, size, watch)) return null;
    const label = raster.label(boxes[4 * f], boxes[4 * f + 1], boxes[4 * f + 2], boxes[4 * f + 3]);
    if (label === MIXED) {
      const all = shares.of(outlineAt(parcels, f));
      const best = largestShare(all);
      holder[f] = best.row;
      share[f] = best.share;
      next[f] = largestShare(all.filter(({ row }) => row !== best.row)).share;
    } else if (label !== NONE) {
      holder[f] = label;
      share[f] = 1;
    }
  }
  watch.progress?.(1);
  return { holder, share, next };
}

export interface Share {
  /** Row of the other layer. */
  readonly row: number;
  readonly areaM2: number;
  /** Of the feature's own ground, to 9 decimals. */
  readonly share: number;
}

/** The holder among some shares: the largest, of equal ones the lowest row. */
export const largestShare = (shares: readonly Share[]): Pick<Share, 'row' | 'share'> =>
  shares.reduce<Pick<Share, 'row' | 'share'>>((best, next) => (next.share > best.share ? next : best), {
    row: NONE,
    share: 0,
  });

/** What ground an outline shares with the features of a layer; their outlines are made when first met, and kept. */
export class SharesOf {
  readonly #layer: PlaneColumns;
  readonly #grid: BoxGrid;
  readonly #outlines = new Map<number, Outline>();
  readonly #found: number[] = [];

  constructor(layer: PlaneColumns) {
    this.#layer = layer;
    this.#grid = new BoxGrid(layer.boxes);
  }

  /** Every feature that shares at least 10⁻⁹ of the outline's ground, by row. */
  of(outline: Outline): Share[] {
    const whole = outlineArea(outline);
    const count = this.#grid.meeting(outline.west, outline.south, outline.east, outline.north, this.#found);
    const rows = this.#found.slice(0, count).sort((a, b) => a - b);
    return rows
      .map((row): Share => {
        const areaM2 = commonArea(outline, this.#outline(row));
        return { row, areaM2, share: Math.min(1, Math.round((areaM2 / whole) * SHARE_DIGITS) / SHARE_DIGITS) };
      })
      .filter(({ share }) => share > 0);
  }

  #outline(row: number): Outline {
    let outline = this.#outlines.get(row);
    if (!outline) this.#outlines.set(row, (outline = outlineAt(this.#layer, row)));
    return outline;
  }
}
