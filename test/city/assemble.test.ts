import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Feature } from 'geojson';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { assembleLand, workOn, type AssembleAsked } from '../../src/city/assembling/assemble.ts';
import { offered } from '../../src/city/assembling/offered.ts';
import { soughtIn } from '../../src/city/assembling/sought.ts';
import { suggestLand } from '../../src/city/assembling/suggest.ts';
import type { AssembledView, Proposal } from '../../src/city/assembling/view.ts';
import { City } from '../../src/city/city.ts';
import type { Key } from '../../src/domain/land/change.ts';
import { editOf } from '../../src/desk/intents/intents.ts';
import { readExchange } from '../../src/formats/exchange/read.ts';

import { setCostMu } from '../../src/supply/assemble/plots.ts';
import { sitesOf } from '../../src/supply/assemble/units.ts';
import { usualWeights } from '../../src/supply/assemble/weights.ts';
import { bytes, collection, parcel, park, rectangle } from '../helpers/city.ts';
import { readPack } from '../policy/cases.ts';

/*
 * Sets that are proposed, on the sample city and on small ones: judged by the rules themselves on land that was opened
 * from nothing, and held against every subset there is where there are few parcels.
 */

const pack = readPack('zhengzhou-draft');
const law = { pack, date: '2026-01-01' };
const HUNDRED_MU_M2 = 200_000 / 3;

function open(file: Uint8Array): City {
  const read = readExchange('city.geojson', file, { fields: pack.fields });
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return City.open(read.value.project)!;
}

const smallCity = (...features: Feature[]): City => open(bytes(collection(...features)));

async function assembled(city: City, asked: AssembleAsked): Promise<AssembledView> {
  const found = await assembleLand(city, city.judge(law), asked, workOn(city, {}));
  if (!found.ok) throw new Error(JSON.stringify(found.refusal));
  return found.value.view;
}

const idsIn = ({ parcels }: Proposal) => parcels.map(({ id }) => id).sort();
const free = { parkId: undefined, status: 'idle' };

