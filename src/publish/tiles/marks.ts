import type { Coded } from '../../domain/land/records/coded.ts';
import type { Outlines } from '../../formats/mvt/map-plane.ts';
import type { TagColumn } from '../../formats/mvt/tags.ts';
import { longitudeLatitude, type GroundMeasures } from './ground-measure.ts';

/** A tile is shown so large, px. */
export const TILE_PX = 512;
/** The side of a square is never less, px, nor the width of a strip of it: what is there is seen, and on no grid lost. */
const [LEAST_PX, LEAST_STRIP_PX] = [0.75, 0.25];

/** What small features near each other come to, of one kind. */
interface Heap {
  /** Number of the cell. */
  readonly cell: number;
  readonly code: number;
  n: number;
  area: number;
  m2: number;
  /** Its middle is x / weight, y / weight. */
  weight: number;
  x: number;
  y: number;
}

/** What encloses nothing has a place all the same; far less than a square millimetre of the map's plane. */
const LEAST_WEIGHT = 1e-24;

/** Small features that are drawn together. */
export interface Marks {
  readonly layer: Outlines;
  readonly tags: readonly TagColumn[];
}

/** Small features by cells of a grid of `cellPx` at a zoom, those of one kind together, in the order of the cells. */
export function heapsOf(
  rows: ArrayLike<number>,
  { areas, x, y, m2 }: GroundMeasures,
  { codes, values }: Coded<string>,
  z: number,
  cellPx: number,
): Heap[] {
  const across = (2 ** z * TILE_PX) / cellPx;
  const heaps = new Map<number, Heap>();
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    const cell = Math.floor(y[row] * across) * across + Math.floor(x[row] * across);
    const place = cell * (values.length + 1) + codes[row] + 1;
    let heap = heaps.get(place);
    if (!heap) heaps.set(place, (heap = { cell, code: codes[row], n: 0, area: 0, m2: 0, weight: 0, x: 0, y: 0 }));
    const weight = areas[row] + LEAST_WEIGHT;
    heap.n++;
    heap.area += areas[row];
    heap.m2 += m2[row];
    heap.weight += weight;
    heap.x += weight * x[row];
    heap.y += weight * y[row];
  }
  return [...heaps.values()].sort((a, b) => a.cell - b.cell || a.code - b.code);
}

/**
 * The features of a cell as a square in their middle, as large as they are together: where a cell is built up it is full. Each
 * kind is a strip of it, with how many features it stands for and their ground, m². `key` is what the kind is called by.
 */
export function marksOf(heaps: readonly Heap[], kinds: readonly string[], key: string, z: number): Marks {
  const size = heaps.length;
  const lonLat = new Float64Array(10 * size);
  const px = 1 / (TILE_PX * 2 ** z);
  for (let from = 0, to = 0; from < size; from = to) {
    while (to < size && heaps[to].cell === heaps[from].cell) to++;
    strips(heaps.slice(from, to), px, (n, box) => lonLat.set(boxRing(box), 10 * (from + n)));
  }
  const starts = (step: number) => Uint32Array.from({ length: size + 1 }, (_, i) => step * i);
  const tag = (name: string, of: (heap: Heap) => number): TagColumn => {
    const values = [...new Set(heaps.map(of))];
    const places = new Map(values.map((value, place) => [value, place]));
    return { key: name, values, codes: Int32Array.from(heaps, (heap) => places.get(of(heap))!) };
  };
  return {
    layer: { size, lonLat, vertexStart: starts(5), ringStart: starts(1), partStart: starts(1) },
    tags: [
      { key, values: kinds, codes: Int32Array.from(heaps, ({ code }) => code) },
      tag('n', ({ n }) => n),
      tag('m2', ({ m2 }) => Math.round(m2)),
    ],
  };
}

type Box = readonly [west: number, north: number, east: number, south: number];

/** Side by side from west to east, in the square of one cell. */
function strips(heaps: readonly Heap[], px: number, put: (n: number, box: Box) => void): void {
  const sum = (of: (heap: Heap) => number) => heaps.reduce((total, heap) => total + of(heap), 0);
  const [area, weight] = [sum((heap) => heap.area), sum((heap) => heap.weight)];
  const side = Math.max(Math.sqrt(area), LEAST_PX * px);
  const [x, y] = [sum((heap) => heap.x) / weight, sum((heap) => heap.y) / weight];
  const widths = heaps.map((heap) => Math.max((side * heap.weight) / weight, LEAST_STRIP_PX * px));
  let west = x - widths.reduce((total, width) => total + width, 0) / 2;
  widths.forEach((width, n) => {
    put(n, [west, y - side / 2, west + width, y + side / 2]);
    west += width;
  });
}

function boxRing([left, top, right, bottom]: Box): number[] {
  const [west, north] = longitudeLatitude(left, top);
  const [east, south] = longitudeLatitude(right, bottom);
  return [west, south, east, south, east, north, west, north, west, south];
}
