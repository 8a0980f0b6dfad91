import { expect, it } from 'vitest';
import { conditionsOf } from '../../src/desk/laying/conditions.ts';
import { missText } from '../../src/texts/layout.ts';
import { missesOf } from '../../src/layout/evaluate.ts';
import { layouts } from '../../src/layout/layouts.ts';
import { aimsOf } from '../../src/layout/shape/aims.ts';
import { DEFAULT_CONDITIONS, DEFAULT_WISHES, type LayoutConditions } from '../../src/layout/shape/settings.ts';
import { faultsOf } from '../../src/layout/test-checker.ts';
import { invented, siteOf } from '../../src/layout/test-sites.ts';

const laid = (seed: number, conditions: LayoutConditions) => [...layouts(invented(seed), conditions, DEFAULT_WISHES)];

it('bounds of a record that exclude their number do so for its layouts', () => {
  const { plotRatio, density } = conditionsOf({
    id: '1',
    conditions: { far: { min: 1.5, minExclusive: true, max: 2 }, density: { max: 0.5, maxExclusive: true } },
  });
  expect(plotRatio).toEqual({ min: 1.5, minExclusive: true, max: 2 });
  expect(density).toEqual({ min: null, max: 0.5, maxExclusive: true });
});

it('a layout just at an exclusive bound misses it, and the sentence says so', () => {
  const [{ figures }] = laid(3, DEFAULT_CONDITIONS);
  const at = figures.plotRatio;
  const held = (plotRatio: LayoutConditions['plotRatio']) =>
    missesOf(figures, 20, { ...DEFAULT_CONDITIONS, plotRatio }).filter(({ what }) => what === 'plotRatio');
  expect(held({ min: at, max: null })).toEqual([]);
  expect(held({ min: null, max: at })).toEqual([]);
  expect(held({ min: at - 1e-6, max: at + 1e-6, minExclusive: true, maxExclusive: true })).toEqual([]);
  const [above] = held({ min: at, max: null, minExclusive: true });
  expect(above).toMatchObject({ bound: 'min', isExclusive: true });
  expect(missText('zh', above)).toContain('应大于');
  const [below] = held({ min: null, max: at, maxExclusive: true });
  expect(missText('en', below)).toContain('less than');
});

it.each([1, 4, 9])('layouts are laid out beyond exclusive bounds, not at them (land %i)', (seed) => {
  const conditions: LayoutConditions = {
    ...DEFAULT_CONDITIONS,
    plotRatio: { min: 1.5, max: 2, minExclusive: true, maxExclusive: true },
    // Three storeys of the usual heights are 17.5 m, four 22.3 m.
    heightM: { min: null, max: 22.3, maxExclusive: true },
    green: { min: 0.1, max: 0.2, maxExclusive: true },
  };
  const site = invented(seed);
  const all = laid(seed, conditions);
  for (const layout of all) {
    expect(faultsOf(site, layout, DEFAULT_WISHES)).toEqual([]);
    const { figures, buildings, misses } = layout;
    const missed = misses.map(({ what }) => what);
    const highest = Math.max(...buildings.map(({ heightM }) => heightM));
    expect(highest).toBeLessThan(22.3);
    expect(missed.includes('plotRatio')).toBe(figures.plotRatio <= 1.5 || figures.plotRatio >= 2);
    expect(missed.includes('green')).toBe(figures.green < 0.1 || figures.green >= 0.2);
  }
});

it('what is aimed at lies between the bounds, however near they are, and is as written where they include their number', () => {
  expect(aimsOf(DEFAULT_CONDITIONS)).toEqual(DEFAULT_CONDITIONS);
  const near = { ...DEFAULT_CONDITIONS, plotRatio: { min: 1.5, max: 1.501, minExclusive: true, maxExclusive: true } };
  const { min, max } = aimsOf(near).plotRatio;
  expect([1.5 < min!, min! <= max!, max! < 1.501]).toEqual([true, true, true]);
  const square = siteOf([[[0, 0], [200, 0], [200, 150], [0, 150]]]); // prettier-ignore
  const open: LayoutConditions = { ...DEFAULT_CONDITIONS, plotRatio: { min: 1.5, max: null, minExclusive: true } };
  const kept = [...layouts(square, open, DEFAULT_WISHES)].filter(({ misses }) => !misses.length);
  expect(kept.length).toBeGreaterThan(0);
  for (const { figures } of kept) expect(figures.plotRatio).toBeGreaterThan(1.5);
});
