import { describe, expect, it } from 'vitest';
import { areasOf } from '../../domain/geometry/measure/measures.ts';
import type { ReadOptions } from '../contract.ts';
import { file, gbk } from '../test-files.ts';
import { readFiles } from '../index.ts';
import { at, box, drawing, E, insert, light, N, pairs, text } from './test-drawing.ts';

/** Drawings as surveyors have them: frames, layouts, layers switched off, data of CASS, coordinates of their own. */
async function attempt(content: string, options: ReadOptions = {}) {
  const result = await readFiles([file('a.dxf', gbk(content))], options);
  if (!result.ok) return { ...result.refusal, refused: true as const };
  const { project, notes, layers } = result.value;
  const { records, layer } = project.parcels;
  const found = records.map((record, f) => ({ ...record, m2: Math.round(areasOf(layer, f).planeM2) }));
  return { refused: false as const, found, notes, layers };
}
async function read(content: string, options: ReadOptions = {}) {
  const result = await attempt(content, options);
  if (result.refused) throw new Error(JSON.stringify(result));
  return { ...result, areas: result.found.map(({ m2 }) => m2) };
}
const plot = (x: number, layer: string, ...more: (string | number)[]) => light(at(box(x, 0, 100)), { layer, more });
const layer = (name: string, flags: number, colour: number) => [2, name, 70, flags, 62, colour];

