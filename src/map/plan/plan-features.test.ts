import { describe, expect, it } from 'vitest';
import type { Plan } from '../tools/contract.ts';
import { edgeLabel } from './edge-label.ts';
import { planBuildingNames, planBuildings, planParcelNames, planParcels } from './plan-features.ts';

const METRE = 1 / 111_320;
/** Metres about 34.7°N. */
const ring = (...points: readonly (readonly [number, number])[]) => {
  const shrink = Math.cos((34.7 * Math.PI) / 180);
  const all = points.map(([x, y]) => [113.6 + (x * METRE) / shrink, 34.7 + y * METRE]);
  return [...all, all[0]];
};
const polygon = (...points: readonly (readonly [number, number])[]) => ({ type: 'Polygon' as const, coordinates: [ring(...points)] }); // prettier-ignore
const field = polygon([0, 0], [200, 0], [200, 150], [0, 150]);

const plan: Plan = {
  sites: null,
  parcels: [{ key: 7, geometry: field, label: 'B 地块 30.9120 亩', role: 'in' }],
  buildings: [
    { key: 1, geometry: polygon([10, 10], [90, 10], [90, 30], [10, 30]), label: '1#', storeys: '4 层', existing: false, selected: false, parcelKey: 7 }, // prettier-ignore
    { key: 2, geometry: polygon([100, 10], [110, 10], [110, 60], [100, 60]), label: '8# 宿舍', storeys: '6 层', existing: true, selected: false, parcelKey: 7 }, // prettier-ignore
    { key: 3, geometry: polygon([120, 10], [180, 10], [180, 30], [120, 30]), label: '5#', storeys: '3 层', change: '3→4 层', existing: false, selected: false, parcelKey: 7 }, // prettier-ignore
  ],
};

describe('the name of a parcel', () => {
  it('stands along its lower edge, inside, read from the west', () => {
    const label = edgeLabel(field)!;
    expect(label.at).toEqual(field.coordinates[0][0]);
    expect(label.turn).toBeCloseTo(0);
    expect(label.side).toBe(-1);
    expect(label.length).toBeCloseTo(200, 0);
  });

  it('is the same whichever way round the boundary goes', () => {
    const back = { type: 'Polygon' as const, coordinates: [field.coordinates[0].toReversed()] };
    expect(edgeLabel(back)).toMatchObject({ side: -1, at: field.coordinates[0][0] });
  });

  it('turns with its edge, clockwise', () => {
    expect(edgeLabel(polygon([0, 20], [200, 0], [200, 150], [0, 170]))!.turn).toBeCloseTo(5.71, 1);
  });

  it('waits for a map on which its edge holds it', () => {
    const [name] = planParcelNames(plan).features;
    // 200 m hold about 125 px from 1.6 m a pixel on.
    expect(name.properties!['from']).toBeGreaterThan(15);
    expect(name.properties!['from']).toBeLessThan(16.5);
  });
});

describe('the plan', () => {
  it('is known by the keys of its records', () => {
    expect(planParcels(plan).features.map(({ id }) => id)).toEqual([7]);
    expect(planBuildings(plan).features.map(({ id }) => id)).toEqual([1, 2, 3]);
    expect(planParcels(null).features).toEqual([]);
  });

  it('draws what stands dashed and what changes as chosen', () => {
    expect(planBuildings(plan).features.map(({ properties }) => properties!['look'])).toEqual(['plain', 'existing', 'chosen']); // prettier-ignore
  });

  it('names a building that is a little narrower together with the others, one that is much narrower later', () => {
    const of = (key: number, width: number) => ({ ...plan.buildings[0], key, geometry: polygon([0, 0], [width, 0], [width, 90], [0, 90]) }); // prettier-ignore
    const named = planBuildingNames({ ...plan, buildings: [of(1, 60), of(2, 60), of(3, 52), of(4, 20)] }).features;
    const [most, same, near, narrow] = named.map(({ properties }) => Number(properties!['from']));
    expect([same, near]).toEqual([most, most]);
    expect(narrow).toBeCloseTo(most + Math.log2(3), 1);
  });

  it('writes what changes in place of the storeys, on two lines in a narrow building', () => {
    const names = planBuildingNames(plan).features.map(({ properties }) => properties!);
    expect(names.map(({ label, join, more }) => [label, join, more])).toEqual([
      ['1#', ' ', '4\u00a0层'],
      ['8#\u00a0宿舍', '\n', '6\u00a0层'],
      ['5#', ' ', '3→4\u00a0层'],
    ]);
  });
});
