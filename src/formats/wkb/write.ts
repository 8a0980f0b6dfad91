import type { MultiPolygon } from '../../domain/geometry/columns/layer.ts';

const littleEndian = 1;

/** Writes a MultiPolygon as OGC WKB, little endian, two numbers a position, from byte `before` of a new array. */
export function wkbOf(parts: MultiPolygon, before = 0): Uint8Array {
  const bytes = new Uint8Array(
    before +
      9 +
      parts.reduce((sum, rings) => sum + 9 + rings.reduce((inner, ring) => inner + 4 + 16 * ring.length, 0), 0),
  );
  const view = new DataView(bytes.buffer);
  let at = before;
  const head = (type: number, count: number): void => {
    view.setUint8(at, littleEndian);
    view.setUint32(at + 1, type, true);
    view.setUint32(at + 5, count, true);
    at += 9;
  };
  head(6, parts.length);
  for (const rings of parts) {
    head(3, rings.length);
    for (const ring of rings) {
      view.setUint32(at, ring.length, true);
      at += 4;
      for (const [x, y] of ring) {
        view.setFloat64(at, x, true);
        view.setFloat64(at + 8, y, true);
        at += 16;
      }
    }
  }
  return bytes;
}

/** Least and greatest x, y of an outline as [minX, minY, maxX, maxY]; null where nothing is drawn. */
export function boxOf(parts: MultiPolygon): [number, number, number, number] | null {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const rings of parts)
    for (const ring of rings)
      for (const [x, y] of ring) {
        minX = Math.min(minX, x);
        minY = Math.min(minY, y);
        maxX = Math.max(maxX, x);
        maxY = Math.max(maxY, y);
      }
  return minX <= maxX ? [minX, minY, maxX, maxY] : null;
}
