/** CRC-32 (ISO 3309, the one of gzip and PNG), eight bytes a step by eight tables ("slicing"). */
const tables = new Int32Array(8 * 256);
for (let n = 0; n < 256; n++) {
  let c = n;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  tables[n] = c;
}
for (let n = 256; n < tables.length; n++) {
  const before = tables[n - 256];
  tables[n] = (before >>> 8) ^ tables[before & 255];
}

/** The checksum of `bytes` as an unsigned number; of bytes that follow others, after theirs. */
export function crc32(bytes: Uint8Array, before = 0): number {
  const first = Math.min(-bytes.byteOffset & 3, bytes.length);
  const pairs = (bytes.length - first) >> 3;
  const last = first + 8 * pairs;
  let c = afterSingles(~before, bytes, 0, first);
  if (pairs > 0) c = afterPairs(c, new Int32Array(bytes.buffer, bytes.byteOffset + first, 2 * pairs));
  return ~afterSingles(c, bytes, last, bytes.length) >>> 0;
}

function afterSingles(before: number, bytes: Uint8Array, from: number, to: number): number {
  let c = before;
  for (let i = from; i < to; i++) c = (c >>> 8) ^ tables[(c ^ bytes[i]) & 255];
  return c;
}

function afterPairs(before: number, words: Int32Array): number {
  let c = before;
  for (let w = 0; w < words.length; w += 2) {
    const a = words[w] ^ c;
    const b = words[w + 1];
    c =
      tables[0x700 | (a & 255)] ^
      tables[0x600 | ((a >>> 8) & 255)] ^
      tables[0x500 | ((a >>> 16) & 255)] ^
      tables[0x400 | (a >>> 24)] ^
      tables[0x300 | (b & 255)] ^
      tables[0x200 | ((b >>> 8) & 255)] ^
      tables[0x100 | ((b >>> 16) & 255)] ^
      tables[b >>> 24];
  }
  return c;
}
