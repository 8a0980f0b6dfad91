import { BrokenFlatbuffer, Table } from './flatbuffer.ts';

export interface Column {
  readonly name: string;
  readonly type: number;
}
export interface Header {
  /** Of all features; 0 where each says its own. */
  readonly geometryType: number;
  readonly columns: readonly Column[];
  /** 0 where the writer did not know. */
  readonly features: number;
  readonly crs: { readonly org: string; readonly code: number; readonly name: string; readonly wkt: string } | null;
  /** Byte of the first feature. */
  readonly start: number;
}

const magicBytes = 8;
const nodeBytes = 40;
/** "fgb", major version 3, "fgb", any patch. */
const magic = [0x66, 0x67, 0x62, 3, 0x66, 0x67, 0x62];

/** The head of a FlatGeobuf (header.fbs of version 3). Throws `BrokenFlatbuffer`. */
export function readHeader(bytes: Uint8Array): Header {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < magicBytes + 8 || magic.some((byte, i) => bytes[i] !== byte)) throw new BrokenFlatbuffer();
  const end = magicBytes + 4 + view.getUint32(magicBytes, true);
  if (end > bytes.length) throw new BrokenFlatbuffer();
  const table = Table.root(new DataView(bytes.buffer, bytes.byteOffset + magicBytes + 4, end - magicBytes - 4));
  const features = Number(table.uint64(8, 0n));
  const start = end + indexBytes(features, table.uint16(9, 16));
  if (start > bytes.length) throw new BrokenFlatbuffer();
  const crs = table.table(10);
  return {
    geometryType: table.uint8(2, 0),
    columns: table.tables(7).map((column) => ({ name: column.text(0), type: column.uint8(1, 0) })),
    features,
    crs: crs && { org: crs.text(0), code: crs.int32(1, 0), name: crs.text(2), wkt: crs.text(4) },
    start,
  };
}

/** Bytes of the packed R-tree: a node for every feature and for every `size` nodes of the level below. */
function indexBytes(features: number, size: number): number {
  if (features === 0 || size === 0) return 0;
  let nodes = features;
  for (let level = features; level > 1;) {
    level = Math.ceil(level / Math.max(2, size));
    nodes += level;
  }
  return (features === 1 ? 2 : nodes) * nodeBytes;
}
