import { unzipSync, strFromU8 } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { landIndex } from '../../src/domain/land/land-index.ts';
import { parkFacts } from '../../src/domain/land/park-facts.ts';
import { cellText, type Report } from '../../src/formats/report/document.ts';
import { reportDocx } from '../../src/formats/report/docx.ts';
import { reportXlsx } from '../../src/formats/report/xlsx.ts';
import { readFiles } from '../../src/formats/index.ts';
import { contextOf } from '../../src/policy/context.ts';
import { evaluatePark } from '../../src/policy/evaluate.ts';
import { landUsesOf } from '../../src/policy/land-uses.ts';
import { loadNamedPack } from '../../src/cli/pack.ts';
import { surroundingsOf } from '../../src/domain/land/surroundings.ts';
import type { Finding } from '../../src/policy/shape/finding.ts';
import { repairsOf, withRepairs } from '../../src/policy/repairs/repairs.ts';
import { dossier } from '../../src/texts/dossier/dossier.ts';
import { boundOf, figure } from '../../src/texts/dossier/printed.ts';
import { policyView } from '../../src/city/policy-view.ts';
import { building, bytes, collection, parcel, park, rectangle } from '../helpers/city.ts';

const city = collection(
  park({
    name: '=试验园',
    industries: ['模具', '五金'],
    stage: 'operating',
    firms: 40,
    smallFirms: 60,
    heldAreaM2: 20_000,
    industryShare: 0.525,
    salePriceYuanPerM2: 3038,
  }),
  parcel('A', rectangle(0, 0, 200, 200), { statedAreaM2: 40_000 }),
  parcel('B', rectangle(200, 0, 50, 200), {
    statedAreaM2: 10_000,
    landClass: { system: 'planning-guide-2023', code: '1401' },
  }),
  building('works', 'A', null, { footprintM2: 6000, storeys: 3, floorAreaM2: 18_000, floorAreaBelowM2: 0 }),
);

let zh: Report;
let en: Report;

beforeAll(async () => {
  const read = await readFiles([{ name: 'city.geojson', bytes: bytes(city) }], {});
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  const { project } = read.value;
  const pack = loadNamedPack('zhengzhou-draft');
  const uses = landUsesOf(pack);
  const index = landIndex(project, uses);
  const facts = parkFacts(project, index, project.parks[0], uses);
  const land = surroundingsOf(project, index, facts, uses);
  const context = contextOf({ zones: [], jurisdictions: [] }, pack);
  const input = {
    facts,
    findings: withRepairs(
      evaluatePark(pack, facts, context, '2026-11-22'),
      repairsOf({ pack, facts, context, date: '2026-11-22', land }),
    ),
    vertexSigmaM: 0.05,
    districtName: '新密市',
    townshipNames: ['城关镇'],
    date: '2026-11-22',
    sample: false,
    policy: policyView(pack, '2026-11-22'),
  };
  zh = dossier(input, 'zh');
  en = dossier(input, 'en');
});

const noFinding: Finding = {
  rule: 'far.minimum',
  clause: '8',
  phrase: '',
  strength: 'principle',
  outcome: 'advisory',
  measured: [],
  required: [],
  margin: null,
  missing: [],
  trace: [],
  repairs: [],
};

const rowsOf = (report: Report, title: string) =>
  report.tables.find((t) => t.title === title)!.rows.map((row) => row.map(cellText));

