import { Gunzip, unzipSync } from 'fflate';
import { ok, refuse, type Result } from '../domain/outcome.ts';
import type { FormatRefusal, NamedBytes } from './contract.ts';

/** A few bytes can unpack to gigabytes; no file read whole is larger than this. */
const largestBytes = 512 * 1024 * 1024;
const chunkBytes = 64 * 1024;
const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b;
const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
const parts = /\.(shp|shx|dbf|prj|cpg|kml)$/i;
/** A workbook is a zip that is read as one file. */
const isWhole = (name: string) => /\.xlsx$/i.test(name);

/** Gzipped files and the Shapefile in a zip, unpacked; all others as they are. */
export function unpack(files: readonly NamedBytes[]): Result<readonly NamedBytes[], FormatRefusal> {
  const found: NamedBytes[] = [];
  for (const { name, bytes } of files) {
    if (isZip(bytes) && !isWhole(name)) {
      const inside = unzip(name, bytes);
      if (!inside.ok) return inside;
      found.push(...inside.value);
    } else if (isGzip(bytes)) {
      const whole = gunzip(name, bytes);
      if (!whole.ok) return whole;
      found.push({ name: name.replace(/\.gz$/i, ''), bytes: whole.value });
    } else found.push({ name, bytes });
  }
  return ok(found);
}

class TooLarge extends Error {}

/** In pieces, so that a bomb is stopped at the limit and not after it. */
function gunzip(name: string, bytes: Uint8Array): Result<Uint8Array, FormatRefusal> {
  if (bytes.length < 18) return refuse('truncated', { name, record: 0 });
  const pieces: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  const stream = new Gunzip((piece, final) => {
    size += piece.length;
    if (size > largestBytes) throw new TooLarge();
    pieces.push(piece);
    ended ||= final;
  });
  try {
    for (let at = 0; at < bytes.length; at += chunkBytes)
      stream.push(bytes.subarray(at, at + chunkBytes), at + chunkBytes >= bytes.length);
  } catch {
    return refuse('truncated', { name, record: 0 });
  }
  // The trailer says how long the text was: a file cut short inside a block ends without error.
  const stated = new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 4, true);
  if (!ended || stated !== size % 2 ** 32) return refuse('truncated', { name, record: 0 });
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return ok(whole);
}

function unzip(name: string, bytes: Uint8Array): Result<readonly NamedBytes[], FormatRefusal> {
  let left = largestBytes;
  try {
    const entries = unzipSync(bytes, {
      filter: (entry) => {
        if (!parts.test(entry.name) || entry.name.startsWith('__MACOSX')) return false;
        left -= entry.originalSize;
        if (left < 0) throw new TooLarge();
        return true;
      },
    });
    const inside = Object.entries(entries).map(([path, content]) => ({
      // The document of a KMZ goes by the archive's name: .ovkmz tells its producer.
      name: /\.kml$/i.test(path) ? name.replace(/kmz$/i, 'kml') : path.replace(/^.*[/\\]/, ''),
      bytes: content,
    }));
    return inside.length > 0 ? ok(inside) : refuse('unknown-format', { name });
  } catch {
    return refuse('truncated', { name, record: 0 });
  }
}
