import { ok, type Result } from '../../domain/outcome.ts';
import type { ShapeCollector } from '../features/shapes.ts';
import { readWkb, type WkbFault } from './read.ts';

/** Whether a cell looks like a shape of a database: byte order, type and what follows, in hexadecimal digits. */
export const isHexWkb = (text: string): boolean => /^0[01](?:[0-9a-f]{2}){8,}$/i.test(text);

/** The bit of EWKB that says an SRID follows the type. */
const withSrid = 0x2000_0000;

/** A shape in hexadecimal (E)WKB, as PostGIS prints it; the value is its SRID, null where none is said. */
export function readHexWkb(text: string, shapes: ShapeCollector): Result<number | null, WkbFault> {
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(text.slice(2 * i, 2 * i + 2), 16);
  const read = readWkb(bytes, shapes);
  if (!read.ok) return read;
  const view = new DataView(bytes.buffer);
  const little = bytes[0] === 1;
  return ok((view.getUint32(1, little) & withSrid) !== 0 ? view.getUint32(5, little) : null);
}
