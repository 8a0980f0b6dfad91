import { longestRing } from '../../domain/geometry/draw/simplify.ts';
import { BoxesInView, type Box } from './boxes-in-view.ts';
import { ChangedFeatures, type TileChanges } from './changed-features.ts';
import { FeatureCutter, type Cut } from './feature-cutter.ts';
import { MapPlane, type Outlines } from './map-plane.ts';
import { TileRing } from './rings.ts';
import { TagWriter, type TagColumn } from './tags.ts';
import { varintLength, Wire } from './wire.ts';

/** How fine a tile is cut, and what is left out of it. */
type TileDetail = Pick<TileOptions, 'extent' | 'tolerance'> & {
  /** 1 for each row of the layer that is not drawn. */
  readonly without?: Uint8Array;
};

export interface TileOptions {
  /** Name of the layer in the tile. */
  readonly name: string;
  readonly tags?: readonly TagColumn[];
  /** Id of each feature; its row where nothing is said. */
  readonly ids?: Uint32Array;
  /** Which of two features comes first, by their ids, as for `sort`; the order of the rows; default: the lesser id. */
  readonly compare?: (a: number, b: number) => number;
  /** Units of a tile's side; default 4096. */
  readonly extent?: number;
  /** Units beyond its side that a tile also has; default 64. */
  readonly buffer?: number;
  /** How far a line may move below `maxZoom`, units; default 3. */
  readonly tolerance?: number;
  /** From this zoom on every vertex is drawn; default 16. */
  readonly maxZoom?: number;
}

export interface TileSet {
  /**
   * Tile z/x/y (XYZ, Web Mercator) as the bytes of a Mapbox Vector Tile 2.1, not compressed; the id of a feature is its
   * row in the layer, or what `ids` says. In a buffer of its own; null where the tile is empty. `detail`: other than that of the set.
   */
  readonly tile: (z: number, x: number, y: number, detail?: TileDetail) => Uint8Array | null;
  /** 1 for each row of the layer of which something is left at a zoom, when its vertices are on the grid of the tiles. */
  readonly leftAt: (z: number, detail?: TileDetail) => Uint8Array;
  /** Ids of the features whose boxes meet the tile, in their order. */
  readonly idsIn: (z: number, x: number, y: number) => readonly number[];
  /**
   * From here on tiles are those of a set made anew with these features in place of what was; it costs what they and their
   * neighbours have of vertices. False where so many have changed that the set had better be made anew: then it is as it was.
   */
  readonly change: (changes: TileChanges) => boolean;
}

/**
 * A layer as vector tiles, cut from its columns when asked for. What is left out of the borders at a zoom is decided once
 * for the whole layer, so that neighbours keep meeting (`domain/geometry/draw/simplify.ts`).
 */
export function tileSet(layer: Outlines, options: TileOptions): TileSet {
  const cutter = new TileCutter(layer, options);
  return {
    tile: (z, x, y, detail) => cutter.tile(z, x, y, detail),
    leftAt: (z, detail) => cutter.leftAt(z, detail),
    idsIn: (z, x, y) => cutter.idsIn(z, x, y),
    change: (changes) => cutter.change(changes),
  };
}

const MULTI_POLYGON = 3;
const FRONT = 6;

class TileCutter {
  readonly #options: Omit<Cut, 'x' | 'y' | 'z'>;
  readonly #name: string;
  readonly #ids: Uint32Array | undefined;
  readonly #compare: (a: number, b: number) => number;
  readonly #plane: MapPlane;
  readonly #boxes: BoxesInView;
  /** What lies over the rows of the layer. */
  readonly #changed: ChangedFeatures;
  readonly #tags: TagWriter;
  #ring: TileRing;
  readonly #geometry = new Wire();
  readonly #tagBytes = new Wire();
  readonly #out = new Wire();

  constructor(layer: Outlines, { name, tags = [], ids, compare = (a, b) => a - b, ...options }: TileOptions) {
    this.#options = { extent: 4096, buffer: 64, tolerance: 3, maxZoom: 16, ...options };
    this.#name = name;
    this.#ids = ids;
    this.#compare = compare;
    this.#plane = new MapPlane(layer);
    this.#boxes = new BoxesInView(this.#plane.boxes);
    this.#tags = new TagWriter(tags);
    this.#changed = new ChangedFeatures(this.#plane, this.#boxes, { ids, compare, tags: this.#tags });
    this.#ring = new TileRing(longestRing(layer.vertexStart));
  }

