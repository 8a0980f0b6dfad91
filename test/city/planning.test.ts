import { readFileSync } from 'node:fs';
import type { Feature, FeatureCollection } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PlanLand } from '../../src/city/planning/plan-land.ts';
import type { PlanAsked } from '../../src/city/planning/asked.ts';
import { choicesOf } from '../../src/city/planning/choices.ts';
import { keptOutOf } from '../../src/city/planning/kept-out.ts';
import { lookupIn } from '../../src/city/planning/lookup.ts';
import type { Opened } from '../../src/city/opened.ts';
import { openProject } from '../../src/city/open-project.ts';
import { atOnce } from '../../src/domain/steps.ts';
import { Lie } from '../../src/domain/land/lie.ts';
import { sayRefusal } from '../../src/texts/index.ts';
import { planRefusals } from '../../src/texts/plan-refusals.ts';
import { gunzip } from '../../src/workers/gunzip.ts';
import { lawOn } from '../../src/workers/policy-packs.ts';
import { building, bytes, collection, jurisdiction, parcel, park, rectangle, zone } from '../helpers/city.ts';

const sampleBytes = gunzip(readFileSync(new URL('../../data/sample/city.geojson.gz', import.meta.url)));

async function openBytes(file: Uint8Array): Promise<Opened> {
  const law = lawOn('2026-11-28', '2026-11-28');
  if (!law.ok) throw new Error(law.refusal.code);
  const opened = await openProject({ files: [{ name: 'city.geojson', bytes: file }], ...law.value });
  if (!opened.ok) throw new Error(opened.refusal.code);
  return opened.value;
}

const years = [2026, 2028] as const;
function land(opened: Opened, asked: Partial<PlanAsked> = {}): PlanLand {
  const found = atOnce(opened.planLandSteps({ years, ...asked }));
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
}

/** Fields of a feature, as the file has them. */
type Raw = Readonly<Record<string, unknown>> & { readonly id: string };
const rawOf = (file: Uint8Array, kind: string): readonly Raw[] =>
  (JSON.parse(new TextDecoder().decode(file)) as FeatureCollection).features
    .map(({ properties }) => properties as Raw)
    .filter((own) => own.kind === kind);

