import { expect, it } from 'vitest';
import { badgesApart, siteKeys } from './parks-on-map.ts';

it('badges of parks with land in common stand apart as far as there are sites for them', () => {
  const parks = [
    [[1, 2], [3], [4]],
    [[1], [3, 5]],
    [[2], [3]],
  ];
  expect(badgesApart(parks)).toEqual([
    [[1, 2], [3], [4]],
    [[3, 5], [1]],
    // No site is left: its first one then.
    [[2], [3]],
  ]);
});

it('sites of ids are sites of keys', () => {
  const parcels = [
    { id: 'A', key: 7 },
    { id: 'B', key: 8 },
    { id: 'C', key: 9 },
  ];
  expect(siteKeys({ parcels, sites: [['C'], ['A', 'B']] })).toEqual([[9], [7, 8]]);
});
