import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { yuantu } from '../helpers/command.ts';
import { building, bytes, collection, industrial, parcel, park, rectangle } from '../helpers/city.ts';

let folder = '';
let file = '';
const free = { parkId: undefined, status: undefined };
const square = (east: number) => rectangle(east, 0, 100, 100);
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'yuantu-screen-'));
  file = path.join(folder, 'city.geojson');
  writeFileSync(
    file,
    bytes(
      collection(
        park({ origin: 'new' }),
        parcel('P-1', square(0), { status: 'in-use' }),
        building('B', 'P-1', rectangle(10, 10, 20, 20), { storeys: 1 }),
        parcel('idle', square(100), { ...free, suppliedOn: '2021-04-01', agreedStart: '2022-09-28' }),
        parcel('apart', square(500), { ...free, approvedOn: '2022-06-27' }),
        parcel('elsewhere', square(900), { ...free, townshipCode: '410181002', approvedOn: '2024-06-27' }),
        parcel('low', square(1300), {
          ...free,
          landClass: industrial,
          taxPerMuWan: 1,
          outputPerMuWan: 20,
          aboveScale: true,
        }),
        parcel('lost', square(1700), { ...free, townshipCode: '410181999', agreedStart: '2022-09-28' }),
        parcel('wrong', square(2100), { ...free, startedOn: '2024-01-01', stoppedOn: '2023-01-01' }),
        parcel('below', square(2500), { ...free, agreedStart: '2025-12-28', landPriceWan: -3 }),
      ),
    ),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

const screened = async (...args: string[]) => {
  const { code, out } = await yuantu('screen', file, '--date', '2026-11-28', '--json', ...args);
  expect(code).toBe(0);
  return JSON.parse(out);
};

describe('yuantu screen', () => {
  it('classes every parcel with its evidence, what is missing, how sure it is and what it could bear', async () => {
    const { parcels, policy, date } = await screened();
    expect([policy.id, date]).toEqual(['zhengzhou-draft', '2026-11-28']);
    const by = Object.fromEntries(parcels.map((p: { id: string; class: string }) => [p.id, p.class]));
    expect(by).toEqual({
      'P-1': 'in-use',
      idle: 'suspected-idle',
      apart: 'approved-not-supplied',
      elsewhere: 'approved-not-supplied',
      low: 'low-efficiency',
      lost: null,
      wrong: null,
      below: 'in-use',
    });
    const idle = parcels.find((p: { id: string }) => p.id === 'idle');
    expect(idle).toMatchObject({
      className: '疑似闲置',
      stock: 'supplied-not-used',
      stockName: '供而未用',
      step: 'suspected',
      since: { on: '2022-09-28', years: 4, months: 2 },
      message: '约定 2022-09-28 动工，逾期 4 年 2 个月未动工',
      missing: [{ field: 'startedOn', name: '实际开工日期' }, { field: 'delayCause' }, { field: 'landPriceWan' }],
      confidence: 0.8,
      potential: { plotRatio: 1.5, rule: 'far.minimum', parks: [{ id: 'P', borders: true, missesSize: true }] },
    });
    expect(idle.potential.floorAreaM2).toBeCloseTo(idle.areaM2 * 1.5, 6);
    const parksOf = (id: string) => parcels.find((p: { id: string }) => p.id === id).potential.parks;
    expect(parksOf('apart')).toMatchObject([{ id: 'P', borders: false, missesSize: true }]);
    expect(parksOf('elsewhere')).toEqual([]);
  });

  it('names what cannot be used, keeps it out and counts it; a value that fits no field is named too', async () => {
    const { problems, summary, districts } = await screened();
    expect(problems.map((p: { id: string; code: string; keptOut: boolean }) => [p.id, p.code, p.keptOut])).toEqual([
      ['lost', 'unknown-township', true],
      ['wrong', 'dates-out-of-order', true],
      ['', 'field-not-understood', false],
    ]);
    expect(problems[2]).toMatchObject({ field: 'landPriceWan', count: 1 });
    expect(summary.keptOut).toBe(2);
    const counts = Object.values<{ count: number }>(summary.classes).map(({ count }) => count);
    expect(counts.reduce((a, b) => a + b, 0)).toBe(6);
    expect(districts).toHaveLength(1);
    expect(districts[0].keptOut).toBe(2);
  });

  it('gives the rates with what they are made of, and the grades', async () => {
    const { summary, townships, parcels } = await screened();
    const { notSupplied, supply } = summary.rates;
    expect(notSupplied.value).toBeCloseTo(notSupplied.of.areaM2 / notSupplied.to.areaM2, 12);
    expect(notSupplied.of.count).toBe(2);
    expect(supply.vintages ?? summary.rates.vintages).toMatchObject([
      { year: 2022, value: 0, isCounted: true },
      { year: 2024, value: 0, isCounted: true },
    ]);
    expect(supply).toMatchObject({ value: 0, floor: 0.6, outcome: 'open', missing: [{ field: 'approvedOn' }] });
    expect(townships.map((t: { code: string }) => t.code)).toEqual(['410181001', '410181002', '410181999']);
    expect(parcels.find((p: { id: string }) => p.id === 'low').grade).toMatchObject({
      list: 'above-scale',
      grade: 'B',
    });
  });

  it('tries other figures: what would flip', async () => {
    const { flips, thresholds } = await screened('--try', 'idle.not-started=5');
    expect(flips).toMatchObject({
      changes: [{ id: 'idle.not-started:value', value: 5 }],
      counts: [{ from: 'suspected-idle', to: 'in-use', count: 1 }],
      parcels: [{ id: 'idle', from: 'suspected-idle', to: 'in-use' }],
    });
    const own = thresholds.find((t: { threshold: string }) => t.threshold === 'idle.not-started');
    expect(own).toMatchObject({ value: 1, unit: 'year', confidence: 1 });
  });

  it('lists the classes asked for, in words and in English', async () => {
    const { parcels } = await screened('--class', 'low-efficiency');
    expect(parcels.map((p: { id: string }) => p.id)).toEqual(['low', 'lost', 'wrong']);
    const { out } = await yuantu('screen', file, '--date', '2026-11-28');
    expect(out).toContain('idle  疑似闲置  15.0 亩  约定 2022-09-28 动工，逾期 4 年 2 个月未动工');
    expect(out).toContain('按容积率 1.5 可建');
    expect(out).toContain('! lost：镇（街道）410181999 不在名单里（不计）');
    const english = await yuantu('screen', file, '--date', '2026-11-28', '--try', 'idle.not-started=5', '--lang', 'en');
    expect(english.out).toContain(
      'works agreed to start on 2022-09-28, overdue by 4 years and 2 months and not started',
    );
    expect(english.out).toContain('Tried: suspected idle → in use: 1');
  });

  it('on another day it is another class', async () => {
    const { out } = await yuantu('screen', file, '--date', '2023-09-27', '--json');
    expect(JSON.parse(out).parcels.find((p: { id: string }) => p.id === 'idle').class).toBe('in-use');
  });

  it('ground counts once: of two parcels on each other the later is left out, and named', async () => {
    const twice = path.join(folder, 'twice.geojson');
    const own = (id: string, east: number) => parcel(id, square(east), { ...free, approvedOn: '2022-06-27' });
    writeFileSync(twice, bytes(collection(own('first', 0), own('over', 50), own('beside', 150))));
    const { out } = await yuantu('screen', twice, '--date', '2026-11-28', '--json');
    const { parcels, problems, summary } = JSON.parse(out);
    expect(parcels.map((p: { class: string | null }) => p.class)).toEqual([
      'approved-not-supplied',
      null,
      'approved-not-supplied',
    ]);
    expect(problems).toMatchObject([{ id: 'over', code: 'overlaps', keptOut: true, params: { other: 'first' } }]);
    expect(problems[0].params.areaM2).toBeCloseTo(5000, 0);
    expect(summary.classes['approved-not-supplied'].areaM2).toBeCloseTo(20_000, 0);
  });

  it.each([
    [['--class', 'lazy'], 'suspected-idle'],
    [['--try', 'idle.never=1'], 'idle.not-started'],
    [['--try', 'idle.not-started=soon'], 'soon'],
    [['--date', '2026-02-30'], '2026-02-30'],
  ])('%j is refused in one line that says what', async (args, said) => {
    const { code, err, out } = await yuantu('screen', file, ...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(said);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});
