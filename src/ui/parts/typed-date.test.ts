import { describe, expect, it } from 'vitest';
import { typedDate } from './typed-date.ts';

describe('a typed day', () => {
  it.each(['2026-03-01', '2026-3-1', '2026/3/1', '2026.03.01', '20260301', '2026年3月1日', ' ２０２６－０３－０１ '])(
    'reads %s',
    (text) => expect(typedDate(text)).toBe('2026-03-01'),
  );
  it.each(['', '2026-02-30', '3/1/2026', '2026-3', '202631', '2026-03-01x', '2026-13-01'])(
    'does not guess at %s',
    (text) => expect(typedDate(text)).toBeNull(),
  );
});
