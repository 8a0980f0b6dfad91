import {
  copyFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { yuantu } from '../../test/helpers/command.ts';

const plots = path.resolve('data/examples/parcels.txt');
let folder = '';
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'outputs-'))));
afterEach(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => path.join(folder, name);

describe('unusable input', () => {
  it.each([
    ['no file', ['figures'], 'figures'],
    ['a file that is not there', ['figures', 'nowhere.txt'], 'nowhere.txt'],
    ['an option that is not there', ['check', '--fast'], '--fast'],
    ['a date that is not in the calendar', ['check', 'x.geojson', '--date', '2026-02-30'], '2026-02-30'],
    ['a precision of nothing', ['check', 'x.geojson', '--precision', '0'], '--precision 0'],
    ['a precision below nothing', ['check', 'x.geojson', '--precision', '-1'], '--precision -1 读不懂，应为大于 0'],
    ['an outcome there is not', ['check', 'x.geojson', '--only', 'foo'], 'fail 不符合'],
    ['a precision and a scale', ['figures', 'x.txt', '--precision', '1', '--scale', '500'], '--scale'],
    ['a policy that is not there', ['check', 'x.geojson', '--policy', 'mars'], 'mars'],
    ['a CRS that cannot be read', ['figures', 'x.txt', '--crs', 'xian'], 'xian'],
    ['a port that is none', ['serve', '--port', '99999'], '99999'],
    ['three files to change', ['repair', 'a.geojson', 'b.geojson', 'c.geojson'], 'convert'],
    ['an option given twice', ['figures', 'x.txt', '--crs', '4526', '--crs', '4527'], '--crs'],
    ['a language that is not spoken', ['figures', 'x.txt', '--lang', 'fr'], 'fr'],
    ['a language left out', ['figures', 'x.txt', '--lang'], '--lang'],
    ['a number that is none', ['split', 'x.txt', '--id', 'S1', '--parts', 'two'], '--parts two'],
    ['a line of one point', ['split', 'x.txt', '--id', 'S1', '--line', '1,2'], '--line'],
    ['a folder without a file', ['figures', 'data'], 'data'],
    ['a folder to change', ['repair', 'data/examples'], 'data/examples'],
    ['no file but a report', ['dossier', 'P1', 'park.docx'], 'dossier'],
    ['a report of no known kind', ['dossier', 'data/examples/park.geojson', 'P1', 'park.pdf'], 'park.pdf'],
    ['a packed file to write', ['repair', plots, 'x.geojson.gz', '--yes'], 'x.geojson.gz'],
    ['nothing to fit to', ['snap', plots, '--onto', 'zones', '--within', '1'], '开发区'],
  ])('%s ends with 2 and one line that names it', async (_, args, word) => {
    const { code, out, err } = await yuantu(...args);
    expect({ code, out, lines: err.trim().split('\n').length }).toEqual({ code: 2, out: '', lines: 1 });
    expect(err).toContain(word);
  });

  it('is no call for help', async () => {
    expect((await yuantu('figures', '--help')).code).toBe(0);
    expect((await yuantu('figures', '--', '--help')).code).toBe(2);
  });
});

describe('an output', () => {
  const left = () => readdirSync(folder).filter((name) => name.endsWith('.part'));

  it('that is an input by another name is refused, and the input stays', async () => {
    copyFileSync(plots, at('own.txt'));
    symlinkSync(at('own.txt'), at('link.txt'));
    linkSync(at('own.txt'), at('hard.txt'));
    const before = readFileSync(plots, 'utf8');
    for (const [from, to] of [
      ['link.txt', 'own.txt'],
      ['own.txt', 'link.txt'],
      ['hard.txt', 'own.txt'],
    ]) {
      const { code, err } = await yuantu('convert', at(from), at(to), '--decimals', '1');
      expect([code, err.trim().split('\n').length]).toEqual([2, 1]);
      expect(err).toContain(at(from));
    }
    expect(readFileSync(at('own.txt'), 'utf8')).toBe(before);
  });

  it('that cannot be written is refused before anything is read; what is there stays when reading fails', async () => {
    mkdirSync(at('folder.geojson'));
    writeFileSync(at('old.geojson'), 'old');
    for (const out of ['folder.geojson', 'nowhere/x.geojson', 'old.geojson/x.geojson']) {
      const { code, err } = await yuantu('convert', at('nowhere.txt'), at(out));
      expect([code, err.trim().split('\n').length]).toEqual([2, 1]);
      expect(err).toContain(at(out));
    }
    writeFileSync(at('broken.txt'), readFileSync(plots, 'utf8').replace('3847550.000', '38x'));
    expect((await yuantu('convert', at('broken.txt'), at('old.geojson'))).code).toBe(2);
    expect(readFileSync(at('old.geojson'), 'utf8')).toBe('old');
    expect(left()).toEqual([]);
  });
});

describe('a Shapefile named with all its parts', () => {
  it('is one, as if its .shp alone were named', async () => {
    expect((await yuantu('convert', plots, at('parts.shp'))).code).toBe(0);
    const parts = readdirSync(folder).filter((name) => name.startsWith('parts.'));
    expect(parts.length).toBeGreaterThan(3);
    const all = JSON.parse((await yuantu('figures', ...parts.map(at), '--json')).out);
    expect(all).toEqual(JSON.parse((await yuantu('figures', at('parts.shp'), '--json')).out));
    // A file given twice is one file.
    const twice = JSON.parse((await yuantu('figures', plots, plots, '--json')).out);
    expect(twice.parcels).toHaveLength(2);
  });
});

describe('a cutting line', () => {
  it('may be written east first or, as a surveyor does, north first', async () => {
    const cut = async (line: string) => (await yuantu('split', plots, '--id', 'S1', '--line', line, '--json')).out;
    const eastFirst = await cut('38406500,3847400 38407000,3847400');
    // S1 is 266.7 m wide and cut 100 m above its southern side.
    expect(JSON.parse(eastFirst).changes.map((c: { areaAfterM2: number | null }) => c.areaAfterM2)).toEqual([
      null,
      expect.closeTo(26_670, 6),
      expect.closeTo(40_005, 6),
    ]);
    expect(await cut('3847400,38406500 3847400,38407000')).toBe(eastFirst);
  });
});

it('takes a folder for the files in it, as one layer', async () => {
  copyFileSync(plots, at('b.txt'));
  writeFileSync(at('a.txt'), readFileSync(plots, 'utf8').replaceAll('S1', 'T1').replaceAll('S2', 'T2'));
  writeFileSync(at('README.md'), 'x');
  mkdirSync(at('old'));
  copyFileSync(plots, path.join(at('old'), 'c.txt'));
  const { code, out } = await yuantu('figures', folder, '--json');
  expect(code).toBe(0);
  const ids = (JSON.parse(out) as { parcels: { id: string }[] }).parcels.map(({ id }) => id);
  expect(ids).toEqual(['T1', 'T2', 'S1', 'S2']);
  expect((await yuantu('convert', folder, at('all.geojson'))).code).toBe(0);
  // What was made of the folder is in it now, and is no reason to write over it.
  expect((await yuantu('convert', folder, at('all.geojson'))).err).toContain('覆盖');
});

describe('the name of an output', () => {
  it.each(['甲.json', '甲.GeoJSON', '甲.ovkml', '甲.geoparquet', '甲.XLSX', '甲.ytp'])(
    'is the one given, whatever else its format goes by: %s',
    async (name) => {
      const { code, err } = await yuantu('convert', plots, at(name));
      expect(code).toBe(0);
      expect(err).toContain(at(name));
      expect(readdirSync(folder)).toEqual([name]);
      expect((await yuantu('figures', at(name))).out).toContain('66675.00');
    },
  );

  it('may be that of a zip, which holds a Shapefile', async () => {
    expect((await yuantu('convert', plots, at('甲.zip'))).code).toBe(0);
    expect(readdirSync(folder)).toEqual(['甲.zip']);
    expect((await yuantu('figures', at('甲.zip'))).out).toContain('66675.00');
    const first = readFileSync(at('甲.zip'));
    expect((await yuantu('convert', plots, at('甲.zip'))).code).toBe(0);
    expect(readFileSync(at('甲.zip')).equals(first)).toBe(true);
  });

  it('is none of an Excel of before 2007', async () => {
    const { code, err } = await yuantu('convert', plots, at('甲.xls'));
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('.xlsx') as string });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('what is printed for people', () => {
  it('says which area 亩 comes from, also of the sum', async () => {
    const { out } = await yuantu('figures', plots);
    expect(out).toContain('亩\t亩的口径');
    expect(out).toMatch(/^S1\t66675\.00\t66660\.71\t66675\.00\t100\.0125\t登记\t/m);
    expect(out).toMatch(/227\.0625\t登记$/m);
  });

  it('says where the error of an area comes from', async () => {
    expect((await yuantu('figures', plots, '--precision', '0.05')).out).toContain('界址点坐标中误差 ±0.05 m');
  });

  it('names the other of two parcels that overlap, and how much', async () => {
    const text = readFileSync(plots, 'utf8');
    writeFileSync(at('a.txt'), text);
    writeFileSync(at('b.txt'), text.replaceAll('S1', 'T1').replaceAll('S2', 'T2'));
    const { out } = await yuantu('figures', at('a.txt'), at('b.txt'));
    expect(out).toMatch(/! 与宗地 T1 重叠 66,675\.00 m² @ \d+\.\d{9}, \d+\.\d{9}$/m);
    expect(out).toContain('与宗地 S2 重叠 84,700.00 m²');
  });

  it('counts parks first, and shows one or some outcomes when asked', async () => {
    const park = JSON.parse(readFileSync('data/examples/park.geojson', 'utf8')) as {
      features: { properties: { kind: string } }[];
    };
    const second = park.features
      .filter(({ properties }) => properties.kind === 'park')
      .map((feature) => ({ ...feature, properties: { ...feature.properties, id: 'P2', name: '乙园' } }));
    writeFileSync(at('two.geojson'), JSON.stringify({ ...park, features: [...park.features, ...second] }));
    const all = (await yuantu('check', at('two.geojson'))).out;
    expect(all).toContain('2 个园区：资料不足 2');
    const one = (await yuantu('check', at('two.geojson'), '--park', '乙园')).out;
    expect(one).toContain('乙园（P2）');
    expect(one).not.toContain('P1）');
    const some = (await yuantu('check', at('two.geojson'), '--only', 'advisory')).out;
    expect(some).toContain('未达原则性要求  工业用地容积率');
    expect(some).not.toContain('  资料不足');
    expect((await yuantu('check', at('two.geojson'), '--only', 'bad')).err).toContain('not-applicable');
    expect((await yuantu('check', at('two.geojson'), '--park', 'P9')).code).toBe(2);
  });
});

describe('what a format cannot hold', () => {
  it('is named, and nothing is named of a TXT that is written as it came', async () => {
    expect((await yuantu('convert', plots, at('b.txt'))).err).not.toContain('装不下');
    expect(readFileSync(at('b.txt')).equals(readFileSync(plots))).toBe(true);
    const { err } = await yuantu('convert', plots, at('b.kml'));
    expect(err).toContain('项文件说明（属性描述, 面积单位, 界址点文件写法）');
    expect((await yuantu('convert', plots, at('b.csv'))).err).toMatch(/个宗地字段（.*statedAreaM2.*）/);
  });
});

describe('a folder of another program', () => {
  it('is named for what it is', async () => {
    mkdirSync(at('地块.gdb'));
    writeFileSync(path.join(at('地块.gdb'), 'a00000009.gdbtable'), 'x');
    expect(await yuantu('figures', at('地块.gdb'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('地理数据库') as string,
    });
    rmSync(at('地块.gdb'), { recursive: true });
    writeFileSync(at('红线.dwg'), 'x');
    expect((await yuantu('figures', folder)).err).toMatch(/红线\.dwg 是 DWG 图形/);
  });
});

describe('names that no file can have, or none can read', () => {
  it('too long a name is said in one line, as input, folder and output', async () => {
    const long = 'x'.repeat(5000);
    for (const args of [
      ['figures', `${long}.txt`],
      ['figures', long],
      ['convert', plots, at(`${long.slice(0, 300)}.txt`)],
    ]) {
      const { code, err } = await yuantu(...args);
      expect([code, err.trim().split('\n').length]).toEqual([2, 1]);
      expect(err).toContain('文件名太长');
      expect(err.length).toBeLessThan(700);
    }
  });

  it('a name that is not UTF-8 is said, alone and in a folder', async () => {
    // 地块.txt in GBK.
    const name = Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xb5, 0xd8, 0xbf, 0xe9]), Buffer.from('.txt')]);
    writeFileSync(name, readFileSync(plots));
    for (const arg of [folder, name.toString('utf8')]) {
      const { code, err } = await yuantu('figures', arg);
      expect([code, err.trim().split('\n').length]).toEqual([2, 1]);
      expect(err).toContain('文件名不是 UTF-8');
    }
  });
});
