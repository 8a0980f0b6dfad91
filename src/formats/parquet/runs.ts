/** Where the runs are, and how many values at most they may stand for. */
export interface Runs {
  readonly at: number;
  readonly end: number;
  /** Bits of a value. */
  readonly width: number;
  readonly values: number;
}

/**
 * Walks runs of the hybrid of run lengths and packed bits (Parquet "RLE"): no run may state more values than the page
 * has, unless every one of them takes its bits in the file. The library repeats as often as a run says, which can be thousands of millions of times.
 */
export function areRunsSound(bytes: Uint8Array, { at, end, width, values }: Runs): boolean {
  if (end > bytes.length || width > 32) return false;
  for (let seen = 0, i = at; seen < values && i < end;) {
    let head = 0;
    for (let shift = 1, more = true; more; shift *= 128) {
      if (i >= end || shift > 2 ** 28) return false;
      more = bytes[i] >= 128;
      head += (bytes[i++] % 128) * shift;
    }
    const stated = Math.floor(head / 2);
    const packed = head % 2 === 1;
    const count = packed ? stated * 8 : stated;
    const size = packed ? stated * width : Math.ceil(width / 8);
    // DuckDB fills the last block of packed bits beyond the values: its bytes are there, so it costs no more than they do.
    const filled = packed && width > 0 && i + size <= end;
    if (head >= 2 ** 31 || (count > values + 7 && !filled)) return false;
    i += size;
    seen += count;
  }
  return true;
}
