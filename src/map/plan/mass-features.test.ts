import { expect, it } from 'vitest';
import type { Geometry } from 'geojson';
import { massOf } from '../../domain/land/storeys.ts';
import type { Plan, PlannedBuilding } from '../tools/contract.ts';
import { massInHand, restingMass, restingWritten } from './mass-features.ts';

const geometry: Geometry = { type: 'Polygon', coordinates: [[[113, 34], [113.001, 34], [113.001, 34.001], [113, 34]]] }; // prettier-ignore
const building = (key: number, more: Partial<PlannedBuilding> = {}): PlannedBuilding => ({
  key,
  geometry,
  label: '',
  existing: false,
  selected: false,
  parcelKey: null,
  mass: massOf({ storeyHeightsM: [8.1, 4.5] }, true),
  ...more,
});
const plan = (...buildings: PlannedBuilding[]): Plan => ({ sites: null, parcels: [], buildings });

it('each storey is a slab, parted from the next, and told where it counts twice', () => {
  const { features } = restingMass(plan(building(1)));
  expect(features.map(({ properties }) => properties)).toEqual([
    { tone: 'production', from: 0, to: 8.1 - 0.3, odd: false, twice: true },
    { tone: 'production', from: 8.1, to: 12.6, odd: true, twice: false },
  ]);
});

it('what is in hand is drawn apart, so that dragging it leaves the others as they are drawn', () => {
  const still = [building(1), building(2, { existing: true })];
  const raised = (storeys: number) => plan(...still, building(3, { change: `3→${storeys}`, mass: massOf({ storeys, storeyHeightM: 4 }, true) })); // prettier-ignore
  expect(restingWritten(raised(4))).toBe(restingWritten(raised(9)));
  expect(massInHand(raised(4)).features).toHaveLength(4);
  expect(massInHand(raised(9)).features).toHaveLength(9);
  const other = plan(building(1, { mass: massOf({ storeys: 1, storeyHeightM: 4 }, true) }), still[1]);
  expect(restingWritten(other)).not.toBe(restingWritten(plan(...still)));
  expect(restingWritten(plan(building(1, { geometry: { ...geometry } }), still[1]))).not.toBe(restingWritten(plan(...still))); // prettier-ignore
});

it('of what is cleared or not known nothing stands', () => {
  expect(restingMass(plan(building(1, { mass: null }), building(2, { mass: undefined }))).features).toEqual([]);
});
