import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ProjectView } from '../../src/city/view.ts';
import { worstOutcome } from '../../src/policy/outcomes.ts';
import type { Pack } from '../../src/policy/shape/pack.ts';
import { loadPack } from '../../src/policy/load/pack.ts';
import { gunzip } from '../../src/workers/gunzip.ts';
import type { Opened } from '../../src/city/opened.ts';
import { openProject } from '../../src/city/open-project.ts';
import type { Step } from '../../src/city/asking.ts';
import { policyView } from '../../src/city/policy-view.ts';
import { sayFinding } from '../../src/texts/findings.ts';

const folder = new URL('../../data/policies/zhengzhou-draft/', import.meta.url);
let pack: Pack;
beforeAll(() => {
  const loaded = loadPack(
    Object.fromEntries(
      readdirSync(folder)
        .filter((name) => /\.(yaml|csv)$/.test(name))
        .map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]),
    ),
  );
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.refusal));
  pack = loaded.value;
});

const file = (content: unknown, name = 'a.geojson') => ({
  name,
  bytes: new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content)),
});
const ask = (...files: { name: string; bytes: Uint8Array }[]) => openProject({ files, pack, date: '2026-11-22' });

async function openedOf(...files: Parameters<typeof ask>): Promise<Opened> {
  const opened = await ask(...files);
  if (!opened.ok) throw new Error(opened.refusal.code);
  return opened.value;
}

const square = (west: number, south: number, size = 0.002) => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const townshipOf = (code: string) => pack.townships.find((t) => t.code === code)?.name;
const polygon = (properties: object, ring: number[][]) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: [ring] },
});
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });

describe('a surveyor’s file without parks', () => {
  const bow = [
    [113.61, 34.7],
    [113.612, 34.702],
    [113.612, 34.7],
    [113.61, 34.702],
    [113.61, 34.7],
  ];
  const opened = () =>
    openedOf(file(collection(polygon({}, square(113.6, 34.7)), polygon({}, square(113.601, 34.7)), polygon({}, bow))));
  const view = async () => (await opened()).view;

  it('lists its parcels with a figure, or with the problem that stands in its place', async () => {
    const { parks, parcels } = await view();
    const { land } = await opened();
    expect(parks).toEqual([]);
    const views = [0, 1, 2].map((row) => land.parcel(row));
    expect(views.map((p) => p?.facts.area.state)).toEqual(['value', 'value', 'unknown']);
    expect(views[2]?.facts.problems.map((p) => p.code)).toContain('self-crossing');
    for (const [row, p] of views.entries()) {
      const area = p?.facts.area.state === 'value' ? p.facts.area.value.value : NaN;
      expect(parcels.areaM2[row]).toBe(area);
      expect(parcels.problems[row]).toBe(p?.facts.problems.length);
    }
    expect(land.parcel(3)).toBeNull();
  });

  it('tells an overlap at both parcels, at a place inside both', async () => {
    const overlaps = (await view()).problems.filter(({ problem }) => problem.code === 'features-overlap');
    expect(overlaps.map((o) => o.parcelId)).toHaveLength(2);
    for (const { problem } of overlaps) {
      expect(problem.at[0]).toBeGreaterThan(113.601);
      expect(problem.at[0]).toBeLessThan(113.602);
    }
  });

  it('draws a broken boundary as lines only', async () => {
    const { broken } = await view();
    expect(broken.map(({ key, shape }) => [key, shape.type])).toEqual([[2, 'MultiLineString']]);
    expect((await opened()).land.parcel(2)?.shape?.type).toBe('MultiLineString');
  });

  it('is not called sample data', async () => expect((await view()).sample).toBe(false));
});

