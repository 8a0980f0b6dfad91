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
  let c = ~before;
  let i = 0;
  const single = (until: number): void => {
    for (; i < until; i++) c = (c >>> 8) ^ tables[(c ^ bytes[i]) & 255];
  };
  single(Math.min(-bytes.byteOffset & 3, bytes.length));
  const pairs = (bytes.length - i) >> 3;
  const words = pairs > 0 ? new Int32Array(bytes.buffer, bytes.byteOffset + i, 2 * pairs) : new Int32Array();
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
  i += 8 * pairs;
  single(bytes.length);
  return ~c >>> 0;
}
