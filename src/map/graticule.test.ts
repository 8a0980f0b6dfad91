import { describe, expect, it } from 'vitest';
import { graticule, gridStep, isBare } from './graticule.ts';
import { collection, feature } from './features.ts';
import { nothingShown } from './shown.ts';

describe('the grid around land that comes alone', () => {
  it('keeps its lines apart at every zoom, by steps of 1, 2 or 5', () => {
    for (let zoom = 6; zoom <= 19; zoom += 0.1) {
      const step = gridStep(zoom);
      const px = (step * 512 * 2 ** zoom) / 360;
      expect(px).toBeGreaterThanOrEqual(95.9);
      expect(px).toBeLessThan(96 * 2.51);
      expect(Number(step.toExponential().slice(0, 1))).toBeOneOf([1, 2, 5]);
    }
  });

  it('has every whole step that crosses the bounds, named by its degree', () => {
    const { features } = graticule([113.601, 34.699, 113.641, 34.721], 0.01);
    expect(features.map(({ properties }) => properties?.name)).toEqual([
      '113.61°E',
      '113.62°E',
      '113.63°E',
      '113.64°E',
      '34.70°N',
      '34.71°N',
      '34.72°N',
    ]);
    const [meridian] = features;
    expect(meridian.geometry).toMatchObject({ type: 'LineString' });
    const west = graticule([-0.015, -0.005, 0.005, 0.005], 0.01).features.map(({ properties }) => properties?.name);
    expect(west).toEqual(['0.01°W', '0.00°E', '0.00°N']);
  });

  it('is for land with nothing around it', () => {
    expect(isBare(nothingShown)).toBe(true);
    const nothing = {
      surfaces: collection([]),
      roads: collection([]),
      water: collection([]),
      waterNames: collection([]),
    };
    expect(isBare({ ...nothingShown, backdrop: nothing })).toBe(true);
    const road = feature({ type: 'LineString', coordinates: [] }, {});
    expect(isBare({ ...nothingShown, backdrop: { ...nothing, roads: collection([road]) } })).toBe(false);
    // The name of a place is no boundary of it.
    const district = { name: '中原区', at: [1, 2] };
    expect(isBare({ ...nothingShown, districts: [district] })).toBe(true);
    expect(isBare({ ...nothingShown, districts: [{ ...district, bounds: [0, 0, 1, 1] }] })).toBe(false);
  });
});
