import type { PlaneCrs } from '../../geodesy/crs.ts';
import { holdersOf, largestShare, SharesOf, type Holders } from '../../geometry/overlay/holder.ts';
import type { Layer } from '../../geometry/columns/layer.ts';
import { planeColumns, sharedColumns, type PlaneColumns } from '../../geometry/plane/plane-columns.ts';
import { zoneOfFeature } from '../../geometry/plane/project.ts';
import { problemsOf } from '../../geometry/valid/validity.ts';
import { stopsAt, type Watch } from '../../watch.ts';

/** Who holds most of one parcel's ground: a row of the other layer, −1 for none; its share, and that of the next one. */
export interface Holding {
  readonly row: number;
  readonly share: number;
  readonly next: number;
}

const isDrawn = ({ partStart }: Layer, f: number): boolean => partStart[f + 1] > partStart[f];
const NOWHERE = [Infinity, Infinity, -Infinity, -Infinity] as const;

/** Rows with a broken boundary. Null when cancelled. */
function brokenRows(layer: Layer, watch: Watch = {}): ReadonlySet<number> | null {
  const rows = new Set<number>();
  for (let f = 0; f < layer.size; f++) {
    if (stopsAt(f, layer.size, watch)) return null;
    if (isDrawn(layer, f) && problemsOf(layer, f).some((p) => p.severity === 'broken')) rows.add(f);
  }
  watch.progress?.(1);
  return rows;
}

/** The parcels of a city on the plane asked for last: most often the same for all that may hold them. */
export class OnPlanes {
  readonly #layer: Layer;
  readonly #broken: ReadonlySet<number>;
  #last: readonly [epsg: number, columns: PlaneColumns] | null = null;

  /** What is broken counts as if it had no geometry. */
  constructor(layer: Layer, broken: ReadonlySet<number>) {
    this.#layer = layer;
    this.#broken = broken;
  }

  columns(crs: PlaneCrs): PlaneColumns {
    if (this.#last?.[0] !== crs.epsg) this.#last = [crs.epsg, soundColumns(this.#layer, crs, this.#broken)];
    return this.#last[1];
  }
}

/** Townships or zones, as those that may hold parcels. What is broken of them counts as if it had no geometry. */
export class Shareholders {
  readonly #crs: PlaneCrs;
  readonly #columns: PlaneColumns;
  #shares: SharesOf | null = null;

  /** Null where none has a sound boundary. */
  static of(others: Layer): Shareholders | null {
    if (others.lonLat.length === 0) return null;
    const broken = brokenRows(others)!; // cannot be cancelled
    // Shares are the same on any plane near enough; that of one sound holder is as good as another's.
    let sound = 0;
    while (sound < others.size && (!isDrawn(others, sound) || broken.has(sound))) sound++;
    if (sound === others.size) return null;
    const crs = zoneOfFeature(others, sound);
    return new Shareholders(crs, soundColumns(others, crs, broken));
  }

  private constructor(crs: PlaneCrs, columns: PlaneColumns) {
    this.#crs = crs;
    this.#columns = columns;
  }

  /** Of every parcel; null when cancelled. */
  ofAll(parcels: OnPlanes, watch: Watch): Holders | null {
    return holdersOf(parcels.columns(this.#crs), this.#columns, watch);
  }

  /** Of the one sound feature of a layer: what `ofAll` says of it. */
  ofOne(parcel: Layer): Holding {
    const shares = (this.#shares ??= new SharesOf(this.#columns)).of(planeColumns(parcel, this.#crs), 0);
    const { row, share } = largestShare(shares);
    return { row, share, next: largestShare(shares.filter((other) => other.row !== row)).share };
  }
}

function soundColumns(layer: Layer, crs: PlaneCrs, broken: ReadonlySet<number>): PlaneColumns {
  const columns = sharedColumns(layer, crs);
  for (const f of broken) columns.boxes.set(NOWHERE, 4 * f);
  return columns;
}
