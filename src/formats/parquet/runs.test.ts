import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areRunsSound } from './runs.ts';

/** The head of a run as a varint: `stated` repeats, or groups of eight packed values. */
function head(stated: number, packed: boolean): number[] {
  const bytes: number[] = [];
  for (let rest = stated * 2 + (packed ? 1 : 0); ; rest = Math.floor(rest / 128)) {
    bytes.push((rest % 128) + (rest >= 128 ? 128 : 0));
    if (rest < 128) return bytes;
  }
}
const sound = (bytes: readonly number[], width: number, values: number) =>
  areRunsSound(Uint8Array.from(bytes), { at: 0, end: bytes.length, width, values });

describe('runs of a Parquet page', () => {
  it('may fill their last block beyond the values, as long as its bytes are there', () => {
    // 32 groups of one bit each for three values, as DuckDB writes them.
    const block = Array.from({ length: 32 }, () => 0);
    expect(sound([...head(32, true), ...block], 1, 3)).toBe(true);
    expect(sound([...head(32, true), ...block.slice(1)], 1, 3)).toBe(false);
  });

  it('state no values that take no bits, and repeat none beyond the page', () => {
    expect(sound([...head(1_000_000, true), 0, 0, 0, 0], 0, 3)).toBe(false);
    expect(sound([...head(1_000_000, false), 1], 1, 3)).toBe(false);
    expect(sound([...head(3, false), 1], 1, 3)).toBe(true);
  });

  it('never stand for more than eight values a byte beyond those of the page', () => {
    const run = fc.tuple(fc.nat(2 ** 26), fc.boolean(), fc.uint8Array({ maxLength: 40 }));
    fc.assert(
      fc.property(run, fc.integer({ min: 0, max: 8 }), fc.nat(100), ([stated, packed, rest], width, values) => {
        const bytes = [...head(stated, packed), ...rest];
        const most = values + 7 + 8 * bytes.length;
        return values === 0 || !sound(bytes, width, values) || (packed ? stated * 8 : stated) <= most;
      }),
    );
  });
});
