import type { Coded } from '../../domain/land/records/coded.ts';
import type { Outlines } from '../../formats/mvt/map-plane.ts';
import type { TagColumn } from '../../formats/mvt/tags.ts';
import { longitudeLatitude, type GroundMeasures } from './ground-measure.ts';

/** A tile is shown so large, px. */
export const TILE_PX = 512;
/** The side of a mark is never less, px: what is there is seen. */
const LEAST_PX = 0.75;

/** What small features near each other come to, of one kind. */
interface Heap {
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

/** Small features that are drawn together, as squares: each as large as its features are, and in their middle. */
export interface Marks {
  readonly layer: Outlines;
  readonly tags: readonly TagColumn[];
}

/** Small features by cells of a grid of `cellPx` at a zoom, those of one kind together; the largest heap first. */
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
    if (!heap) heaps.set(place, (heap = { code: codes[row], n: 0, area: 0, m2: 0, weight: 0, x: 0, y: 0 }));
    const weight = areas[row] + LEAST_WEIGHT;
    heap.n++;
    heap.area += areas[row];
    heap.m2 += m2[row];
    heap.weight += weight;
    heap.x += weight * x[row];
    heap.y += weight * y[row];
  }
  // The sort is stable, and the map keeps the order of the rows: the same city makes the same marks.
  return [...heaps.values()].sort((a, b) => b.area - a.area);
}

/** The squares, with how many features each stands for and their ground, m². `key` is what the kind is called by. */
export function marksOf(heaps: readonly Heap[], kinds: readonly string[], key: string, z: number): Marks {
  const size = heaps.length;
  const lonLat = new Float64Array(10 * size);
  const least = LEAST_PX / (TILE_PX * 2 ** z);
  heaps.forEach(({ area, weight, x, y }, i) => {
    const half = Math.max(Math.sqrt(area), least) / 2;
    const [mx, my] = [x / weight, y / weight];
    const [west, north] = longitudeLatitude(mx - half, my - half);
    const [east, south] = longitudeLatitude(mx + half, my + half);
    lonLat.set([west, south, east, south, east, north, west, north, west, south], 10 * i);
  });
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