  tile(z: number, x: number, y: number, detail: TileDetail = {}): Uint8Array | null {
    const cut = { ...this.#options, ...detail, z, x, y };
    const { extent, buffer } = cut;
    const out = this.#out;
    out.at = FRONT;
    out.room(2);
    out.bytes[out.at++] = 0x78; // version (15) 2
    out.bytes[out.at++] = 2;
    out.text(1, this.#name);
    this.#tags.startTile();
    const before = out.at;
    this.#features(boxOf(z, x, y, buffer / extent), new FeatureCutter(cut, this.#ring), detail.without);
    if (out.at === before) return null;
    this.#tags.writeTables(out);
    out.room(6);
    out.bytes[out.at++] = 0x28; // extent (5)
    out.varint(extent);
    return this.#finished();
  }

  leftAt(z: number, detail: TileDetail = {}): Uint8Array {
    const { size } = this.#plane.outlines;
    const left = new Uint8Array(size);
    for (let row = 0; row < size; row++) {
      if (detail.without?.[row] === 1 || this.#changed.hides(row)) continue;
      // In the tile of its corner, which has no edge to cut it by.
      const [x, y] = [0, 1].map((side) => Math.floor(this.#plane.boxes[4 * row + side] * 2 ** z));
      const cut = { ...this.#options, ...detail, z, x, y, buffer: Infinity };
      this.#geometry.at = 0;
      new FeatureCutter(cut, this.#ring).write(this.#geometry, this.#plane, row);
      if (this.#geometry.at > 0) left[row] = 1;
    }
    return left;
  }

  idsIn(z: number, x: number, y: number): readonly number[] {
    const box = boxOf(z, x, y, 0);
    const own = Array.from(this.#boxes.meeting(box)).filter((row) => !this.#changed.hides(row));
    const changed = this.#changed.meeting(box);
    const ids = [...own.map((row) => this.#idOf(row)), ...changed.map(({ id }) => id)];
    return changed.length > 0 ? ids.sort(this.#compare) : ids;
  }

  change(changes: TileChanges): boolean {
    const longest = this.#changed.change(changes);
    if (longest === null) return false;
    if (longest > this.#ring.longest) this.#ring = new TileRing(longest);
    return true;
  }

  #idOf(row: number): number {
    return this.#ids?.[row] ?? row;
  }

  /** Those of the layer that stay and those that lie over it, in one order. */
  #features(box: Box, cutter: FeatureCutter, without: Uint8Array | undefined): void {
    const rows = this.#boxes.meeting(box);
    const changed = this.#changed.meeting(box);
    let next = 0;
    for (let n = 0; n < rows.length; n++) {
      const row = rows[n];
      if (this.#changed.hides(row) || without?.[row] === 1) continue;
      const id = this.#idOf(row);
      for (; next < changed.length && this.#compare(changed[next].id, id) < 0; next++)
        this.#changedFeature(changed[next], cutter);
      this.#geometry.at = 0;
      cutter.write(this.#geometry, this.#plane, row);
      if (this.#geometry.at === 0) continue;
      this.#tagBytes.at = 0;
      this.#tags.writeFeature(this.#tagBytes, row);
      this.#message(id);
    }
    for (; next < changed.length; next++) this.#changedFeature(changed[next], cutter);
  }

  #changedFeature(
    { id, plane, row, codes }: ReturnType<ChangedFeatures['meeting']>[number],
    cutter: FeatureCutter,
  ): void {
    this.#geometry.at = 0;
    cutter.write(this.#geometry, plane, row);
    if (this.#geometry.at === 0) return;
    this.#tagBytes.at = 0;
    this.#tags.writeCodes(this.#tagBytes, codes);
    this.#message(id);
  }

  /** A feature whose tags and geometry are written: field 2 of the layer. */
  #message(id: number): void {
    const out = this.#out;
    const tags = this.#tagBytes;
    const geometry = this.#geometry;
    const tagLength = tags.at === 0 ? 0 : 1 + varintLength(tags.at) + tags.at;
    const length = 1 + varintLength(id) + tagLength + 2 + 1 + varintLength(geometry.at) + geometry.at;
    out.room(length + 8);
    out.bytes[out.at++] = 0x12; // features (2)
    out.varint(length);
    out.bytes[out.at++] = 0x08; // id (1)
    out.varint(id);
    if (tags.at > 0) {
      out.bytes[out.at++] = 0x12; // tags (2)
      out.varint(tags.at);
      out.raw(tags.bytes, 0, tags.at);
    }
    out.bytes[out.at++] = 0x18; // type (3)
    out.bytes[out.at++] = MULTI_POLYGON;
    out.bytes[out.at++] = 0x22; // geometry (4)
    out.varint(geometry.at);
    out.raw(geometry.bytes, 0, geometry.at);
  }

  /** The layer as field 3 of the tile: its length is known only now and goes in front. */
  #finished(): Uint8Array {
    const out = this.#out;
    const end = out.at;
    const length = end - FRONT;
    const start = FRONT - 1 - varintLength(length);
    out.bytes[start] = 0x1a;
    out.at = start + 1;
    out.varint(length);
    return out.bytes.slice(start, end);
  }
}

/** A tile's square with a margin around it, a share of its side. */
function boxOf(z: number, x: number, y: number, margin: number): Box {
  const scale = 2 ** z;
  return [(x - margin) / scale, (y - margin) / scale, (x + 1 + margin) / scale, (y + 1 + margin) / scale];
}
