import { mercator } from './mercator.ts';
import { message } from './message.ts';
import { TagWriter, type TagColumn } from './tags.ts';
import { Wire } from './wire.ts';

/** Degrees, longitude first. */
export type LinePositions = readonly (readonly [number, number] | readonly number[])[];

/** A line on the map's plane, with what its vertices are worth in a coarser drawing. */
interface PlacedLine {
  readonly xy: Float64Array;
  /** Square of the distance by which leaving a vertex out moves the line; ∞ for its ends. */
  readonly weights: Float64Array;
  readonly box: readonly [west: number, north: number, east: number, south: number];
}

interface LineOptions {
  readonly name: string;
  readonly tags?: readonly TagColumn[];
}

export interface LineSet {
  /** Tile z/x/y as a vector tile with one layer; null where no line runs through it. */
  readonly tile: (z: number, x: number, y: number) => Uint8Array | null;
}

const [EXTENT, BUFFER, TOLERANCE] = [4096, 64, 3];
const LINE = 2;

/** Lines as vector tiles, cut when they are asked for; each a feature of its own, its row the row of the tags. */
export function lineSet(lines: readonly LinePositions[], { name, tags = [] }: LineOptions): LineSet {
  const placed = lines.map(placedLine);
  const writer = new TagWriter(tags);
  return { tile: (z, x, y) => lineTile(placed, name, writer, [z, x, y]) };
}

function placedLine(line: LinePositions): PlacedLine {
  const xy = mercator(Float64Array.from(line.flatMap(([lon, lat]) => [lon, lat])));
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let k = 0; k < xy.length; k++) {
    box[k % 2] = Math.min(box[k % 2], xy[k]);
    box[2 + (k % 2)] = Math.max(box[2 + (k % 2)], xy[k]);
  }
  return { xy, weights: weightsOf(xy), box };
}

/** Douglas and Peucker (1973), once for all zooms: a vertex is never worth more than the one that split its stretch. */
function weightsOf(xy: Float64Array): Float64Array {
  const last = xy.length / 2 - 1;
  const weights = new Float64Array(last + 1).fill(Infinity);
  const open: [from: number, to: number, most: number][] = [[0, last, Infinity]];
  for (let stretch = open.pop(); stretch; stretch = open.pop()) {
    const [from, to, most] = stretch;
    if (to - from < 2) continue;
    let [far, worth] = [from + 1, -1];
    for (let v = from + 1; v < to; v++) {
      const away = squareFrom(xy, v, from, to);
      if (away > worth) [far, worth] = [v, away];
    }
    weights[far] = Math.min(worth, most);
    open.push([from, far, weights[far]], [far, to, weights[far]]);
  }
  return weights;
}

/** Square of the distance of vertex `v` from the stretch between two others. */
function squareFrom(xy: Float64Array, v: number, from: number, to: number): number {
  const [ax, ay] = [xy[2 * from], xy[2 * from + 1]];
  const [dx, dy] = [xy[2 * to] - ax, xy[2 * to + 1] - ay];
  const [px, py] = [xy[2 * v] - ax, xy[2 * v + 1] - ay];
  const length = dx * dx + dy * dy;
  const along = length > 0 ? Math.min(1, Math.max(0, (px * dx + py * dy) / length)) : 0;
  return (px - along * dx) ** 2 + (py - along * dy) ** 2;
}

type Tile = readonly [z: number, x: number, y: number];

function lineTile(lines: readonly PlacedLine[], name: string, tags: TagWriter, tile: Tile): Uint8Array | null {
  const [z, x, y] = tile;
  const [scale, margin] = [2 ** z, BUFFER / EXTENT];
  const layer = new Wire();
  layer.room(2);
  layer.bytes[layer.at++] = 0x78; // version (15) 2
  layer.bytes[layer.at++] = 2;
  layer.text(1, name);
  tags.startTile();
  const before = layer.at;
  lines.forEach(({ xy, weights, box: [west, north, east, south] }, row) => {
    if (east * scale < x - margin || west * scale > x + 1 + margin) return;
    if (south * scale < y - margin || north * scale > y + 1 + margin) return;
    const geometry = geometryOf(pieces(xy, weights, tile));
    if (geometry.at > 0) message(layer, 2, featureOf(row, geometry, tags));
  });
  if (layer.at === before) return null;
  tags.writeTables(layer);
  layer.room(6);
  layer.bytes[layer.at++] = 0x28; // extent (5)
  layer.varint(EXTENT);
  const whole = new Wire();
  message(whole, 3, layer);
  return whole.bytes.slice(0, whole.at);
}

function featureOf(row: number, geometry: Wire, tags: TagWriter): Wire {
  const feature = new Wire();
  feature.room(8);
  feature.bytes[feature.at++] = 0x08; // id (1)
  feature.varint(row);
  const own = new Wire();
  tags.writeFeature(own, row);
  if (own.at > 0) message(feature, 2, own);
  feature.room(2);
  feature.bytes[feature.at++] = 0x18; // type (3)
  feature.bytes[feature.at++] = LINE;
  message(feature, 4, geometry);
  return feature;
}

/** What of a line lies in the tile with its margin, thinned, in tile units: each piece its columns and rows. */
function pieces(xy: Float64Array, weights: Float64Array, [z, x, y]: Tile): number[][] {
  const scale = 2 ** z * EXTENT;
  const least = (TOLERANCE / scale) ** 2;
  const found: number[][] = [];
  let before: [number, number] | null = null;
  for (let v = 0; v < weights.length; v++) {
    if (weights[v] < least) continue;
    const here: [number, number] = [xy[2 * v] * scale - x * EXTENT, xy[2 * v + 1] * scale - y * EXTENT];
    const part = before && clipped(before, here);
    before = here;
    if (!part) continue;
    const [ax, ay, bx, by] = part.map(Math.round);
    const piece = found.at(-1);
    const goesOn = piece?.at(-2) === ax && piece.at(-1) === ay;
    if (!goesOn) found.push([ax, ay]);
    if (bx !== ax || by !== ay) found.at(-1)!.push(bx, by);
  }
  return found.filter((piece) => piece.length > 2);
}

/** The stretch between two points inside the tile with its margin (Liang and Barsky 1984); null: none. */
function clipped([ax, ay]: [number, number], [bx, by]: [number, number]): number[] | null {
  const [low, high] = [-BUFFER, EXTENT + BUFFER];
  const [dx, dy] = [bx - ax, by - ay];
  let [from, to] = [0, 1];
  for (const [step, room] of [
    [-dx, ax - low],
    [dx, high - ax],
    [-dy, ay - low],
    [dy, high - ay],
  ]) {
    if (step === 0 && room < 0) return null;
    if (step < 0) from = Math.max(from, room / step);
    if (step > 0) to = Math.min(to, room / step);
  }
  return from > to ? null : [ax + from * dx, ay + from * dy, ax + to * dx, ay + to * dy];
}

const zigzag = (value: number): number => ((value << 1) ^ (value >> 31)) >>> 0;

function geometryOf(lines: readonly (readonly number[])[]): Wire {
  const wire = new Wire();
  let [column, row] = [0, 0];
  for (const line of lines) {
    wire.room(12 * line.length + 16);
    for (let k = 0; k < line.length; k += 2) {
      if (k === 0) wire.varint(9); // MoveTo, once
      if (k === 2) wire.varint(((line.length / 2 - 1) << 3) | 2); // LineTo for all the others
      wire.varint(zigzag(line[k] - column));
      wire.varint(zigzag(line[k + 1] - row));
      [column, row] = [line[k], line[k + 1]];
    }
  }
  return wire;
}