describe('the sample city', () => {
  let city: City;
  const townships: string[] = [];
  const views: { readonly asked: AssembleAsked; readonly view: AssembledView }[] = [];

  beforeAll(async () => {
    city = open(gunzipSync(readFileSync(new URL('../../data/sample/city.geojson.gz', import.meta.url))));
    townships.push(...[...city.land.table('township').compact().records].map(({ code }) => code!));
    for (const parkType of ['manufacturing', 'service'] as const)
      for (const township of townships) {
        const asked = { parkType, township };
        views.push({ asked, view: await assembled(city, asked) });
      }
  }, 60_000);

  it('has sets that the rules of size, sites and township pass on land opened from nothing', () => {
    const fork = city.fork();
    const begun: { readonly key: Key; readonly set: Proposal }[] = [];
    const taken = new Set<Key>();
    for (const { view } of views)
      for (const set of view.sets) {
        const keys = set.parcels.map(({ key }) => key);
        if (keys.some((key) => taken.has(key))) continue;
        for (const key of keys) taken.add(key);
        const intent = { do: 'assign', park: { fresh: { parkType: view.parkType } }, in: keys, out: [] } as const;
        const edit = editOf(fork.placed, intent);
        if (!edit.ok || !fork.apply(edit.value.change).ok) throw new Error('not assigned');
        begun.push({ key: edit.value.park!, set });
      }
    expect(begun.length).toBeGreaterThan(40);
    const before = city.parks.length;
    const anew = City.open(fork.land.project)!;
    const judgement = anew.judge(law);
    for (const [n, { set }] of begun.entries()) {
      const key = anew.parks[before + n];
      const outcomes = judgement.outcomes(key);
      if (set.by === 'floor') expect(set.mayBe.floorM2).toBeGreaterThanOrEqual(50_000);
      const size = outcomes.get('scale.manufacturing') === 'not-applicable' ? 'scale.service' : 'scale.manufacturing';
      // Floor area is not built yet.
      if (set.by === 'land') expect(outcomes.get(size)).toBe('pass');
      const { sites } = judgement.facts(key);
      const count = sites.state === 'value' ? sites.value.length : null;
      expect(count).toBe(set.then.sites);
      expect(count).toBeLessThanOrEqual(3);
      expect(['pass', 'not-applicable']).toContain(outcomes.get('sites.count'));
      expect(['pass', 'not-applicable']).toContain(outcomes.get('sites.township'));
    }
  });

  it('has nothing better, and nothing at all where it says so: every subset of a township with few parcels', () => {
    let [better, none] = [0, 0];
    for (const { asked, view } of views) {
      const judgement = city.judge(law);
      const sought = soughtIn(city, judgement, asked);
      if (!sought.ok) throw new Error(sought.refusal.code);
      const { parcels, candidates } = offered(city, judgement, sought.value.offering);
      const places = [...parcels.keys()].filter((place) => parcels[place].bars.length === 0);
      if (places.length > 12) continue;
      const need = asked.parkType === 'manufacturing' ? HUNDRED_MU_M2 : HUNDRED_MU_M2 / 2;
      let least = { sites: Infinity, cost: Infinity };
      for (let mask = 1; mask < 1 << places.length; mask++) {
        const set = places.filter((_, n) => mask & (1 << n));
        const land = set.reduce((sum, place) => sum + parcels[place].landM2, 0);
        const spare = set.reduce((sum, place) => sum + parcels[place].spareM2, 0);
        if (land < need || spare < 0 || set.some((a) => candidates.over[a].some((b) => set.includes(b)))) continue;
        const sites = sitesOf(set, candidates.near).length;
        if (sites > 3 || sites > least.sites) continue;
        const cost = setCostMu(set, sites, candidates, usualWeights);
        if (sites < least.sites || cost < least.cost) least = { sites, cost };
      }
      const first = view.sets.find(({ by }) => by === 'land');
      expect(view.proven).toBe(true);
      if (least.sites === Infinity) {
        none++;
        expect(first).toBeUndefined();
        continue;
      }
      better++;
      const set = first!.parcels.map(({ key }) => parcels.findIndex((own) => own.key === key));
      const sites = sitesOf(set, candidates.near).length;
      expect(sites).toBe(least.sites);
      expect(setCostMu(set, sites, candidates, usualWeights)).toBeCloseTo(least.cost, 6);
    }
    expect(better).toBeGreaterThan(15);
    expect(none).toBeGreaterThan(15);
  });

  it('says what would be possible, and what is never made possible by it', async () => {
    const stuck = views.filter(({ view }) => view.conflict);
    expect(stuck.length).toBeGreaterThan(5);
    for (const { view } of stuck) {
      const { core, rungs, proven, nearest } = view.conflict!;
      expect(proven).toBe(true);
      // Waived alone it is enough: then it is all that stands in the way with others of which that is true.
      for (const { waived, answer } of rungs) if (answer === 'yes') expect(core).toContain(waived);
      if (nearest) expect(Math.min(nearest.shortLandM2!, nearest.shortFloorM2!)).toBeGreaterThan(0);
    }
  });

  it('lets others in, and ends when the land is changed meanwhile', async () => {
    let now = 0;
    // Every look at the clock is a turn.
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 100));
    try {
      const fork = city.fork();
      const asked = { parkType: 'manufacturing' as const, township: townships[0] };
      const progress: number[] = [];
      const work = () => workOn(fork, { onProgress: (done) => progress.push(done) });
      const whole = assembleLand(fork, fork.judge(law), asked, work());
      let answered = 0;
      const other = setInterval(() => answered++);
      await whole;
      clearInterval(other);
      expect(answered).toBeGreaterThan(3);
      expect(progress.length).toBeGreaterThan(3);
      expect(progress).toEqual(progress.toSorted((a, b) => a - b));
      const stale = assembleLand(fork, fork.judge(law), asked, work());
      const [key] = fork.land.keys('parcel');
      fork.apply({ base: fork.version, tables: { parcel: { patch: [{ key, fields: { costWan: 1 } }] } } });
      await expect(stale).rejects.toThrow('cancelled');
    } finally {
      clock.mockRestore();
    }
  });

  it('ends when it is told to', async () => {
    const stop = new AbortController();
    stop.abort();
    const work = workOn(city, { signal: stop.signal });
    const asked = { parkType: 'manufacturing' as const, township: townships[0] };
    await expect(assembleLand(city, city.judge(law), asked, work)).rejects.toThrow('cancelled');
  });
});

/** 40 亩, 200 m deep. */
const WIDTH = 400 / 3;
const row = (id: string, at: number, fields: Record<string, unknown> = {}) =>
  parcel(id, rectangle(at * WIDTH, 0, WIDTH, 200), { ...free, ...fields });