describe('一园一策', () => {
  it('holds the same tables in both languages, with the policy and its version', () => {
    expect(en.tables.map((t) => t.rows.length)).toEqual(zh.tables.map((t) => t.rows.length));
    expect(zh.about.join()).toMatch(/zhengzhou-draft \d/);
    expect(JSON.stringify(en.tables.map((t) => [t.title, t.head]))).not.toMatch(/[\u4e00-\u9fff]/);
  });
  it('names what is not recorded, never as 0', () => {
    const identity = Object.fromEntries(rowsOf(zh, '基本情况'));
    expect(identity).toMatchObject({ 主导产业: '模具、五金', 阶段: '建成运营', 运营主体: '资料不足' });
    expect(rowsOf(zh, '经济技术指标表').find(([name]) => name === '绿地率')?.[1]).toBe('资料不足');
    expect(rowsOf(zh, '资料缺口').length).toBeGreaterThan(3);
  });
  it('says of what contradicts itself that it does, and prints no share of it', () => {
    const gaps = rowsOf(zh, '资料缺口').map(([what]) => what);
    expect(gaps.filter((what) => what.includes('小微企业数（填报相互矛盾）'))).toHaveLength(1);
    const held = rowsOf(zh, '经济技术指标表').find(([name]) => name === '自持比例')!;
    expect(held[1]).toBe('资料不足');
    expect(held[4]).toMatch(/^填报相互矛盾：.*自持建筑面积.*建筑面积$/);
  });
  it('writes a recorded number in its unit, a share in per cent', () => {
    expect(Object.fromEntries(rowsOf(zh, '企业与运营'))).toMatchObject({
      入园企业数: '40',
      主导产业及关联产业集聚度: '52.5%',
      销售价格: '3,038 元/m²',
    });
  });
  it('puts what fails first and says why', () => {
    const [first] = rowsOf(zh, '政策对照');
    expect(['不符合', '未达原则性要求']).toContain(first[0]);
    expect(rowsOf(zh, '政策对照').find(([, rule]) => rule === '工业用地容积率')?.[3]).toContain('0.450');
  });
  it('says of every missed clause what would mend it, in the words of the page', () => {
    const missed = rowsOf(zh, '政策对照').filter(([outcome]) => outcome === '未达原则性要求');
    const repairs = rowsOf(zh, '怎样改');
    expect(missed.length).toBeGreaterThan(1);
    for (const [, rule] of missed) expect(repairs.map(([of]) => of)).toContain(rule);
    // 40 000 m² of industrial land at 1.5, of which 18 000 m² stand: the bound as the clause writes it.
    expect(repairs.find(([of]) => of === '工业用地容积率')).toEqual([
      '工业用地容积率',
      '8',
      '建筑 works 的建筑面积增加 42,000.00 m²。',
      '符合',
    ]);
    expect(zh.about).toContain('界址点坐标中误差 ±0.05 m');
  });
  it('prints no figure onto the bound it misses', () => {
    const findings = (margin: number) => [
      {
        ...noFinding,
        measured: [{ what: 'industrialPlotRatio', value: 1.5 + margin, unit: 'ratio' as const }],
        required: [{ what: 'industrialPlotRatio', op: '>=' as const, value: 1.5, unit: 'ratio' as const }],
      },
    ];
    expect(figure(1.49996, 2).text).toBe('1.50');
    expect(figure(1.49996, 2, boundOf('plotRatio', 'ratio', 1.49996, findings(-0.00004)))).toEqual({
      value: 1.49996,
      text: '1.49996',
      decimals: 5,
    });
    expect(figure(1.5, 2, boundOf('plotRatio', 'ratio', 1.5, findings(0))).text).toBe('1.50');
    const ofLand = [
      {
        ...noFinding,
        measured: [{ what: 'landArea', value: 99.999999, unit: 'mu' as const }],
        required: [{ what: 'landArea', op: '>=' as const, value: 100, unit: 'mu' as const }],
      },
    ];
    const m2 = (99.999999 * 2000) / 3;
    expect(figure(m2, 2, boundOf('landArea', 'm2', m2, ofLand)).text).toBe('66,666.666');
  });
  it('keeps boundary coordinates out', () => {
    expect(JSON.stringify(zh)).not.toMatch(/11[234]\.\d{4,}|384\d{4}/);
  });
});

describe('its files', () => {
  it('Word holds every cell as text', async () => {
    const xml = strFromU8(unzipSync(await reportDocx(zh))['word/document.xml']);
    const text = xml.replace(/<[^>]+>/g, '\u0000');
    for (const table of zh.tables)
      for (const line of table.rows.flat().flatMap((cell) => cellText(cell).split('\n')))
        if (line) expect(text).toContain(escaped(line));
  });
  it('Excel reads back as the same figures, unrounded, and text that looks like a formula stays text', async () => {
    const file = Buffer.from(await reportXlsx(zh));
    const sheet = await readSheet(file, '用地平衡表');
    expect(sheet.slice(3, 6).map((row) => row.slice(2, 4))).toEqual([
      [4, 80],
      [1, 20],
      [5, 100],
    ]);
    const xml = strFromU8(unzipSync(new Uint8Array(file))['xl/worksheets/sheet1.xml']);
    expect(xml).not.toContain('<f>');
  });
});

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
