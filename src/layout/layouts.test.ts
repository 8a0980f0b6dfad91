import { describe, expect, it } from 'vitest';
import { mostPlotRatio } from './bound.ts';
import { layouts } from './layouts.ts';
import type { Layout } from './shape/layout.ts';
import { DEFAULT_CONDITIONS, DEFAULT_WISHES, HIGH_M } from './shape/settings.ts';
import type { LayoutSite, Point, Ring } from './shape/site.ts';
import { faultsOf } from './test-checker.ts';
import { invented, siteOf } from './test-sites.ts';

const laid = (site: LayoutSite): Layout[] => [...layouts(site, DEFAULT_CONDITIONS, DEFAULT_WISHES)];

/** What tells two layouts apart, to a millimetre. */
const told = (all: readonly Layout[], [dx, dy]: Point = [0, 0]): string[] =>
  all.map(({ family, buildings }) =>
    [
      family,
      ...buildings.map(
        ({ ring, storeys }) =>
          `${storeys}:${ring.map(([x, y]) => `${(x - dx).toFixed(3)},${(y - dy).toFixed(3)}`).join(' ')}`,
      ),
    ].join('|'),
  );

const hard: Readonly<Record<string, LayoutSite>> = {
  'with a pond': siteOf([
    [
      [0, 0],
      [320, 0],
      [320, 220],
      [0, 220],
    ],
    [
      [140, 90],
      [190, 90],
      [190, 130],
      [140, 130],
    ],
  ]),
  'with a neck': siteOf([
    [
      [0, 0],
      [150, 0],
      [150, 80],
      [190, 80],
      [190, 0],
      [340, 0],
      [340, 180],
      [190, 180],
      [190, 110],
      [150, 110],
      [150, 180],
      [0, 180],
    ],
  ]),
  'a triangle': siteOf([
    [
      [0, 0],
      [330, 0],
      [60, 260],
    ],
  ]),
  'round on one side': siteOf([
    [
      [0, 0],
      [260, 0],
      ...Array.from({ length: 200 }, (_, i): Point => {
        const a = (Math.PI * i) / 199;
        return [130 + 130 * Math.cos(a), 120 + 90 * Math.sin(a)];
      }),
    ],
  ]),
  'with a building that stands': {
    ...siteOf([
      [
        [0, 0],
        [260, 0],
        [260, 200],
        [0, 200],
      ],
    ]),
    standing: [
      {
        ring: [
          [120, 80],
          [180, 80],
          [180, 110],
          [120, 110],
        ],
        use: 'production',
        storeys: 3,
        heightM: 14,
        floorM2: 5400,
        countedM2: 5400,
      },
    ],
  },
};

describe('layouts of a piece of land', () => {
  it('have no fault, reach what is asked and are told what they miss, on invented parcels of 20 to 150 亩', () => {
    for (let seed = 0; seed < 12; seed++) {
      const site = invented(seed);
      const all = laid(site);
      for (const layout of all) expect(faultsOf(site, layout, DEFAULT_WISHES), `${seed} ${layout.family}`).toEqual([]);
      const most = mostPlotRatio(site, DEFAULT_CONDITIONS, DEFAULT_WISHES);
      for (const { figures } of all) expect(figures.plotRatio).toBeLessThanOrEqual(most);
      const complete = all.filter(({ misses }) => !misses.length);
      expect(complete.length, `complete layouts of ${seed}`).toBeGreaterThanOrEqual(3);
      expect(new Set(told(complete)).size).toBeGreaterThanOrEqual(3);
      const heights = complete.map(({ buildings }) => Math.max(...buildings.map(({ heightM }) => heightM)));
      expect(heights.some((m) => m <= HIGH_M)).toBe(true);
    }
  });

  it.each(Object.entries(hard))('have no fault on land %s', (_, site) => {
    const all = laid(site);
    for (const layout of all) expect(faultsOf(site, layout, DEFAULT_WISHES), layout.family).toEqual([]);
    expect(all.filter(({ figures }) => figures.plotRatio >= 1.5).length).toBeGreaterThanOrEqual(3);
  });

  it('have yards before docks as deep as is wished, counted as land taken', () => {
    const site = invented(4);
    const wishes = { ...DEFAULT_WISHES, apronM: 34 };
    const all = [...layouts(site, DEFAULT_CONDITIONS, wishes)];
    for (const layout of all) expect(faultsOf(site, layout, wishes), layout.family).toEqual([]);
    const yards = all.filter(({ aprons }) => aprons.length > 0);
    expect(yards.length).toBeGreaterThanOrEqual(3);
    for (const { aprons, figures } of yards) {
      const sides = aprons.map(([[ax, ay], , [cx, cy]]) => Math.hypot(cx - ax, cy - ay));
      expect(Math.min(...sides)).toBeGreaterThan((34 - DEFAULT_WISHES.laneM) / 2);
      expect(figures.taken.apronsM2).toBeGreaterThan(0);
    }
  });

  it('are the same wherever the land lies, however its boundary runs and whatever points are doubled', () => {
    for (const seed of [3, 8, 11]) {
      const site = invented(seed);
      const expected = told(laid(site));
      const change = (turn: (ring: Ring) => Ring): LayoutSite => siteOf(site.rings.map(turn));
      expect(
        told(laid(change((ring) => ring.map(([x, y]): Point => [x + 38467900, y + 12345.6]))), [38467900, 12345.6]),
      ).toEqual(expected);
      expect(told(laid(change((ring) => ring.toReversed())))).toEqual(expected);
      expect(
        told(
          laid(
            change((ring) =>
              ring.flatMap((p, i): Point[] => [
                p,
                p,
                [(p[0] + ring[(i + 1) % ring.length][0]) / 2, (p[1] + ring[(i + 1) % ring.length][1]) / 2],
              ]),
            ),
          ),
        ),
      ).toEqual(expected);
      expect(told(laid(change((ring) => [...ring.slice(2), ...ring.slice(0, 2)])))).toEqual(expected);
    }
  });
});