describe('a drawing', () => {
  it('is read by its model space: what is in a layout, or switched off, is not', async () => {
    const { areas } = await read(
      drawing([plot(0, 'A'), plot(200, 'A', 67, 1), plot(400, 'A', 60, 1)], {
        '*Paper_Space': [light(box(0, 0, 420))],
      }),
    );
    expect(areas).toEqual([10000]);
  });
  it('ends at its end mark, whatever stands after it', async () => {
    expect((await read(`${drawing([plot(0, 'A')])}\nno code\n\u0000`)).areas).toEqual([10000]);
  });
  it('is read without the layers that are off or frozen, which are named, unless one is asked for', async () => {
    const layers = [layer('A', 0, 7), layer('关闭', 0, -7), layer('冻结', 1, 7)];
    const blocks = { B: [light(box(0, 0, 10)), light(box(20, 0, 10), { layer: 'A' })] };
    const onBlocks = [`${insert('B', 10, E, 20, N + 500)}`.replace('地块', '关闭'), insert('B', 10, E, 20, N + 900).replace('地块', '冻结')]; // prettier-ignore
    const content = drawing(
      [plot(0, 'A'), plot(200, '关闭'), plot(400, '冻结'), ...onBlocks, text(250, 50, 'X')],
      blocks,
      'ANSI_936',
      layers,
    );
    const { areas, notes } = await read(content);
    // A block on a layer that is off shows what is on others; on one that is frozen nothing.
    expect(areas).toEqual([10000, 100]);
    expect(notes).toEqual([{ code: 'layers-hidden', params: { names: '关闭 (2), 冻结 (3)' } }]);
    const asked = await read(content, { layer: '关闭' });
    expect(asked.areas).toEqual([10000, 100]);
    const gone = await attempt(drawing([plot(0, '关闭')], {}, 'ANSI_936', layers));
    expect(gone).toMatchObject({ code: 'no-parcels', params: { hidden: '关闭' } });
  });
  it('stands where most of its shapes do: strays are left out and named, even the first one', async () => {
    const stray = light(box(10, 20, 5), { layer: '图例' });
    const filling = pairs(0, 'CIRCLE', 8, '0', 10, 900000000, 20, 5, 40, 1);
    const { areas, notes } = await read(drawing([stray, plot(0, 'A'), plot(200, 'A'), filling]));
    expect(areas).toEqual([10000, 10000]);
    const [note] = notes.filter(({ code }) => code === 'shapes-stray');
    expect(note.params).toMatchObject({ count: 2, names: expect.stringContaining('图例 (10, 20); 0 (') as string });
    // By a CRS that is given, in its northings too.
    const far = light([[E, 100], [E + 9, 100], [E, 109]]); // prettier-ignore
    const given = await read(drawing([far, plot(0, 'A'), plot(200, 'A')]), { epsg: 4526 });
    expect([given.areas, given.notes.map(({ code }) => code)]).toEqual([[10000, 10000], ['shapes-stray']]);
    // Of a drawing most of which stands nowhere no few shapes make a map.
    const local = await attempt(drawing([plot(0, 'A'), stray, light(box(500, 20, 5)), light(box(700, 20, 5))]));
    expect(local).toMatchObject({ code: 'local-coordinates' });
    // Thousandths of degrees are no millimetres.
    const plan = await attempt(drawing([light(box(113_600, 34_700, 5)), light(box(113_700, 34_700, 5))]));
    expect(plan).toMatchObject({ code: 'local-coordinates' });
  });
  it('of layers that lie over each other is asked which, unless one is called as parcels are', async () => {
    const frame = light(at(box(-50, -50, 400)), { layer: 'TK' });
    const plots = (name: string) => drawing([plot(0, name), plot(100, name), frame]);
    const named = await read(plots('JZD'));
    expect([named.areas, named.layers]).toEqual([[10000, 10000], { choices: ['JZD', 'TK', '*'], read: 'JZD' }]);
    expect(named.notes).toEqual([{ code: 'layers-left-out', params: { names: 'TK' } }]);
    expect(await attempt(plots('某层'))).toMatchObject({ code: 'layers-overlap', choices: ['某层', 'TK', '*'] });
    expect((await read(plots('某层'), { layer: '某层' })).areas).toEqual([10000, 10000]);
    expect((await read(plots('某层'), { layer: '*' })).areas).toEqual([10000, 10000, 160000]);
    expect((await read(plots('JZD'), { layer: 'tk' })).areas).toEqual([160000]);
    expect(await attempt(plots('JZD'), { layer: 'NOPE' })).toMatchObject({
      code: 'several-layers',
      params: { layer: 'NOPE' },
      choices: ['JZD', 'TK'],
    });
    // Side by side there is nothing to ask.
    const beside = await read(drawing([plot(0, '工业'), plot(100, '道路')]));
    expect([beside.areas, beside.layers]).toEqual([[10000, 10000], { choices: ['工业', '道路', '*'], read: '*' }]);
  });
  it('of lines says how many do not close, and what else there is', async () => {
    const line = (x: number) => pairs(0, 'LINE', 8, 'JZX', 10, E + x, 20, N, 11, E + x + 9, 21, N);
    const lines = Array.from({ length: 8 }, (_, i) => line(10 * i));
    const point = pairs(0, 'POINT', 8, 'JZX', 10, E, 20, N);
    expect(await attempt(drawing([...lines, point]))).toMatchObject({
      code: 'no-parcels',
      params: { open: 'LINE 8', others: 'POINT 1' },
    });
    const { notes } = await read(drawing([...lines, point, plot(500, 'A')]));
    expect(notes).toEqual([
      { code: 'curves-open', params: { curves: 'LINE 8' } },
      { code: 'other-geometry-left', params: { count: 1 } },
    ]);
  });
  it("has numbers from the texts in its plots, each only where it is no other's", async () => {
    const { found, notes } = await read(
      drawing([
        ...[0, 100, 200, 300].map((x) => plot(x, 'JZD')),
        text(50, 80, 'ZD-01'), text(50, 50, '10000.00'), text(50, 20, '061'),
        text(150, 50, '同号'), text(250, 50, 'ZD-9'), text(350, 50, 'ZD-9'), text(150, 20, '1'),
      ]), // prettier-ignore
    );
    expect(found.map(({ id, name, extra }) => [id, name, extra?.['面积（m²）']])).toEqual([
      ['ZD-01', 'ZD-01', '10000.00'],
      // 1 would be the count of the first, had that none of its own.
      ['2', '同号', undefined],
      ['3', 'ZD-9', undefined],
      ['4', 'ZD-9', undefined],
    ]);
    expect(found[0].extra).toMatchObject({ 地类编码: '061' });
    expect(notes[0]).toEqual({ code: 'labels-told', params: { numbers: 4, classes: 1, areas: 1 } });
  });
  it('of CASS has the number, holder and class that CASS attached', async () => {
    const south = [1001, 'SOUTH', 1000, '300000', 1000, '0010100001', 1000, '示例公司', 1000, '061'];
    const house = [1001, 'OTHER', 1000, 'x', 1001, 'SOUTH', 1000, '141101'];
    const withData = (x: number, data: (string | number)[]) => pairs(plot(x, 'JZD'), ...data);
    const { found, notes } = await read(drawing([withData(0, south), withData(200, house), text(50, 50, '7')]));
    expect(found.map(({ id, name, extra }) => [id, name, extra?.['权利人']])).toEqual([
      ['0010100001', '7', '示例公司'],
    ]);
    expect(notes.map(({ code }) => code)).toEqual(['xdata-coded', 'labels-told', 'xdata-read']);
  });
  it('in coordinates of its own is called that, with its extents and the unit its header names', async () => {
    const local = { code: 'local-coordinates', params: { west: 0, south: 0, east: 500, north: 100, unit: 'mm' } };
    expect(await attempt(drawing([light(box(0, 0, 100)), light(box(400, 0, 100))]))).toMatchObject(local);
    expect(await attempt(drawing([light(box(0, 0, 100)), light(box(400, 0, 100))]), { epsg: 4526 })).toMatchObject(
      local,
    );
    // Metres that happen to stand where degrees of China do, and truncated northings.
    for (const own of [box(100, 20, 30), box(67900, 46900, 100)])
      expect(await attempt(drawing([light(own)]))).toMatchObject({ code: 'local-coordinates' });
    // Degrees are degrees.
    expect((await read(drawing([light(box(113.65, 34.75, 0.001))]))).areas[0]).toBeGreaterThan(9000);
  });
});
