import Flatbush from 'flatbush';
import type { Layer } from '../columns/layer.ts';
import { placesOf } from './places.ts';

/** Vertices of two features this near are one place: a centimetre, in degrees. */
const SAME_PLACE_DEGREES = 1e-7;
/** The line along which places are put in order: askew, so that borders along meridians are not all in one place on it. */
const [ALONG_X, ALONG_Y] = [0.8, 0.6];
/** Room for what is rounded on the way. */
const ROOM = 1.01;
const NOBODY = -1;
const NO_VERTEX = 0xffffffff;
const NO_STOPS: readonly number[] = [];

/** The borders of a layer, each stretch once with those it parts. */
export interface Borders {
  /** Longitude and latitude of the places, interleaved, degrees. */
  readonly lonLat: Float64Array;
  /** Two places for each edge. */
  readonly ends: readonly number[];
  /** The features on both sides of each edge, −1 for none; of more than two the first and the last. */
  readonly sides: readonly number[];
}

/** Edges by their ends, whichever way they are drawn. */
class EdgeTable {
  readonly ends: number[] = [];
  readonly sides: number[] = [];
  #slots = new Int32Array(64).fill(NOBODY);

  add(p: number, q: number, side: number, other = NOBODY): void {
    if (p === q) return;
    if (this.ends.length > this.#slots.length) this.#grow();
    const low = p < q ? p : q;
    const high = p < q ? q : p;
    const slot = this.#slotOf(low, high);
    const e = this.#slots[slot];
    if (e >= 0) {
      this.sides[2 * e + 1] = side;
      return;
    }
    this.#slots[slot] = this.ends.length / 2;
    this.ends.push(low, high);
    this.sides.push(side, other);
  }

  #slotOf(low: number, high: number): number {
    const last = this.#slots.length - 1;
    let hash = Math.imul(low ^ Math.imul(high, 0x85ebca6b), 0x9e3779b1);
    hash ^= hash >>> 15;
    for (let slot = hash & last; ; slot = (slot + 1) & last) {
      const e = this.#slots[slot];
      if (e < 0 || (this.ends[2 * e] === low && this.ends[2 * e + 1] === high)) return slot;
    }
  }

  #grow(): void {
    this.#slots = new Int32Array(2 * this.#slots.length).fill(NOBODY);
    for (let e = 0; 2 * e < this.ends.length; e++)
      this.#slots[this.#slotOf(this.ends[2 * e], this.ends[2 * e + 1])] = e;
  }
}

/** Who borders on whom, for drawing: borders that two features share are one, also where one side has more vertices. */
export function bordersOf(layer: Layer): Borders {
  const { partStart, ringStart, vertexStart, lonLat } = layer;
  const place = nearPlaces(lonLat);
  const table = new EdgeTable();
  for (let f = 0; f < layer.size; f++)
    for (let r = ringStart[partStart[f]]; r < ringStart[partStart[f + 1]]; r++)
      for (let v = vertexStart[r]; v + 1 < vertexStart[r + 1]; v++)
        if (isPlace(lonLat, v) && isPlace(lonLat, v + 1)) table.add(place[v], place[v + 1], f);
  const { ends, sides } = cutWhereOthersEnd(table, lonLat);
  return { lonLat, ends, sides };
}

/** For every vertex the one that stands for its place and for all that lie near it, from one to the next. */
function nearPlaces(lonLat: Float64Array): Int32Array {
  const place = placesOf(lonLat);
  const joined = new Map<number, number>();
  const standing = (v: number): number => {
    for (let w = joined.get(v); w !== undefined; w = joined.get(v)) v = w;
    return v;
  };
  const { order, along } = inOrder(lonLat, (v) => place[v] === v && isPlace(lonLat, v));
  for (let i = 0; i < order.length; i++) {
    const v = order[i];
    const last = along[i] + ROOM * SAME_PLACE_DEGREES;
    for (let j = i + 1; j < order.length && along[j] <= last; j++) {
      const w = order[j];
      const dx = lonLat[2 * w] - lonLat[2 * v];
      const dy = lonLat[2 * w + 1] - lonLat[2 * v + 1];
      if (Math.abs(dx) > SAME_PLACE_DEGREES || Math.hypot(dx, dy) > SAME_PLACE_DEGREES) continue;
      const first = standing(v);
      const second = standing(w);
      if (first !== second) joined.set(Math.max(first, second), Math.min(first, second));
    }
  }
  return joined.size === 0 ? place : place.map(standing);
}

