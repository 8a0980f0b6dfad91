import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ceilingsOf, typedCeilings } from './ceilings.ts';

const line = (most: string, use = '', unit = '') => ({ most, use, unit });

it('a figure alone is 公顷, another unit is read, an empty line bounds nothing', () => {
  expect(ceilingsOf([line('+120'), line('1,800 亩', '10'), line(' '), line('３公顷', '', '410181')])).toEqual({
    ok: true,
    value: [{ mostM2: 1_200_000 }, { use: '10', mostM2: 1_200_000 }, { unit: '410181', mostM2: 30_000 }],
  });
});

it('the first line whose area is none is told', () =>
  expect(ceilingsOf([line('120'), line('很多'), line('-3')])).toEqual({ ok: false, line: 1 }));

it('what stands in the boxes is read as the same ceilings', () =>
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 1e9 }).map((n) => ({ mostM2: n / 100 }))), (ceilings) => {
      const back = ceilingsOf(typedCeilings(ceilings));
      if (!back.ok) throw new Error(String(back.line));
      expect(back.value.map(({ mostM2 }) => mostM2!.toFixed(4))).toEqual(
        ceilings.map(({ mostM2 }) => mostM2.toFixed(4)),
      );
    }),
  ));
