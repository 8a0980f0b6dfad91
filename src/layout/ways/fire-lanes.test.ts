import { expect, it } from 'vitest';
import { layouts } from '../layouts.ts';
import type { Layout } from '../shape/layout.ts';
import { DEFAULT_CONDITIONS, DEFAULT_WISHES } from '../shape/settings.ts';
import { fireLaneFaults } from '../test-fire-lane-checker.ts';
import { invented } from '../test-sites.ts';

const SEEDS = [2, 5, 11, 16, 23, 29];

/** Layouts of invented land that have a building whose long sides ask for fire lanes. */
const asking = (seed: number, setbackM: number): Layout[] => {
  const site = invented(seed);
  const setbacksM = site.rings.map((ring) => ring.map(() => setbackM));
  return [...layouts({ ...site, setbacksM }, DEFAULT_CONDITIONS, DEFAULT_WISHES)].filter(({ buildings }) =>
    buildings.some(({ use, footprintM2, heightM }) => use === 'production' && (footprintM2 > 3000 || heightM > 24)),
  );
};

it.each(SEEDS)('fire lanes run along both long sides of large and high buildings (land %i)', (seed) => {
  const made = asking(seed, 6);
  expect(made.length).toBeGreaterThan(0);
  for (const layout of made) {
    expect(fireLaneFaults(layout, []), layout.family).toEqual([]);
    expect(layout.figures.unlined, layout.family).toBe(0);
    expect(fireLaneFaults({ ...layout, roads: layout.roads.slice(0, 1), aprons: [] }, []), layout.family).not.toEqual(
      [],
    );
  }
});

it('where the setback leaves no ground for a lane along the boundary, buildings without one are told', () => {
  const made = SEEDS.slice(0, 2).flatMap((seed) => asking(seed, 3));
  for (const layout of made) {
    expect(layout.figures.unlined).toBeGreaterThanOrEqual(fireLaneFaults(layout, []).length);
    const miss = layout.misses.find(({ what }) => what === 'unlined');
    expect(miss?.value ?? 0).toBe(layout.figures.unlined);
  }
  expect(made.some((layout) => fireLaneFaults(layout, []).length > 0)).toBe(true);
});

it('have room in rows near those that leave a side bare', () => {
  for (const seed of [177, 188])
    for (const { family, figures } of layouts(invented(seed), DEFAULT_CONDITIONS, DEFAULT_WISHES))
      expect(figures.unlined, `${seed} ${family}`).toBe(0);
});
