import type { Layer } from '../../domain/geometry/columns/layer.ts';
import type { Bounds } from '../../domain/geometry/columns/bounds.ts';

/** Whether feature `f` has a boundary and every coordinate is a place on earth: otherwise there is nothing to draw. */
export function isDrawable({ lonLat, vertexStart, ringStart, partStart }: Layer, f: number): boolean {
  if (partStart[f] === partStart[f + 1]) return false;
  const to = 2 * vertexStart[ringStart[partStart[f + 1]]];
  for (let k = 2 * vertexStart[ringStart[partStart[f]]]; k < to; k += 2)
    if (!(Math.abs(lonLat[k]) <= 180 && Math.abs(lonLat[k + 1]) <= 90)) return false;
  return true;
}

export function allRows({ size }: Layer): Uint32Array {
  const rows = new Uint32Array(size);
  for (let row = 0; row < size; row++) rows[row] = row;
  return rows;
}

/** Bounds of what is drawn of these features; null when nothing is. */
export function boundsOfRows(layer: Layer, rows: ArrayLike<number>): Bounds | null {
  const { lonLat, vertexStart, ringStart, partStart } = layer;
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (let i = 0; i < rows.length; i++) {
    const f = rows[i];
    let w = Infinity;
    let s = Infinity;
    let e = -Infinity;
    let n = -Infinity;
    const to = 2 * vertexStart[ringStart[partStart[f + 1]]];
    let k = 2 * vertexStart[ringStart[partStart[f]]];
    // As far as every coordinate is a place on earth.
    for (; k < to; k += 2) {
      const lon = lonLat[k];
      const lat = lonLat[k + 1];
      if (!(lon >= -180 && lon <= 180 && lat >= -90 && lat <= 90)) break;
      if (lon < w) w = lon;
      if (lon > e) e = lon;
      if (lat < s) s = lat;
      if (lat > n) n = lat;
    }
    if (k < to) continue;
    if (w < west) west = w;
    if (e > east) east = e;
    if (s < south) south = s;
    if (n > north) north = n;
  }
  return west <= east ? [west, south, east, north] : null;
}

/** The features of `rows` as a layer of their own, in that order: degrees only, which is all a drawing needs. */
export function layerOfRows(layer: Layer, rows: Uint32Array): Layer {
  const { lonLat, vertexStart, ringStart, partStart } = layer;
  const parts: number[] = [0];
  const rings: number[] = [0];
  const vertices: number[] = [0];
  for (const f of rows) {
    for (let p = partStart[f]; p < partStart[f + 1]; p++) {
      for (let r = ringStart[p]; r < ringStart[p + 1]; r++)
        vertices.push(vertices[vertices.length - 1] + vertexStart[r + 1] - vertexStart[r]);
      rings.push(vertices.length - 1);
    }
    parts.push(rings.length - 1);
  }
  const own = new Float64Array(2 * vertices[vertices.length - 1]);
  let at = 0;
  for (const f of rows) {
    const from = 2 * vertexStart[ringStart[partStart[f]]];
    const to = 2 * vertexStart[ringStart[partStart[f + 1]]];
    own.set(lonLat.subarray(from, to), at);
    at += to - from;
  }
  return {
    size: rows.length,
    lonLat: own,
    vertexStart: Uint32Array.from(vertices),
    ringStart: Uint32Array.from(rings),
    partStart: Uint32Array.from(parts),
  };
}
