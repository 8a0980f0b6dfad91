import { Cursor } from './cursor.ts';
import { damaged } from './damaged.ts';
import type { Pages } from './pages.ts';

const HEAD_BYTES = 16;
const BLOCK_ROWS = 1024;
/** The only form of the list of blocks that a table of version 4 is known to have: some bytes around its bits. */
const [beforeBits, bitBytes, afterBits] = [22, 32_768, 52];

/** Where the rows of a table stand: the .gdbtablx beside it, in blocks of 1024, of which those without any row may be left out. */
export interface RowIndex {
  /** Bytes of a place, 4 to 6. */
  readonly width: number;
  /** Ids go from 1 to this. */
  readonly total: number;
  readonly blocks: number;
  /** Bit b: block b is there; null where all are. */
  readonly present: Uint8Array | null;
}

export async function readIndex(file: Pages, version: 3 | 4): Promise<RowIndex> {
  const head = new Cursor(await file.bytes(0, HEAD_BYTES), 'gdb-index');
  if (head.int32() !== version) throw head.damaged();
  const blocks = version === 3 ? head.uint32() : head.size64();
  const rows = version === 3 ? head.int32() : 0;
  const width = head.uint32();
  if (width < 4 || width > 6 || rows < 0) throw head.damaged();
  if (blocks === 0) return { width, total: 0, blocks, present: null };
  const after = HEAD_BYTES + width * BLOCK_ROWS * blocks;
  const index = version === 3 ? await trailer3(file, after, blocks) : await trailer4(file, after);
  const total = index.total ?? rows;
  const bits = index.present ? index.bits : blocks;
  // As many blocks as there are bits set, and a bit for every row: else rows would be left out unsaid.
  if (total > bits * BLOCK_ROWS || (index.present && bitsIn(index.present, bits) !== blocks))
    throw damaged('gdb-index');
  return { width, blocks, total, present: index.present };
}

function bitsIn(bytes: Uint8Array, bits: number): number {
  let count = 0;
  for (let b = 0; b < bits; b++) count += (bytes[b >> 3] >> (b & 7)) & 1;
  return count;
}

type Trailer = Promise<{ readonly present: Uint8Array | null; readonly bits: number; readonly total?: number }>;

async function trailer3(file: Pages, at: number, blocks: number): Trailer {
  const trailer = new Cursor(await file.bytes(at, 16), 'gdb-index');
  const words = trailer.uint32();
  const bits = trailer.uint32();
  if (trailer.uint32() !== blocks) throw trailer.damaged();
  return { bits, present: words === 0 ? null : await file.bytes(at + 16, Math.ceil(bits / 8)) };
}

async function trailer4(file: Pages, at: number): Trailer {
  const trailer = new Cursor(await file.bytes(at, 12), 'gdb-index');
  const total = trailer.size64();
  const length = trailer.uint32();
  if (length === 0) return { total, bits: 0, present: null };
  if (length !== beforeBits + bitBytes + afterBits) throw trailer.damaged();
  return { total, bits: 8 * bitBytes, present: await file.bytes(at + 12 + beforeBits, bitBytes) };
}

/** Rows of a block that are there: row i has the id `first + ids[i]` and stands at byte `at[i]`. */
export interface Block {
  readonly count: number;
  readonly first: number;
  readonly ids: Uint16Array;
  readonly at: Float64Array;
}

/** Rows block by block, in the order of their ids; what a block holds is that of the next one as soon as that is asked for. */
export async function* places(file: Pages, { width, total, blocks, present }: RowIndex): AsyncGenerator<Block> {
  const last = Math.min(Math.ceil(total / BLOCK_ROWS), present ? present.length * 8 : blocks);
  const [ids, at] = [new Uint16Array(BLOCK_ROWS), new Float64Array(BLOCK_ROWS)];
  // A block that is there stands behind as many as are there before it.
  for (let block = 0, stored = 0; block < last; block++) {
    if (present && (present[block >> 3] & (1 << (block & 7))) === 0) continue;
    if (stored === blocks) throw damaged('gdb-index');
    const from = HEAD_BYTES + width * BLOCK_ROWS * stored++;
    const bytes = await file.bytes(from, width * BLOCK_ROWS);
    let count = 0;
    for (let k = 0; k < BLOCK_ROWS && block * BLOCK_ROWS + k < total; k++) {
      let place = 0;
      for (let b = width - 1; b >= 0; b--) place = place * 256 + bytes[k * width + b];
      if (place === 0) continue;
      ids[count] = k;
      at[count++] = place;
    }
    yield { count, first: block * BLOCK_ROWS + 1, ids, at };
  }
}