describe('a small city', () => {
  it('takes the neighbours before what lies apart, and says why', async () => {
    const city = smallCity(row('A', 0), row('B', 1), row('C', 2, { status: 'vacant' }), row('D', 9), row('E', 12));
    const { sets, proven } = await assembled(city, { parkType: 'manufacturing', township: '410181001' });
    expect(proven).toBe(true);
    expect(idsIn(sets[0])).toEqual(['A', 'B', 'C']);
    const why = new Map(sets[0].parcels.map((own) => [own.id, own.why]));
    expect(why.get('B')).toEqual([
      { code: 'adjacent', to: ['A', 'C'] },
      { code: 'joins', sites: 2 },
      { code: 'reaches-size' },
      { code: 'use', status: 'idle', isFound: false },
    ]);
    expect(sets[0].then).toMatchObject({ sites: 1 });
    expect(sets[0].flips).toContainEqual({ rule: 'scale.manufacturing', clause: '4', from: null, to: 'pass' });
  });

  it('never takes land that lies over other land of the set', async () => {
    const city = smallCity(row('A', 0), row('B', 0.5), row('C', 1.5), row('D', 2.5));
    const { sets, conflict } = await assembled(city, { parkType: 'manufacturing', township: '410181001' });
    expect(sets).not.toEqual([]);
    expect(conflict).toBeNull();
    for (const set of sets) expect(idsIn(set).join('')).not.toMatch(/AB/);
  });

  it('leaves out what is banned, and says so where that alone stands in the way', async () => {
    const city = smallCity(row('A', 0), row('B', 1), row('C', 2));
    const banned = city.land.keys('parcel').slice(1, 2);
    const { sets, conflict } = await assembled(city, { parkType: 'manufacturing', township: '410181001', banned });
    expect(sets).toEqual([]);
    expect(conflict!.core).toEqual(['banned']);
    expect(conflict!.nearest).toMatchObject({ shortLandM2: expect.closeTo(HUNDRED_MU_M2 / 5, 2) });
    expect(idsIn(conflict!.nearest!)).toEqual(['A', 'C']);
  });

  it('names sites, township and plot ratio where they stand in the way', async () => {
    const apart = [0, 3, 6, 9].map((at) => parcel(`S${at}`, rectangle(at * 200, 0, 100, 200), free));
    const tooMany = await assembled(smallCity(...apart), { parkType: 'manufacturing', township: '410181001' });
    expect(tooMany.conflict!.core).toEqual(['sites']);
    expect(tooMany.conflict!.rungs.find(({ waived }) => waived === 'sites')).toMatchObject({
      of: { rule: 'sites.count', clause: '15' },
      answer: 'yes',
      ids: ['S0', 'S3', 'S6', 'S9'],
    });
    const border = smallCity(row('A', 0), row('B', 1), row('C', 2, { townshipCode: '410181002' }));
    const across = await assembled(border, { parkType: 'manufacturing', township: '410181001' });
    expect(across.conflict!.core).toEqual(['township']);
    const low = { conditions: { far: { max: 1.2 } } };
    const flat = await assembled(smallCity(row('A', 0, low), row('B', 1, low), row('C', 2, low)), {
      parkType: 'manufacturing',
      township: '410181001',
    });
    expect(flat.requirements.plotRatio).toMatchObject({ rule: 'far.minimum', least: 1.5 });
    expect(flat.conflict!.core).toEqual(['plot-ratio']);
  });

  it('adds to the park in hand what makes it qualify, and leaves one that does as it is', async () => {
    const own = { parkId: 'P', floorAreaM2: 45_000 };
    const city = smallCity(park(), row('A', 0, own), row('B', 1), row('C', 2), row('D', 5));
    const key = city.parkCalled('P')!;
    const found = await suggestLand(city, city.judge(law), { park: key }, workOn(city, {}));
    if (!found.ok) throw new Error(found.refusal.code);
    const { sets, additions, isThere } = found.value;
    expect(isThere).toBe(false);
    expect(idsIn(sets[0])).toEqual(['B', 'C']);
    expect(sets[0].flips).toContainEqual({ rule: 'scale.manufacturing', clause: '4', from: 'advisory', to: 'pass' });
    expect(additions.map(idsIn)[0]).toEqual(['B']);
    const edit = editOf(city.placed, {
      do: 'assign',
      park: { key },
      in: sets[0].parcels.map((one) => one.key),
      out: [],
    });
    if (!edit.ok) throw new Error(edit.refusal.code);
    city.apply(edit.value.change);
    const then = await suggestLand(city, city.judge(law), { park: key }, workOn(city, {}));
    expect(then).toMatchObject({ ok: true, value: { isThere: true, sets: [], conflict: null } });
    expect(city.judge(law).facts(key).figures.landArea).toMatchObject({ value: { value: sets[0].then.landM2 } });
  });

  it('reads its bounds from the rules', async () => {
    const rules = pack.rules.map((rule) =>
      rule.id === 'scale.manufacturing'
        ? { ...rule, test: { kind: 'limit', measure: 'landArea', op: '>=', value: 60, unit: 'mu' } as const }
        : rule.id === 'sites.count'
          ? { ...rule, test: { ...rule.test, value: 1 } as typeof rule.test }
          : rule,
    );
    const other = { pack: { ...pack, rules }, date: law.date };
    const city = smallCity(row('A', 0), row('B', 4), row('C', 8), row('D', 9));
    const asked = { parkType: 'manufacturing', township: '410181001' } as const;
    const found = await assembleLand(city, city.judge(other), asked, workOn(city, {}));
    if (!found.ok) throw new Error(found.refusal.code);
    const { requirements, sets } = found.value.view;
    expect(requirements.size).toEqual({ rule: 'scale.manufacturing', clause: '4', landM2: 40_000, floorM2: Infinity });
    expect(requirements.sites.map(({ most }) => most)).toEqual([1, 1]);
    expect(sets.map(idsIn)).toEqual([['C', 'D']]);
  });

  it('asks for the kind of park and for a place', async () => {
    const city = smallCity(row('A', 0));
    const ask = (asked: AssembleAsked) => assembleLand(city, city.judge(law), asked, workOn(city, {}));
    expect(await ask({ township: '410181001' })).toMatchObject({ refusal: { code: 'no-park-type' } });
    expect(await ask({ parkType: 'service' })).toMatchObject({ refusal: { code: 'no-township' } });
    expect(await ask({ parkType: 'service', fixed: [99] })).toMatchObject({ refusal: { code: 'no-such-parcel' } });
  });
});
