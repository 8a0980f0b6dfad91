import type { Layer } from '../../domain/geometry/layer.ts';
import type { FileNote } from '../contract.ts';

/** 0.1 mm in degrees: what two copies of one boundary may differ by. */
const stepDegrees = 1e-9;
const mostNamed = 10;

interface Summary {
  readonly vertices: number;
  readonly sums: readonly number[];
}

/**
 * What two drawings of one boundary share wherever they begin and whichever way they turn: the number of vertices, and
 * sums over them. Sums are relative to the first corner of the box, so that they keep their digits.
 */
function summaryOf(layer: Layer, f: number): Summary | null {
  const r0 = layer.ringStart[layer.partStart[f]];
  const r1 = layer.ringStart[layer.partStart[f + 1]];
  let [count, west, south] = [0, Infinity, Infinity];
  const eachVertex = (visit: (lon: number, lat: number) => void) => {
    for (let r = r0; r < r1; r++)
      // The last vertex repeats the first.
      for (let v = layer.vertexStart[r]; v < layer.vertexStart[r + 1] - 1; v++)
        visit(layer.lonLat[2 * v], layer.lonLat[2 * v + 1]);
  };
  eachVertex((lon, lat) => {
    count++;
    west = Math.min(west, lon);
    south = Math.min(south, lat);
  });
  if (count < 3) return null;
  let [x, y, xx, yy, xy] = [0, 0, 0, 0, 0];
  eachVertex((lon, lat) => {
    const [dx, dy] = [lon - west, lat - south];
    x += dx;
    y += dy;
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  });
  return { vertices: count, sums: [west, south, x / count, y / count, xx / count, yy / count, xy / count] };
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

/** Rows drawn twice, as pairs; a third copy pairs with the first. */
export function duplicatesOf(layer: Layer): [number, number][] {
  const groups = new Map<number, (Summary & { readonly f: number })[]>();
  const pairs: [number, number][] = [];
  for (let f = 0; f < layer.size; f++) {
    const own = summaryOf(layer, f);
    if (!own) continue;
    // Rows of one number may still differ: the sums and the vertices decide.
    const [column, row] = [Math.floor(own.sums[0] / 1e-8), Math.floor(own.sums[1] / 1e-8)];
    const cell = (d: number, e: number) => (column + d) * 7919 + (row + e) * 15485863 + own.vertices;
    const around = [-1, 0, 1].flatMap((d) => [-1, 0, 1].flatMap((e) => groups.get(cell(d, e)) ?? []));
    const twin = around.find(
      (other) =>
        other.vertices === own.vertices &&
        other.sums.every((sum, i) => Math.abs(sum - own.sums[i]) <= 2 * stepDegrees) &&
        sameVertices(layer, other.f, f),
    );
    if (twin) pairs.push([twin.f, f]);
    else {
      const here = groups.get(cell(0, 0));
      if (here) here.push({ f, ...own });
      else groups.set(cell(0, 0), [{ f, ...own }]);
    }
  }
  return pairs;
}

/** One note for all of them, with the ids of the first. */
export function duplicateNotes(records: readonly { readonly id: string }[], layer: Layer): FileNote[] {
  const pairs = duplicatesOf(layer);
  if (pairs.length === 0) return [];
  const named = pairs.slice(0, mostNamed).map(([f, g]) => `${records[f].id} = ${records[g].id}`);
  const ids = named.join(', ') + (pairs.length > mostNamed ? ' …' : '');
  return [{ code: 'duplicate-geometry', params: { count: pairs.length, ids } }];
}