describe('the sample city as a problem of planning', () => {
  let opened: Opened;
  let planned: PlanLand;
  const parcels = rawOf(sampleBytes, 'parcel');
  const raw = new Map(parcels.map((own) => [own.id, own]));
  beforeAll(async () => {
    opened = await openBytes(sampleBytes);
    planned = land(opened);
  }, 60_000);

  it('offers what the screen says is to be dealt with, of no park, of a class that suits a park', async () => {
    const offered = ['suspected-idle', 'idle', 'low-efficiency', 'approved-not-supplied', 'not-supplied'] as const;
    const suits = (code: string) => ['1001', '0802', '0902'].some((own) => code.startsWith(own)) || code === '09';
    const { total } = await opened.screen({ classes: offered, count: 0 });
    const pages = await Promise.all([0, 500].map((from) => opened.screen({ classes: offered, from, count: 500 })));
    const lines = pages.flatMap((page) => page.lines);
    expect(lines).toHaveLength(total);
    const expected = lines
      .map(({ id }) => raw.get(id)!)
      .filter((own) => own.parkId === undefined && suits((own.landClass as { code: string }).code));
    expect(planned.parcels.map(({ parcel: { id } }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
    expect(planned.problems).toEqual([]);
    expect(planned.aside.size + planned.parcels.length).toBe(parcels.length);
  });

  it('keeps land of one township and one jurisdiction together, a zone being one of its own', () => {
    const { townships } = planned.problem;
    for (const [region, { township, jurisdiction: code }] of planned.regions.entries())
      for (let place = townships[region]; place < townships[region + 1]; place++) {
        const own = raw.get(planned.parcels[place].parcel.id)!;
        expect(planned.parcels[place].parcel.townshipCode).toBe(township);
        expect(own.zoneId ?? own.districtCode).toBe(code);
      }
    expect(townships[planned.regions.length]).toBe(planned.parcels.length);
  });

  it('reckons area, floor area, points, readiness, money and quota of every parcel from its record', () => {
    const { problem, parcels: own } = land(opened, {
      caps: [{ what: 'money', from: 2026, to: 2028, most: 1 }, { what: 'quota', from: 2027, to: 2027, most: 1 }], // prettier-ignore
      hasCredit: true,
    });
    const [money, quota] = problem.limits;
    expect([quota.from, quota.to, money.from, money.to]).toEqual([1, 1, 0, 2]);
    own.forEach(({ parcel: { id }, landM2 }, place) => {
      const record = raw.get(id)! as Raw & Record<'costWan' | 'suitability' | 'readyYear', number | undefined>;
      const mu = (landM2 * 3) / 2000;
      const most = /<(\d+(?:\.\d+)?)$/.exec(String(record.plannedFar ?? ''));
      const industrial = String((record.landClass as { code: string }).code).startsWith('1001');
      const floor = Math.max(Number(record.floorAreaM2 ?? 0), landM2 * (most ? Number(most[1]) : 1.5));
      expect(problem.parcels.landMu[place]).toBeCloseTo(mu, 9);
      expect(problem.parcels.floorM2[place]).toBeCloseTo(floor, 6);
      expect(problem.parcels.spareM2[place]).toBeCloseTo(industrial ? floor - 1.5 * landM2 : 0, 6);
      const cost = record.costWan ?? 60 * mu;
      const stock = record.status === 'planned' ? 0 : 0.1;
      const points = mu * ((record.suitability ?? 50) / 100 + (0.3 * floor) / landM2 + stock) - 0.008 * cost - 3;
      expect(problem.parcels.points[place]).toBeCloseTo(points, 9);
      expect(problem.parcels.ready[place]).toBe(Math.max(0, (record.readyYear ?? 2027) - 2026));
      expect(problem.parcels.kinds[place]).toBe(industrial ? 1 : 2);
      expect(money.use[place]).toBeCloseTo(cost, 9);
      const earns = ['idle', 'approved-not-supplied'].includes(String(record.status)) ? -0.5 * mu : 0;
      expect([id, quota.use[place]]).toEqual([id, expect.closeTo(record.status === 'planned' ? mu : earns, 9)]);
    });
  });

  it('counts for each jurisdiction the parks that are there or on their way', () => {
    const zoneOf = (own: Raw) =>
      own.zoneId ?? parcels.find(({ parkId, zoneId }) => parkId === own.id && zoneId !== undefined)?.zoneId;
    const seat = (own: Raw) => zoneOf(own) ?? parcels.find(({ parkId }) => parkId === own.id)?.districtCode;
    const parks = rawOf(sampleBytes, 'park').filter(({ stage }) => ['operating', 'building', 'approved'].includes(String(stage))); // prettier-ignore
    for (const { jurisdiction: code, year, required, there } of planned.told) {
      const own = parks.filter((one) => seat(one) === code);
      const isZone = String(code).startsWith('99017');
      const counted =
        year === null
          ? own.filter((one) => ['new', 'renovated'].includes(String(one.origin)) && Number(one.year) >= 2021)
          : own.filter((one) => one.origin === 'new' && one.year === year);
      expect([code, year, there]).toEqual([code, year, counted.length]);
      expect(required).toBe(year === null ? (isZone ? 20 : 10) : isZone ? 2 : 1);
    }
    expect(planned.told).toHaveLength(16 * 4);
    for (const { place, least, beyondLand } of planned.told)
      expect(place === null ? 0 : planned.problem.targets[place].least).toBe(least - beyondLand);
  });

  it('tells neighbours as the law does, of all pairs of a region', () => {
    const keys = planned.parcels.map(({ key }) => key);
    const lie = new Lie(opened.city.land.table('parcel').picked(keys).layer);
    const { starts, values } = planned.problem.parcels.near;
    let pairs = 0;
    planned.parcels.forEach((own, a) => {
      const near = planned.parcels.flatMap((other, b) =>
        a !== b && own.region === other.region && lie.near(a, b) ? [b] : [],
      );
      expect([...values.subarray(starts[a], starts[a + 1])]).toEqual(near);
      pairs += near.length;
    });
    expect(pairs).toBeGreaterThan(50);
  });

  it('asks for the sizes of the clauses, and for less only where the office says so and clause 6 lets it', () => {
    expect(planned.problem.kinds.map(({ landMu, floorM2 }) => [landMu[0], floorM2[0]])).toEqual([[100, 100_000], [50, 50_000]]); // prettier-ignore
    const { problem, regions, parcels: own } = land(opened, { sizeFactors: { '990102': 0.7, '990121': 0.5 } });
    expect(problem.kinds.map(({ id }) => id)).toEqual(['manufacturing', 'service', 'manufacturing-smaller', 'service-smaller']); // prettier-ignore
    regions.forEach(({ jurisdiction: code }, region) => {
      const [land6, floor6] =
        code === '990102' ? [70, 70_000] : code === '990121' ? [50, 50_000] : [Infinity, Infinity];
      expect(problem.kinds[2].landMu[region]).toBeCloseTo(land6, 9);
      expect(problem.kinds[2].floorM2[region]).toBeCloseTo(floor6, 6);
    });
    own.forEach(({ parcel: { id } }, place) => {
      // A county is none of the places of clause 6, and only idle and low-efficiency land is its land.
      const record = raw.get(id)!;
      const may = record.districtCode === '990102' && ['idle', 'low-efficiency'].includes(String(record.status));
      expect([id, problem.parcels.kinds[place] >> 2 !== 0]).toEqual([id, may]);
    });
  });
});

const free = { parkId: undefined, status: 'vacant', costWan: 1000, readyYear: 2026, suitability: 60 };
const square = (east: number, north = 0) => rectangle(east, north, 200, 200);
const small = (...more: Feature[]) =>
  bytes(collection(jurisdiction({ code: '410181', name: '甲县', category: 'county' }), ...more));

describe('data that cannot be planned with', () => {
  it('are named, kept out and counted, and the plan is made of the rest', async () => {
    const opened = await openBytes(
      small(
        park({ origin: 'new', stage: 'operating', year: 2022 }),
        parcel('under', rectangle(-100, -100, 200, 200), free),
        parcel('own', square(0), { status: 'in-use' }),
        parcel('word', square(4200), { ...free, costWan: '面议' }),
        building('B', 'own', rectangle(10, 10, 50, 50), { storeys: 3 }),
        parcel('good', square(300), free),
        parcel('once', square(600), free),
        parcel('twice', square(600), free),
        parcel('over', rectangle(100, 100, 200, 200), free),
        parcel('upon', rectangle(650, 0, 200, 200), free),
        parcel('costs', square(1200), { ...free, costWan: -5 }),
        parcel('dear', square(1500), { ...free, costWan: 5_000_000 }),
        parcel('late', square(1800), { ...free, readyYear: 2999 }),
        parcel('fit', square(2100), { ...free, suitability: 250 }),
        parcel('high', square(2400), { ...free, conditions: { far: { max: 250 } } }),
        parcel('below', square(2700), { ...free, floorAreaM2: -1 }),
        parcel('nowhere', square(3000), { ...free, townshipCode: undefined }),
        parcel('lost', square(3300), { ...free, townshipCode: '410181999' }),
        parcel('cross', [[3600, 0], [3800, 200], [3800, 0], [3600, 200], [3600, 0]].map(([e, n]) => rectangle(e, n, 1, 1)[0]), free), // prettier-ignore
        parcel('bare', null, free),
        parcel('free', square(3900), { ...free, costWan: undefined }),
      ),
    );
    const told = land(opened);
    const codes = Object.fromEntries(told.problems.map(({ id, code }) => [id, code]));
    expect(codes).toEqual({
      over: 'lies-on',
      twice: 'overlaps',
      under: 'lies-on',
      upon: 'overlaps',
      word: 'unreadable',
      costs: 'negative',
      dear: 'absurd',
      late: 'absurd',
      fit: 'absurd',
      high: 'absurd',
      below: 'negative',
      nowhere: 'no-township',
      lost: 'unknown-township',
      cross: 'no-boundary',
      bare: 'no-boundary',
    });
    expect(keptOutOf(told.problems)).toEqual({
      parcels: 15,
      unknownTownships: [{ called: '410181999', parcels: 1 }],
    });
    expect(told.parcels.map(({ parcel: { id }, assumed }) => [id, assumed.length])).toEqual([['good', 0], ['once', 0], ['free', 1]]); // prettier-ignore
    const strict = land(opened, { missingCost: 'out' });
    expect(strict.problems.filter(({ code }) => code === 'no-cost').map(({ id }) => id)).toEqual(['free']);
    expect(strict.parcels).toHaveLength(2);
    // Two parcels of 60 亩 are land for one park of 100, and the targets say so.
    expect(told.targetProblems).toContainEqual({ code: 'beyond-land', jurisdiction: '410181', year: null, params: { least: 9, most: 1 } }); // prettier-ignore
  });

  it('a disputed flag is out, a confirmed one in, whatever the evidence', async () => {
    const idle = { parkId: undefined, status: 'idle', suppliedOn: '2020-01-01', agreedStart: '2021-01-01' };
    const decided = {
      flagClass: 'suspected-idle',
      flagReason: '已复工',
      flagDecidedOn: '2026-01-05',
      flagDecidedBy: '科长',
    };
    const opened = await openBytes(
      small(
        parcel('open', square(0), idle),
        parcel('not', square(300), { ...idle, ...decided, flagDecision: 'disputed' }),
        parcel('yes', square(600), { ...idle, agreedStart: '2026-10-01', ...decided, flagDecision: 'confirmed' }),
        parcel('due-later', square(900), { ...idle, agreedStart: '2026-10-01' }),
      ),
    );
    const { parcels, aside } = land(opened);
    expect(parcels.map(({ parcel: { id } }) => id)).toEqual(['open', 'yes']);
    expect([...aside.values()].sort()).toEqual(['disputed', 'in-use']);
  });

  it('land in a zone counts for the zone, and its parks are made of land of the zone alone', async () => {
    const opened = await openBytes(
      small(
        zone(rectangle(-50, -50, 330, 330), { id: 'Z', name: '乙开发区', zoneType: 'development' }),
        parcel('in', square(0), { ...free, zoneId: 'Z' }),
        parcel('beside', square(200), free),
      ),
    );
    const { regions, told } = land(opened);
    expect(regions.map(({ jurisdiction: code, candidates }) => [code, candidates.map(({ parcel: { id } }) => id)])).toEqual([['410181', ['beside']], ['Z', ['in']]]); // prettier-ignore
    expect(told.find(({ jurisdiction: code, year }) => code === 'Z' && year === 2026)).toMatchObject({ required: 2 });
  });

  it('refuses what makes no plan, with the reason', async () => {
    const opened = await openBytes(small(parcel('a', square(0), free), parcel('b', square(300), { ...free, status: 'in-use' }))); // prettier-ignore
    const refusal = (asked: Partial<PlanAsked>) => {
      const found = atOnce(opened.planLandSteps({ years, ...asked }));
      return found.ok ? null : found.refusal;
    };
    expect(refusal({ years: [2028, 2026] })?.code).toBe('plan-years');
    for (const most of [-1, NaN, Infinity])
      expect(refusal({ caps: [{ what: 'money', from: 2026, to: 2026, most }] })?.code).toBe('plan-not-positive');
    expect(refusal({ sizeFactors: { nowhere: 0.5 } })?.code).toBe('plan-no-jurisdiction');
    expect(refusal({ sizeFactors: { '410181': 7 } })?.code).toBe('plan-not-positive');
    const own = land(opened);
    const find = lookupIn(opened.city, own);
    const chosen = (asked: Partial<PlanAsked>) => {
      const found = choicesOf({ years, ...asked }, { find, problem: own.problem });
      return found.ok ? found.value : found.refusal;
    };
    expect(chosen({ fixedParcels: ['x'] })).toMatchObject({ code: 'plan-no-parcel', params: { id: 'x' } });
    expect(chosen({ fixedParcels: ['b'] })).toMatchObject({ code: 'plan-no-candidate', params: { why: 'in-use' } });
    expect(chosen({ fixedParks: [{ parcels: ['a'] }] })).toMatchObject({
      code: 'plan-no-park',
      params: { why: 'none', faults: 'size' },
    });
    const lacking = choicesOf({ years, fixedParks: [{ parcels: ['a'] }] }, { find, problem: own.problem });
    expect(lacking.ok ? null : sayRefusal('zh', lacking.refusal, planRefusals)).toMatch(
      /^a 不能定为一个园区：共 [\d.]+ 亩、可建 [\d,]+ m²，要至少 [\d.]+ 亩或可建 [\d,]+ m²。$/,
    );
    const said = (faults: string) => {
      const params = { ids: 'a', why: 'none', faults, leastMu: -1, leastM2: -1 };
      return sayRefusal('zh', { code: 'plan-no-park', params }, planRefusals);
    };
    expect(said('size')).toBe('a 不能定为一个园区：此处没有放宽园区规模。');
    expect(said('')).toBe('a 不能定为一个园区：合起来不成园区。');
    expect(chosen({ bannedParcels: ['a', 'b'] })).toMatchObject({ bannedParcels: [0] });
    const nothing = await openBytes(small(parcel('b', square(300), { ...free, status: 'in-use' })));
    const none = atOnce(nothing.planLandSteps({ years }));
    expect(none.ok ? null : none.refusal.code).toBe('plan-nothing');
    const lost = await openBytes(small(parcel('b', square(300), { ...free, townshipCode: '410181999' })));
    const refused = atOnce(lost.planLandSteps({ years }));
    expect(refused.ok ? null : refused.refusal.params).toEqual({ 'no-township': 0, 'unknown-township': 1, broken: 0 });
    expect(refused.ok ? null : sayRefusal('zh', refused.refusal, planRefusals)).toContain(
      '1 宗所写的镇（街道）不在名录里',
    );
  });
});
