import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { yuantu } from '../helpers/command.ts';
import { bytes, collection, jurisdiction, parcel, park, rectangle } from '../helpers/city.ts';

let folder = '';
let file = '';
const free = { parkId: undefined, status: 'vacant', costWan: 1000, readyYear: 2026, suitability: 60 };
const square = (east: number) => rectangle(east, 0, 200, 200);
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'yuantu-plan-'));
  file = path.join(folder, 'city.geojson');
  writeFileSync(
    file,
    bytes(
      collection(
        jurisdiction({ code: '410181', name: '甲县', category: 'county' }),
        park({ id: 'P1', origin: 'new', stage: 'building', year: 2027 }),
        parcel('own', square(0), { parkId: 'P1', status: 'in-use' }),
        parcel('A1', square(300), free),
        parcel('A2', square(500), free),
        parcel('A3', square(700), { ...free, status: 'planned', costWan: undefined, readyYear: undefined }),
        parcel('A4', square(5000), { ...free, readyYear: 2028, suitability: 90 }),
        parcel('A5', square(5200), { ...free, readyYear: 2028 }),
        parcel('bad', square(9000), { ...free, readyYear: 3000 }),
      ),
    ),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

const years = ['--years', '2026..2028', '--date', '2026-11-28'] as const;
const planned = async (...args: string[]) => {
  const { code, out, err } = await yuantu('plan', file, ...years, '--json', ...args);
  expect(err.replace(/^.*A3.*$/gm, '').trim()).toBe('');
  return { code, document: JSON.parse(out) };
};
/** What is promised to scripts. */
const members = ['status', 'seed', 'objective', 'bound', 'gap', 'space', 'parks', 'shortfalls', 'prices', 'certificate', 'stats']; // prettier-ignore
const parkMembers = ['id', 'year', 'kind', 'district', 'township', 'parcels', 'sites', 'areaMu', 'floorAreaM2', 'far', 'costWan', 'why', 'alternative', 'lossIfWithdrawn']; // prettier-ignore

describe('yuantu plan', () => {
  it('plans parks by year with what proves them, 1 where a target is missed, in a thread of its own', async () => {
    const { code, document } = await planned('--gap', '0');
    expect(Object.keys(document)).toEqual(expect.arrayContaining(members));
    expect([code, document.status, document.seed, document.check.faults]).toEqual([1, 'optimal', 1, []]);
    expect(document.bound).toBeCloseTo(document.objective, 4);
    const [first, second] = document.parks;
    expect(document.parks).toHaveLength(2);
    expect(Object.keys(first)).toEqual(expect.arrayContaining(parkMembers));
    expect([first.id, first.year, first.parcels, first.sites]).toEqual(['2026-410181001-1', 2026, ['A1', 'A2'], [['A1', 'A2']]]); // prettier-ignore
    expect([second.year, second.parcels, second.district]).toEqual([2028, ['A4', 'A5'], '410181']);
    expect(first.areaMu).toBeCloseTo(120, 1);
    expect(first.far).toBeCloseTo(1.5, 9);
    expect(first.lossIfWithdrawn).toBeGreaterThan(0);
    expect([first.why.points, first.alternative.loss > 0]).toEqual([expect.closeTo(first.points, 6), true]);
    // One is on its way in 2027; ten are asked for in all.
    expect(document.shortfalls).toMatchObject([{ district: '410181', year: 2028, cumulative: true, short: 7, there: 1, planned: 2 }]); // prettier-ignore
    // Its land makes two parks of 100 亩, and no rule stands in the way of more.
    expect(document.shortfalls[0].ladder[0]).toMatchObject({ relax: 'none', canForm: 2, atMost: 2 });
    expect(document.problems.filter(({ kind }: { kind: string }) => kind === 'parcel')).toMatchObject([{ id: 'bad', code: 'absurd', keptOut: true }]); // prettier-ignore
    expect(document.settings).toContainEqual(expect.objectContaining({ id: 'weight.park', value: 10, confidence: 0.3, set: false })); // prettier-ignore
  });

  it('keeps to money and quota, to what is fixed and banned, and to other weights; 0 where no target is missed', async () => {
    const yearly = ['--targets', 'yearly', '--gap', '0', '--explain', '0'];
    const { code } = await planned(...yearly);
    expect(code).toBe(0);
    const poor = await planned(...yearly, '--budget', '2026..2028=2000');
    expect([poor.code, poor.document.parks.length, poor.document.prices[0].used]).toEqual([1, 1, 2000]);
    const banned = await planned(...yearly, '--ban', 'A1');
    // 120 亩 of A2 and A3 can be had a year later, for A3's year is not on record.
    expect(banned.document.parks.map((own: { parcels: string[] }) => own.parcels)).toEqual([['A2', 'A3'], ['A4', 'A5']]); // prettier-ignore
    expect(banned.document.parks[0]).toMatchObject({ year: 2027, newMu: expect.closeTo(60, 1), reckonedWan: expect.closeTo(3600, -1) }); // prettier-ignore
    const quota = await planned(...yearly, '--ban', 'A1', '--quota', '2026..2028=50');
    expect(quota.document.parks.map((own: { parcels: string[] }) => own.parcels)).toEqual([['A4', 'A5']]);
    const fixed = await planned(...yearly, '--fix', 'A2+A3@2028:manufacturing');
    expect(fixed.document.parks.map((own: { parcels: string[] }) => own.parcels)).toContainEqual(['A2', 'A3']);
    const dear = await planned(...yearly, '--set', 'weight.cost=1,weight.missing-year=0');
    expect(dear.document.parks).toEqual([]);
    expect(dear.document.settings).toContainEqual(expect.objectContaining({ id: 'weight.cost', value: 1, set: true }));
  });

  it('prices the certificate anew, and tells of other plans and of single parcels', async () => {
    const usual = ['plan', file, '--years', '2028', '--date', '2026-11-28', '--targets', 'yearly', '--gap', '0', '--explain', '0'] as const; // prettier-ignore
    const args = [...usual, '--certify', '--frontier', '3', '--variants', '2', '--loss', 'A1,A3'] as const;
    const [document, without] = [
      JSON.parse((await yuantu(...args, '--json')).out),
      JSON.parse((await yuantu(...usual, '--json', '--ban', 'A1')).out),
    ];
    expect(document.certificate.check).toMatchObject({ verdict: 'accepted', faults: [] });
    expect(document.certificate.check.bound).toBeGreaterThanOrEqual(document.objective - 1e-6);
    const { frontier, variants, losses } = document;
    // One park is asked for, and there is land for two.
    expect(frontier.map(({ costWan }: { costWan: number }) => costWan)).toEqual([2000, 4000]);
    expect(frontier[1].floorAreaM2).toBeCloseTo(2 * frontier[0].floorAreaM2, 0);
    for (const plan of variants.plans) expect(plan.objective).toBeGreaterThanOrEqual(0.99 * document.objective - 1e-6);
    expect(variants.parcels).toEqual(expect.arrayContaining(['A4', 'A5']));
    expect(losses).toMatchObject([
      { id: 'A1', isExact: true },
      { id: 'A3', isExact: true },
    ]);
    expect(losses[0].points).toBeCloseTo(document.objective - without.objective, 4);
    expect([losses[1].points, without.certificate.check, without.frontier]).toEqual([0, null, null]);
    const { out } = await yuantu(...args);
    for (const part of ['证明重新定价：通过', '成本—建筑面积前沿', '其他计划', '  A1：']) expect(out).toContain(part);
  });

  it('says it to people in both languages', async () => {
    const { out } = await yuantu('plan', file, ...years);
    for (const part of ['2026 年：1 个园区', 'A1+A2', '独立核对', '甲县', '累计到 2028 10·1·2·7', '! bad：', 'weight.park = 10']) expect(out).toContain(part); // prettier-ignore
    const english = await yuantu('plan', file, ...years, '--lang', 'en');
    expect(english.out).toContain('2026: 1 park,');
    expect(english.out.replace(/甲县|新华路街道|.*\(draft for comment\).*/g, '')).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it.each([
    [['--years', '2028..2026'], '从早到晚'],
    [['--years', 'soon'], '2026..2028'],
    [['--budget', '-5'], '60000'],
    [['--budget', '2026=x'], '60000'],
    [['--budget', '2036=5000'], '2026..2028=5000'],
    [['--quota', '2028..2026=900'], '2026..2028=900'],
    [['--fix', 'nowhere'], '没有宗地 nowhere'],
    [['--fix', 'own'], '既有园区用地'],
    [['--fix', 'bad'], '数据有误'],
    [['--fix', 'A1+A4@2026'], '到那一年还不能供应'],
    [['--fix', 'A1+A2@2040'], '年份不在计划内'],
    [['--fix', 'A1+A2:palace'], '没有这类园区'],
    [['--ban', 'nowhere'], '没有宗地 nowhere'],
    [['--district-factor', '999=0.5'], '没有责任单位 999'],
    [['--set', 'weight.none=1'], 'weight.none'],
    [['--missing-cost', 'maybe'], 'reckoned'],
    [['--seed', '1.5'], 'seed'],
    [['--frontier', '1'], 'frontier'],
    [['--loss', 'nowhere'], '没有宗地 nowhere'],
  ])('refuses %s in one line', async (args, said) => {
    const { code, out, err } = await yuantu('plan', file, ...(args[0] === '--years' ? args : [...years, ...args]));
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(said);
  });
});
