import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { City } from '../../src/city/city.ts';
import type { Judgement } from '../../src/city/judgement.ts';
import { policyView } from '../../src/city/policy-view.ts';
import { reportLand } from '../../src/city/report/report-land.ts';
import { loadNamedPack } from '../../src/cli/pack.ts';
import { boundaryPoints } from '../../src/domain/land/sheets/boundary-points.ts';
import { indicatorsOf } from '../../src/domain/land/sheets/indicators.ts';
import { MAP_SCALES, mapFrames, type MapScale } from '../../src/domain/land/sheets/map-frames.ts';
import type { PlaneRing } from '../../src/domain/land/sheets/plane-ring.ts';
import { readFiles } from '../../src/formats/index.ts';
import { cellText, type FigureCell, type Report } from '../../src/formats/report/document.ts';
import { reportDocx } from '../../src/formats/report/docx.ts';
import { textWidth, type Drawing } from '../../src/formats/report/drawing.ts';
import { blockMarks } from '../../src/formats/report/map/block-marks.ts';
import { clippedLine } from '../../src/formats/report/map/clip.ts';
import { Labels } from '../../src/formats/report/map/labels.ts';
import { mapSize, mapSizes } from '../../src/formats/report/map/layout.ts';
import { mapSheets } from '../../src/formats/report/map/map-sheets.ts';
import { massSheets } from '../../src/formats/report/mass/mass-sheet.ts';
import type { Paper } from '../../src/formats/report/paper.ts';
import { reportXlsx } from '../../src/formats/report/xlsx.ts';
import type { ReportInput } from '../../src/texts/dossier/input.ts';
import { mapWords } from '../../src/texts/dossier/map-words.ts';
import { parkReport } from '../../src/texts/dossier/park-report.ts';
import { REPORT_PARTS, usualOptions } from '../../src/texts/dossier/parts.ts';
import { building, bytes, collection, parcel, park, rectangle } from '../helpers/city.ts';

const DATE = '2026-11-22';
/** 200 × 200 m and 50 × 200 m beside each other, with a building and its units, and a stranger to the east. */
const file = collection(
  park({
    name: '试验园',
    leases: [
      { id: 'L1', buildingId: 'works', unitId: '101', floorAreaM2: 600, startOn: '2026-01-01', rentYuanPerM2Month: 14.5, sublet: false }, // prettier-ignore
      { id: 'L2', buildingId: 'works', unitId: '102', endOn: '2027-01-31' },
      { id: 'L3' },
    ],
  }),
  parcel('A', rectangle(0, 0, 200, 200), {
    landClass: { system: 'planning-guide-2023', code: '100101' },
    conditions: { far: { min: 1.5, max: 2.5 }, density: { min: 0.1 }, heightM: { max: 24 }, green: { max: 0.2 } },
  }),
  parcel('B', rectangle(200, 0, 50, 200), { landClass: { system: 'planning-guide-2023', code: '1401' } }),
  parcel('C', rectangle(260, 0, 50, 200), { parkId: undefined }),
  building('works', 'A', rectangle(20, 20, 60, 100), {
    use: 'production',
    storeys: 3,
    storeyHeightM: 4.5,
    existing: false,
    units: [
      { id: '101', storey: 1, floorAreaM2: 520.5, held: true },
      { id: '201', floorAreaM2: 1479.5, held: false, soldOn: '2026-02-03', buyerType: 'individual' },
    ],
  }),
);

let city: City;
let judgement: Judgement;

beforeAll(async () => {
  const read = await readFiles([{ name: 'city.geojson', bytes: bytes(file) }], {});
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  city = City.open(read.value.project)!;
  judgement = city.judge({ pack: loadNamedPack('zhengzhou-draft'), date: DATE });
});

function landOn(paper: Paper, scale: MapScale | null) {
  const { sheet, conditions } = reportLand(city, judgement, city.parks[0], { ...mapSizes(paper), scale });
  if (!sheet?.ok) throw new Error('there is land to draw');
  return { sheet: sheet.value, conditions };
}

function inputOn(paper: Paper, scale: MapScale | null, more: Partial<ReportInput> = {}) {
  const key = city.parks[0];
  const { pack } = judgement.law;
  return {
    facts: judgement.facts(key),
    findings: judgement.findings(key),
    ...judgement.places(key),
    date: DATE,
    sample: true,
    policy: policyView(pack, DATE),
    source: ['city.geojson'],
    schemes: [],
    ...landOn(paper, scale),
    ...more,
  };
}

const reportOn = (
  paper: Paper,
  scale: MapScale | null,
  language: 'zh' | 'en' = 'zh',
  more: Partial<ReportInput> = {},
): Report => parkReport(inputOn(paper, scale, more), { parts: REPORT_PARTS, paper, scale }, language);

