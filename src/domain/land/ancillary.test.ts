import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ancillaryFloorOf } from './ancillary.ts';
import { known } from './figure.ts';
import type { Building } from './model.ts';
import { unitNames } from './unit-names.ts';

type BuildingUse = NonNullable<Building['use']>;

const factsOf = (building: Building, floor: number, insideShare: number) => ({
  building,
  key: 0,
  row: 0,
  parcelId: 'A',
  insideShare,
  floorArea: known({ what: 'floorArea', value: floor * insideShare, unit: 'm2' as const, inputs: [building.id] }),
  countedFloorArea: known({ what: 'countedFloorArea', value: 0, unit: 'm2' as const, inputs: [] }),
  footprint: known({ what: 'footprintArea', value: 0, unit: 'm2' as const, inputs: [] }),
});

const ancillaryOf = (facts: ReturnType<typeof factsOf>) => ancillaryFloorOf(facts, unitNames([facts]));

const use = fc.constantFrom<BuildingUse>('production', 'rnd', 'admin', 'amenity', 'dormitory');
const unit = fc.record({ m2: fc.integer({ min: 1, max: 40 }), use: fc.option(use, { nil: undefined }) });

describe('ancillary floor area of a building', () => {
  it('is what counting it square metre by square metre gives', () => {
    const building = fc.record({
      use,
      units: fc.array(unit, { maxLength: 6 }),
      more: fc.nat(50),
      share: fc.constantFrom(0.25, 0.5, 1),
    });
    fc.assert(
      fc.property(building, ({ use: own, units, more, share }) => {
        const metres = [
          ...units.flatMap((u) => Array<BuildingUse>(u.m2).fill(u.use ?? own)),
          ...Array<BuildingUse>(more).fill(own),
        ];
        fc.pre(metres.length > 0);
        const wanted = metres.filter((u) => u === 'admin' || u === 'amenity' || u === 'dormitory').length * share;
        const listed = units.map((u, i) => ({ id: `U${i}`, floorAreaM2: u.m2, ...(u.use && { use: u.use }) }));
        const found = ancillaryOf(factsOf({ id: 'B', use: own, units: listed }, metres.length, share));
        expect(found.state).not.toBe('unknown');
        expect(found.state === 'value' ? found.value.value : 0).toBeCloseTo(wanted, 9);
      }),
    );
  });

  it('is unknown where the units together are larger, and names them all', () => {
    const units = [
      { id: 'U', use: 'amenity' as const, floorAreaM2: 60 },
      { id: 'V', floorAreaM2: 41 },
    ];
    const found = ancillaryOf(factsOf({ id: 'B', use: 'production', units }, 100, 0.5));
    expect(found).toMatchObject({ state: 'unknown', missing: [{ id: 'B', clash: true }, { id: 'U' }, { id: 'V' }] });
  });
});
