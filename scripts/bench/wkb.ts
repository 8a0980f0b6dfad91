import type { Layer } from '../../src/domain/geometry/columns/layer.ts';

const MULTI_POLYGON = 6;
const POLYGON = 3;

/** Feature `f` as well-known binary (MultiPolygon, little-endian) with the numbers of `xy`. */
export function wkbOf(layer: Layer, xy: Float64Array, f: number): Uint8Array {
  const [firstPart, lastPart] = [layer.partStart[f], layer.partStart[f + 1]];
  const [firstRing, lastRing] = [layer.ringStart[firstPart], layer.ringStart[lastPart]];
  const vertices = layer.vertexStart[lastRing] - layer.vertexStart[firstRing];
  const bytes = new Uint8Array(9 + 9 * (lastPart - firstPart) + 4 * (lastRing - firstRing) + 16 * vertices);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const head = (type: number, count: number): void => {
    view.setUint8(at, 1);
    view.setUint32(at + 1, type, true);
    view.setUint32(at + 5, count, true);
    at += 9;
  };
  head(MULTI_POLYGON, lastPart - firstPart);
  for (let p = firstPart; p < lastPart; p++) {
    head(POLYGON, layer.ringStart[p + 1] - layer.ringStart[p]);
    for (let r = layer.ringStart[p]; r < layer.ringStart[p + 1]; r++) {
      const [from, to] = [layer.vertexStart[r], layer.vertexStart[r + 1]];
      view.setUint32(at, to - from, true);
      at += 4;
      for (let k = 2 * from; k < 2 * to; k++, at += 8) view.setFloat64(at, xy[k], true);
    }
  }
  return bytes;
}