const rowsOf = (report: Report, title: string) => report.tables.find((table) => table.title === title)!.rows;

describe('its tables', () => {
  it('say which scenario the land is of, and when and why one was taken', () => {
    const about = (more: Partial<ReportInput>) =>
      rowsOf(reportOn(usualOptions.paper, null, 'zh', more), '编制说明').find(([name]) => name === '方案')?.[1];
    expect(about({})).toBeUndefined();
    expect(about({ scenario: { inHand: '方案一' } })).toBe('这是“方案一”，没有采用');
    const taken = { taken: '方案二', on: '2026-11-21', reason: '少拆一栋' };
    expect(about({ scenario: taken })).toBe('采用“方案二”（2026-11-21）：少拆一栋');
  });

  it('hold every part in both languages, no Chinese in English heads', () => {
    const [zh, en] = [reportOn(usualOptions.paper, null), reportOn(usualOptions.paper, null, 'en')];
    expect(en.tables.map(({ rows, head }) => [rows.length, head.length])).toEqual(
      zh.tables.map(({ rows, head }) => [rows.length, head.length]),
    );
    expect(zh.tables).toHaveLength(REPORT_PARTS.length - 1); // without schemes and the map; findings are two
    expect(JSON.stringify(en.tables.map(({ title, head }) => [title, head]))).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it('have below their columns the figures of the park, or nothing where the rows come to another', () => {
    const tables = (more: Partial<ReportInput> = {}) => reportOn(usualOptions.paper, null, 'zh', more).tables;
    const named = (title: string, more?: Partial<ReportInput>) => tables(more).find((own) => own.title === title)!;
    const { facts } = inputOn(usualOptions.paper, null);
    const area = indicatorsOf(facts).find(({ what }) => what === 'landArea')!.value;
    const total = named('宗地').total!;
    expect((total[4] as FigureCell).value).toBe(area.state === 'value' && area.value);
    // Ground that two parcels share counts once: no sum of the rows.
    const { landArea } = facts.figures;
    if (landArea.state !== 'value') throw new Error('there is an area');
    const less = { ...landArea, value: { ...landArea.value, value: landArea.value.value - 10 } };
    expect(named('宗地', { facts: { ...facts, figures: { ...facts.figures, landArea: less } } }).total).toBeUndefined();
    // 规划 stands in a column of its own, where records say it.
    expect(named('建筑').head).toContain('现状或规划');
    expect(named('建筑').rows.map((row) => row.slice(3, 6).map(cellText))).toEqual([['规划', '3', '13.50']]);
  });

  it('tell a code of land once where all land is of one classification, and both where not', () => {
    const { facts } = inputOn(usualOptions.paper, null);
    const own = (more: Partial<ReportInput> = {}) => reportOn(usualOptions.paper, null, 'zh', more).tables.find(({ title }) => title === '用地平衡表')!; // prettier-ignore
    expect(own().head).toEqual(['国土空间分类代码', '用地名称', '面积（公顷）', '占比（%）']);
    expect(own().total).toHaveLength(4);
    const [first, ...others] = facts.parcels;
    const surveyed = {
      ...first,
      parcel: { ...first.parcel, landClass: { system: 'gb50137-2011', code: 'M1' } as const },
    };
    const mixed = own({ facts: { ...facts, parcels: [surveyed, ...others] } });
    expect(mixed.head.slice(0, 2)).toEqual(['代码', '国土空间分类']);
    expect(mixed.rows.map((row) => row.slice(0, 2))).toContainEqual(['M1', '100101']);
    expect(mixed.total).toHaveLength(5);
  });

  it('say in a line that they are empty, of bare land too', () => {
    for (const language of ['zh', 'en'] as const) {
      const { facts } = inputOn(usualOptions.paper, null);
      const bare = { facts: { ...facts, parcels: [], buildings: [] } };
      const empty = reportOn(usualOptions.paper, null, language, bare).tables.filter(({ rows }) => rows.length === 0);
      expect(empty.map(({ title }) => title)).toEqual(expect.arrayContaining(language === 'zh' ? ['宗地', '建筑', '单元表'] : ['Parcels', 'Buildings', 'Units'])); // prettier-ignore
      for (const { title, notes } of empty) expect([title, notes.length]).toEqual([title, 1]);
    }
  });

  it('hold the conditions of a parcel against what that parcel reaches by itself', () => {
    const rows = rowsOf(reportOn(usualOptions.paper, null), '规划条件对照').map((row) => row.map(cellText));
    // 60 × 100 m on three storeys over 200 × 200 m; the green of a park is of none of its parcels.
    expect(rows.map((row) => row.slice(0, 6))).toEqual([
      ['A', '容积率', '≥1.5且≤2.5', '0.450', '', '−1.050'],
      ['A', '建筑密度', '≥10%', '15.00', '%', '+5.00'],
      ['A', '绿地率', '≤20%', '资料不足', '%', ''],
      ['A', '建筑高度', '≤24 m', '13.50', 'm', '+10.50'],
    ]);
  });

  it('list units with their areas and leases with their terms, and not who bought', () => {
    const report = reportOn(usualOptions.paper, null);
    const table = report.tables.find(({ title }) => title === '单元表')!;
    expect(table.rows.map((row) => row.map(cellText))).toEqual([
      ['works', '101', '1', '520.50', '生产', '自持', '出租，面积合计超出单元 79.50 m²', '600.00'],
      ['works', '201', '未填', '1,479.50', '生产', '可售', '未填', ''],
    ]);
    expect((table.total![3] as FigureCell).value).toBe(2000);
    expect((table.total!.at(-1) as FigureCell).value).toBe(600);
    expect(table.notes.at(-1)).toContain('有 2 份租约没有写单元，或所写的单元已不存在');
    expect(rowsOf(report, '租约')[0].map(cellText)).toContain('14.50');
    expect(rowsOf(report, '租约').map((row) => cellText(row[1]))).toEqual([
      'works 101（租赁面积超出单元 79.50 m²）',
      'works 102（现有建筑中没有这个单元）',
      '未填',
    ]);
    expect(/individual|2026-02-03/.test(JSON.stringify(report))).toBe(false);
  });

  it('holds schemes side by side, each as it is judged, and marks what is not the same in them', () => {
    const facts = judgement.facts(city.parks[0]);
    const findings = judgement.findings(city.parks[0]);
    const indicators = indicatorsOf(facts);
    const [first] = findings;
    const outcome = first.outcome === 'pass' ? ('fail' as const) : ('pass' as const);
    const fuller = indicators.map((row) =>
      row.what === 'plotRatio' && row.value.state === 'value'
        ? { ...row, value: { ...row.value, value: 1.4996 } }
        : row,
    );
    const schemes = [
      { name: '方案一', indicators, findings },
      { name: '方案二', indicators: fuller, findings: [{ ...first, outcome }, ...findings.slice(1)] },
    ];
    const report = reportOn(usualOptions.paper, null, 'zh', { schemes });
    const table = report.tables.find(({ title }) => title === '方案对照')!;
    expect(table.head).toEqual(['项目', '单位', '方案一', '方案二', '不同']);
    const rows = table.rows.map((row) => row.map(cellText));
    // The indicators of a scheme are written as the report of the park writes them.
    const own = rowsOf(report, '经济技术指标表').map((row) => row.map(cellText));
    expect(rows.slice(0, own.length).map(([name, , figure]) => [name, figure])).toEqual(
      own.map(([name, figure]) => [name, figure]),
    );
    expect(rows.filter((row) => row[4] === '不同')).toHaveLength(2);
    expect(rows.find(([name]) => name === '容积率')![4]).toBe('不同');
    // Verdicts that are the same in both are counted.
    expect(rows).toHaveLength(own.length + 1);
    expect(table.notes).toEqual([`其余 ${findings.length - 1} 条的结论各方案相同。`]);
    const [one] = schemes;
    const alike = reportOn(usualOptions.paper, null, 'zh', { schemes: [one, { ...one, name: '方案二' }] });
    const told = alike.tables.find(({ title }) => title === '方案对照')!;
    expect(told.notes).toEqual([`全部 ${findings.length} 条的结论各方案相同。`]);
    expect(reportOn(usualOptions.paper, null).tables.some(({ title }) => title === '方案对照')).toBe(false);
  });

  it('write no figure as the planning condition that it misses', () => {
    const { conditions } = landOn(usualOptions.paper, null);
    const facts = judgement.facts(city.parks[0]);
    const ratio = indicatorsOf(facts).find(({ what }) => what === 'plotRatio')!.value;
    if (ratio.state !== 'value') throw new Error('there is a plot ratio');
    const bounds = { min: ratio.value + 4e-4 };
    const far = conditions.find(({ what }) => what === 'far')!;
    const shared = facts.parcels.map(({ parcel }) => ({ ...far, parcel: parcel.id, bounds }));
    const report = reportOn(usualOptions.paper, null, 'zh', { conditions: shared });
    const row = rowsOf(report, '经济技术指标表').find(([name]) => name === '容积率')!;
    expect(Number(cellText(row[1]))).toBeLessThan(bounds.min);
    expect(cellText(row[6])).toMatch(/^−0\.000\d/);
  });

  it('says where a policy has no rules', () => {
    const report = reportOn(usualOptions.paper, null, 'zh', { findings: [] });
    expect(report.tables.find(({ title }) => title === '政策对照')!.notes).toHaveLength(1);
  });

  it('says that a designer decides where buildings are planned', () => {
    expect(JSON.stringify(rowsOf(reportOn(usualOptions.paper, null), '编制说明'))).toContain('最终由设计单位确定');
  });

  it('give boundary points whose area and edges, reckoned from the table, are those of the parcel', () => {
    const { parcels } = judgement.facts(city.parks[0]);
    let id = '';
    const points = new Map<string, FigureCell[][]>();
    for (const row of rowsOf(reportOn(usualOptions.paper, null), '界址点坐标表')) {
      id = (row[0] as string) || id;
      points.set(id, [...(points.get(id) ?? []), row.slice(3, 6) as FigureCell[]]);
    }
    for (const { parcel: own, planeM2, perimeterM } of parcels) {
      const table = points.get(own.id)!;
      const [x, y] = [0, 1].map((axis) => table.map((row) => Number(row[axis].text)));
      const twice = x.reduce((sum, _, n) => (n === 0 ? 0 : sum + (x[n - 1] * y[n] - x[n] * y[n - 1])), 0);
      // What is written to a millimetre is off by half of it along the boundary at most.
      expect(Math.abs(twice) / 2).toBeCloseTo(planeM2!, 0);
      const edges = table.slice(0, -1).reduce((sum, row) => sum + Number(row[2].text), 0);
      expect(edges).toBeCloseTo(perimeterM!, 2);
    }
  });
});

describe('boundary points', () => {
  const ring = fc
    .uniqueArray(fc.integer({ min: 0, max: 359 }), { minLength: 3, maxLength: 12 })
    .map((turns): PlaneRing => {
      const points = turns
        .sort((a, b) => a - b)
        .map((turn) => [Math.cos((turn * Math.PI) / 180) * 100, Math.sin((turn * Math.PI) / 180) * 100] as const);
      return [...points, points[0]];
    });

  it('run clockwise from the north-west whichever way the ring came and wherever it began', () => {
    fc.assert(
      fc.property(ring, fc.boolean(), fc.nat(11), (own, isTurned, by) => {
        const open = own.slice(0, -1);
        const first = by % open.length;
        const rolled = [...open.slice(first), ...open.slice(0, first)];
        const came = isTurned ? rolled.toReversed() : rolled;
        const [given] = boundaryPoints([{ id: 'A', parts: [[[...came, came[0]]]] }])[0].rings;
        expect(given.map(({ number }) => number)).toEqual(open.map((_, n) => n + 1));
        const most = Math.max(...open.map(([east, north]) => north - east));
        expect(given[0].north - given[0].east).toBeCloseTo(most, 9);
        const turn = given.reduce((sum, at, n) => {
          const next = given[(n + 1) % given.length];
          return sum + at.east * next.north - next.east * at.north;
        }, 0);
        expect(turn).toBeLessThan(1e-6);
      }),
    );
  });

  it('have one number where parcels have a corner in common', () => {
    const box = (west: number): PlaneRing => [[west, 0], [west + 10, 0], [west + 10, 10], [west, 10], [west, 0]]; // prettier-ignore
    const [a, b] = boundaryPoints([
      { id: 'A', parts: [[box(0)]] },
      { id: 'B', parts: [[box(10)]] },
    ]).map(({ rings }) => rings[0].map(({ number }) => number));
    expect(a).toEqual([1, 2, 3, 4]);
    expect(b).toEqual([2, 5, 6, 3]);
  });
});

/** Crossings of a ray to the east. */
const isInRing = ([x, y]: readonly [number, number], ring: readonly (readonly [number, number])[]): boolean =>
  ring.filter(([ax, ay], n) => {
    const [bx, by] = ring[(n + 1) % ring.length];
    return ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax);
  }).length %
    2 ===
  1;

/** Extent of the heavy border lines, mm: those of the park. */
function bordersOf({ marks }: Drawing) {
  const lines = marks.flatMap((mark) => (mark.is === 'lines' && mark.line.mm === 0.4 ? mark.lines.flat() : []));
  const span = (axis: 0 | 1) => Math.max(...lines.map((at) => at[axis])) - Math.min(...lines.map((at) => at[axis]));
  return [span(0), span(1)];
}

describe('its map sheets', () => {
  const papers: readonly Paper[] = [
    { size: 'A4', isLying: false },
    { size: 'A4', isLying: true },
    { size: 'A3', isLying: false },
    { size: 'A3', isLying: true },
  ];

  it.each(MAP_SCALES.filter((scale) => scale >= 2000))('draw 250 m as 250 m at 1:%i', (scale) => {
    for (const paper of papers) {
      const { sheets } = reportOn(paper, scale);
      expect(sheets).toHaveLength(2); // and 体量示意图
      const [width, height] = bordersOf(sheets[0]);
      // The park is drawn turned by nothing: degrees of the file are kept to 0.1 mm of ground.
      expect(width).toBeCloseTo(250_000 / scale, 2);
      expect(height).toBeCloseTo(200_000 / scale, 2);
    }
  });

  it('propose the largest scale that has room, and take several sheets with an index where another is asked', () => {
    expect(landOn(papers[0], null).sheet.scale).toBe(2000);
    expect(landOn(papers[3], null).sheet.scale).toBe(1000);
    const { sheets } = reportOn(papers[0], 500);
    const { frames } = landOn(papers[0], 500).sheet;
    expect(frames.length).toBeGreaterThan(1);
    expect(sheets).toHaveLength(2 + frames.length);
    expect(sheets[0].title).toContain('接合图');
  });

  it('leave out those without land of the park, and count the others', () => {
    const input = inputOn(papers[0], 500);
    const { sheet } = landOn(papers[0], 500);
    const one = { ...sheet, parcels: sheet.parcels.slice(-1) };
    const land = one.parcels[0].parts.flat(2);
    const [east, north] = [0, 1].map((axis) => [Math.min(...land.map((at) => at[axis])), Math.max(...land.map((at) => at[axis]))]); // prettier-ignore
    const across = (mm: number) => (mm * sheet.scale) / 1000;
    // The parcel is a rectangle along the grid: told by its sides.
    const shown = sheet.frames.filter((frame) => {
      const [right, bottom] = [frame.west + across(sheet.size.width), frame.north - across(sheet.size.height)];
      return frame.west < east[1] && right > east[0] && frame.north > north[0] && bottom < north[1];
    });
    expect(shown.length).toBeGreaterThan(1);
    expect(shown.length).toBeLessThan(sheet.frames.length);
    const titles = mapSheets(one, [], papers[0], mapWords(sheet, input, 'zh')).map(({ title }) => title);
    expect(titles).toHaveLength(1 + shown.length);
    expect(titles.at(-1)).toContain(`第 ${shown.length} 幅，共 ${shown.length} 幅`);
  });

  it('lie on a paper that stands where the park is larger so, or on fewer sheets, in Word too', async () => {
    for (const paper of papers)
      for (const scale of MAP_SCALES) {
        const { frames } = landOn(paper, scale).sheet;
        const turned = landOn({ ...paper, isLying: !paper.isLying }, scale).sheet;
        expect(frames.length).toBe(turned.frames.length);
      }
    const report = reportOn(papers[2], null);
    expect(landOn(papers[2], null).sheet.scale).toBe(1000);
    expect(landOn(papers[2], 2000).sheet.size).toEqual(mapSize(papers[2]));
    for (const { width, height } of report.sheets) expect([width, height]).toEqual([400, 273]);
    const xml = strFromU8(unzipSync(await reportDocx(report))['word/document.xml']);
    expect(xml.match(/w:orient="[a-z]+"/g)).toEqual([
      'w:orient="portrait"',
      'w:orient="landscape"',
      'w:orient="landscape"',
    ]);
  });

  it('end with the park seen from aslant, its heights on its roofs and no scale', () => {
    for (const language of ['zh', 'en'] as const) {
      const sheet = reportOn(papers[0], null, language).sheets.at(-1)!;
      const said = sheet.marks.flatMap((mark) => (mark.is === 'text' ? [mark.text] : []));
      expect(sheet.title).toContain(language === 'zh' ? '体量示意图' : 'mass');
      expect(said).toContain(language === 'zh' ? '北' : 'N');
      expect(said.some((text) => /不作量测|no scale/.test(text))).toBe(true);
      expect(said.some((text) => / 层 · | fl\. · /.test(text))).toBe(true);
    }
  });

  it('keep everything on the paper', () => {
    for (const paper of papers)
      for (const scale of [500, 5000] as const)
        for (const { width, height, marks } of reportOn(paper, scale).sheets)
          for (const mark of marks) {
            const points = mark.is === 'area' ? mark.rings.flat() : mark.is === 'lines' ? mark.lines.flat() : [mark.at];
            for (const [x, y] of points) {
              expect(x).toBeGreaterThan(-1e-6);
              expect(y).toBeGreaterThan(-1e-6);
              expect(x).toBeLessThan(width + 1e-6);
              expect(y).toBeLessThan(height + 1e-6);
            }
          }
  });

  it('show all of a park, whatever its size, or refuse and say what would do', () => {
    const side = fc.double({ min: 1, max: 9000, noNaN: true });
    fc.assert(
      fc.property(side, side, fc.constantFrom(...MAP_SCALES), (wide, high, scale) => {
        const size = mapSize(papers[0]);
        const box = { west: 500_000, east: 500_000 + wide, south: 3_800_000, north: 3_800_000 + high };
        const framed = mapFrames(box, size, scale);
        if (!framed.ok) {
          const fits = Number(framed.refusal.params.fits);
          if (fits > 0) expect(mapFrames(box, size, fits as MapScale).ok).toBe(true);
          return;
        }
        const { frames } = framed.value;
        const across = (mm: number) => (mm * scale) / 1000;
        const east = Math.max(...frames.map(({ west }) => west + across(size.width)));
        const south = Math.min(...frames.map(({ north }) => north - across(size.height)));
        expect(Math.min(...frames.map(({ west }) => west))).toBeLessThanOrEqual(box.west);
        expect(Math.max(...frames.map(({ north }) => north))).toBeGreaterThanOrEqual(box.north);
        expect(east).toBeGreaterThanOrEqual(box.east);
        expect(south).toBeLessThanOrEqual(box.south);
      }),
    );
  });

  it('name boundary points beside the borders: none is struck by one', () => {
    for (const paper of papers)
      for (const { marks } of reportOn(paper, 1000).sheets.slice(0, -1)) {
        const borders = marks.flatMap((mark) => (mark.is === 'lines' && mark.line.mm === 0.4 ? mark.lines : []));
        for (const mark of marks) {
          if (mark.is !== 'text' || !/^J\d+$/.test(mark.text)) continue;
          const [width, height] = [textWidth(mark.text, mark.mm), mark.mm];
          const moved = borders.map((line) =>
            line.map(([x, y]) => [x - mark.at[0] + width / 2, y - mark.at[1] + height / 2] as const),
          );
          expect(moved.flatMap((line) => clippedLine(line, { width, height }))).toEqual([]);
        }
      }
  });

  it('name in the legend what is seen and nothing else', () => {
    const words = (drawing: Drawing) => drawing.marks.flatMap((mark) => (mark.is === 'text' ? [mark.text] : []));
    const [sheet] = reportOn(papers[0], null).sheets;
    expect(words(sheet)).toEqual(
      expect.arrayContaining([
        '一类工业用地',
        '公园绿地',
        '建筑（楼号、层数）',
        '周边宗地',
        '1:2 000',
        'J1',
        'A',
        'B',
        '3F',
      ]),
    );
    expect(words(sheet)).not.toContain('分园编号');
  });

  it('cut nothing of what a sheet rests on or of its legend, on the narrowest paper in the longer language', () => {
    for (const language of ['zh', 'en'] as const) {
      const [sheet] = reportOn({ size: 'A4', isLying: false }, 2000, language).sheets;
      const texts = sheet.marks.flatMap((mark) => (mark.is === 'text' ? [mark] : []));
      expect(texts.filter(({ text }) => text.includes('…'))).toEqual([]);
      for (const { align, at, text, mm } of texts)
        if (align === 'left') expect(at[0] + textWidth(text, mm)).toBeLessThanOrEqual(sheet.width);
    }
  });

  it('write on a roof what it has room for, and nothing that stands out beside it', () => {
    const parcels = [{ id: 'A', landClass: null, rgb: null, parts: [[[[0, 0], [100, 0], [100, 100], [0, 100], [0, 0]]]] }] as const; // prettier-ignore
    const box = (west: number, width: number): PlaneRing => [[west, 10], [west + width, 10], [west + width, 90], [west, 90], [west, 10]]; // prettier-ignore
    const mass = { heightM: 9, slabs: [{ fromM: 0, toM: 9, isTwice: false }], isHigh: false, assumed: null };
    const buildings = [[5, 60], [70, 8], [85, 1]].map(([west, width], n) => ({ id: `${n + 1}#`, storeys: 1, mass, parts: [[box(west, width)]] })); // prettier-ignore
    const words = { title: '', about: '', sample: '', north: '', unscaled: '', roofOf: ({ id }: { id: string }) => [`${id} 1 层 · 9.0 m`] }; // prettier-ignore
    const [{ marks }] = massSheets({ parcels, buildings: buildings as never }, [papers[0]], words);
    const said = marks.flatMap((mark) => (mark.is === 'text' && /^\d#/.test(mark.text) ? [mark] : []));
    expect(said.map(({ text }) => text).toSorted()).toEqual(['1# 1 层 · 9.0 m', '2#']);
    const roofs = marks.flatMap((mark) => (mark.is === 'area' && mark.fill === '#F4F3EF' ? mark.rings : []));
    for (const { at, text, mm } of said)
      for (const side of [-1, 1])
        expect(roofs.some((ring) => isInRing([at[0] + (side * textWidth(text, mm)) / 2.001, at[1]], ring))).toBe(true);
  });

  it('have room in the legend for fourteen keys, and count what is more', () => {
    const keys = (count: number) =>
      Array.from({ length: count }, (_, n) => ({
        name: `类${n}`,
        sign: { is: 'circle', fill: '#000000', radius: 1 } as const,
      }));
    const input = inputOn(papers[0], null);
    const { sheet } = landOn(papers[0], null);
    const said = (count: number) =>
      blockMarks(190, { frame: sheet.frames[0], size: sheet.size }, keys(count), mapWords(sheet, input, 'zh'))
        .flatMap((mark) => (mark.is === 'text' ? [mark] : []))
        .filter(({ text }) => /^类|^… /.test(text));
    for (const count of [1, 10, 11, 14]) expect(said(count).map(({ text }) => text)).toEqual(keys(count).map(({ name }) => name)); // prettier-ignore
    expect(said(17).map(({ text }) => text).slice(-2)).toEqual(['类12', '… +4']); // prettier-ignore
    const rows = said(14).map(({ at }) => at[1]);
    expect(Math.max(...rows)).toBeLessThan(31);
  });

  it('have one key for classes of one colour where their names have room, else a key for each', () => {
    const input = inputOn(papers[0], null);
    const { sheet } = landOn(papers[0], null);
    const sign = { is: 'area', fill: '#C0A080', line: { colour: '#000000', mm: 0.1 } } as const;
    const said = (...names: readonly string[]) =>
      blockMarks(190, { frame: sheet.frames[0], size: sheet.size }, names.map((name) => ({ name, sign })), mapWords(sheet, input, 'en'))
        .flatMap((mark) => (mark.is === 'text' && /industry/.test(mark.text) ? [mark.text] : [])); // prettier-ignore
    expect(said('class 1 industry', 'class 2 industry')).toEqual(['class 1 industry / class 2 industry']);
    const all = ['class 1 industry', 'class 2 industry', 'class 3 industry'];
    expect(said(...all)).toEqual(all);
  });

  it('keep the circle of a site within the frame and off what stands there', () => {
    const size = { width: 60, height: 40 };
    for (const at of [
      [30, 20],
      [1, 1],
      [59, 39],
      [30, 0.5],
    ] as const)
      // prettier-ignore
      for (const isFull of [false, true]) {
        const labels = new Labels(size);
        if (isFull) labels.keepFree(0, 0, 60, 40);
        const [x, y] = labels.circleNear(at, 5, 2.3);
        expect(Math.min(x, y, size.width - x, size.height - y)).toBeGreaterThan(2.3);
      }
    const labels = new Labels(size);
    expect(labels.circleNear([30, 20], 5, 2.3)).toEqual([30, 15]);
    expect(labels.circleNear([30, 20], 5, 2.3)).toEqual([30, 28]);
  });
});

/** All numbers of what the page is given, whatever it is. */
function numbersIn(value: unknown, found = new Set<number>()): Set<number> {
  if (typeof value === 'number') found.add(value);
  else if (value instanceof Map || value instanceof Set) numbersIn([...value], found);
  else if (typeof value === 'object' && value !== null) for (const own of Object.values(value)) numbersIn(own, found);
  return found;
}

describe('its figures', () => {
  it('are those the page is given, in m², 亩, 公顷 or per cent, and written to half of their last digit', () => {
    const input = inputOn(usualOptions.paper, null);
    const report = parkReport(input, { ...usualOptions, parts: REPORT_PARTS.filter((part) => part !== 'points') }, 'zh'); // prettier-ignore
    const given = [...numbersIn([input.facts, input.findings, indicatorsOf(input.facts)])];
    const inUnits = given.flatMap((own) => [own, own * 100, (own * 3) / 2000, own / 10_000]);
    const isGiven = (value: number, most: number) => inUnits.some((own) => Math.abs(own - value) <= most);
    let seen = 0;
    for (const { title, rows, total } of report.tables)
      for (const cell of [...rows, ...(total ? [total] : [])].flat()) {
        if (typeof cell === 'string') continue;
        seen++;
        const half = 0.5 * 10 ** -cell.decimals + 1e-9;
        const written = Number(cell.text.replaceAll(',', '').replace('−', '-').replace('+', ''));
        expect([title, cell, Math.abs(written - cell.value) <= half]).toEqual([title, cell, true]);
        // Margins and shares of the land are reckoned, units are added up: each in its own test. Hectares are rounded as they are written.
        const isReckoned = title === '规划条件对照' || cell.text.startsWith('−') || (title === '单元表' && total?.includes(cell)); // prettier-ignore
        const isBalance = title === '用地平衡表';
        if (isReckoned || (isBalance && cell.decimals === 2)) continue;
        const most = isBalance ? half : 1e-9 * Math.max(1, Math.abs(cell.value));
        expect([title, cell, isGiven(cell.value, most)]).toEqual([title, cell, true]);
      }
    expect(seen).toBeGreaterThan(40);
  });

  it('are the same in Excel, unrounded, and in Word as they are written, cell by cell', async () => {
    const report = reportOn(usualOptions.paper, null);
    const book = Buffer.from(await reportXlsx(report));
    const xml = strFromU8(unzipSync(await reportDocx(report))['word/document.xml']);
    const inWord = [...xml.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) =>
      [...cell.matchAll(/<w:p>.*?<\/w:p>|<w:p .*?<\/w:p>/gs)]
        .map(([line]) =>
          [...line.matchAll(/<w:t[ >][^<]*<\/w:t>/g)].map(([text]) => text.replace(/<[^>]*>/g, '')).join(''),
        ) // prettier-ignore
        .join('\n'),
    );
    const filled = report.tables.filter(({ rows }) => rows.length > 0);
    const all = filled.flatMap(({ head, rows, total }) => [head, ...rows, ...(total ? [total] : [])].flat());
    const plain = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&'); // prettier-ignore
    expect(inWord.map(plain)).toEqual(all.map(cellText));
    let figures = 0;
    for (const { title, rows, total } of filled) {
      const sheet = await readSheet(book, title);
      // Title, what it rests on and the head stand above.
      for (const [n, row] of [...rows, ...(total ? [total] : [])].entries())
        for (const [column, cell] of row.entries())
          if (typeof cell === 'object') {
            figures++;
            expect([title, n, column, sheet[n + 3][column]]).toEqual([title, n, column, cell.value]);
          }
    }
    expect(figures).toBeGreaterThan(60);
  });
});

describe('its files', () => {
  it('Word has a page for each sheet, shapes true to scale; Excel a sheet for each table', async () => {
    const paper = { size: 'A3', isLying: true } as const;
    const report = reportOn(paper, 500);
    const parts = unzipSync(await reportDocx(report));
    const xml = strFromU8(parts['word/document.xml']);
    // ECMA-376 asks for a paragraph in every foot.
    const feet = Object.keys(parts).filter((name) => name.startsWith('word/footer'));
    expect(feet.map((name) => /<w:p[ />]/.test(strFromU8(parts[name])))).toEqual(feet.map(() => true));
    expect(feet.length).toBeGreaterThan(1);
    expect(xml.match(/<wp:inline/g)).toHaveLength(report.sheets.length);
    expect(xml).toContain(`<wp:extent cx="${400 * 36_000}" cy="${273 * 36_000}"/>`);
    expect(xml).not.toContain('undefined');
    const book = Buffer.from(await reportXlsx(report));
    const sheet = await readSheet(book, '界址点坐标表');
    expect(sheet[3].slice(0, 3)).toEqual(['A', '1', 'J1']);
    expect(sheet[3][3]).toBeCloseTo(landOn(paper, 500).sheet.parcels[0].parts[0][0][3][1], 3);
    // What is empty is a line below the table before it, and no sheet.
    const empty = report.tables.filter(({ rows }) => rows.length === 0);
    expect(empty.length).toBeGreaterThan(0);
    for (const { title } of empty) await expect(readSheet(book, title)).rejects.toThrow();
    const names = strFromU8(unzipSync(book)['xl/workbook.xml']).match(/<sheet [^>]*name="[^"]+"/g)!;
    expect(names).toHaveLength(report.tables.length - empty.length);
    expect(xml.match(/<w:tbl>/g)).toHaveLength(report.tables.length - empty.length);
  });

  it('Excel lays a sheet whose columns have no room on a standing paper, and cuts none of them in two', async () => {
    for (const language of ['zh', 'en'] as const) {
      const report = reportOn({ size: 'A4', isLying: false }, null, language);
      const parts = unzipSync(await reportXlsx(report));
      const sheets = Object.keys(parts).filter((name) => /worksheets\/sheet\d+\.xml$/.test(name)).map((name) => strFromU8(parts[name])); // prettier-ignore
      expect(sheets.filter((xml) => xml.includes('<colBreaks'))).toEqual([]);
      expect(sheets.filter((xml) => xml.includes('orientation="landscape"')).length).toBeGreaterThan(0);
      expect(sheets.filter((xml) => xml.includes('orientation="portrait"')).length).toBeGreaterThan(3);
    }
  });
});
