import { expect, it } from 'vitest';
import { flippingKeys } from './flips.ts';

it('parcels that flip are told apart by both ends, those kept out too', () => {
  const KEPT_OUT = 255;
  const flips = {
    classes: ['in-use', 'suspected-idle', 'idle'] as const,
    keys: Uint32Array.of(7, 8, 9, 10),
    from: Uint8Array.of(1, 1, 0, KEPT_OUT),
    to: Uint8Array.of(0, KEPT_OUT, 1, 0),
  };
  const of = (from: Parameters<typeof flippingKeys>[1]['from'], to: typeof from) => [...flippingKeys(flips, { from, to })]; // prettier-ignore
  expect(of('suspected-idle', 'in-use')).toEqual([7]);
  expect(of('suspected-idle', null)).toEqual([8]);
  expect(of('in-use', 'suspected-idle')).toEqual([9]);
  expect(of(null, 'in-use')).toEqual([10]);
  expect(of('idle', 'in-use')).toEqual([]);
});
