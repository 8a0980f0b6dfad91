import Flatbush from 'flatbush';
import type { Layer } from '../../domain/geometry/columns/layer.ts';
import { longestRing, vertexWeights } from '../../domain/geometry/draw/simplify.ts';
import { mercator } from './mercator.ts';
import { GeometryWriter, TileRing } from './rings.ts';
import { TagWriter, type TagColumn } from './tags.ts';
import { varintLength, Wire } from './wire.ts';

/** How fine a tile is cut. */
type TileDetail = Pick<TileOptions, 'extent' | 'tolerance'>;

export interface TileOptions {
  /** Name of the layer in the tile. */
  readonly name: string;
  readonly tags?: readonly TagColumn[];
  /** Id of each feature; its row where nothing is said. */
  readonly ids?: Uint32Array;
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
  /** Rows of the features whose boxes meet the tile, ascending. */
  readonly rowsIn: (z: number, x: number, y: number) => Uint32Array;
}

/**
 * A layer as vector tiles, cut from its columns when asked for. What is left out of the borders at a zoom is decided once
 * for the whole layer, so that neighbours keep meeting (`domain/geometry/draw/simplify.ts`).
 */
export function tileSet(layer: Layer, options: TileOptions): TileSet {
  const cutter = new TileCutter(layer, options);
  return { tile: (z, x, y, detail) => cutter.tile(z, x, y, detail), rowsIn: (z, x, y) => cutter.rowsIn(z, x, y) };
}

const MULTI_POLYGON = 3;
const FRONT = 6;
/** From this share of the layer's box on a tile is taken to hold most of it. */
const MOST_OF = 1 / 32;
/** To look at all boxes so often costs about what a tree of them does. */
const LOOKS = 32;

class TileCutter {
  readonly #layer: Layer;
  readonly #ids: Uint32Array | undefined;
  readonly #options: Required<Omit<TileOptions, 'tags' | 'ids'>>;
  /** The same for the tile that is being cut. */
  #cut: Required<Omit<TileOptions, 'tags' | 'ids'>>;
  readonly #xy: Float64Array;
  /** West, north, east, south of each feature on the unit square. */
  readonly #boxes: Float64Array;
  /** West, north, east, south of all. */
  readonly #whole: Float64Array;
  #looks = 0;
  /** Rows found by a look at all, tile after tile in the same memory. */
  #found: Uint32Array | null = null;
  #tree: Flatbush | null = null;
  readonly #tags: TagWriter;
  readonly #ring: TileRing;
  readonly #geometry = new Wire();
  readonly #tagBytes = new Wire();
  readonly #out = new Wire();
  readonly #commands = new GeometryWriter();
  #weights: Float32Array | null = null;

  constructor(layer: Layer, { tags = [], ids, ...options }: TileOptions) {
    this.#layer = layer;
    this.#ids = ids;
    this.#options = this.#cut = { extent: 4096, buffer: 64, tolerance: 3, maxZoom: 16, ...options };
    this.#xy = mercator(layer.lonLat);
    this.#boxes = boxesOf(layer, this.#xy);
    this.#whole = wholeOf(this.#boxes);
    this.#tags = new TagWriter(tags);
    this.#ring = new TileRing(longestRing(layer.vertexStart));
  }

  tile(z: number, x: number, y: number, detail: TileDetail = {}): Uint8Array | null {
    this.#cut = { ...this.#options, ...detail };
    const { extent, buffer, name } = this.#cut;
    const scale = 2 ** z * extent;
    const [left, top] = [x * extent - buffer, y * extent - buffer];
    const side = extent + 2 * buffer;
    const hits = this.#rowsIn(left / scale, top / scale, (left + side) / scale, (top + side) / scale);
    if (hits.length === 0) return null;
    const out = this.#out;
    out.at = FRONT;
    out.room(2);
    out.bytes[out.at++] = 0x78; // version (15) 2
    out.bytes[out.at++] = 2;
    out.text(1, name);
    this.#tags.startTile();
    const before = out.at;
    for (const row of hits) this.#feature(row, z, x * extent, y * extent);
    if (out.at === before) return null;
    this.#tags.writeTables(out);
    out.room(6);
    out.bytes[out.at++] = 0x28; // extent (5)
    out.varint(extent);
    return this.#finished();
  }

  rowsIn(z: number, x: number, y: number): Uint32Array {
    return this.#rowsIn(x / 2 ** z, y / 2 ** z, (x + 1) / 2 ** z, (y + 1) / 2 ** z);
  }

