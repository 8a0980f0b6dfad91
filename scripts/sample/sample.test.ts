import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'fflate';
import Flatbush from 'flatbush';
import { intersection } from 'polyclip-ts';
import { describe, expect, it } from 'vitest';
import { isSoundLife } from '../../src/domain/land/supply/row-life.ts';
import type { SupplyRow } from '../../src/domain/land/model.ts';
import { backdrop } from './backdrop.ts';
import { collection } from './collection.ts';
import { features } from './features.ts';
import { publishSettings } from './publish-settings.ts';

type Position = [number, number];
interface Feature {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: { readonly type: string; readonly coordinates: Position[][] } | null;
}

const fileOf = (name: string): string => fileURLToPath(new URL(`../../data/sample/${name}`, import.meta.url));
const shipped = (name: string): string => new TextDecoder().decode(gunzipSync(readFileSync(fileOf(name))));
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const cityText = shipped('city.geojson.gz');
const city = JSON.parse(cityText) as { title: string; sample: boolean; features: Feature[] };
const of = (kind: string): Feature[] => city.features.filter((f) => f.properties.kind === kind);
const count = <T>(list: readonly T[], test: (item: T) => boolean): number => list.filter(test).length;

const parcels = of('parcel');
const parks = of('park');
const ringOf = (f: Feature): Position[] => f.geometry!.coordinates[0];

/** Metres per degree near the city: enough for areas to a few parts in a thousand. */
const LON = 111320 * Math.cos((34.74 * Math.PI) / 180);
const LAT = 110940;

/** Shoelace about the first corner, m². */
const squareMetres = (ring: readonly Position[]): number => {
  const [x0, y0] = ring[0];
  let sum = 0;
  for (let i = 0; i + 1 < ring.length; i += 1)
    sum += (ring[i][0] - x0) * (ring[i + 1][1] - y0) - (ring[i + 1][0] - x0) * (ring[i][1] - y0);
  return (sum / 2) * LON * LAT;
};

const bounds = (ring: readonly Position[]): [number, number, number, number] => [
  Math.min(...ring.map((p) => p[0])),
  Math.min(...ring.map((p) => p[1])),
  Math.max(...ring.map((p) => p[0])),
  Math.max(...ring.map((p) => p[1])),
];

const indexOf = (list: readonly Feature[]): Flatbush => {
  const index = new Flatbush(list.length);
  for (const f of list) index.add(...bounds(ringOf(f)));
  index.finish();
  return index;
};

const holds = (f: Feature, [x, y]: Position): boolean => {
  let inside = false;
  for (const ring of f.geometry!.coordinates)
    for (let i = 0; i + 1 < ring.length; i += 1) {
      const [a, b] = [ring[i], ring[i + 1]];
      if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
    }
  return inside;
};

describe('the files shipped', () => {
  it('come from the generator, byte for byte before compression', () => {
    expect(sha256([...collection(features(0))].join(''))).toBe(sha256(cityText));
    expect(sha256([...collection(backdrop())].join(''))).toBe(sha256(shipped('backdrop.geojson.gz')));
    expect([...publishSettings()].join('')).toBe(readFileSync(fileOf('publish.yaml'), 'utf8'));
  });

  it('fit the budget and say that they are a sample', () => {
    const bytes = ['city', 'backdrop'].reduce((sum, n) => sum + statSync(fileOf(`${n}.geojson.gz`)).size, 0);
    expect(bytes).toBeLessThan(1_500_000);
    expect(city.title).toBe('澄州市（示例数据）');
    expect(city.sample).toBe(true);
  });
});

