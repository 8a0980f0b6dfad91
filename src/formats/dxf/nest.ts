import Flatbush from 'flatbush';
import type { MultiPolygon, Position } from '../../domain/geometry/columns/layer.ts';
import { nestAsDrawn, signedArea } from '../rings.ts';
import type { Ring } from './found.ts';
import type { Xdata } from './xdata.ts';

/** One parcel of the drawing: a shell with its holes, and the layer it is on. */
export interface Shape {
  readonly layer: string;
  readonly outline: MultiPolygon;
  /** What CASS attached to its shell. */
  readonly xdata: Xdata;
  /** Of a face between lines: it is long and narrow. */
  readonly isRoadLike?: boolean;
}
export interface Nested {
  readonly shapes: readonly Shape[];
  readonly holes: number;
}

export type Box = readonly [west: number, south: number, east: number, north: number];
export function boxOf(ring: readonly Position[]): Box {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of ring) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

/** Boxes in an index that finds those meeting another; null for none at all. */
export function indexOf(boxes: readonly Box[]): Flatbush | null {
  if (boxes.length === 0) return null;
  const index = new Flatbush(boxes.length, 16, Float64Array);
  for (const box of boxes) index.add(...box);
  index.finish();
  return index;
}

/**
 * Shells and holes by containment, layer by layer: an outline inside another of its layer is a hole, one inside a hole
 * a shell again. Each shell is a parcel of its own, in the order of the drawing.
 */
export function nestByLayer(rings: readonly Ring[]): Nested {
  const layers = new Map<string, number[]>();
  rings.forEach(({ layer }, i) => {
    const own = layers.get(layer);
    if (own) own.push(i);
    else layers.set(layer, [i]);
  });
  const parent = new Map<number, number>();
  for (const rows of layers.values()) findParents(rings, rows, parent);
  const depthOf = (i: number): number => {
    let depth = 0;
    for (let up = parent.get(i); up !== undefined; up = parent.get(up)) depth++;
    return depth;
  };
  const holesOf = new Map<number, (readonly Position[])[]>();
  const shells = rings.flatMap(({ ring }, i) => {
    if (depthOf(i) % 2 === 0) return [i];
    const shell = parent.get(i) ?? i;
    const own = holesOf.get(shell);
    if (own) own.push(ring);
    else holesOf.set(shell, [ring]);
    return [];
  });
  const shapes = shells.map((i) => ({
    layer: rings[i].layer,
    xdata: rings[i].xdata,
    outline: [[rings[i].ring, ...(holesOf.get(i) ?? [])]],
  }));
  return { shapes, holes: rings.length - shells.length };
}

/** The parent of a ring is the smallest that holds it. */
function findParents(rings: readonly Ring[], rows: readonly number[], parent: Map<number, number>): void {
  const boxes = rows.map((i) => boxOf(rings[i].ring));
  const areas = rows.map((i) => Math.abs(signedArea(rings[i].ring)));
  const index = indexOf(boxes);
  rows.forEach((i, n) => {
    const [west, south, east, north] = boxes[n];
    const [x, y] = [(west + east) / 2, (south + north) / 2];
    const mayHold = (k: number) => k !== n && areas[k] > areas[n] && holds(boxes[k], boxes[n]);
    const around = index?.search(x, y, x, y, mayHold) ?? [];
    if (around.length === 0) return;
    const isHeldBy = (k: number) => nestAsDrawn([rings[rows[k]].ring, rings[i].ring]).length === 1;
    // Mostly it is the first: thousands of rings in each other are not sorted for every one of them.
    const smallest = around.reduce((least, k) => (areas[k] < areas[least] ? k : least));
    const nearest = isHeldBy(smallest)
      ? smallest
      : around.sort((a, b) => areas[a] - areas[b]).find((k) => k !== smallest && isHeldBy(k));
    if (nearest !== undefined) parent.set(i, rows[nearest]);
  });
}

const holds = (a: Box, b: Box): boolean => a[0] <= b[0] && a[1] <= b[1] && a[2] >= b[2] && a[3] >= b[3];
