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
import { landUsesOf } from '../../src/policy/pack.ts';
import { loadNamedPack } from '../../src/cli/pack.ts';
import { dossier } from '../../src/texts/dossier/dossier.ts';
import { policyView } from '../../src/workers/policy-view.ts';
import { building, bytes, collection, parcel, park, rectangle } from '../helpers/city.ts';

const city = collection(
  park({
    name: '=试验园',
    industries: ['模具', '五金'],
    stage: 'operating',
    firms: 40,
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
  const facts = parkFacts(project, landIndex(project, uses), project.parks[0], uses);
  const context = contextOf({ zones: [], jurisdictions: [] }, pack);
  const input = {
    facts,
    findings: evaluatePark(pack, facts, context, '2026-11-22'),
    districtName: '新密市',
    townshipNames: ['城关镇'],
    date: '2026-11-22',
    sample: false,
    policy: policyView(pack, '2026-11-22'),
  };
  zh = dossier(input, 'zh');
  en = dossier(input, 'en');
});

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
  it('keeps boundary coordinates out', () => {
    expect(JSON.stringify(zh)).not.toMatch(/11[234]\.\d{4,}|384\d{4}/);
  });
});

describe('its files', () => {
  it('Word holds every cell as text', async () => {
    const xml = strFromU8(unzipSync(await reportDocx(zh))['word/document.xml']);
    const text = xml.replace(/<[^>]+>/g, '\u0000');
    for (const table of zh.tables)
      for (const cell of table.rows.flat()) if (cellText(cell)) expect(text).toContain(escaped(cellText(cell)));
  });
  it('Excel reads back as the same figures, unrounded, and text that looks like a formula stays text', async () => {
    const file = Buffer.from(await reportXlsx(zh));
    const sheet = await readSheet(file, '用地平衡表');
    expect(sheet.slice(3, 6).map((row) => row.slice(3, 5))).toEqual([
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
