import { describe, expect, it } from 'vitest';
import { mostPlotRatio } from './bound.ts';
import { canonical, landOf } from './land/canonical.ts';
import { layouts } from './layouts.ts';
import { DEFAULT_CONDITIONS, DEFAULT_WISHES, type LayoutConditions, type LayoutWishes } from './shape/settings.ts';
import type { Layout } from './shape/layout.ts';
import type { LayoutSite, Point } from './shape/site.ts';
import { faultsOf } from './test-checker.ts';
import { invented, siteOf } from './test-sites.ts';

const box = (x0: number, y0: number, x1: number, y1: number): Point[] => [[x0, y0], [x1, y0], [x1, y1], [x0, y1]]; // prettier-ignore
/** A hall of one storey. */
const standing = (ring: Point[]) => ({ ring, use: 'production' as const, storeys: 1, heightM: 8, floorM2: 1000, countedM2: 1000 }); // prettier-ignore
const plain = siteOf([box(0, 0, 240, 160)]);

/** The first few of the layouts of land. */
function laid(
  site: LayoutSite,
  conditions: Partial<LayoutConditions> = {},
  wishes: Partial<LayoutWishes> = {},
): Layout[] {
  const all = layouts(site, { ...DEFAULT_CONDITIONS, ...conditions }, { ...DEFAULT_WISHES, ...wishes });
  return Array.from({ length: 3 }, () => all.next().value as Layout | undefined).filter((one) => one !== undefined);
}

describe('bounds at their extremes', () => {
  it('reckons the storeys of the amenity building in the plot ratio that no layout exceeds', () => {
    const wishes = { ...DEFAULT_WISHES, mostStoreys: 1 };
    const most = mostPlotRatio(plain, DEFAULT_CONDITIONS, wishes);
    for (const { figures } of laid(plain, {}, wishes)) expect(figures.plotRatio).toBeLessThanOrEqual(most);
  });

  it('exceeds no bound where buildings stand at the boundary, or nearer to it than half the spacing', () => {
    const land = siteOf([box(0, 0, 100, 102)]);
    const none = { min: null, max: null };
    const free = { density: none, coefficient: none, green: none, plotRatio: { min: 9, max: null } };
    const wishes = { mainRoadM: 0, barDepthsM: [96], plateDepthsM: [], lengthM: { min: 24, max: 99 }, bayM: 3, amenity: { ...DEFAULT_WISHES.amenity, floorShare: 0 } }; // prettier-ignore
    for (const setbacksM of [[0, 0, 0, 0], [2, 2, 2, 2], [5, 0, 0, 1]]) {
      const site = { ...land, setbacksM: [setbacksM] };
      const most = mostPlotRatio(site, { ...DEFAULT_CONDITIONS, ...free }, { ...DEFAULT_WISHES, ...wishes });
      const reached = Math.max(...laid(site, free, wishes).map(({ figures }) => figures.plotRatio));
      expect(reached).toBeGreaterThan(3);
      expect(reached).toBeLessThanOrEqual(most);
    }
  }); // prettier-ignore

  it('keeps the amenity building under the height bound', () => {
    for (const { buildings, misses } of laid(plain, { heightM: { min: null, max: 12 } })) {
      expect(buildings[0]).toMatchObject({ use: 'amenity', storeys: 3 });
      expect(misses.map(({ what }) => what)).not.toContain('heightM');
    }
  });

  it('keeps the share of the amenity building where storeys of the others count twice', () => {
    const most = { amenityFloor: { min: null, max: 0.125 } };
    for (const heights of [{ firstM: 9, upperM: 4.8 }, { firstM: 9, upperM: 9 }]) {
      const made = laid(plain, most, { heights });
      expect(made.some(({ figures }) => figures.amenityFloor > 0.06)).toBe(true);
      for (const { misses } of made) expect(misses.map(({ what }) => what)).not.toContain('amenityFloor');
    }
  }); // prettier-ignore

  it('puts up nothing where the height bound leaves no storey', () => {
    for (const { buildings } of laid(plain, { heightM: { min: null, max: 3 } })) expect(buildings).toEqual([]);
  });

  it('makes the amenity building of whole bays, no longer than is wished', () => {
    for (const { buildings } of laid(plain, {}, { bayM: 9, lengthM: { min: 18, max: 60 } }))
      for (const { lengthM } of buildings) {
        expect(lengthM / 9).toBeCloseTo(Math.round(lengthM / 9), 6);
        expect(lengthM).toBeLessThanOrEqual(60 + 1e-6);
      }
  });
});

