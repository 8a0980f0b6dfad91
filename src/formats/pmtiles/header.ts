import type { Bounds } from '../../domain/geometry/columns/bounds.ts';

/*
 * The first 127 bytes of a PMTiles archive, version 3 (github.com/protomaps/PMTiles, spec/v3): where its parts are.
 * All that is written here is compressed by gzip and holds vector tiles.
 */

export const HEADER_LENGTH = 127;
/** Header and root directory lie within so many bytes. */
export const FRONT_LENGTH = 16_384;

interface Part {
  readonly offset: number;
  readonly length: number;
}

export interface ArchiveHeader {
  readonly root: Part;
  readonly metadata: Part;
  readonly leaves: Part;
  readonly data: Part;
  /** Tiles that are addressed, entries of directories, contents that differ. */
  readonly tiles: number;
  readonly entries: number;
  readonly contents: number;
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly bounds: Bounds;
}

const PARTS = ['root', 'metadata', 'leaves', 'data'] as const;
const COUNTS = ['tiles', 'entries', 'contents'] as const;
const MAGIC = Uint8Array.from('PMTiles', (letter) => letter.charCodeAt(0));
const VERSION = 3;
const [GZIP, VECTOR_TILES, CLUSTERED] = [2, 1, 1];

export function headerBytes(header: ArchiveHeader): Uint8Array {
  const bytes = new Uint8Array(HEADER_LENGTH);
  const view = new DataView(bytes.buffer);
  bytes.set(MAGIC);
  bytes[7] = VERSION;
  const whole = (at: number, value: number) => view.setBigUint64(at, BigInt(value), true);
  PARTS.forEach((part, i) => {
    whole(8 + 16 * i, header[part].offset);
    whole(16 + 16 * i, header[part].length);
  });
  COUNTS.forEach((count, i) => whole(72 + 8 * i, header[count]));
  bytes.set([CLUSTERED, GZIP, GZIP, VECTOR_TILES, header.minZoom, header.maxZoom], 96);
  const { bounds } = header;
  const degrees = (at: number, value: number) => view.setInt32(at, Math.round(value * 1e7), true);
  bounds.forEach((value, i) => degrees(102 + 4 * i, value));
  bytes[118] = header.minZoom;
  degrees(119, (bounds[0] + bounds[2]) / 2);
  degrees(123, (bounds[1] + bounds[3]) / 2);
  return bytes;
}

/** Null where this is no archive of that kind. */
export function headerOf(bytes: Uint8Array): ArchiveHeader | null {
  if (bytes.length < HEADER_LENGTH || !MAGIC.every((byte, i) => bytes[i] === byte)) return null;
  if (bytes[7] !== VERSION || bytes[97] !== GZIP || bytes[98] !== GZIP) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const whole = (at: number) => Number(view.getBigUint64(at, true));
  const part = (i: number): Part => ({ offset: whole(8 + 16 * i), length: whole(16 + 16 * i) });
  const degrees = (i: number) => view.getInt32(102 + 4 * i, true) / 1e7;
  return {
    ...{ root: part(0), metadata: part(1), leaves: part(2), data: part(3) },
    ...{ tiles: whole(72), entries: whole(80), contents: whole(88) },
    ...{ minZoom: bytes[100], maxZoom: bytes[101] },
    bounds: [degrees(0), degrees(1), degrees(2), degrees(3)],
  };
}
