import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { MultiPolygon } from '../../domain/geometry/columns/layer.ts';
import type { ShapeCollector } from '../features/shapes.ts';
import { readWkb, type WkbFault } from '../wkb/read.ts';
import { boxOf, wkbOf } from '../wkb/write.ts';

/*
 * GeoPackageBinary (OGC 12-128r18, clause 2.1.3): "GP", version, flags, srs_id, envelope, then WKB. Flags from the low
 * end: byte order, 3 bits kind of envelope, empty, extended.
 */
const headBytes = 8;
/** Numbers of an envelope by its kind: none, XY, XYZ, XYM, XYZM. */
const envelopeNumbers = [0, 4, 6, 6, 8];
const version = 0;

/** One geometry blob as a feature of `shapes`; an empty or missing one has no parts. */
export function readBlob(blob: Uint8Array | null, shapes: ShapeCollector): Result<null, WkbFault> {
  if (!blob) {
    shapes.endFeature();
    return ok(null);
  }
  const wrong = refuse('damaged', { detail: 'gpkg-geometry' });
  if (blob.length < headBytes || blob[0] !== 0x47 || blob[1] !== 0x50 || blob[2] !== version) return wrong;
  const flags = blob[3];
  const numbers = envelopeNumbers[(flags >> 1) & 7];
  if (numbers === undefined) return wrong;
  if ((flags & 0x20) !== 0)
    return refuse('unsupported', { what: 'geometry-encoding', type: 'ExtendedGeoPackageBinary' });
  const start = headBytes + 8 * numbers;
  if (start > blob.length) return wrong;
  return readWkb(blob.subarray(start), shapes);
}

/** The blob of an outline with its XY envelope; null where nothing is drawn. */
export function blobOf(parts: MultiPolygon, srsId: number): Uint8Array | null {
  const box = boxOf(parts);
  if (!box) return null;
  const blob = wkbOf(parts, headBytes + 32);
  blob.set([0x47, 0x50, version, 0b0000_0011]);
  const view = new DataView(blob.buffer);
  view.setInt32(4, srsId, true);
  const [minX, minY, maxX, maxY] = box;
  [minX, maxX, minY, maxY].forEach((v, i) => view.setFloat64(headBytes + 8 * i, v, true));
  return blob;
}
