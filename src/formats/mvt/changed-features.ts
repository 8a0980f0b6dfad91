import { longestRing } from '../../domain/geometry/draw/simplify.ts';
import type { Box, BoxesInView } from './boxes-in-view.ts';
import { drawnAnew, type Held } from './drawn-anew.ts';
import { MapPlane, type Outlines } from './map-plane.ts';
import type { TagValue, TagWriter } from './tags.ts';

/** A feature as it is from now on. */
export interface TileFeature {
  readonly id: number;
  /** Of one feature. */
  readonly shape: Outlines;
  /** One for each tag of the set. */
  readonly tags: readonly (TagValue | undefined)[];
}

export interface TileChanges {
  /** Ids of features that are there no more. */
  readonly gone: readonly number[];
  /** Features that came, or are others than they were. */
  readonly put: readonly TileFeature[];
}

/** One that lies over the rows of the layer, on a plane of its own. */
interface Changed extends Held {
  readonly id: number;
  readonly codes: readonly number[];
}

interface Under {
  readonly ids: Uint32Array | undefined;
  readonly compare: (a: number, b: number) => number;
  readonly tags: TagWriter;
}

/** So many are changed before all had better be made anew, or this share of all. */
const MOST_CHANGED = 2000;
const MOST_OF = 1 / 16;

/** What has changed since the rows of a layer were laid on the map's plane: rows that count no more, features in their place. */
export class ChangedFeatures {
  readonly #plane: MapPlane;
  readonly #boxes: BoxesInView;
  readonly #under: Under;
  readonly #hidden = new Set<number>();
  readonly #changed = new Map<number, Changed>();
  /** Row of each id, made when something first changes. */
  #rows: Map<number, number> | null = null;

  constructor(plane: MapPlane, boxes: BoxesInView, under: Under) {
    this.#plane = plane;
    this.#boxes = boxes;
    this.#under = under;
  }

  /** Whether a row of the layer counts no more. */
  hides(row: number): boolean {
    return this.#hidden.size > 0 && this.#hidden.has(row);
  }

  /** Of those that lie over the layer, which boxes meet this one; in their order. */
  meeting([west, north, east, south]: Box): readonly Changed[] {
    if (this.#changed.size === 0) return [];
    const met: Changed[] = [];
    for (const changed of this.#changed.values()) {
      const { boxes } = changed.plane;
      if (boxes[0] <= east && boxes[2] >= west && boxes[1] <= south && boxes[3] >= north) met.push(changed);
    }
    return met.sort((a, b) => this.#under.compare(a.id, b.id));
  }

  /** Vertices of the longest ring that came; null where too much has changed, and nothing is. */
  change({ gone, put }: TileChanges): number | null {
    const all = this.#plane.outlines.size;
    if (this.#hidden.size + this.#changed.size + gone.length + put.length > Math.max(MOST_CHANGED, all * MOST_OF))
      return null;
    // What is left out of the borders is told as of before first.
    void this.#plane.borders;
    const before = [...gone, ...put.map(({ id }) => id)].flatMap((id) => this.#takeOut(id) ?? []);
    const now = put.map(({ id, shape, tags }): Changed => {
      const codes = this.#under.tags.codesOf(tags);
      return { id, plane: new MapPlane(shape), row: 0, codes };
    });
    drawnAnew(before, now, this.#around([...before, ...now]));
    for (const changed of now) this.#changed.set(changed.id, changed);
    return put.reduce((most, { shape: { vertexStart } }) => Math.max(most, longestRing(vertexStart)), 0);
  }

  /** A feature as it was, which is there no more; undefined where there was none. */
  #takeOut(id: number): Held | undefined {
    const changed = this.#changed.get(id);
    if (changed) {
      this.#changed.delete(id);
      return changed;
    }
    const row = this.#rowOf(id);
    if (row === undefined || this.#hidden.has(row)) return undefined;
    this.#hidden.add(row);
    return { plane: this.#plane, row };
  }

  #rowOf(id: number): number | undefined {
    const { ids } = this.#under;
    if (!ids) return id < this.#plane.outlines.size ? id : undefined;
    this.#rows ??= new Map(Array.from(ids, (own, row) => [own, row]));
    return this.#rows.get(id);
  }

  /** Those there are, each once, whose boxes meet one of these features'. */
  #around(features: readonly Held[]): readonly Held[] {
    const rows = new Set<number>();
    const changed = new Set<Changed>();
    for (const { plane, row } of features) {
      const [west, north, east, south] = plane.boxes.subarray(4 * row, 4 * row + 4);
      for (const other of this.#boxes.meeting([west, north, east, south]))
        if (!this.#hidden.has(other)) rows.add(other);
      for (const other of this.meeting([west, north, east, south])) changed.add(other);
    }
    return [...Array.from(rows, (row): Held => ({ plane: this.#plane, row })), ...changed];
  }
}