/** The vertices that are meant, in order along the line, each with how far along it lies. */
function inOrder(lonLat: Float64Array, isMeant: (v: number) => boolean) {
  const at = (v: number) => ALONG_X * lonLat[2 * v] + ALONG_Y * lonLat[2 * v + 1];
  const order = new Uint32Array(lonLat.length / 2);
  let count = 0;
  for (let v = 0; v < order.length; v++) if (isMeant(v)) order[count++] = v;
  // Numbers alone are sorted several times faster than by a comparison; who shares a number is told apart by its turn.
  const along = Float64Array.from(order.subarray(0, count), at).sort();
  const sorted = new Uint32Array(count).fill(NO_VERTEX);
  for (let k = 0; k < count; k++) {
    let i = firstNotBelow(along, at(order[k]));
    while (sorted[i] !== NO_VERTEX) i++;
    sorted[i] = order[k];
  }
  return { order: sorted, along };
}

function firstNotBelow(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

const isPlace = (lonLat: Float64Array, v: number): boolean =>
  Math.abs(lonLat[2 * v]) <= 180 && Math.abs(lonLat[2 * v + 1]) <= 90;

/** Edges with someone on one side only may lie along several short ones: they are cut where those end. */
function cutWhereOthersEnd(table: EdgeTable, lonLat: Float64Array): EdgeTable {
  const { ends, sides } = table;
  const single = new Set<number>();
  for (let e = 0; 2 * e < ends.length; e++)
    if (sides[2 * e + 1] === NOBODY) single.add(ends[2 * e]).add(ends[2 * e + 1]);
  if (single.size === 0) return table;
  const places = [...single];
  const index = new Flatbush(places.length);
  for (const p of places) index.add(lonLat[2 * p], lonLat[2 * p + 1]);
  index.finish();
  const cut = new EdgeTable();
  for (let e = 0; 2 * e < ends.length; e++) {
    const p = ends[2 * e];
    const q = ends[2 * e + 1];
    const side = sides[2 * e];
    const other = sides[2 * e + 1];
    const stops = other === NOBODY ? placesOn(index, places, lonLat, p, q) : NO_STOPS;
    let from = p;
    for (const stop of stops) {
      cut.add(from, stop, side, other);
      from = stop;
    }
    cut.add(from, q, side, other);
  }
  return cut;
}

/** The places between p and q on the line between them, in order. */
function placesOn(
  index: Flatbush,
  places: readonly number[],
  lonLat: Float64Array,
  p: number,
  q: number,
): readonly number[] {
  const px = lonLat[2 * p];
  const py = lonLat[2 * p + 1];
  const dx = lonLat[2 * q] - px;
  const dy = lonLat[2 * q + 1] - py;
  const length = Math.hypot(dx, dy);
  const near = SAME_PLACE_DEGREES;
  const west = Math.min(px, px + dx) - near;
  const south = Math.min(py, py + dy) - near;
  const found = index.search(west, south, Math.max(px, px + dx) + near, Math.max(py, py + dy) + near);
  // Mostly its own two ends.
  if (found.length <= 2) return NO_STOPS;
  const along = (v: number) => ((lonLat[2 * v] - px) * dx + (lonLat[2 * v + 1] - py) * dy) / length;
  const off = (v: number) => Math.abs((lonLat[2 * v] - px) * dy - (lonLat[2 * v + 1] - py) * dx) / length;
  return found
    .map((i) => places[i])
    .filter((v) => v !== p && v !== q && off(v) <= near && along(v) > near && along(v) < length - near)
    .sort((a, b) => along(a) - along(b));
}
