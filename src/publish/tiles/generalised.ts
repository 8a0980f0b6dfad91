import type { Coded } from '../../domain/land/records/coded.ts';
import type { Outlines } from '../../formats/mvt/map-plane.ts';
import { tileSet, type TileSet } from '../../formats/mvt/tiles.ts';
import type { PublishedLayer } from '../shape/published.ts';
import { groundMeasures, type GroundMeasures } from './ground-measure.ts';
import { heapsOf, marksOf, TILE_PX } from './marks.ts';

/** So many features in one tile of 512 px are drawn and sent quickly by a phone. */
const MOST = 4000;
/** The same of marks. */
const MOST_MARKS = 2500;
/** Features smaller than one of these, px², are drawn as marks: the least that leaves no tile too full. */
const LEAST_AREAS = [1, 2, 4, 8, 16, 32, 64, 128] as const;
/** Sides of the cells within which small ones are drawn together, px. */
const CELLS = [4, 8, 16, 32] as const;

interface Features {
  readonly layer: Outlines;
  /** Ground of each, m². */
  readonly m2: Float64Array;
}

interface Kinds extends Coded<string> {
  /** What the kind of a feature is called by. */
  readonly key: string;
}

/** What of a layer is drawn at one zoom: rows as they are, the others as marks. */
interface Level {
  readonly z: number;
  /** 1 for each row that is in a mark. */
  readonly without: Uint8Array;
  readonly marks: TileSet;
}

/**
 * A layer of which nothing is lost at any zoom: what is too small to be drawn, or too much for a tile, is drawn together
 * with what is near and of its kind, as a mark in a layer of its own that tells how many it stands for.
 */
export class GeneralisedLayer {
  readonly #names: readonly [PublishedLayer, PublishedLayer];
  readonly #set: TileSet;
  readonly #measures: GroundMeasures;
  readonly #kinds: Kinds;
  readonly #rows: Uint32Array;
  readonly #lastZoom: number;
  #level: Level | null = null;

  /** From `lastZoom` on all is drawn as it is, but what encloses nothing. */
  constructor(
    names: readonly [layer: PublishedLayer, marks: PublishedLayer],
    { layer, m2 }: Features,
    kinds: Kinds,
    lastZoom: number,
  ) {
    this.#names = names;
    this.#kinds = kinds;
    this.#lastZoom = lastZoom;
    this.#set = tileSet(layer, { name: names[0], tags: [kinds], maxZoom: lastZoom });
    this.#measures = { ...groundMeasures(layer), m2 };
    const { partStart } = layer;
    this.#rows = Uint32Array.from({ length: layer.size }, (_, row) => row).filter((row) => partStart[row + 1] > partStart[row]); // prettier-ignore
  }

  /** One or two layers of a tile, none where nothing is in it. Zooms are best asked for one after the other. */
  tile(z: number, x: number, y: number, extent: number): Uint8Array[] {
    if (this.#level?.z !== z) this.#level = this.#levelAt(z, extent);
    const { without, marks } = this.#level;
    const own = this.#set.tile(z, x, y, { extent, without });
    return [own, marks.tile(z, x, y)].filter((layer) => layer !== null);
  }

  #levelAt(z: number, extent: number): Level {
    const { areas } = this.#measures;
    const scale = (2 ** z * TILE_PX) ** 2;
    const largeAt = (least: number) => this.#rows.filter((row) => areas[row] * scale >= least);
    const least =
      z >= this.#lastZoom
        ? 0
        : (LEAST_AREAS.find((px2) => this.#fullest(largeAt(px2), z) <= MOST) ?? LEAST_AREAS.at(-1)!);
    const without = new Uint8Array(areas.length);
    for (const row of this.#rows) if (areas[row] * scale < least) without[row] = 1;
    // What the grid of the tiles swallows is no less lost than what is small.
    const left = this.#set.leftAt(z, { extent, without });
    for (const row of this.#rows) if (left[row] === 0) without[row] = 1;
    return {
      z,
      without,
      marks: this.#marksOf(
        this.#rows.filter((row) => without[row] === 1),
        z,
      ),
    };
  }

  #marksOf(rows: Uint32Array, z: number): TileSet {
    const heapsBy = (px: number) => heapsOf(rows, this.#measures, this.#kinds, z, px);
    const perTile = (heaps: ReturnType<typeof heapsOf>) => {
      const tiles = new Map<string, number>();
      for (const { x, y, weight } of heaps) {
        const tile = `${Math.floor((x / weight) * 2 ** z)} ${Math.floor((y / weight) * 2 ** z)}`;
        tiles.set(tile, (tiles.get(tile) ?? 0) + 1);
      }
      return Math.max(0, ...tiles.values());
    };
    let heaps = heapsBy(CELLS[0]);
    for (const px of CELLS.slice(1)) {
      if (perTile(heaps) <= MOST_MARKS) break;
      heaps = heapsBy(px);
    }
    const { layer, tags } = marksOf(heaps, this.#kinds.values, this.#kinds.key, z);
    return tileSet(layer, { name: this.#names[1], tags, maxZoom: 0 });
  }

  /** Features in the fullest tile of a zoom, each in that of its middle. */
  #fullest(rows: Uint32Array, z: number): number {
    const { x, y } = this.#measures;
    const scale = 2 ** z;
    const tiles = new Map<number, number>();
    let most = 0;
    for (const row of rows) {
      const tile = Math.floor(y[row] * scale) * scale + Math.floor(x[row] * scale);
      const count = (tiles.get(tile) ?? 0) + 1;
      tiles.set(tile, count);
      if (count > most) most = count;
    }
    return most;
  }
}
