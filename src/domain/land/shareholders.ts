import { holdersOf, type Holders } from '../geometry/overlay/holder.ts';
import type { Layer } from '../geometry/columns/layer.ts';
import { planeColumns, type PlaneColumns } from '../geometry/plane/plane-columns.ts';
import { zoneOfFeature } from '../geometry/plane/project.ts';
import { problemsOf } from '../geometry/valid/validity.ts';
import { partOf, stopsAt, type Watch } from '../watch.ts';

const isDrawn = ({ partStart }: Layer, f: number): boolean => partStart[f + 1] > partStart[f];

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

/**
 * Which features of several layers hold most of each parcel. The parcels are examined once, and not at all where their
 * broken rows are known; what is broken counts as if it had no geometry.
 */
export class Shareholders {
  readonly #layer: Layer;
  #broken: ReadonlySet<number> | undefined;
  /** The parcels on the plane asked for last, by its EPSG code: most often the same for all layers. */
  #plane: readonly [number, PlaneColumns] | undefined;

  constructor(parcels: Layer, broken?: ReadonlySet<number>) {
    this.#layer = parcels;
    this.#broken = broken;
  }

  /** `none` where either has no sound boundary at all; null when cancelled. */
  of(others: Layer, watch: Watch): Holders | 'none' | null {
    if (this.#layer.lonLat.length === 0 || others.lonLat.length === 0) return 'none';
    const broken = (this.#broken ??= brokenRows(this.#layer, partOf(watch, 0, 0.4)) ?? undefined);
    const brokenOthers = broken && brokenRows(others, partOf(watch, 0.4, 0.5));
    if (!broken || !brokenOthers) return null;
    // Shares are the same on any plane near enough; that of one sound holder is as good as another's.
    let sound = 0;
    while (sound < others.size && (!isDrawn(others, sound) || brokenOthers.has(sound))) sound++;
    if (sound === others.size) return 'none';
    const crs = zoneOfFeature(others, sound);
    if (this.#plane?.[0] !== crs.epsg) this.#plane = [crs.epsg, soundColumns(this.#layer, crs, broken)];
    return holdersOf(this.#plane[1], soundColumns(others, crs, brokenOthers), partOf(watch, 0.5, 1));
  }
}

function soundColumns(
  layer: Layer,
  crs: Parameters<typeof planeColumns>[1],
  broken: ReadonlySet<number>,
): PlaneColumns {
  const columns = planeColumns(layer, crs);
  for (const f of broken) columns.boxes.set([Infinity, Infinity, -Infinity, -Infinity], 4 * f);
  return columns;
}
