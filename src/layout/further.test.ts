import { expect, it } from 'vitest';
import { layouts } from './layouts.ts';
import type { Layout } from './shape/layout.ts';
import { DEFAULT_CONDITIONS, DEFAULT_WISHES, HIGH_M, type LayoutWishes } from './shape/settings.ts';
import type { Point } from './shape/site.ts';
import { faultsOf } from './test-checker.ts';
import { invented, siteOf } from './test-sites.ts';

const laid = (seed: number, wishes: Partial<LayoutWishes> = {}): Layout[] => [
  ...layouts(invented(seed), DEFAULT_CONDITIONS, { ...DEFAULT_WISHES, ...wishes }),
];
const isHigh = ({ buildings }: Layout): boolean => buildings.some(({ heightM }) => heightM > HIGH_M);

it.each([54, 64, 9061])('lays out less ancillary floor where conditions leave no room for it, and says so: %i', (seed) => {
  const complete = laid(seed).filter(({ misses }) => misses.length === 0);
  expect(complete.length).toBeGreaterThanOrEqual(3);
  expect(complete.some(isHigh)).toBe(true);
  expect(complete.every(isHigh)).toBe(false);
  const less = complete.filter(({ lessAmenity }) => lessAmenity !== undefined);
  expect(less.length).toBeGreaterThan(0);
  for (const { lessAmenity, figures } of less) {
    expect(lessAmenity).toBeLessThan(DEFAULT_WISHES.amenity.floorShare);
    expect(figures.amenityFloor).toBeLessThan(DEFAULT_WISHES.amenity.floorShare);
  }
}); // prettier-ignore

it.each([2, 6])('says of land too small for half the ancillary building that there is none: %i', (seed) => {
  const conditions = { ...DEFAULT_CONDITIONS, plotRatio: { min: 1.8, max: null }, green: { min: 0.15, max: 0.2 }, parkingPerHundredM2: { production: 0.5, amenity: 1 } };
  const less = [...layouts(invented(seed, 12, 40), conditions, DEFAULT_WISHES)].filter((one) => one.lessAmenity !== undefined);
  expect(less.length).toBeGreaterThan(0);
  for (const { lessAmenity, figures } of less) expect([lessAmenity, figures.amenityFloor]).toEqual([0, 0]);
}); // prettier-ignore

it.each([117, 176])('finds another direction for buildings over 24 m where the densest of plates has no room: %i', (seed) => {
  const high = laid(seed).filter((layout) => isHigh(layout) && layout.misses.length === 0);
  expect(high.map(({ lessAmenity }) => lessAmenity)).toEqual([undefined]);
}); // prettier-ignore

/** Directions of the sides of a ring, degrees from 0 to 90. */
const directions = (ring: readonly Point[]): number[] =>
  ring.map(([ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length];
    return ((((Math.atan2(by - ay, bx - ax) * 180) / Math.PI) % 90) + 90) % 90;
  });
const apart = (a: number, b: number): number => Math.min(Math.abs(a - b), 90 - Math.abs(a - b));

it('lines the sides that rows meet aslant with buildings along them', () => {
  for (const seed of [7, 14, 15, 23]) {
    const site = invented(seed);
    const fronted = laid(seed).find(({ family }) => family === 'fronted');
    if (!fronted) throw new Error(`none of ${seed}`);
    expect(faultsOf(site, fronted, DEFAULT_WISHES), String(seed)).toEqual([]);
    expect(fronted.misses).toEqual([]);
    const sides = directions(site.rings[0]);
    const along = fronted.buildings.filter(({ ring, use }) => use === 'production' && apart(directions(ring)[0], fronted.angleDeg % 90) > 8); // prettier-ignore
    expect(along.length, String(seed)).toBeGreaterThan(0);
    for (const { ring } of along) expect(Math.min(...sides.map((side) => apart(side, directions(ring)[0])))).toBeLessThan(0.01); // prettier-ignore
  }
});

it.each([7, 22])('has fronts no higher than the rows behind them where the first storey counts twice: %i', (seed) => {
  const wishes = { ...DEFAULT_WISHES, heights: { firstM: 9, upperM: 4.8 } };
  const fronted = [...layouts(invented(seed), DEFAULT_CONDITIONS, wishes)].find(({ family }) => family === 'fronted');
  const highest = (isFront: boolean) =>
    Math.max(...fronted!.buildings.filter(({ row, use }) => use === 'production' && row < 0 === isFront).map((one) => one.storeys));
  expect(highest(true)).toBeLessThanOrEqual(highest(false));
}); // prettier-ignore

it('has no front on land whose sides rows meet squarely', () => {
  const box = siteOf([[[0, 0], [240, 0], [240, 160], [0, 160]]]); // prettier-ignore
  const made = [...layouts(box, DEFAULT_CONDITIONS, DEFAULT_WISHES)];
  expect(made.map(({ family }) => family)).not.toContain('fronted');
});

it('keeps the gap between buildings where a corner of the land parts a row by less', () => {
  for (const seed of [2, 6, 23]) {
    const wishes = { ...DEFAULT_WISHES, aligned: false, mainRoadM: 0, rowGapM: 14 };
    const site = invented(seed);
    for (const layout of layouts(site, DEFAULT_CONDITIONS, wishes))
      expect(faultsOf(site, layout, wishes), `${seed} ${layout.family}`).toEqual([]);
  }
});
