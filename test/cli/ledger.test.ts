import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Feature } from 'geojson';
import { strFromU8, unzipSync } from 'fflate';
import readExcel from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bytes, collection, parcel, rectangle } from '../helpers/city.ts';
import { yuantu } from '../helpers/command.ts';

/*
 * The plan of two years, rows with areas of many digits: every figure of the files is held against sums of these, made here.
 */
interface Row {
  readonly id: string;
  readonly planId: string;
  readonly unit: string;
  readonly use: string;
  readonly isNew: boolean;
  readonly areaM2: number;
  readonly reserve?: boolean;
  readonly parkName?: string;
  readonly steps?: readonly object[];
}

const units = ['410181', '410122', '市土地储备中心'];
const uses = ['industry', 'commerce', 'housing-market', 'public'];
const contracted = [{ step: 'announced', on: '2025-05-06' }, { step: 'sold', on: '2025-06-06' }, { step: 'contracted', on: '2025-06-16' }]; // prettier-ignore
const failed = [
  { step: 'announced', on: '2025-05-06' },
  { step: 'failed', on: '2025-06-06', reason: '无人报价' },
];

const rowsOf = (planId: string, count: number): Row[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `${planId}/${n + 1}`,
    planId,
    unit: units[n % 3],
    use: uses[(n * 7) % 4],
    isNew: n % 2 === 0,
    areaM2: 10_000 / 3 + (n * 12_345.678_9) / 7,
    ...(planId === '2026-1' && n >= 14 && { reserve: true }),
    ...(n % 5 === 0 && { parkName: '规划园区' }),
    ...(planId === '2025-1' && { steps: n % 3 === 0 ? failed : contracted }),
  }));
const lastRows = rowsOf('2025-1', 6);
const allRows = rowsOf('2026-1', 17);
const planned = allRows.filter(({ reserve }) => !reserve);

const record = (properties: object) => ({ type: 'Feature', properties, geometry: null }) as unknown as Feature;
const plan = (year: number) => {
  const states = [{ state: 'submitted', on: `${year}-03-01` }, { state: 'approved', on: `${year}-03-20` }, { state: 'published', on: `${year}-03-28` }]; // prettier-ignore
  return record({
    kind: 'supplyPlan',
    id: `${year}-1`,
    year,
    version: 1,
    uses: 'old',
    name: `${year}年度供应计划`,
    ...(year === 2026 && { ceilings: [{ mostM2: 600_000 }] }),
    states,
  });
};
const conditions = { far: { min: 1.5, max: 2.5, maxExclusive: true }, green: { max: 0.2 } };
const more = { number: 'GB00001', supplyMode: 'listing', quarter: 2, conditions, parcelIds: ['A'] };
const city = collection(
  parcel('A', rectangle(0, 0, 200, 100)),
  plan(2025),
  plan(2026),
  ...[...lastRows, ...allRows].map((row) => record({ kind: 'supplyRow', ...row, ...(row.id === '2026-1/1' && more) })),
);

let folder = '';
const out = () => path.join(folder, 'out');
let sheets: Readonly<Record<string, readonly (readonly unknown[])[]>> = {};
let styles = '';
let body = '';
let text = '';

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'ledger-'));
  writeFileSync(path.join(folder, 'city.geojson'), bytes(city));
  const ran = await yuantu('ledger', path.join(folder, 'city.geojson'), '--year', '2026', '--date', '2026-05-15', '--out', out()); // prettier-ignore
  expect(
    ran.err
      .split('\n')
      .filter((line) => !line.includes('已写入'))
      .join('\n'),
  ).not.toMatch(/undefined|NaN|object/);
  expect(ran.code).toBe(0);
  const book = await readExcel(path.join(out(), '2026年度供应计划.xlsx'));
  sheets = Object.fromEntries(book.map(({ sheet, data }) => [sheet, data]));
  const inBook = unzipSync(new Uint8Array(readFileSync(path.join(out(), '2026年度供应计划.xlsx'))));
  styles = strFromU8(inBook['xl/styles.xml']);
  const parts = unzipSync(new Uint8Array(readFileSync(path.join(out(), '2026年度供应计划.docx'))));
  body = strFromU8(parts['word/document.xml']);
  text = body.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, ''); // prettier-ignore
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sum = (rows: readonly Row[]): number => rows.reduce((all, { areaM2 }) => all + areaM2, 0);
const MU_M2 = 2000 / 3;

