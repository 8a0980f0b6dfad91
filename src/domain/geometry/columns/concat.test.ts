import { describe, expect, it } from 'vitest';
import { planeCrsOf } from '../../geodesy/zones.ts';
import { areasOf } from '../measure/measures.ts';
import { buildLayer, emptyLayer, toMultiPolygon, toSurveyed } from './builder.ts';
import { concatLayers } from './concat.ts';
import type { MultiPolygon } from './layer.ts';

const square = (x: number, y: number, size: number): MultiPolygon => [
  [
    [
      [x, y],
      [x + size, y],
      [x + size, y + size],
      [x, y + size],
      [x, y],
    ],
  ],
];
const donut: MultiPolygon = [[...square(113.6, 34.7, 0.01)[0], ...square(113.602, 34.702, 0.002)[0]]];
const surveyed = (epsg: number, east: number) =>
  buildLayer([square(113.65, 34.75, 0.001)], {
    surveyed: { crs: planeCrsOf(epsg)!, features: [square(east, 3_846_900.125, 100.3)] },
  });

describe('layers one after the other', () => {
  it('keep every feature as it was, empty ones and holes too', () => {
    const layers = [
      buildLayer([donut, null]),
      emptyLayer(),
      buildLayer([[...square(113, 34, 0.1), ...square(114, 35, 0.1)]]),
    ];
    const all = concatLayers(layers);
    const each = layers.flatMap((layer) => Array.from({ length: layer.size }, (_, f) => toMultiPolygon(layer, f)));
    expect(all.size).toBe(3);
    expect([0, 1, 2].map((f) => toMultiPolygon(all, f))).toEqual(each);
    expect(areasOf(all, 0)).toEqual(areasOf(layers[0], 0));
  });

  it('keep what was surveyed in one zone, with its number in front or without', () => {
    const all = concatLayers([surveyed(4526, 38_467_900.123), surveyed(4547, 467_900.123)]);
    expect(all.surveyed?.crs.epsg).toBe(4526);
    expect(toSurveyed(all, 1)).toEqual(square(38_467_900.123, 3_846_900.125, 100.3));
    const other = concatLayers([surveyed(4547, 467_900.123), surveyed(4526, 38_467_900.123)]);
    expect(toSurveyed(other, 1)![0][0][0]).toEqual([467_900.123, 3_846_900.125]);
  });

  it('stand as degrees where zones differ or some came as degrees', () => {
    expect(concatLayers([surveyed(4526, 38_467_900), surveyed(4527, 39_467_900)]).surveyed).toBeUndefined();
    expect(concatLayers([surveyed(4526, 38_467_900), buildLayer([donut])]).surveyed).toBeUndefined();
    // A file without a boundary takes nothing away.
    expect(concatLayers([surveyed(4526, 38_467_900), buildLayer([null])]).surveyed).toBeDefined();
  });
});