describe('the sample city', () => {
  it('has the promised numbers of everything', () => {
    expect(parcels.length).toBeGreaterThan(7500);
    expect(parcels.length).toBeLessThan(8800);
    expect(parks.length).toBe(60);
    expect(of('township').length).toBe(48);
    expect(
      of('jurisdiction')
        .map((f) => f.properties.category)
        .filter((c) => c === 'development-zone').length,
    ).toBe(4);
    expect(of('jurisdiction').length).toBe(16);
    expect(new Set(city.features.map((f) => `${f.properties.kind}/${f.properties.id ?? f.properties.code}`)).size).toBe(
      city.features.length,
    );
    for (const status of ['idle', 'low-efficiency', 'approved-not-supplied'])
      expect(count(parcels, (p) => p.properties.status === status)).toBeGreaterThan(40);
  });

  it('gives land to every park that is past the idea', () => {
    const withLand = new Set(parcels.map((p) => p.properties.parkId));
    const landless = parks.filter((p) => !withLand.has(p.properties.id));
    expect(landless.map((p) => p.properties.stage)).toEqual(['idea', 'idea']);
  });

  it('has parks as those of Zhengzhou are: 183 亩 and a plot ratio of 2.1 on average, half of them there already', () => {
    const landed = parcels.filter((p) => p.properties.parkId !== undefined);
    const parkOf = new Map(landed.map((p) => [p.properties.id, p.properties.parkId]));
    const mu = (list: readonly Feature[]) => list.reduce((sum, p) => sum + squareMetres(ringOf(p)), 0) / (2000 / 3);
    expect(mu(landed) / new Set(parkOf.values()).size).toBeGreaterThan(180);
    expect(mu(landed) / new Set(parkOf.values()).size).toBeLessThan(186);
    const built = of('building').filter((b) => parkOf.has(b.properties.parcelId));
    const floor = built.reduce((sum, { properties: b }) => sum + Number(b.floorAreaM2 ?? 0) - Number(b.floorAreaBelowM2 ?? 0), 0); // prettier-ignore
    const sites = new Set(built.map((b) => parkOf.get(b.properties.parcelId)));
    const under = landed.filter((p) => sites.has(p.properties.parkId));
    expect(floor / (mu(under) * (2000 / 3))).toBeCloseTo(2.1, 1);
    expect(count(parks, (p) => p.properties.stage === 'operating') / parks.length).toBeCloseTo(0.5, 1);
  });

  it("has last year's plan in two versions, phases, conditions and monthly reports", () => {
    const states = of('supplyPlan').map((p) => (p.properties.states as { state: string }[]).at(-1)!.state);
    expect(states).toEqual(['replaced', 'published']);
    const rows = of('supplyRow').filter((r) => r.properties.planId === '2025-2');
    const known = new Set(parcels.map((p) => p.properties.id));
    expect(rows.length).toBeGreaterThan(30);
    for (const row of rows) {
      expect((row.properties.parcelIds as string[]).every((id) => known.has(id))).toBe(true);
      expect(isSoundLife(row.properties as SupplyRow)).toBe(true);
    }
    const lasts = rows.map((r) => (r.properties.steps as { step: string }[] | undefined)?.at(-1)!.step ?? 'planned');
    for (const step of ['planned', 'announced', 'sold', 'failed', 'handed-over', 'started', 'completed'])
      expect(lasts).toContain(step);
    expect(count(parcels, (p) => p.properties.phase === 2)).toBeGreaterThan(2);
    expect(count(parcels, (p) => p.properties.conditions !== undefined)).toBeGreaterThan(10);
    expect(count(parks, (p) => p.properties.monthlyFigures !== undefined)).toBeGreaterThan(8);
  });

  it('keeps every parcel in the township, district and zone it names', () => {
    const towns = of('township');
    const zones = of('zone');
    const index = indexOf(towns);
    for (const p of parcels) {
      const corner = ringOf(p)[0];
      const here = index.search(...corner, ...corner).filter((i) => holds(towns[i], corner));
      // One park leaves its township open, for the rules that ask for it.
      const code = p.properties.townshipCode ?? (p.properties.parkId && towns[here[0]].properties.code);
      expect(here.map((i) => towns[i].properties.code)).toEqual([code]);
      expect(towns[here[0]].properties.districtCode).toBe(p.properties.districtCode);
      expect(zones.find((z) => holds(z, corner))?.properties.id).toBe(p.properties.zoneId);
    }
  });

  it('has sound parcels that do not overlap', () => {
    const index = indexOf(parcels);
    let pairs = 0;
    parcels.forEach((p, i) => {
      const ring = ringOf(p);
      expect(squareMetres(ring), String(p.properties.id)).toBeGreaterThan(60);
      for (const j of index.search(...bounds(ring))) {
        // Every ninth parcel against all its neighbours keeps the test short.
        if (i === j || i % 9 !== 0) continue;
        pairs += 1;
        const shared = intersection([ring], [ringOf(parcels[j])]);
        const m2 = shared.reduce((sum, polygon) => sum + Math.abs(squareMetres(polygon[0] as Position[])), 0);
        expect(m2, `${p.properties.id} ${parcels[j].properties.id}`).toBeLessThan(0.01);
      }
    });
    expect(pairs).toBeGreaterThan(2000);
  });

  it('tiles the ground with townships', () => {
    const towns = of('township');
    const zones = of('zone');
    const sum = (list: readonly Feature[]): number =>
      list.reduce((total, f) => total + f.geometry!.coordinates.reduce((s, r) => s + squareMetres(r), 0), 0);
    expect(sum(towns) / 1e6).toBeGreaterThan(400);
    const inZones = towns.filter((t) => zones.some((z) => z.properties.id === t.properties.districtCode));
    expect(sum(inZones) / sum(zones)).toBeCloseTo(1, 6);
  });
});
