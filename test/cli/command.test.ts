import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { yuantu } from '../helpers/command.ts';
import { bytes, collection, parcel, park, rectangle, ring } from '../helpers/city.ts';

let folder = '';
beforeAll(() => void (folder = mkdtempSync(path.join(tmpdir(), 'yuantu-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const put = (name: string, content: string | Uint8Array): string => {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
};

/** V1 and V2 of the land-survey vectors: north, east in 3° zone 38. */
const vectors = `[属性描述]
坐标系=2000国家大地坐标系
几度分带=3
投影类型=高斯克吕格
计量单位=米
带号=38
精度=0.001
转换参数=,,,,,,
[地块坐标]
4,6.6675,V1,巩义,面,,,,@
J1,1,3847300.000,38406600.000
J2,1,3847550.000,38406600.000
J3,1,3847550.000,38406866.700
J4,1,3847300.000,38406866.700
J1,1,3847300.000,38406600.000
5,8.4700,V2,中心,面,,,,@
J1,1,3846900.000,38467900.000
J2,1,3847200.000,38467920.000
J3,1,3847220.000,38468150.000
J4,1,3847050.000,38468210.000
J5,1,3846890.000,38468140.000
J1,1,3846900.000,38467900.000
`;

describe('yuantu figures', () => {
  it('gives the published areas of V1 and V2 to 0.01 m²', async () => {
    const { code, out } = await yuantu('figures', put('vectors.txt', vectors), '--json');
    expect(code).toBe(0);
    const document = JSON.parse(out);
    expect(document.crs).toEqual({ code: 'EPSG:4526', how: 'declared' });
    const [v1, v2] = document.parcels;
    expect(Math.abs(v1.area.planeM2 - 66_675)).toBeLessThan(0.005);
    expect(Math.abs(v1.area.ellipsoidM2 - 66_660.71)).toBeLessThan(0.01);
    expect(Math.abs(v2.area.planeM2 - 84_700)).toBeLessThan(0.005);
    expect(Math.abs(v2.area.ellipsoidM2 - 84_697.87)).toBeLessThan(0.01);
    expect(v1).toMatchObject({ id: 'V1', name: '巩义', parts: 1, holes: 0, valid: true, problems: [] });
    expect(v1.area).toMatchObject({ planeCrs: 'EPSG:4526', statedM2: 66_675, basis: 'registered' });
    expect(v1.area.mu).toBeCloseTo(100.0125, 9);
  });

  it('reads several files as one layer, every parcel with its file, and names each that cannot be read', async () => {
    const plot = (n: number) =>
      vectors
        .split('\n')
        .slice(0, 9)
        .concat(vectors.split('\n').slice(n, n + 6))
        .join('\n');
    const [a, b] = [put('甲.txt', plot(9)), put('乙.txt', plot(15).replace('V2', 'V1'))];
    const { code, out } = await yuantu('figures', a, b, '--json');
    expect(code).toBe(0);
    const document = JSON.parse(out);
    expect(document.files.map(({ file }: { file: string }) => file)).toEqual([a, b]);
    const row = (p: { id: string; file: string; area: { planeM2: number } }) => [
      p.id,
      p.file,
      p.area.planeM2.toFixed(2),
    ];
    expect(document.parcels.map(row)).toEqual([
      ['甲-V1', a, '66675.00'],
      ['乙-V1', b, '84700.00'],
    ]);
    expect((await yuantu('figures', a, b)).out).toMatch(/乙-V1\t84700\.00.*乙\.txt/);
    // Together they become one file, whose parcels still say where they came from.
    const all = path.join(folder, 'all.geojson');
    expect((await yuantu('convert', a, b, all)).code).toBe(0);
    const written: { properties: Record<string, string> }[] = JSON.parse(readFileSync(all, 'utf8')).features;
    expect(written.map(({ properties: p }) => [p.id, p['来源文件']])).toEqual([
      ['甲-V1', '甲.txt'],
      ['乙-V1', '乙.txt'],
    ]);
    // What lies on one another in two files is seen.
    const over = JSON.parse((await yuantu('figures', a, put('丙.txt', plot(9)), '--json')).out);
    const codes = over.parcels.map(({ problems }: { problems: { code: string }[] }) => problems.map((p) => p.code));
    expect(codes).toEqual([['features-overlap'], ['features-overlap']].map((c) => expect.arrayContaining(c)));
    const bad = [put('坏.txt', plot(9).replace('J2,1,3847550', 'J2,1,38x')), put('空.txt', '')];
    const refused = await yuantu('figures', a, ...bad);
    expect(refused.code).toBe(2);
    expect(
      refused.err
        .trim()
        .split('\n')
        .map((line) => line.split('：')[0]),
    ).toEqual(bad);
  });

  it('gives a crossing boundary a place and no figure', async () => {
    const bow = ring([
      [0, 0],
      [100, 100],
      [100, 0],
      [0, 100],
    ]);
    const file = put('bow.geojson', bytes(collection(park(), parcel('A', bow))));
    const { code, out } = await yuantu('figures', file, '--json');
    expect(code).toBe(0);
    const [a] = JSON.parse(out).parcels;
    expect(a.valid).toBe(false);
    expect(a.area).toMatchObject({ planeM2: null, ellipsoidM2: null, mu: null, basis: null });
    expect(a.problems[0]).toMatchObject({ code: 'self-crossing' });
    expect(a.problems[0].at).toHaveLength(2);
  });
});

describe('yuantu check', () => {
  const findings = (out: string) =>
    Object.fromEntries(JSON.parse(out).parks[0].findings.map((f: { rule: string }) => [f.rule, f]));

  it('passes a park of exactly 100 亩 and says by how much one of 99.99 亩 misses', async () => {
    const stated = (area: number) =>
      put(`p${area}.geojson`, bytes(collection(park(), parcel('A', null, { statedAreaM2: area, floorAreaM2: 1 }))));
    const exact = await yuantu('check', stated(66_666.67), '--json');
    expect(exact.code).toBe(0);
    expect(findings(exact.out)['scale.manufacturing'].outcome).toBe('pass');
    const short = findings((await yuantu('check', stated(66_660), '--json')).out)['scale.manufacturing'];
    expect(short).toMatchObject({ outcome: 'advisory', clause: '4' });
    expect(short.margin).toBeCloseTo(-0.01, 9);
    expect(short.message).toContain('要求 ≥ 100 亩');
  });

  it('ends with 1 when a hard rule fails: two sites in two townships', async () => {
    const file = put(
      'two.geojson',
      bytes(
        collection(
          park(),
          parcel('A', rectangle(0, 0, 300, 300)),
          parcel('B', rectangle(900, 0, 300, 300), { townshipCode: '410181002' }),
        ),
      ),
    );
    const { code, out } = await yuantu('check', file, '--json');
    expect(code).toBe(1);
    expect(findings(out)['sites.township']).toMatchObject({ outcome: 'fail', clause: '15' });
  });

  it('tells by the error of the boundary points whether V1 stands at 100 亩', async () => {
    // 250 m × 266.7 m: σ = ½ σ_v √(Σ d²), of a rectangle σ_v × its diagonal: 0.05 × 365.55 = 18.28 m², 0.0274 亩.
    const txt = put('v1.txt', vectors);
    const sigma = async (...more: string[]) =>
      JSON.parse((await yuantu('figures', txt, '--json', ...more)).out).parcels[0].area.planeSigmaM2;
    expect(await sigma('--precision', '0.05')).toBeCloseTo(0.05 * Math.hypot(250, 266.7), 4);
    expect(await sigma('--scale', '1:500')).toBeCloseTo(0.1 * Math.hypot(250, 266.7), 4);
    // What the file calls 精度 is the resolution of its digits, and is not taken for it.
    expect(await sigma()).toBeUndefined();
    const project = path.join(folder, 'v1.geojson');
    expect((await yuantu('convert', txt, project)).code).toBe(0);
    const drawn = JSON.parse(readFileSync(project, 'utf8'));
    const v1 = drawn.features.find((f: { properties: { id: string } }) => f.properties.id === 'V1');
    const of = async (properties: object, ...more: string[]) => {
      const own = { ...v1, properties: { ...v1.properties, parkId: 'P', floorAreaM2: 1, ...properties } };
      delete own.properties.statedAreaM2;
      const file = put('v1-park.geojson', bytes(collection(park({ origin: 'extended' }), own)));
      return findings((await yuantu('check', file, '--json', ...more)).out)['scale.manufacturing'];
    };
    const open = (finding: { borderline?: { on: string; sigma?: number }[] }) =>
      finding.borderline?.find((b) => b.on === 'precision');
    const coarse = await of({}, '--precision', '0.05');
    expect(coarse).toMatchObject({ outcome: 'pass' });
    expect(open(coarse)!.sigma).toBeCloseTo(0.027_42, 5);
    // 0.0125 亩 to spare is 8.33 m²: more than 2 × 3.66 m².
    expect(open(await of({}, '--precision', '0.01'))).toBeUndefined();
    // What the surveyor said of this parcel outranks what is said of the file.
    expect(open(await of({ boundaryErrorM: 0.01 }, '--precision', '0.05'))).toBeUndefined();
    expect(open(await of({ boundaryErrorM: 0.05 }))).toBeDefined();
  });

  it('gives the progress of every jurisdiction, in the document and as a table', async () => {
    const file = put(
      'built.geojson',
      bytes(collection(park({ stage: 'operating', year: 2022, districtCode: '410122' }))),
    );
    const { jurisdictions } = JSON.parse((await yuantu('check', file, '--date', '2023-12-31', '--json')).out);
    expect(jurisdictions.length).toBe(16);
    const zhongmu = jurisdictions.find((j: { id: string }) => j.id === '410122');
    expect(zhongmu.targets.map((t: { year: number; newParks: number }) => [t.year, t.newParks])).toEqual([
      [2021, 0],
      [2022, 1],
      [2023, 0],
    ]);
    expect(zhongmu.targets.at(-1)).toMatchObject({ completed: 1, completedRequired: 10, status: 'behind' });
    const { out } = await yuantu('check', file, '--date', '2023-12-31');
    expect(out).toMatch(/中牟县\t0\t1\t0\t1 \/ 10\t落后/);
  });

  it('judges several files as one, and so does the dossier', async () => {
    const corner = (id: string, east: number) => parcel(id, rectangle(east, 0, 250, 134), { floorAreaM2: 1 });
    const files = [0, 250].map((east, i) => put(`half${i}.geojson`, bytes(collection(park(), corner(`A${i}`, east)))));
    const whole = put('whole.geojson', bytes(collection(park(), corner('A0', 0), corner('A1', 250))));
    const judged = async (...names: string[]) => JSON.parse((await yuantu('check', ...names, '--json')).out);
    const [one, several] = [await judged(whole), await judged(...files)];
    expect(several.files.map(({ file }: { file: string }) => file)).toEqual(files);
    expect(several.parks).toEqual(one.parks);
    expect(several.parks[0].figures.landArea.mu).toBeCloseTo(100.5, 2);
    expect(several.jurisdictions).toEqual(one.jurisdictions);
    // But for the names of the files.
    const report = async (...names: string[]) =>
      JSON.parse(
        (await yuantu('dossier', ...names, 'P')).out.replace(/half0\.geojson、half1\.geojson/, 'whole.geojson'),
      );
    expect(await report(...files)).toEqual(await report(whole));
  });

  it('says the same in English', async () => {
    const file = put(
      'en.geojson',
      bytes(collection(park(), parcel('A', rectangle(0, 0, 100, 100), { floorAreaM2: 9000 }))),
    );
    const { out } = await yuantu('check', file, '--lang', 'en');
    expect(out).toContain('required ≥ 1.5');
    expect(out).not.toMatch(/[一-鿿]{6,}/);
  });
});

describe('yuantu convert', () => {
  it('carries a surveyed file through a Shapefile and back without moving a point', async () => {
    const txt = put('in.txt', vectors);
    expect((await yuantu('convert', txt, path.join(folder, 'mid.shp'))).code).toBe(0);
    expect((await yuantu('convert', path.join(folder, 'mid.shp'), path.join(folder, 'back.txt'))).code).toBe(0);
    const points = (file: string) => readFileSync(file, 'utf8').match(/\d{7}\.\d+,\d{8}\.\d+/g);
    expect(new Set(points(path.join(folder, 'back.txt')))).toEqual(new Set(points(txt)));
  });
});

describe('unusable input', () => {
  it.each([
    ['a command that is not there', ['measure'], 'measure'],
    ['an address others could reach', ['serve', '--host', '0.0.0.0'], '0.0.0.0'],
  ])('%s ends with 2 and one line that names it', async (_, args, word) => {
    const { code, out, err } = await yuantu(...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain(word);
  });

  it('names the line of a broken boundary-point file', async () => {
    const file = put('bad.txt', vectors.replace('3847550.000,38406600.000', '38475x0.000,38406600.000'));
    const { code, err } = await yuantu('figures', file);
    expect(code).toBe(2);
    expect(err).toContain('第 12 行');
  });

  it('says that nothing was judged of a file without a park', async () => {
    const { code, err } = await yuantu('check', put('v.txt', vectors));
    expect(code).toBe(0);
    expect(err).toContain('没有园区');
  });
});
