import { describe, expect, it } from 'vitest';
import { letUnit, unitsOf, unitUses } from './let-units.ts';
import type { Building, FloorUnit, Lease } from './model.ts';

const DAY = '2026-11-22';
const built = (...buildings: Building[]) => buildings.map((building) => ({ building }));
const works = (...units: FloorUnit[]): Building => ({ id: 'B1', name: '1#', units });
const other: Building = { id: 'B2', units: [{ id: '101', floorAreaM2: 300 }] };
const lease = (fields: Partial<Lease> = {}): Lease => ({ id: 'L', buildingId: 'B1', unitId: '101', ...fields });

describe('the unit a lease lets', () => {
  const land = built(works({ id: '101', floorAreaM2: 500 }, { id: '102' }), other);

  it('is that of its building; without one, that of the only building that has its number', () => {
    expect(letUnit(lease(), land)).toMatchObject({ is: 'unit', building: { id: 'B1' }, unit: { floorAreaM2: 500 } });
    expect(letUnit(lease({ buildingId: undefined, unitId: '102' }), land)).toMatchObject({ building: { id: 'B1' } });
    expect(letUnit(lease({ buildingId: undefined }), land)).toEqual({ is: 'gone', building: null, buildings: 2 });
    expect(letUnit({ id: 'L' }, land)).toEqual({ is: 'unnamed' });
  });

  it('is gone with its walls or its building, which is told apart', () => {
    expect(letUnit(lease({ unitId: '103' }), land)).toMatchObject({ is: 'gone', building: { id: 'B1' }, buildings: 0 });
    expect(letUnit(lease({ buildingId: 'B9' }), land)).toEqual({ is: 'gone', building: null, buildings: 0 });
  });

  it.each([
    [500, null],
    [500.004, null],
    [500.01, 0.01],
    [620, 120],
    [undefined, null],
  ])('of 500 m² lets %s m²: %s more', (floorAreaM2, excess) => {
    const own = letUnit(lease({ floorAreaM2 }), land);
    expect(own.is === 'unit' && own.excessM2).toEqual(excess === null ? null : expect.closeTo(excess, 9));
    const open = letUnit(lease({ unitId: '102', floorAreaM2 }), land);
    expect(open).toMatchObject({ is: 'unit', excessM2: null });
  });

  it('stands in the list by building, storey and number, each building once', () => {
    const units = [{ id: '9', storey: 2 }, { id: '10', storey: 1 }, { id: 'x' }, { id: '2', storey: 1 }]; // prettier-ignore
    const twice = [...built(works(...units), other), ...built(works(...units))];
    expect(unitsOf(twice).map(({ building, unit }) => `${building.id} ${unit.id}`)).toEqual([
      'B1 2',
      'B1 10',
      'B1 9',
      'B1 x',
      'B2 101',
    ]);
  });
});

describe('how a unit is used on a day', () => {
  const used = (unit: Partial<FloorUnit>, leases?: readonly Lease[]) => {
    const land = built(works({ id: '101', floorAreaM2: 500, ...unit }));
    return unitUses(leases, land, DAY).useOf(unitsOf(land)[0]);
  };

  it('let from the first day of a lease to its last, both included', () => {
    const let500 = { is: 'let', areaM2: 500, excessM2: null };
    expect(used({}, [lease()])).toEqual(let500);
    expect(used({}, [lease({ startOn: DAY, endOn: DAY })])).toEqual(let500);
    expect(used({}, [lease({ endOn: '2026-11-21' })])).toEqual({ is: 'free' });
    expect(used({}, [lease({ startOn: '2026-11-23' })])).toEqual({ is: 'let-from', from: '2026-11-23' });
  });

  it('areas of several leases add up, and none is guessed', () => {
    const both = (a?: number, b?: number) => used({}, [lease({ floorAreaM2: a }), lease({ id: 'M', floorAreaM2: b })]);
    expect(both(200, 300)).toEqual({ is: 'let', areaM2: 500, excessM2: null });
    expect(both(200, 301)).toEqual({ is: 'let', areaM2: 501, excessM2: 1 });
    expect(both(200)).toEqual({ is: 'let', areaM2: null, excessM2: null });
  });

  it('free only where every lease is placed and no one bought it', () => {
    expect(used({}, [])).toEqual({ is: 'free' });
    expect(used({})).toEqual({ is: 'unsaid' });
    expect(used({}, [{ id: 'L' }])).toEqual({ is: 'unsaid' });
    expect(used({}, [lease({ unitId: '102' })])).toEqual({ is: 'unsaid' });
    expect(used({}, [{ id: 'L', endOn: '2020-01-01' }])).toEqual({ is: 'free' });
    expect(used({ soldOn: '2026-01-01' }, [])).toEqual({ is: 'unsaid' });
    expect(used({ soldOn: '2026-01-01', usedBy: 'buyer' }, [])).toEqual({ is: 'own' });
    expect(used({ usedBy: 'other' }, [])).toEqual({ is: 'other' });
  });
});
