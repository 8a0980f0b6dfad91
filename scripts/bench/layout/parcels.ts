import { City } from '../../../src/city/city.ts';
import { landToLay } from '../../../src/desk/laying/laying.ts';
import { USUAL_WISHES } from '../../../src/desk/laying/wishes.ts';
import { DEFAULT_CONDITIONS, type LayoutConditions } from '../../../src/layout/shape/settings.ts';
import type { LayoutSite, Point } from '../../../src/layout/shape/site.ts';
import { invented, siteOf } from '../../../src/layout/test-sites.ts';
import { landUsesOf } from '../../../src/policy/land-uses.ts';
import { policyPack } from '../packs.ts';
import { sampleCity } from '../sample-city.ts';

export interface BenchParcel {
  readonly site: LayoutSite;
  readonly conditions: LayoutConditions;
}

/** Invented parcels of so many 亩, by seed. */
export const inventedParcels = (count: number, leastMu: number, mostMu: number): BenchParcel[] =>
  Array.from({ length: count }, (_, seed) => ({
    site: invented(seed + 1, leastMu, mostMu),
    conditions: DEFAULT_CONDITIONS,
  }));

const ONE_CITY = 8000;
const LEAST_M2 = (20 * 2000) / 3;

/** Idle and low-efficiency land of the sample city of 20 亩 and more, by its own conditions; what stands on it is cleared. */
export function idleLand(): BenchParcel[] {
  const city = City.open(sampleCity(ONE_CITY))!; // cannot be cancelled
  const landUses = landUsesOf(policyPack('zhengzhou-draft'));
  return city.land.keys('parcel').flatMap((key) => {
    const status = city.land.table('parcel').record(key)?.status;
    if (status !== 'idle' && status !== 'low-efficiency') return [];
    const land = landToLay(city.placed, [key], { ...USUAL_WISHES, kept: [] }, landUses);
    return land.ok && groundOf(land.value.site) >= LEAST_M2 ? [land.value] : [];
  });
}

const groundOf = ({ rings }: LayoutSite): number => {
  const [x0, y0] = rings[0][0];
  return Math.abs(
    rings.flat().length &&
      rings[0].reduce((sum, [ax, ay], i) => {
        const [bx, by] = rings[0][(i + 1) % rings[0].length];
        return sum + (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
      }, 0) / 2,
  );
};

/** Land that is hard to lay out: with a pond, a neck, a tip, a curved side of 200 points, a building that stays. */
export function hardParcels(): BenchParcel[] {
  const curve = Array.from({ length: 200 }, (_, i): Point => {
    const a = (Math.PI * i) / 199;
    return [130 + 130 * Math.cos(a), 120 + 90 * Math.sin(a)];
  });
  const box = (x0: number, y0: number, x1: number, y1: number): Point[] => [[x0, y0], [x1, y0], [x1, y1], [x0, y1]]; // prettier-ignore
  const neck: Point[] = [[0, 0], [160, 0], [160, 80], [240, 80], [240, 0], [400, 0], [400, 180], [240, 180], [240, 110], [160, 110], [160, 180], [0, 180]]; // prettier-ignore
  const stands = {
    ring: box(120, 80, 180, 110),
    use: 'production' as const,
    storeys: 3,
    heightM: 14,
    floorM2: 5400,
    countedM2: 5400,
  };
  return [
    siteOf([box(0, 0, 320, 220), box(140, 90, 190, 130)]),
    siteOf([neck]),
    siteOf([[[0, 0], [330, 0], [60, 260]]]), // prettier-ignore
    siteOf([[[0, 0], [260, 0], ...curve]]), // prettier-ignore
    { ...siteOf([box(0, 0, 260, 200)]), standing: [stands] },
  ].map((site) => ({ site, conditions: DEFAULT_CONDITIONS }));
}
