import { FeatureRings } from '../overlap/feature-rings.ts';
import { BoxGrid } from '../boxes/grid.ts';
import { HolderRaster, MIXED, NONE } from './holder-raster.ts';
import { outlineAt, type PlaneColumns } from '../plane/plane-columns.ts';
import { PairKernel } from '../overlap/overlay-pair.ts';
import { planeRingsOf, type PlaneRings } from '../overlap/overlay-rings.ts';
import { stopsAt, type Watch } from '../../watch.ts';

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
      const all = shares.of(parcels, f);
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

/** What ground a feature shares with those of a layer; their rings are made ready when first met, and kept. */
export class SharesOf {
  readonly #layer: PlaneColumns;
  readonly #grid: BoxGrid;
  readonly #rings = new Map<number, PlaneRings>();
  readonly #kernel = new PairKernel();
  readonly #asked = new FeatureRings();
  readonly #found: number[] = [];

  constructor(layer: PlaneColumns) {
    this.#layer = layer;
    this.#grid = new BoxGrid(layer.boxes);
  }

  /** Every feature that shares at least 10⁻⁹ of the ground of feature f of `columns`, by row. */
  of(columns: PlaneColumns, f: number): Share[] {
    const { boxes } = columns;
    const k = 4 * f;
    const count = this.#grid.meeting(boxes[k], boxes[k + 1], boxes[k + 2], boxes[k + 3], this.#found);
    const rows = this.#found.slice(0, count).sort((a, b) => a - b);
    this.#asked.take(columns, f);
    this.#kernel.forget();
    const whole = this.#asked.areasM2[0];
    const shares: Share[] = [];
    for (const row of rows) {
      const areaM2 = this.#kernel.commonArea(this.#asked, 0, this.#ringsOf(row), 0);
      const share = Math.min(1, Math.round((areaM2 / whole) * SHARE_DIGITS) / SHARE_DIGITS);
      if (share > 0) shares.push({ row, areaM2, share });
    }
    return shares;
  }

  #ringsOf(row: number): PlaneRings {
    let rings = this.#rings.get(row);
    if (!rings) this.#rings.set(row, (rings = planeRingsOf(outlineAt(this.#layer, row))));
    return rings;
  }
}