  /** Rows whose boxes meet this one, ascending: all are looked at where many are meant, and at first; then a tree is asked. */
  #rowsIn(west: number, north: number, east: number, south: number): Uint32Array {
    const [w, n, e, s] = this.#whole;
    if (!(w <= east && n <= south && e >= west && s >= north)) return new Uint32Array(0);
    const common = (Math.min(e, east) - Math.max(w, west)) * (Math.min(s, south) - Math.max(n, north));
    const isLarge = common >= MOST_OF * (e - w) * (s - n);
    if (isLarge || this.#looks++ < LOOKS)
      return rowsMeeting(this.#boxes, west, north, east, south, (this.#found ??= new Uint32Array(this.#layer.size)));
    this.#tree ??= treeOf(this.#boxes);
    return Uint32Array.from(this.#tree.search(west, north, east, south)).sort();
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

  #feature(row: number, z: number, originX: number, originY: number): void {
    const geometry = this.#geometry;
    geometry.at = 0;
    this.#draw(row, z, originX, originY);
    if (geometry.at === 0) return;
    const tags = this.#tagBytes;
    tags.at = 0;
    this.#tags.writeFeature(tags, row);
    const out = this.#out;
    const tagLength = tags.at === 0 ? 0 : 1 + varintLength(tags.at) + tags.at;
    const id = this.#ids?.[row] ?? row;
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

  /** Rings of a feature that are left of it in the tile: shells clockwise as seen, holes the other way. */
  #draw(row: number, z: number, originX: number, originY: number): void {
    const { partStart, ringStart } = this.#layer;
    const { extent, buffer, tolerance, maxZoom } = this.#cut;
    const scale = 2 ** z * extent;
    const least = z >= maxZoom ? 0 : (tolerance / scale) ** 2;
    if (least > 0) this.#weights ??= vertexWeights(this.#layer, this.#xy);
    const [low, high] = [-buffer, extent + buffer];
    const box = this.#boxes;
    const inside =
      box[4 * row] * scale - originX >= low &&
      box[4 * row + 1] * scale - originY >= low &&
      box[4 * row + 2] * scale - originX <= high &&
      box[4 * row + 3] * scale - originY <= high;
    const ring = this.#ring;
    this.#commands.startFeature();
    for (let p = partStart[row]; p < partStart[row + 1]; p++)
      for (let r = ringStart[p]; r < ringStart[p + 1]; r++) {
        this.#place(r, scale, originX, originY, least);
        if (!inside) ring.clip(low, high);
        const area = ring.length < 3 ? 0 : ring.snap();
        const shell = r === ringStart[p];
        // Without its shell a part has no holes.
        if (area === 0 && shell) break;
        if (area !== 0) this.#commands.ring(this.#geometry, ring, area > 0 !== shell);
      }
  }

  /** Vertices of ring `r` worth at least `least`, in tile units. */
  #place(r: number, scale: number, originX: number, originY: number, least: number): void {
    const xy = this.#xy;
    const { vertexStart } = this.#layer;
    const ring = this.#ring;
    const { x, y } = ring;
    const weights = least > 0 ? this.#weights : null;
    let kept = 0;
    for (let v = vertexStart[r]; v < vertexStart[r + 1] - 1; v++) {
      if (weights !== null && weights[v] < least) continue;
      x[kept] = xy[2 * v] * scale - originX;
      y[kept++] = xy[2 * v + 1] * scale - originY;
    }
    ring.length = kept;
  }
}

function boxesOf(layer: Layer, xy: Float64Array): Float64Array {
  const { partStart, ringStart, vertexStart } = layer;
  const boxes = new Float64Array(4 * layer.size);
  for (let f = 0; f < layer.size; f++) {
    let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
    const last = vertexStart[ringStart[partStart[f + 1]]];
    for (let v = vertexStart[ringStart[partStart[f]]]; v < last; v++) {
      if (xy[2 * v] < west) west = xy[2 * v];
      if (xy[2 * v] > east) east = xy[2 * v];
      if (xy[2 * v + 1] < north) north = xy[2 * v + 1];
      if (xy[2 * v + 1] > south) south = xy[2 * v + 1];
    }
    boxes[4 * f] = west;
    boxes[4 * f + 1] = north;
    boxes[4 * f + 2] = east;
    boxes[4 * f + 3] = south;
  }
  return boxes;
}

/** The box of all boxes. */
function wholeOf(boxes: Float64Array): Float64Array {
  const whole = Float64Array.of(Infinity, Infinity, -Infinity, -Infinity);
  for (let k = 0; k < boxes.length; k += 4)
    for (let i = 0; i < 2; i++) {
      if (boxes[k + i] < whole[i]) whole[i] = boxes[k + i];
      if (boxes[k + i + 2] > whole[i + 2]) whole[i + 2] = boxes[k + i + 2];
    }
  return whole;
}

function rowsMeeting(
  boxes: Float64Array,
  west: number,
  north: number,
  east: number,
  south: number,
  rows: Uint32Array,
): Uint32Array {
  let count = 0;
  for (let row = 0, k = 0; row < rows.length; row++, k += 4)
    if (boxes[k] <= east && boxes[k + 2] >= west && boxes[k + 1] <= south && boxes[k + 3] >= north) rows[count++] = row;
  return rows.subarray(0, count);
}

function treeOf(boxes: Float64Array): Flatbush {
  const tree = new Flatbush(boxes.length / 4);
  for (let k = 0; k < boxes.length; k += 4) tree.add(boxes[k], boxes[k + 1], boxes[k + 2], boxes[k + 3]);
  tree.finish();
  return tree;
}
