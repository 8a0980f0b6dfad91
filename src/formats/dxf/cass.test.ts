import { describe, expect, it } from 'vitest';
import { areasOf } from '../../domain/geometry/measure/measures.ts';
import type { ReadOptions } from '../contract.ts';
import { readFiles } from '../index.ts';
import { file, gbk } from '../test-files.ts';
import { isOrganisation } from './persons.ts';
import { at, box, drawing, E, light, N, pairs, text } from './test-drawing.ts';

type Groups = readonly (string | number)[];

async function read(entities: readonly string[], options: ReadOptions = {}) {
  const result = await readFiles([file('a.dxf', gbk(drawing(entities)))], options);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  const { records, layer } = result.value.project.parcels;
  const found = records.map(({ id, name, extra }, f) => ({ id, name, ...extra, m2: Math.round(areasOf(layer, f).planeM2) })); // prettier-ignore
  return { found, notes: result.value.notes, layers: result.value.layers };
}
const south = (...texts: readonly string[]): Groups => [1001, 'SOUTH', ...texts.flatMap((own) => [1000, own])];
const plot = (x: number, groups: Groups = [], layer = 'JZD') => pairs(light(at(box(x, 0, 100)), { layer }), ...groups);
const point = (x: number, code: string, layer = 'JZP') => pairs(0, 'CIRCLE', 8, layer, 10, E + x, 20, N, 40, 0.5, ...south(code, ''), 1071, 1); // prettier-ignore

describe('a drawing of CASS', () => {
  it('has numbers of both forms, organisations that hold land, and classes by name where the code has one', async () => {
    const old = south('300000', '00100100001', '某某公司', '061');
    const new19 = south('300000', '410100001001JC00001', '示例市第一中学', '0601');
    const { found, notes } = await read([plot(0, old), plot(200, new19), plot(400, south('300000', '', '', '0801'))]);
    expect(found).toMatchObject([
      { id: '00100100001', 权利人: '某某公司', 地类编码: '061', 用途: '工业用地', m2: 10000 },
      { id: '410100001001JC00001', 权利人: '示例市第一中学', 地类编码: '0601', 用途: '工业用地' },
      { id: '3', 地类编码: '0801' },
    ]);
    // 0801 is not the same in all lists.
    expect(found[2]).not.toHaveProperty('用途');
    expect(notes).toContainEqual({ code: 'xdata-read', params: { count: 3 } });
  });

  it('never gives away a person: no holder, no agent, no address, no telephone, in no text either', async () => {
    const persons: Groups = [
      ...south('300000', '00100100002', '张某某', '072'),
      ...[1001, 'FRDBXM', 1000, '李某某', 1001, 'FRDBDH', 1000, '13800000000', 1001, 'DLRXM', 1000, '王某'],
      ...[1001, 'DLRSFZ', 1000, '410100190001010000', 1001, 'TXDZ', 1000, '某某路2号', 1001, 'TDZL', 1000, '某某村3号'],
      ...[1001, 'DONGZHI', 1000, '赵某某', 1001, 'TDZH', 1000, '电话13800000001', 1001, 'QSXZ', 1000, '集体土地使用权'],
      ...[1001, 'TDSYZ', 1000, '某某村民小组', 1001, 'BDDJ', 1040, '315.5'],
    ];
    const labels = [text(50, 50, '张某某'), text(50, 40, '赵某某'), text(50, 30, '00002'), text(50, 20, '工业用地')];
    const { found, notes } = await read([plot(0, persons), ...labels]);
    expect(found).toEqual([
      { id: '00100100002', name: '00002', 地类编码: '072', 用途: '农村宅基地', 权属性质: '集体土地使用权', 土地所有者: '某某村民小组', 标定地价: '315.5', 图层: 'JZD', m2: 10000 }, // prettier-ignore
    ]);
    expect(JSON.stringify([found, notes])).not.toMatch(/[张李王赵]某|138|1900|某某路|某某村3号/);
    expect(notes).toContainEqual({ code: 'holders-left', params: { count: 1 } });
    // Of an organisation the place is no one's address.
    const { found: of } = await read([plot(0, [...south('300000', '7', '某某公司', '061'), 1001, 'TDZL', 1000, '某某路1号'])]); // prettier-ignore
    expect(of).toMatchObject([{ 土地坐落: '某某路1号', 权利人: '某某公司' }]);
  });

  it('keeps every number of a parcel, whatever else has as many digits', async () => {
    const numbers: Groups = [1001, 'YBDJH', 1000, '13500100002', 1001, 'TDZH', 1000, '410100199001010000'];
    const { found } = await read([plot(0, [...south('300000', '13800100001', '张某某', '061'), ...numbers])]);
    expect(found).toMatchObject([{ id: '13800100001', 预编地籍号: '13500100002', 土地证号: '410100199001010000' }]);
    expect(found[0]).not.toHaveProperty('权利人');
  });

  it('finds the holder in texts that say more than the name, or spread it', async () => {
    const plots = [plot(0, south('300000', '7', '张某某', '')), plot(200, south('300000', '8', '无', ''))];
    const labels = [text(50, 50, '权利人：张某某'), text(50, 40, '张　某'), text(50, 30, '13800000000'), text(250, 50, '无名路加油站')]; // prettier-ignore
    const { found, notes } = await read([...plots, ...labels]);
    expect(JSON.stringify([found, notes])).not.toMatch(/张|138/);
    expect(found).toMatchObject([{ name: '7' }, { name: '无名路加油站' }]);
  });

  it('tells organisations from persons, and in doubt takes a name for a person', () => {
    for (const name of [
      '某某公司',
      '示例市自然资源局',
      '某某镇人民政府',
      '某某公司、示例厂房开发公司',
      '某某村委会（代管）',
    ])
      expect(isOrganisation(name), name).toBe(true);
    for (const name of ['张三', '欧阳某某', '买买提·某某', '某某公司、李四', '王村', '张三等', '', '个人'])
      expect(isOrganisation(name), name).toBe(false);
  });

  it('tells outlines apart by layer and code, and boundary points from plots', async () => {
    const parcel = plot(0, south('300000', '1', '', ''));
    const others = [plot(200, south('300001')), plot(10, south('141161'), 'JMD'), plot(400, [], 'JZD')];
    const points = [point(0, '301000'), point(100, '302001', 'JZD')];
    const { found, notes, layers } = await read([parcel, ...others, ...points]);
    expect(found.map(({ m2 }) => m2)).toEqual([10000, 10000]);
    expect(notes).toContainEqual({ code: 'xdata-coded', params: { count: 2, names: 'JZD 300001 (1), JMD 141161 (1)' } }); // prettier-ignore
    expect(notes).toContainEqual({ code: 'boundary-points', params: { count: 2 } });
    expect(layers).toEqual({ choices: ['JZD', 'JMD', '*'], read: '*' });
    // A layer asked for by name is what it is.
    const buildings = await read([parcel, ...others], { layer: 'JMD' });
    expect([buildings.found.length, buildings.notes.map(({ code }) => code)]).toEqual([
      1,
      ['layers-left-out', 'xdata-left'],
    ]);
    // Boundary lines of a newer exporter, without a parcel beside.
    const newer = await read([plot(0, south('302002'), 'JZX'), plot(10, south('141161'), 'JMD')]);
    expect(newer.found).toMatchObject([{ 图层: 'JZX' }]);
  });
});
