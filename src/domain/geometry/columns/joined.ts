/** Offsets that run on from one range to the next; each range brings one more offset than it has members. */
export function joinedStarts(ranges: readonly Uint32Array[]): Uint32Array {
  const result = new Uint32Array(1 + ranges.reduce((sum, r) => sum + r.length - 1, 0));
  let n = 0;
  for (const range of ranges) {
    const shift = result[n] - range[0];
    for (let i = 1; i < range.length; i++) result[n + i] = range[i] + shift;
    n += range.length - 1;
  }
  return result;
}

/** Columns one after the other. */
export function joinedColumns(ranges: readonly Float64Array[]): Float64Array {
  const result = new Float64Array(ranges.reduce((sum, r) => sum + r.length, 0));
  let n = 0;
  for (const range of ranges) {
    result.set(range, n);
    n += range.length;
  }
  return result;
}
