import { expect, it } from 'vitest';
import type { ParkView } from '../../../city/view.ts';
import { gridFigures } from './grid-figures.ts';

const park = (floorM2: number, density: number, countedM2: number | null = null) =>
  ({
    findings: [],
    facts: {
      figures: Object.fromEntries(
        (
          [
            ['floorArea', floorM2, 'm2'],
            ['buildingDensity', density, 'ratio'],
            ['countedFloorArea', countedM2, 'm2'],
          ] as const
        ).map(([what, value, unit]) => [
          what,
          value === null ? undefined : { state: 'value', value: { what, value, unit } },
        ]),
      ),
    },
  }) as unknown as ParkView;

const told = (now: ParkView, before: ParkView | null) =>
  gridFigures('zh', now, before, { measures: {}, values: {} } as never).flatMap(({ value, change }) =>
    value ? [[value.text, change]] : [],
  );

it('a change has the decimals of its figure, so that less than half a square metre is one; none is told of what stays', () => {
  const before = park(82_242.02, 0.425);
  expect(told(park(82_242.42, 0.42512, 9), before)).toEqual([
    ['82,242.42', '0.40'],
    // Of what was not known there is no change.
    ['9.00', null],
    ['42.51', '0.01'],
  ]);
  expect(told(park(82_241.62, 0.425), before)).toEqual([
    ['82,241.62', '−0.40'],
    ['42.50', null],
  ]);
  expect(told(park(82_242.024, 0.425), before).map(([, change]) => change)).toEqual([null, null]);
  expect(told(before, null).map(([, change]) => change)).toEqual([null, null]);
});
