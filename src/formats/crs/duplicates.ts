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
  let count = 0;
  let west = Infinity;
  let south = Infinity;
  for (let r = r0; r < r1; r++)
    // The last vertex repeats the first.
    for (let v = vertexStart[r]; v < vertexStart[r + 1] - 1; v++) {
      count++;
      west = Math.min(west, lonLat[2 * v]);
      south = Math.min(south, lonLat[2 * v + 1]);
    }
  if (count < 3) return;
  let x = 0;
  let y = 0;
  let xx = 0;
  let yy = 0;
  let xy = 0;
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
  const at = width * f;
  into[at] = count;
  into[at + 1] = west;
  into[at + 2] = south;
  into[at + 3] = x / count;
  into[at + 4] = y / count;
  into[at + 5] = xx / count;
  into[at + 6] = yy / count;
  into[at + 7] = xy / count;
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
const cellOf = (corner: number): number => Math.floor(corner / cellDegrees);

/** Rows by the cell of their corner and the number of their vertices. Rows of one slot may still be of several. */
class Slots {
  /** The row last put in a slot, and the row put there before each. */
  readonly last: Int32Array;
  readonly before: Int32Array;

  constructor(size: number) {
    this.last = new Int32Array(2 ** Math.ceil(Math.log2(size + 1))).fill(-1);
    this.before = new Int32Array(size).fill(-1);
  }

  slotOf(column: number, row: number, vertices: number): number {
    const hash = Math.imul(column | 0, 0x9e3779b1) ^ Math.imul(row | 0, 0x85ebca6b) ^ Math.imul(vertices, 0xc2b2ae35);
    return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) & (this.last.length - 1);
  }

  put(f: number, slot: number): void {
    this.before[f] = this.last[slot];
    this.last[slot] = f;
  }
}

/** Rows drawn twice, as pairs; a third copy pairs with the first. */
export function duplicatesOf(layer: Layer): [number, number][] {
  const summaries = new Float64Array(width * layer.size);
  const slots = new Slots(layer.size);
  const pairs: [number, number][] = [];
  for (let f = 0; f < layer.size; f++) {
    summarise(layer, f, summaries);
    const vertices = summaries[width * f];
    if (vertices === 0) continue;
    const twin = twinOf(layer, f, summaries, slots);
    if (twin >= 0) pairs.push([twin, f]);
    else slots.put(f, slots.slotOf(cellOf(summaries[width * f + 1]), cellOf(summaries[width * f + 2]), vertices));
  }
  return pairs;
}

/** The first row before f that is drawn as f is; −1 without one. */
function twinOf(layer: Layer, f: number, summaries: Float64Array, slots: Slots): number {
  const vertices = summaries[width * f];
  const west = summaries[width * f + 1];
  const south = summaries[width * f + 2];
  const room = 2 * stepDegrees;
  let twin = -1;
  for (let column = cellOf(west - room); column <= cellOf(west + room); column++)
    for (let row = cellOf(south - room); row <= cellOf(south + room); row++)
      for (let g = slots.last[slots.slotOf(column, row, vertices)]; g >= 0; g = slots.before[g])
        if ((twin < 0 || g < twin) && sameSummary(summaries, g, f) && sameVertices(layer, g, f)) twin = g;
  return twin;
}

/** One note for all of them, with the ids of the first. */
export function duplicateNotes({ records, layer }: Table<{ readonly id: string }>): FileNote[] {
  const pairs = duplicatesOf(layer);
  if (pairs.length === 0) return [];
  const named = pairs.slice(0, mostNamed).map(([f, g]) => `${records.get(f).id} = ${records.get(g).id}`);
  const ids = named.join(', ') + (pairs.length > mostNamed ? ' …' : '');
  return [{ code: 'duplicate-geometry', params: { count: pairs.length, ids } }];
}
