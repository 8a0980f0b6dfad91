import { describe, expect, it } from 'vitest';
import { failuresOf, readCases, readPack } from './cases.ts';

const pack = readPack('zhengzhou-draft');

describe('policy cases', () => {
  it.each(readCases().map((c) => [c.name, c] as const))('%s', (_, c) => {
    expect(failuresOf(c, pack)).toEqual([]);
  });
});
