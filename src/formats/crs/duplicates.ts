import type { Layer } from '../../domain/geometry/columns/layer.ts';
import type { FileNote } from '../contract.ts';
import type { Table } from '../../domain/land/model.ts';

/** 0.1 mm in degrees: what two copies of one boundary may differ by. */
const stepDegrees = 1e-9;
const mostNamed = 10;

/** Numbers of a summary: vertices, west, south, and five means over them. */
const width = 8;

/**
 * What two drawings of one boundary share wherever they begin and whichever way they turn: the number of vertices, and
 * sums over them. Sums are relative to the first corner of the box, so that they keep their digits. Row f of `into`; 0
 * vertices for one that is not drawn.
 */
function summarise(layer: Layer, f: number, into: Float64Array): void {
  const { lonLat, vertexStart } = layer;
  const r0 = layer.ringStart[layer.partStart[f]];
  const r1 = layer.ringStart[layer.partStart[f + 1]];
  let [count, west, south] = [0, Infinity, Infinity];
  for (let r = r0; r < r1; r++)
    // The last vertex repeats the first.
    for (let v = vertexStart[r]; v < vertexStart[r + 1] - 1; v++) {
      count++;
      west = Math.min(west, lonLat[2 * v]);
      south = Math.min(south, lonLat[2 * v + 1]);
    }
  if (count < 3) return;
  let [x, y, xx, yy, xy] = [0, 0, 0, 0, 0];
  for (let r = r0; r < r1; r++)
    for (let v = vertexStart[r]; v < vertexStart[r + 1] - 1; v++) {
      const dx = lonLat[2 * v] - west;
      const dy = lonLat[2 * v + 1] - south;
      x += dx;
      y += dy;
      xx += dx * dx;
      yy += dy * dy;
      xy += dx * dy;
    }
  into.set([count, west, south, x / count, y / count, xx / count, yy / count, xy / count], width * f);
}

function sameSummary(summaries: Float64Array, f: number, g: number): boolean {
  if (summaries[width * f] !== summaries[width * g]) return false;
  for (let i = 1; i < width; i++)
    if (Math.abs(summaries[width * f + i] - summaries[width * g + i]) > 2 * stepDegrees) return false;
  return true;
}

/** Vertex by vertex, in whatever order: every vertex of one has one of the other within 0.1 mm. */
function sameVertices(layer: Layer, f: number, g: number): boolean {
  const sorted = (h: number): number[][] => {
    const from = layer.vertexStart[layer.ringStart[layer.partStart[h]]];
    const to = layer.vertexStart[layer.ringStart[layer.partStart[h + 1]]];
    return Array.from({ length: to - from }, (_, i) => [
      layer.lonLat[2 * (from + i)],
      layer.lonLat[2 * (from + i) + 1],
    ]);
  };
  const [a, b] = [sorted(f), sorted(g)];
  const near = ([x, y]: number[], [u, v]: number[]) =>
    Math.abs(x - u) <= 1.5 * stepDegrees && Math.abs(y - v) <= 1.5 * stepDegrees;
  const byLon = [...b].sort((p, q) => p[0] - q[0]);
  return a.every((p) => {
    let low = 0;
    let high = byLon.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if (byLon[mid][0] < p[0] - 1.5 * stepDegrees) low = mid + 1;
      else high = mid;
    }
    for (let k = low; k < byLon.length && byLon[k][0] <= p[0] + 1.5 * stepDegrees; k++)
      if (near(p, byLon[k])) return true;
    return false;
  });
}

/** Corners of boxes are sorted into cells of this size, in degrees; a corner nearer its edge than a copy may be is in two. */
const cellDegrees = 1e-8;
const cellsOf = (corner: number): readonly number[] => {
  const [low, high] = [-2, 2].map((steps) => Math.floor((corner + steps * stepDegrees) / cellDegrees));
  return low === high ? [low] : [low, high];
};

/** Rows drawn twice, as pairs; a third copy pairs with the first. */
export function duplicatesOf(layer: Layer): [number, number][] {
  const summaries = new Float64Array(width * layer.size);
  /** The row last put in a cell, and the row put there before each. */
  const last = new Map<number, number>();
  const before = new Int32Array(layer.size).fill(-1);
  const pairs: [number, number][] = [];
  for (let f = 0; f < layer.size; f++) {
    summarise(layer, f, summaries);
    const [vertices, west, south] = summaries.subarray(width * f);
    if (vertices === 0) continue;
    // Rows of one number may still differ: the sums and the vertices decide.
    const cell = (column: number, row: number) => column * 7919 + row * 15485863 + vertices;
    let twin = -1;
    for (const column of cellsOf(west))
      for (const row of cellsOf(south))
        for (let g = last.get(cell(column, row)) ?? -1; g >= 0; g = before[g])
          if (sameSummary(summaries, g, f) && sameVertices(layer, g, f)) twin = twin < 0 ? g : Math.min(twin, g);
    if (twin >= 0) pairs.push([twin, f]);
    else {
      const own = cell(Math.floor(west / cellDegrees), Math.floor(south / cellDegrees));
      before[f] = last.get(own) ?? -1;
      last.set(own, f);
    }
  }
  return pairs;
}

/** One note for all of them, with the ids of the first. */
export function duplicateNotes({ records, layer }: Table<{ readonly id: string }>): FileNote[] {
  const pairs = duplicatesOf(layer);
  if (pairs.length === 0) return [];
  const named = pairs.slice(0, mostNamed).map(([f, g]) => `${records.get(f).id} = ${records.get(g).id}`);
  const ids = named.join(', ') + (pairs.length > mostNamed ? ' …' : '');
  return [{ code: 'duplicate-geometry', params: { count: pairs.length, ids } }];
}
