import { describe, expect, it } from 'vitest';
import { known, unknown, type Figure } from '../../../domain/land/figure.ts';
import type { BuildingFacts, ParcelFacts } from '../../../domain/land/facts.ts';
import { buildingRows, heightsText, parcelRows, sumOf, typedHeights } from './rows.ts';

const m2 = (value: number) => known<Figure>({ what: 'floorArea', value, unit: 'm2', inputs: [] });
const building = (key: number, floor: number | null): BuildingFacts => ({
  building: { id: `B${key}`, storeys: 3 },
  key,
  row: key,
  parcelId: 'P',
  insideShare: 1,
  floorArea: floor === null ? unknown() : m2(floor),
  countedFloorArea: m2(floor ?? 0),
  footprint: m2(100),
});
const parcel = (key: number, area: number) =>
  ({ parcel: { id: `P${key}` }, key, area: m2(area) }) as unknown as ParcelFacts;
const view = (facts: object) => ({ facts }) as unknown as Parameters<typeof buildingRows>[0];

describe('rows of the tables', () => {
  it('a building on two parcels of the park is one row, and sums are of the rows shown', () => {
    const rows = buildingRows(view({ buildings: [building(1, 300), building(2, 50), building(1, 200)] }));
    expect(rows.map(({ key, floorM2, footprintM2 }) => [key, floorM2, footprintM2])).toEqual([
      [1, 500, 200],
      [2, 50, 100],
    ]);
    expect(sumOf(rows, (row) => row.floorM2)).toBe(550);
    expect(sumOf(buildingRows(view({ buildings: [building(1, null), building(2, 9)] })), (r) => r.floorM2)).toBeNull();
  });

  it('parcels that come and go with what is in hand are marked', () => {
    const rows = parcelRows(
      view({ parcels: [parcel(1, 2000), parcel(3, 1000)] }),
      view({ parcels: [parcel(1, 2000), parcel(2, 500)] }),
    );
    expect(rows.map(({ key, mu, moves }) => [key, mu, moves])).toEqual([
      [1, 3, null],
      [3, 1.5, 'in'],
      [2, 0.75, 'out'],
    ]);
  });
});

describe('storey heights', () => {
  it('are written as they are typed', () => {
    expect(heightsText({ storeyHeightM: 4.8 })).toBe('4.8');
    expect(heightsText({ storeyHeightsM: [6, 4.5, 4.5, 4.5] })).toBe('6+4.5×3');
    expect(typedHeights('6+4.5×3')).toEqual({ storeyHeightsM: [6, 4.5, 4.5, 4.5], storeyHeightM: null, storeys: 4 });
    expect(typedHeights('６，４．５ m')).toEqual({ storeyHeightsM: [6, 4.5], storeyHeightM: null, storeys: 2 });
    expect(typedHeights('4.8m')).toEqual({ storeyHeightM: 4.8, storeyHeightsM: null });
  });

  it.each(['', 'hoch', '0', '-3', '101', '4×900'])('%s is none', (text) => expect(typedHeights(text)).toBeNull());
});
