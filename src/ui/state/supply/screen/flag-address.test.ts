import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatAddress, parseAddress } from '../../../address/address.ts';
import { readSaid, saidOf } from './flag-address.ts';
import { DISTRICT, FLAG_COLUMNS, noFilter, type FlagFilter } from './flag-rows.ts';

const codes = {
  classes: ['in-use', 'suspected-idle', 'idle', 'low-efficiency', 'approved-not-supplied', 'not-supplied'],
  bases: ['found', 'disposed', 'confirmed', 'disputed'],
  suggestions: ['investigate', 'find', 'dispose', 'supply', 'redevelop'],
} as const;

const among = (length: number) => fc.option(fc.integer({ min: 0, max: length - 1 }));
const filter = fc.record<FlagFilter>({
  words: fc.string({ unit: fc.constantFrom('a', '厂', ',', '.', '%', '&', '#', ' ', '+', '=') }),
  place: fc.constantFrom('', '410181001', `${DISTRICT}410181`),
  class: among(codes.classes.length),
  basis: among(codes.bases.length),
  leastMu: fc.option(fc.constantFrom(0, 30, 12.5)),
  leastConfidence: fc.option(fc.constantFrom(0.4, 1)),
  missing: fc.option(fc.constantFrom('some' as const, 'none' as const)),
  suggestion: among(codes.suggestions.length),
  decision: among(3),
});

it('order and filter come back from an address as they were', () => {
  fc.assert(
    fc.property(filter, fc.constantFrom(...FLAG_COLUMNS), fc.boolean(), (of, by, down) => {
      const order = { by, down: by !== 'file' && down };
      const rows = saidOf(of, order, codes);
      const read = parseAddress(formatAddress({ workspace: 'supply', rows })).rows ?? {};
      expect(readSaid(read, codes)).toEqual({ filter: of, order });
    }),
  );
  expect(
    formatAddress({ rows: saidOf({ ...noFilter, class: 2, leastMu: 30 }, { by: 'area', down: true }, codes) }),
  ).toBe('#sort=area.down&only=class.idle,mu.30');
});

it('what an address says that no table knows is left out', () => {
  const read = readSaid({ sort: 'beauty.down', only: 'class.swamp,mu.many,missing.all,,x,word.%E4' }, codes);
  expect(read).toEqual({ filter: noFilter, order: { by: 'file', down: false } });
});
