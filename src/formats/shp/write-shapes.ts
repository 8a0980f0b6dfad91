import type { MultiPolygon, Position } from '../../domain/geometry/columns/layer.ts';
import { turned } from '../rings.ts';
import { fileCode, headerBytes } from './geometry.ts';

const polygonType = 5;
type Box = [number, number, number, number];

function boxOf(positions: readonly Position[]): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of positions) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return Number.isFinite(box[0]) ? box : [0, 0, 0, 0];
}

/** Content of one record: shells clockwise, holes counter-clockwise, as the format asks; without parts a null shape. */
function contentOf(shape: MultiPolygon): Uint8Array {
  const rings = turned(shape, false).flat();
  if (rings.length === 0) return new Uint8Array(4);
  const points = rings.flat();
  const bytes = new Uint8Array(44 + 4 * rings.length + 16 * points.length);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, polygonType, true);
  boxOf(points).forEach((v, i) => view.setFloat64(4 + 8 * i, v, true));
  view.setInt32(36, rings.length, true);
  view.setInt32(40, points.length, true);
  let start = 0;
  rings.forEach((ring, r) => {
    view.setInt32(44 + 4 * r, start, true);
    start += ring.length;
  });
  points.forEach(([x, y], v) => {
    view.setFloat64(44 + 4 * rings.length + 16 * v, x, true);
    view.setFloat64(52 + 4 * rings.length + 16 * v, y, true);
  });
  return bytes;
}

function header(bytes: Uint8Array, box: Box): void {
  const view = new DataView(bytes.buffer);
  view.setInt32(0, fileCode);
  view.setInt32(24, bytes.length / 2);
  view.setInt32(28, 1000, true);
  view.setInt32(32, polygonType, true);
  box.forEach((v, i) => view.setFloat64(36 + 8 * i, v, true));
}

/** The .shp and its index .shx. */
export function writeShapes(shapes: readonly MultiPolygon[]): { shp: Uint8Array; shx: Uint8Array } {
  const contents = shapes.map(contentOf);
  const shp = new Uint8Array(contents.reduce((sum, content) => sum + 8 + content.length, headerBytes));
  const shx = new Uint8Array(headerBytes + 8 * shapes.length);
  const box = boxOf(shapes.flat(3));
  header(shp, box);
  header(shx, box);
  let at = headerBytes;
  contents.forEach((content, i) => {
    const record = new DataView(shp.buffer, at, 8);
    record.setInt32(0, i + 1);
    record.setInt32(4, content.length / 2);
    shp.set(content, at + 8);
    const index = new DataView(shx.buffer, headerBytes + 8 * i, 8);
    index.setInt32(0, at / 2);
    index.setInt32(4, content.length / 2);
    at += 8 + content.length;
  });
  return { shp, shx };
}
