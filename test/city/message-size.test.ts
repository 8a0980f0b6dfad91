import { readFileSync } from 'node:fs';
import { serialize } from 'node:v8';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Opened } from '../../src/city/opened.ts';
import { openProject } from '../../src/city/open-project.ts';
import type { Layer } from '../../src/domain/geometry/columns/layer.ts';
import type { Change } from '../../src/domain/land/change.ts';
import { gunzip } from '../../src/workers/gunzip.ts';
import { lawOn } from '../../src/workers/policy-packs.ts';

const sample = (name: string): Uint8Array =>
  gunzip(readFileSync(new URL(`../../data/sample/${name}.geojson.gz`, import.meta.url)));
const bytesOf = (value: unknown): number => serialize(value).length;
const byMember = (value: object) =>
  Object.fromEntries(Object.entries(value).map(([name, member]) => [name, bytesOf(member ?? null)]));

/** The boundary with its second vertex a metre further north. */
function moved(shape: Layer): Layer {
  const lonLat = shape.lonLat.slice();
  if (lonLat.length > 3) lonLat[3] += 1e-5;
  return { ...shape, lonLat };
}

/** What crosses to the page of the sample city, as structured clone writes it. */
describe('messages of the sample city', () => {
  let city: Opened;
  beforeAll(async () => {
    const law = lawOn(undefined, '2026-11-22');
    if (!law.ok) throw new Error(law.refusal.code);
    const backdrop = JSON.parse(new TextDecoder().decode(sample('backdrop')));
    const files = [{ name: 'city.geojson', bytes: sample('city') }];
    const opened = await openProject({ files, backdrop, ...law.value });
    if (!opened.ok) throw new Error(opened.refusal.code);
    city = opened.value;
    await city.judgeAll();
  }, 60_000);

  it('at opening hold what list and map show, in at most 1 MB', () => {
    const { view } = city;
    expect(bytesOf(view), JSON.stringify(byMember(view))).toBeLessThanOrEqual(1_000_000);
  });

  it('judged anew hold the parks and the names of places', () => {
    expect(bytesOf(city.judgedView)).toBeLessThanOrEqual(150_000);
  });

  it('after one edit hold what is new, in at most 20 kB', async () => {
    const { land } = city.city;
    const keysOf = (table: 'park' | 'parcel' | 'building') => land.keys(table).filter((_, i) => i % 97 === 0);
    const edits: Change['tables'][] = [
      ...land.keys('park').map((key) => ({ park: { patch: [{ key, fields: { firms: 99 } }] } })),
      ...keysOf('building').map((key) => ({ building: { patch: [{ key, fields: { storeys: 3 } }] } })),
      ...keysOf('parcel').map((key) => ({
        parcel: {
          put: [{ key, record: land.table('parcel').record(key)!, shape: moved(land.table('parcel').shape(key)!) }],
        },
      })),
    ];
    for (const tables of edits) {
      const from = city.city.version;
      const done = city.city.apply({ base: from, tables });
      if (!done.ok) throw new Error(done.refusal.code);
      city.land.changed(tables, done.value.touched);
      expect(bytesOf(city.since(from))).toBeLessThanOrEqual(20_000);
    }
  });

  it('of one card hold that park alone', () => {
    const sizes = city.view.parks.map(({ key }) => bytesOf(city.park(key)));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(100_000);
  });
});
