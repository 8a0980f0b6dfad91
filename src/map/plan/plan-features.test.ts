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
    const label = edgeLabel(field, 100)!;
    expect(label.at).toEqual(field.coordinates[0][0]);
    expect(label.turn).toBeCloseTo(0);
    expect(label.side).toBe(-1);
  });

  it('is the same whichever way round the boundary goes', () => {
    const back = { type: 'Polygon' as const, coordinates: [field.coordinates[0].toReversed()] };
    expect(edgeLabel(back, 100)).toMatchObject({ side: -1, at: field.coordinates[0][0] });
  });

  it('turns with its edge, clockwise', () => {
    expect(edgeLabel(polygon([0, 20], [200, 0], [200, 150], [0, 170]), 100)!.turn).toBeCloseTo(5.71, 1);
  });

  it('waits for a map on which its edge holds it', () => {
    const [name] = planParcelNames({ ...plan, buildings: [] }).features;
    // 200 m hold about 125 px from 1.6 m a pixel on.
    expect(name.properties!['from']).toBeGreaterThan(15);
    expect(name.properties!['from']).toBeLessThan(16.5);
  });
});

describe('the name of a parcel with buildings', () => {
  const textPx = 110;
  const MM = 0.001;
  /** What a text of so many px along an edge from west to east covers when it is first written, metres. */
  const covered = (plan: Plan, px: number) => {
    const [{ geometry, properties }] = planParcelNames(plan).features;
    const [lon, lat] = (geometry as { coordinates: number[] }).coordinates;
    const { from: zoom, side, turn } = properties as { from: number; side: 1 | -1; turn: number };
    expect(turn).toBeCloseTo(0);
    const shrink = Math.cos((34.7 * Math.PI) / 180);
    const metres = (156_543.034 / 2 / 2 ** zoom) * shrink;
    const [x, y] = [((lon - 113.6) / METRE) * shrink, (lat - 34.7) / METRE];
    const deep = 21 * metres;
    return { west: x, east: x + px * metres, south: side < 0 ? y : y - deep, north: side < 0 ? y + deep : y, zoom };
  };
  type Box = readonly [x: number, y: number, width: number, depth: number];
  const of = (boxes: readonly Box[]): Plan => ({
    ...plan,
    buildings: boxes.map(([x, y, w, d]) => ({ ...plan.buildings[0], geometry: polygon([x, y], [x + w, y], [x + w, y + d], [x, y + d]) })), // prettier-ignore
  });

  it('lies in a gap between two, or between them and the edge once that is wide enough', () => {
    const parks: readonly (readonly Box[])[] = [
      [[0, 3, 60, 20], [190, 3, 10, 20]],
      [[10, 12, 180, 120]],
      [[0, 2, 90, 20], [95, 25, 105, 100]],
      [[0, 8, 70, 130], [120, 1, 80, 140]],
    ]; // prettier-ignore
    for (const boxes of parks) {
      const { west, east, south, north, zoom } = covered(of(boxes), textPx);
      const isClear = ([x, y, w, d]: Box) => east < x + MM || west > x + w - MM || north < y + MM || south > y + d - MM;
      expect(boxes.every(isClear)).toBe(true);
      expect(zoom).toBeLessThan(19);
    }
    // Those that stand outside, or far inside, change nothing.
    expect(covered(of([[0, -40, 200, 30], [0, 60, 200, 30]]), textPx)).toEqual(covered(of([]), textPx)); // prettier-ignore
  });

  it('is written over them where they leave no room at all', () => {
    expect(covered(of([[0, 0, 200, 150]]), textPx).zoom).toBe(18);
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
