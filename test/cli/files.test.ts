import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { yuantu } from '../helpers/command.ts';
import { bytes, collection, parcel, rectangle } from '../helpers/city.ts';

const plots = path.resolve('data/examples/parcels.txt');
let folder = '';
beforeAll(() => void (folder = mkdtempSync(path.join(tmpdir(), 'yuantu-files-'))));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => path.join(folder, name);

describe('the flags of a TXT', () => {
  it('write the dialect asked for', async () => {
    const flags = ['--closing', 'none', '--unit', 'm2', '--rings', 'file', '--prefix', 'no', '--decimals', '2'];
    const { code } = await yuantu('convert', plots, at('out.txt'), '--encoding', 'utf-8', ...flags);
    expect(code).toBe(0);
    const lines = readFileSync(at('out.txt'), 'utf8').split(/\r?\n/);
    // Four corners of S1 as in the file, the zone number gone; S2 is the second ring of the file.
    // Stated in the file to four decimals of a hectare, the areas are known to the m² and no finer.
    expect(lines.slice(lines.indexOf('[地块坐标]') + 1, -1)).toEqual([
      '4,66675,S1,示例一,面,,工业用地,100101,@',
      'J1,1,3847300.00,406600.00',
      'J2,1,3847550.00,406600.00',
      'J3,1,3847550.00,406866.70',
      'J4,1,3847300.00,406866.70',
      '5,84700,S2,示例二,面,,工业用地,100101,@',
      'J1,2,3846900.00,407000.00',
      'J2,2,3847200.00,407020.00',
      'J3,2,3847220.00,407250.00',
      'J4,2,3847050.00,407310.00',
      'J5,2,3846890.00,407240.00',
    ]);
  });

  it('are refused where they are not understood or do nothing', async () => {
    const wrong = await yuantu('convert', plots, at('out.txt'), '--closing', 'J2', '--lang', 'en');
    expect([wrong.code, wrong.err]).toEqual([2, '--closing J2 cannot be read; use one of: Jn, J1, none.\n']);
    const elsewhere = await yuantu('convert', plots, at('out.geojson'), '--unit', 'mu');
    expect(elsewhere.code).toBe(2);
    expect(elsewhere.err).toContain('out.geojson 不是 .txt');
  });
});

describe('notes', () => {
  it('of many alike the first five are printed, and how many more there are', async () => {
    const many = Array.from({ length: 8 }, (_, i) => ({
      ...parcel(`P${i}`, rectangle(120 * i, 0, 100, 100)),
      properties: { id: `P${i}`, 面积: 3000 },
    }));
    writeFileSync(at('many.geojson'), bytes(collection(...many)));
    const { err, out } = await yuantu('figures', at('many.geojson'), '--json');
    expect(err.match(/登记面积 3,000\.00 m²/g)).toHaveLength(5);
    expect(err).toContain('同类提示还有 3 条');
    expect(JSON.parse(out).notes).toHaveLength(8);
  });

  it('say once what a line of the table says, and in one line what columns were taken as', async () => {
    const properties = { 地块编号: 'P', '面积（亩）': 50, 地类编码: '100101', 备注: 'x' };
    const one = { ...parcel('P', rectangle(0, 0, 100, 100)), properties };
    writeFileSync(at('one.geojson'), bytes(collection(one)));
    const { out, err } = await yuantu('figures', at('one.geojson'));
    expect(out.match(/登记面积 33,333\.33 m² 与按坐标计算的 [\d,.]+ m² 不一致/g)).toHaveLength(1);
    expect(err).not.toContain('不一致');
    expect(err).toContain('列：地块编号、面积（亩） → 登记面积（亩）、地类编码 → 用地性质；未读：备注');
    const english = await yuantu('figures', at('one.geojson'), '--lang', 'en');
    expect(english.err).toContain('columns: 地块编号 → parcel id, 面积（亩） → stated area (亩)');
    expect((await yuantu('figures', at('one.geojson'), '--json')).err).not.toContain('未读：');
  });

  it('say which columns a Shapefile renames and which cells a spreadsheet would compute', async () => {
    const named = {
      ...parcel('=1+1', rectangle(0, 0, 100, 100)),
      properties: { id: '=1+1', 规划用途说明: '仓储' },
    };
    writeFileSync(at('names.geojson'), bytes(collection(named)));
    expect((await yuantu('convert', at('names.geojson'), at('names.shp'))).err).toContain(
      '1 个字段已改名：规划用途说明 → 规划用',
    );
    const csv = await yuantu('convert', at('names.geojson'), at('names.csv'));
    // The ring has four corners and the first again, each row with the number.
    expect(csv.err).toContain('5 个文字以 = + - @ 开头');
    expect(readFileSync(at('names.csv'), 'utf8')).toContain("'=1+1,");
  });
});

it('a file that is not there, a folder and a damaged packed file are said in words', async () => {
  expect((await yuantu('figures', at('none.txt'))).err).toContain('没有这个文件或文件夹');
  expect((await yuantu('repair', folder, '--lang', 'en')).err).toContain('it is a folder');
  expect((await yuantu('convert', plots, at('a.ytp'))).code).toBe(0);
  const packed = readFileSync(at('a.ytp'));
  packed[packed.length - 5] ^= 1;
  writeFileSync(at('b.ytp'), packed);
  expect((await yuantu('figures', at('b.ytp'))).err).toContain('校验和不符');
});

it('what is asked for and cannot be had is said truly', async () => {
  expect((await yuantu('convert', plots, at('a.gpkg'))).code).toBe(0);
  const layer = await yuantu('figures', at('a.gpkg'), '--layer', 'roads', '--lang', 'en');
  expect([layer.code, layer.err]).toEqual([
    2,
    `${at('a.gpkg')} holds no layer "roads" of polygons; choose one with --layer. Choices: parcels.\n`,
  ]);
  expect((await yuantu('convert', plots, at('a.txt'), '--crs', '3857')).err).toContain('不能用坐标系 EPSG:3857 写出');
  expect((await yuantu('convert', plots, at('a.geojson.gz'))).code).toBe(2);
  expect((await yuantu('figures', plots, '--foo')).err).toBe(
    'figures 没有选项 --foo（yuantu figures --help 查看用法）。\n',
  );
});