/** The line of a sheet that begins with a word. */
const line = (sheet: string, word: string) => sheets[sheet].find((cells) => cells[0] === word)!;
const numbers = (cells: readonly unknown[]): number[] => cells.filter((cell) => typeof cell === 'number');
const close = (found: readonly number[], expected: readonly number[]) => {
  expect(found).toHaveLength(expected.length);
  for (const [n, value] of found.entries()) expect(value).toBeCloseTo(expected[n], 9);
};

describe('the workbook', () => {
  it('has a sheet for every table', () =>
    expect(Object.keys(sheets)).toEqual([
      '上年执行情况', '上年执行（单位）', '本年执行进度', '汇总表（公顷）', '汇总表（亩）', '经营性用地（公顷）', '经营性用地（亩）',
      '宗地表', '住宅宗地表', '储备', '用地预申请', '拟供清单', '小微企业园小计', '结转', '未纳入计划', '考核日程', '月报',
    ])); // prettier-ignore

  it.each([
    ['公顷', 10_000],
    ['亩', MU_M2],
  ] as const)('sums up in %s what the rows come to, by unit and use, new and stock', (unit, m2) => {
    const of = (rows: readonly Row[]) =>
      [rows, rows.filter(({ isNew }) => isNew), rows.filter(({ isNew }) => !isNew)].map((own) => sum(own) / m2);
    const byUse = (rows: readonly Row[]) => [
      ...of(rows),
      ...of(rows.filter(({ use }) => use === 'commerce')),
      ...of(rows.filter(({ use }) => use === 'industry')),
      // 住宅用地 and, of it, 商品住房.
      ...of(rows.filter(({ use }) => use === 'housing-market')),
      ...of(rows.filter(({ use }) => use === 'housing-market')),
      ...of(rows.filter(({ use }) => use === 'public')),
      ...Array.from({ length: 9 }, () => 0),
    ];
    const sheet = `汇总表（${unit}）`;
    close(numbers(line(sheet, '合计')), [planned.length, ...byUse(planned)]);
    const own = planned.filter((row) => row.unit === '市土地储备中心');
    close(numbers(line(sheet, '市土地储备中心')), [own.length, ...byUse(own)]);
  });

  it('prints what bounds a total with its sign, and keeps it a number', () => {
    expect(numbers(line('汇总表（公顷）', '上限（以内）'))).toEqual([60]);
    expect(numbers(line('汇总表（亩）', '上限（以内）'))).toEqual([900]);
    expect(styles).toContain('formatCode="&quot;≤&quot;#,##0.0000');
  });

  it.each([
    ['宗地表', planned],
    ['住宅宗地表', planned.filter(({ use }) => use === 'housing-market')],
    ['储备', allRows.filter(({ reserve }) => reserve)],
    ['小微企业园小计', planned.filter(({ parkName }) => parkName !== undefined)],
    ['结转', lastRows.filter((_, n) => n % 3 === 0)],
  ])('%s: its total is that of its rows, in 公顷 and 亩', (sheet, rows) => {
    const found = numbers(line(sheet, '合计'));
    expect(found).toEqual(expect.arrayContaining([expect.closeTo(sum(rows) / 10_000, 9), expect.closeTo(sum(rows) / MU_M2, 9)])); // prettier-ignore
  });

  it('every total of every sheet is the sum of the rows that stand above it', () => {
    let held = 0;
    for (const [sheet, data] of Object.entries(sheets)) {
      const at = data.findIndex((cells) => cells[0] === '合计');
      if (at < 0) continue;
      for (const [column, total] of data[at].entries()) {
        // A share is no sum.
        if (typeof total !== 'number' || data.slice(0, 4).some((cells) => String(cells[column]).startsWith('完成率')))
          continue;
        const rows = data.slice(2, at).map((cells) => cells[column]);
        // 其中: what is part of another column has its own.
        expect(total, `${sheet} ${column}`).toBeCloseTo(
          numbers(rows).reduce((all, own) => all + own, 0),
          6,
        );
        held++;
      }
    }
    expect(held).toBeGreaterThan(80);
  });

  it('says how last year went, and what was not supplied', () => {
    const supplied = lastRows.filter((_, n) => n % 3 !== 0);
    const total = numbers(line('上年执行情况', '合计'));
    expect(total.slice(0, 6)).toEqual([
      lastRows.length,
      expect.closeTo(sum(lastRows) / 10_000, 9),
      expect.closeTo(sum(lastRows) / MU_M2, 9),
      supplied.length,
      expect.closeTo(sum(supplied) / 10_000, 9),
      expect.closeTo(sum(supplied) / MU_M2, 9),
    ]);
  });

  it('has units in heads, conditions as people write them, and says which forms are ours', () => {
    const [, , upper, lower] = sheets['宗地表'];
    expect(upper).toContain('规划条件');
    expect(upper).toContain('供应面积');
    expect(upper).toContain('起始价\n（万元）');
    expect(lower).toContain('公顷');
    expect(lower).toContain('建筑高度\n（m）');
    expect(sheets['宗地表'][4]).toEqual(expect.arrayContaining(['GB00001', '≥1.5且<2.5', '≤20%', '挂牌', '第二季度']));
    expect(sheets['小微企业园小计'].flat().join()).toContain('自拟');
  });
});