describe('where land lies', () => {
  const plot = (west: number, properties: object) => polygon({ kind: 'parcel', ...properties }, square(west, 34.7));
  const lies = async (...plots: object[]) => (await openedOf(file(collection(...plots)))).view;

  it('is told by the codes of its records, with the names the pack lists, most parcels first', async () => {
    const view = await lies(
      plot(113.6, { id: 'a', townshipCode: '410105001' }),
      plot(113.61, { id: 'b', townshipCode: '410102001' }),
      plot(113.62, { id: 'c', districtCode: '410102', townshipCode: '410102002003' }),
      plot(113.63, { id: 'd', districtCode: '中原区' }),
      plot(113.64, { id: 'e' }),
      plot(113.65, { id: 'f', districtCode: '999999', townshipCode: '999999001' }),
    );
    expect(view.places).toEqual([
      { zh: '中原区', en: 'Zhongyuan District', parcels: 3, townships: ['林山寨街道', '建设路街道'] },
      { zh: '金水区', en: 'Jinshui District', parcels: 1, townships: [townshipOf('410105001')] },
    ]);
    const [first] = view.districts;
    expect(first).toMatchObject({ name: '中原区', nameEn: 'Zhongyuan District' });
    expect(first.at[0]).toBeCloseTo((113.61 + 113.632) / 2, 9);
    expect(first.at[1]).toBeCloseTo(34.701, 9);
    expect(view.townships).toHaveLength(3);
  });

  it('is told of each parcel, and not where no list names it', async () => {
    const { land } = await openedOf(
      file(
        collection(plot(113.6, { id: 'a', townshipCode: '410102001' }), plot(113.61, { id: 'b', townshipCode: 'x' })),
      ),
    );
    expect(land.parcel(0)?.place).toEqual({
      district: { zh: '中原区', en: 'Zhongyuan District' },
      township: '林山寨街道',
    });
    expect(land.parcel(1)?.place).toEqual({});
  });

  it('says nothing of land that does not say it', async () => {
    const view = await lies(plot(113.6, { id: 'a' }));
    expect(view.places).toEqual([]);
    expect([view.districts, view.townships]).toEqual([[], []]);
  });
});

it('passes a refusal on, and opens nothing', async () => {
  expect(await ask(file('{"type": "FeatureCollection", "features": ['))).toMatchObject({
    ok: false,
    refusal: { code: 'not-json' },
  });
});

describe('the sample city', () => {
  let city: Opened;
  let view: ProjectView;
  const steps: Step[] = [];
  beforeAll(async () => {
    const bytes = gunzip(readFileSync(new URL('../../data/sample/city.geojson.gz', import.meta.url)));
    const opened = await openProject({
      files: [{ name: 'city.geojson', bytes }],
      pack,
      date: '2026-11-22',
      onProgress: (_done, step) => steps.push(step),
    });
    if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
    city = opened.value;
    await city.judgeAll();
    view = city.view;
  }, 60_000);

  it('says that it is one', () => expect(view.sample).toBe(true));

  it('has a finding per rule for every park, and the worst of them as its outcome', () => {
    const aboutParks = pack.rules.filter((rule) => rule.about === undefined).map((rule) => rule.id);
    expect(view.parks).toHaveLength(60);
    for (const { key, outcome } of view.parks) {
      const { findings } = city.park(key)!;
      expect(findings.map((f) => f.rule)).toEqual(aboutParks);
      expect(outcome).toBe(worstOutcome(findings));
    }
  });

  it('has parks in every state of compliance', () => {
    const count = (outcome: string) => view.parks.filter((p) => p.outcome === outcome).length;
    const least = { pass: 12, relaxed: 2, advisory: 6, unknown: 6, fail: 6 };
    for (const [outcome, n] of Object.entries(least)) expect(count(outcome), outcome).toBeGreaterThanOrEqual(n);
  });

  it('draws every park that has bounds, its main site first', () => {
    for (const { sites, bounds } of view.parks) {
      expect(sites.length > 0).toBe(bounds !== null);
      expect(sites.map(({ number }) => number)).toEqual(sites.map((_, i) => i + 1));
    }
    expect(view.parks.filter(({ bounds }) => bounds)).toHaveLength(58);
  });

  it('says of every rule in all parks what it says of each', () => {
    const tallies = city.tallies();
    for (const { id } of pack.rules.filter((rule) => rule.about === undefined)) {
      const own = view.parks.flatMap(({ key }) => city.park(key)!.findings.filter(({ rule }) => rule === id));
      const applying = own.filter(({ outcome }) => outcome !== 'not-applicable');
      expect(city.ruled(id).map(({ finding }) => finding)).toEqual(applying);
      const counts = Object.values(tallies[id]?.outcomes ?? {});
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(applying.length);
    }
  });

  it('tells of every finding the same sentence with the few steps of its trace as with all', () => {
    const labels = policyView(pack, '2026-11-22');
    for (const { key } of view.parks)
      for (const finding of city.park(key)!.findings) {
        const whole = { ...finding, trace: city.trace(key, finding.rule)! };
        expect(whole.trace.length).toBeGreaterThan(0);
        expect(sayFinding('zh', finding, labels)).toBe(sayFinding('zh', whole, labels));
      }
  });

  it('goes through its steps in order', () => {
    expect([...new Set(steps)]).toEqual(['read', 'check', 'draw']);
  });

  it('is plain data that crosses from the worker', () => expect(structuredClone(view).parks).toEqual(view.parks));
});

it('the policy view holds every clause a rule cites', () => {
  const policy = policyView(pack, '2026-11-22');
  for (const rule of policy.rules) {
    const clause = policy.clauses.find((c) => c.id === rule.clause);
    expect(clause, rule.id).toBeDefined();
  }
});
