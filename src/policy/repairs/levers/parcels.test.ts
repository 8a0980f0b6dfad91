import { expect, it } from 'vitest';
import { known } from '../../../domain/land/figure.ts';
import type { ParcelFacts, ParkFacts } from '../../../domain/land/facts.ts';
import type { LeverBench } from '../bench.ts';
import { dropSites } from './parcels.ts';

/** Sites of one parcel each, on a bench on which nothing ever mends the rule; how often that was asked. */
function triesOf(sites: number, overlapM2: number): number {
  let tries = 0;
  const area = known({ what: 'area', value: 1000, unit: 'm2', inputs: [] });
  const parcels = Array.from({ length: sites }, (_, row) => ({ parcel: { id: `A${row}` }, row, area }) as ParcelFacts);
  const own = parcels.map(({ parcel: { id } }, i) => ({ number: i + 1, parcelIds: [id], areaM2: 1000 }));
  const facts = {
    park: { id: 'P' },
    parcels,
    buildings: [],
    sites: known(own),
    gaps: [],
    overlapM2,
  } as unknown as ParkFacts;
  const land = { factsWith: () => facts, candidates: [] } as unknown as LeverBench['land'];
  const isMet = () => {
    tries++;
    return false;
  };
  expect(dropSites({ lever: 'drop-sites' }, { facts, land, isMet } as unknown as LeverBench)).toEqual([]);
  return tries;
}

it('tries all ways to leave land out of a park as parks are, and fewer of one of thousands of parcels', () => {
  expect(triesOf(60, 0)).toBe(59);
  expect(triesOf(5000, 0)).toBe(10);
  expect(triesOf(40, 5)).toBe(39);
  expect(triesOf(400, 5)).toBe(5);
});