describe('land and records at their extremes', () => {
  it('lays nothing out on a line', () => {
    const line = siteOf([[[0, 0], [100, 0], [200, 0.00001]]]); // prettier-ignore
    expect(laid(line)).toEqual([]);
    expect(mostPlotRatio(line, DEFAULT_CONDITIONS, DEFAULT_WISHES)).toBe(0);
  });

  it('keeps a curve as it is drawn, however densely', () => {
    for (const points of [600, 4000, 12_000]) {
      const ring = Array.from({ length: points }, (_, i): Point => [
        100 * Math.cos((2 * Math.PI * i) / points),
        100 * Math.sin((2 * Math.PI * i) / points),
      ]);
      const circleM2 = (points / 2) * 100 ** 2 * Math.sin((2 * Math.PI) / points);
      expect(Math.abs(landOf(canonical(siteOf([ring])).site) - circleM2), String(points)).toBeLessThan(0.1);
    }
  });

  it('counts ground once that two records of buildings share, and none beyond the boundary', () => {
    // 40 × 30 within, of which 20 × 30 twice, and 10 × 20 of 20 × 20 that stands over the border.
    const site = {
      ...plain,
      standing: [box(60, 60, 90, 90), box(70, 60, 100, 90), box(-10, 100, 10, 120)].map(standing),
    };
    for (const { figures, buildings } of laid(site)) {
      const made = buildings.reduce((sum, { footprintM2 }) => sum + footprintM2, 0);
      expect(figures.taken.buildingsM2 - made).toBeCloseTo(40 * 30 + 10 * 20, 4);
    }
  });

  it('ends the main road off the wall beyond it', () => {
    const turned = siteOf([
      [[500000, 3840000], [500367.6381, 3840036.1207], [500345.0627, 3840265.8945], [500238.7501, 3840255.4493], [500241.4635, 3840139.7199], [500115.0879, 3840127.3034], [500092.3115, 3840241.0616], [499977.4246, 3840229.7738]],
    ]); // prettier-ignore
    for (const layout of laid(turned)) expect(faultsOf(turned, layout, DEFAULT_WISHES)).toEqual([]);
  });
});

describe('ways where land is cramped', () => {
  it('is entered from outside, however long the sides of a hole', () => {
    const around = Array.from({ length: 60 }, (_, i): Point => [
      150 * Math.cos((i * Math.PI) / 30),
      120 * Math.sin((i * Math.PI) / 30),
    ]);
    for (const { entrance } of laid(siteOf([around, box(-40, -20, 40, 20)])))
      expect(Math.hypot(entrance[0] / 150, entrance[1] / 120)).toBeGreaterThan(0.99);
  });

  it('is entered on the land where the side is shorter than the road, or a curve', () => {
    const cut: Point[] = [[0, 0], [240, 0], [240, 155], [235, 160], [0, 160]]; // prettier-ignore
    const curve = Array.from({ length: 61 }, (_, i): Point => [
      120 + 120 * Math.cos((i * Math.PI) / 60),
      100 + 60 * Math.sin((i * Math.PI) / 60),
    ]);
    const round: Point[] = [[0, 0], [240, 0], ...curve];
    // Of three metres, between long sides that meet it at unlike angles.
    const [sharp] = invented(30).rings;
    const middle: Point = [(sharp[0][0] + sharp[1][0]) / 2, (sharp[0][1] + sharp[1][1]) / 2];
    for (const [ring, entrance] of [[cut, [237.5, 157.5]], [sharp, middle], [round, [120, 160]], [round, curve[18]]] as const) {
      const site = { ...siteOf([ring]), entrance };
      for (const layout of laid(site)) expect(faultsOf(site, layout, DEFAULT_WISHES), String(entrance)).toEqual([]);
    }
  }); // prettier-ignore

  it.each<[string, LayoutSite]>([
    ['a hole near the boundary', siteOf([box(0, 0, 300, 200), box(100, 4, 160, 60)])],
    ['a building that stands in the setback', { ...siteOf([box(0, 0, 300, 200)]), standing: [standing(box(0.5, 60, 25, 120))] }], // prettier-ignore
    ['a building that stands at the entrance', { ...siteOf([box(0, 0, 300, 200)]), standing: [standing(box(130, 2, 170, 20))] }], // prettier-ignore
  ])('keeps lanes on the land and off walls: %s', (_, site) => {
    for (const layout of laid(site)) expect(faultsOf(site, layout, DEFAULT_WISHES)).toEqual([]);
  });
});

describe('wide gaps between rows', () => {
  it('have a lane along either wall where one half-way would be too far from both', () => {
    const wishes = { ...DEFAULT_WISHES, aligned: false, mainRoadM: 0, rowGapM: 14 };
    for (const seed of [1, 4, 21]) {
      const site = invented(seed);
      for (const layout of layouts(site, DEFAULT_CONDITIONS, wishes)) {
        expect(faultsOf(site, layout, wishes), `${seed} ${layout.family}`).toEqual([]);
        expect(layout.figures.unserved, `${seed} ${layout.family}`).toBe(0);
      }
    }
  });
});
