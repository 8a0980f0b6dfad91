import { readFileSync } from 'node:fs';
import { gunzipSync } from 'fflate';
import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';

type Position = [number, number];
interface Feature {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: { readonly coordinates: Position[][] } | null;
}

const file = new URL('../../data/sample/city.geojson.gz', import.meta.url);
const { features } = JSON.parse(new TextDecoder().decode(gunzipSync(readFileSync(file)))) as { features: Feature[] };
const of = (kind: string): Feature[] => features.filter((f) => f.properties.kind === kind);
const landOf = (park: string): Feature[] => of('parcel').filter((f) => f.properties.parkId === park);

const forward = proj4('+proj=tmerc +lat_0=0 +lon_0=114 +k=1 +x_0=38500000 +ellps=GRS80 +units=m').forward;
const planeRing = (f: Feature): Position[] => f.geometry!.coordinates[0].map((p) => forward(p) as Position);

/** Shoelace about the first corner, m². */
const areaOf = (ring: readonly Position[]): number => {
  const [x, y] = ring[0];
  let twice = 0;
  for (let i = 0; i + 1 < ring.length; i += 1)
    twice += (ring[i][0] - x) * (ring[i + 1][1] - y) - (ring[i + 1][0] - x) * (ring[i][1] - y);
  return twice / 2;
};
const perimeterOf = (ring: readonly Position[]): number =>
  ring.slice(1).reduce((sum, p, i) => sum + Math.hypot(p[0] - ring[i][0], p[1] - ring[i][1]), 0);

const keys = (f: Feature): Set<string> => new Set(f.geometry!.coordinates[0].map(String));
const common = (a: Feature, b: Feature): number => [...keys(a)].filter((k) => keys(b).has(k)).length;

describe('the parks on a threshold', () => {
  it('P02 has exactly 100 亩 and a plot ratio of exactly 1.5', () => {
    const [land] = landOf('P02');
    const ring = planeRing(land);
    expect(Math.abs(areaOf(ring) - 200000 / 3)).toBeLessThan(0.0001 * perimeterOf(ring));
    const floor = of('building').filter((b) => b.properties.parcelId === land.properties.id);
    const cents = floor.reduce((sum, b) => sum + Math.round(100 * Number(b.properties.floorAreaM2)), 0);
    expect(cents).toBe(10_000_000);
  });

  it('P26 and P27 have 100 亩 in the plane by less than the plane exceeds the ellipsoid', () => {
    for (const id of ['P26', 'P27']) {
      const over = areaOf(planeRing(landOf(id)[0])) - 200000 / 3;
      expect(over).toBeGreaterThan(0);
      expect(over).toBeLessThan(0.9);
    }
  });
});

describe('the parks of several sites', () => {
  it('P19 lies on both sides of a road that is a parcel of class 1207', () => {
    const [a, b] = landOf('P19');
    const roads = of('parcel').filter((f) => (f.properties.landClass as { code: string }).code === '1207');
    expect(common(a, b)).toBe(0);
    expect(roads.some((r) => common(r, a) >= 2 && common(r, b) >= 2)).toBe(true);
  });

  it('P21 meets in one corner, P18 along a border', () => {
    const [a, b] = landOf('P21');
    expect(common(a, b)).toBe(1);
    const [c, d] = landOf('P18');
    expect(common(c, d)).toBeGreaterThanOrEqual(2);
  });

  it('P24 lies in two townships, P23 has four sites', () => {
    expect(new Set(landOf('P24').map((f) => f.properties.townshipCode)).size).toBe(2);
    expect(landOf('P23').length).toBe(4);
  });
});
