import { expect, it } from 'vitest';
import { layouts } from './layouts.ts';
import type { Layout } from './shape/layout.ts';
import { DEFAULT_CONDITIONS, DEFAULT_WISHES } from './shape/settings.ts';
import type { LayoutSite, Point } from './shape/site.ts';
import { looksOf, type Looks } from './test-looks.ts';
import { invented, siteOf } from './test-sites.ts';

const laid = (site: LayoutSite): Layout[] => [...layouts(site, DEFAULT_CONDITIONS, DEFAULT_WISHES)];

/** A rectangle turned by any angle, as no grid of metres fits it. */
function rectangle(widthM: number, heightM: number, angle: number): LayoutSite {
  const turn = ([x, y]: Point): Point => [
    500 + x * Math.cos(angle) - y * Math.sin(angle),
    700 + x * Math.sin(angle) + y * Math.cos(angle),
  ];
  return siteOf([[[0, 0], [widthM, 0], [widthM, heightM], [0, heightM]].map(([x, y]) => turn([x, y]))]); // prettier-ignore
}

it('on a rectangle no row steps but where the amenity building stands before it', () => {
  for (let i = 0; i < 14; i++) {
    const site = rectangle(110 + ((i * 37) % 200), 100 + ((i * 53) % 170), i * 0.17);
    const { jogs, small, ends } = looksOf(site, laid(site)).ends;
    expect(ends).toBeGreaterThan(0);
    expect(jogs + small, String(i)).toBe(0);
  }
});

it('on land of any shape few ends step, none by unlike steps one after another; hardly a bar shows the street its end or is shorter than deep, no lane leads to nothing, no layout has one depth', () => {
  const all = Array.from({ length: 12 }, (_, i) => invented(i + 1)).map((site): Looks => looksOf(site, laid(site)));
  const sum = (of: (one: Looks) => number): number => all.reduce((total, one) => total + of(one), 0);
  const ends = sum((one) => one.ends.ends);
  expect(ends).toBeGreaterThan(800);
  expect(sum((one) => one.ends.jogs + one.ends.small) / ends).toBeLessThan(0.1);
  expect(sum((one) => one.ends.stairs)).toBe(0);
  expect(sum((one) => one.endOn.amenity)).toBe(0);
  expect(sum((one) => one.endOn.production) / sum((one) => one.layouts)).toBeLessThan(0.06);
  expect(sum((one) => one.stubby) / sum((one) => one.buildings)).toBeLessThan(0.02);
  expect(sum((one) => one.stubs)).toBe(0);
  expect(sum((one) => one.lengths) / sum((one) => one.layouts)).toBeLessThan(5);
  expect(sum((one) => one.several)).toBeGreaterThan(60);
  expect(sum((one) => one.oneDepth)).toBe(0);
});

it('is counted as ugly where it is: rows moved, lanes to nothing', () => {
  const site = rectangle(300, 200, 0);
  const layout = laid(site).find(({ family }) => family === 'bars')!;
  const moved = layout.buildings.map((one) =>
    one.row === 1 ? { ...one, ring: one.ring.map(([x, y]): Point => [x + 3, y]) } : one,
  );
  expect(looksOf(site, [{ ...layout, buildings: moved }]).ends.jogs).toBeGreaterThan(0);
  const [[x, y]] = layout.buildings[0].ring;
  const lane: Point[] = [[x - 300, y], [x, y], [x, y + 4], [x - 300, y + 4]]; // prettier-ignore
  expect(looksOf(site, [{ ...layout, roads: [...layout.roads, lane] }]).stubs).toBeGreaterThan(0);
});