it('the text says the figures of the tables, and marks what is a pattern', () => {
  const hectares = (m2: number) => (m2 / 10_000).toFixed(4);
  expect(text).toContain(`2026年度计划供应国有建设用地14宗，总量${hectares(sum(planned))}公顷`);
  const industry = planned.filter(({ use }) => use === 'industry');
  expect(text).toContain(`工矿仓储用地${hectares(sum(industry))}公顷`);
  for (const part of [
    '总则',
    '上年度计划执行情况',
    '计划供应总量',
    '计划供应结构',
    '计划供应布局',
    '计划供应时序',
    '供应方式',
    '政策导向',
    '保障措施',
  ])
    // prettier-ignore
    expect(text).toContain(`、${part}`);
  expect(text).toMatch(/【[^】]*指导思想[^】]*】/);
});

it('a line of the text that leads to a list stands on the page on which the list begins, and annexes are listed on one', () => {
  const lines = body.split('</w:p>').map((xml) => ({ said: xml.replace(/<[^>]+>/g, ''), isKept: xml.includes('<w:keepNext') })); // prettier-ignore
  const leading = lines.filter(({ said }) => said.endsWith('：'));
  expect(leading.length).toBeGreaterThan(3);
  expect(leading.filter(({ isKept }) => !isKept)).toEqual([]);
  const from = lines.findIndex(({ said }) => said.startsWith('附表：'));
  const list = lines.slice(
    from + 1,
    lines.findIndex(({ said }, n) => n > from && !/^\d+\./.test(said)),
  );
  expect(list.map(({ isKept }) => isKept)).toEqual([...list.slice(1).map(() => true), false]);
  expect(list.length).toBeGreaterThan(3);
});

it('land of the rows comes as SHP and TXT', () =>
  expect(readdirSync(out()).sort()).toEqual(
    ['2026年度供应计划-宗地.txt', '2026年度供应计划-宗地.zip', '2026年度供应计划.docx', '2026年度供应计划.xlsx'].sort(),
  ));

it('conditions are written in the form that is asked for; the tables come as JSON; a plan that is not there is named', async () => {
  const file = path.join(folder, 'city.geojson');
  const other = path.join(folder, 'words');
  await yuantu('ledger', file, '--plan', '2026-1', '--conditions', 'words', '--out', other);
  const book = await readExcel(path.join(other, '2026年度供应计划.xlsx'));
  expect(book.find(({ sheet }) => sheet === '宗地表')!.data.flat()).toContain('不小于1.5且小于2.5');
  const { out: json } = await yuantu('ledger', file, '--year', '2025', '--json');
  expect((JSON.parse(json) as { plan: { plan: object } }).plan.plan).toMatchObject({ id: '2025-1', year: 2025 });
  const refused = await yuantu('ledger', file, '--year', '2031', '--json');
  expect(refused).toMatchObject({ code: 2, out: '' });
  expect(refused.err).toContain('没有供应计划 2031；有：2025-1, 2026-1。');
  expect((await yuantu('ledger', file)).code).toBe(2);
});
