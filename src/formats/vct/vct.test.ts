import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areasOf } from '../../domain/geometry/measure/measures.ts';
import type { ReadOptions } from '../contract.ts';
import { file, gbk, utf8 } from '../test-files.ts';
import { readFiles } from '../index.ts';

const [E, N] = [38467900, 3846900];
type XY = readonly [number, number];

const head = (more: Readonly<Record<string, string>> = {}): string[] => [
  'HeadBegin',
  ...Object.entries({ Datamark: 'LANDUSE-VCT', Version: '3.0', Spheroid: 'CGCS2000,6378137.0,298.257222101', Parameters: '114,1,38500000,0,3,38', Separator: ',', ExtentMin: '0,0', ExtentMax: '0,0', ...more }).map(([key, value]) => `${key}:${value}`), // prettier-ignore
  'HeadEnd',
  ...['FeatureCodeBegin', '2001010100,地类图斑,Polygon,DLTB', '6001010000,宗地,Polygon,ZDJBXX', 'FeatureCodeEnd'],
  ...['TableStructureBegin', 'DLTB,4', 'BSM,Char,18', 'TBBH,Char,8', 'QSDWMC,Varchar,60', 'TBMJ,Float,15,2', '0'],
  ...['ZDJBXX,2', 'BSM,Int,10', 'ZDDM,Char,19', 'TableStructureEnd'],
];
const at = (points: readonly XY[]): string[] => points.map(([x, y]) => `${E + x},${N + y}`);
const line = (id: number, points: readonly XY[]) => [id, 1099000000, 'unknown', 1, 1, 11, points.length, ...at(points), 0]; // prettier-ignore
const byLines = (id: number, refs: readonly number[], code = 2001010100) => [id, code, 'unknown', 100, `${E},${N}`, 21, refs.length, refs.join(','), 0]; // prettier-ignore
const rows = (table: string, ...own: string[]) => ['AttributeBegin', table, ...own, 'TableEnd', 'AttributeEnd'];
const text = (...parts: readonly (readonly (string | number)[])[]): string => parts.flat().join('\n');
const section = (name: string, ...inside: readonly (readonly (string | number)[])[]) => [
  `${name}Begin`,
  ...inside.flat(),
  `${name}End`,
];
const square = (x: number, y: number, w: number): XY[] => [[x, y], [x + w, y], [x + w, y + w], [x, y + w], [x, y]]; // prettier-ignore

async function attempt(content: string | Uint8Array, options: ReadOptions = {}) {
  const result = await readFiles([file('a.vct', typeof content === 'string' ? gbk(content) : content)], options);
  if (!result.ok) return { ...result.refusal, refused: true as const };
  const { records, layer } = result.value.project.parcels;
  const found = records.map((record, f) => ({ ...record.extra, m2: Math.round(areasOf(layer, f).planeM2 * 1000) / 1000 })); // prettier-ignore
  return { refused: false as const, found, notes: result.value.notes, crs: result.value.crs };
}
async function read(content: string | Uint8Array, options: ReadOptions = {}) {
  const result = await attempt(content, options);
  if (result.refused) throw new Error(JSON.stringify(result));
  return result;
}

const two = (more: Readonly<Record<string, string>> = {}) => [
  head(more),
  section('Line', line(1, [[100, 0], [0, 0], [0, 100], [100, 100]]), line(2, [[100, 0], [100, 100]]), line(3, [[100, 100], [300, 100], [300, 0], [100, 0]]), line(5, square(150, 30, 40))), // prettier-ignore
  section('Polygon', byLines(11, [1, -2]), byLines(12, [2, 3, 0, 5])),
];
const twoRows = ['11,4101,0001,甲村,10000.00', '12,4102,0002,乙村,18400.00'];

describe('a VCT file', () => {
  it('puts polygons together from lines, forwards and backwards, with holes', async () => {
    const { found, crs, notes } = await read(text(...two(), rows('DLTB', ...twoRows)));
    expect(found).toMatchObject([
      { BSM: '4101', TBBH: '0001', QSDWMC: '甲村', TBMJ: 10000, m2: 10000 },
      { BSM: '4102', TBBH: '0002', QSDWMC: '乙村', TBMJ: 18400, m2: 18400 },
    ]);
    expect(crs).toEqual({ code: 'EPSG:4526', how: 'declared' });
    expect(notes).toEqual([{ code: 'encoding-guessed', params: { encoding: 'GBK' } }]);
  });
  it('is UTF-8 where its bytes are, and one of blank lines, comments and any case all the same', async () => {
    const content = text(['CommentBegin', 'HeadBegin', 'CommentEnd'], ...two(), rows('dltb', ...twoRows));
    const loose = content
      .replaceAll('\n', '\r\n \r\n')
      .replace('PolygonBegin', 'POLYGONBEGIN')
      .replace('TableEnd', 'tableend');
    const { found, notes } = await read(utf8(loose));
    expect(found.map(({ m2 }) => m2)).toEqual([10000, 18400]);
    expect([found[1], notes]).toMatchObject([{ QSDWMC: '乙村' }, []]);
  });
  it('has polygons by their own points, and such as are made of others', async () => {
    const direct = [21, 2001010100, 'unknown', 1, `${E},${N}`, 2, 11, 5, ...at(square(0, 0, 50)), 11, 5, ...at(square(10, 10, 10)), 0]; // prettier-ignore
    const more = [22, 2001010100, 'unknown', 1, `${E},${N}`, 1, 11, 5, ...at(square(80, 0, 10)), 0];
    const made = [23, 6001010000, 'unknown', 100, `${E},${N}`, 22, 2, '21,22', 0];
    const content = text(head(), section('Polygon', direct, more, made), rows('ZDJBXX', '23,7,410100001001GB00001'));
    expect(await read(content, { layer: 'dltb' })).toMatchObject({ found: [{ m2: 2400 }, { m2: 100 }] });
    // By the name of the kind of feature; the whole of a number stays.
    const { found, notes } = await read(content, { layer: '宗地' });
    expect(found).toMatchObject([{ ZDDM: '410100001001GB00001', BSM: 7, m2: 2500 }]);
    expect(notes).toContainEqual({ code: 'layers-left-out', params: { names: 'DLTB' } });
    const lost = text(head(), section('Polygon', direct, [24, 2001010100, 'x', 100, `${E},${N}`, 22, 1, 99, 0]));
    expect(await attempt(lost)).toMatchObject({ code: 'damaged', params: { where: '#2 (24)', detail: 'vct-polygon-lost', type: '99' } }); // prettier-ignore
  });
  it('has its rows before its polygons as well as after; two polygons of one number both have its row', async () => {
    const [first, lines, polygons] = [two()[0], two()[1], two().slice(2)];
    const { found } = await read(text(first, rows('DLTB', ...twoRows), lines, ...polygons));
    expect(found).toEqual((await read(text(...two(), rows('DLTB', ...twoRows)))).found);
    const twice = section('Polygon', byLines(11, [1, -2]), byLines(11, [2, 3, 0, 5]));
    const same = await read(text(first, lines, twice, rows('DLTB', ...twoRows)));
    expect(same.found).toMatchObject([{ QSDWMC: '甲村', m2: 10000 }, { QSDWMC: '甲村', m2: 18400 }, { QSDWMC: '乙村', m2: 0 }]); // prettier-ignore
  });
  it('of several layers takes the one called as parcels are, in Chinese too, else asks', async () => {
    const own = section('Polygon', byLines(11, [1, -2]), byLines(12, [2, 3, 0, 5], 6001010000));
    const parts = [two()[0], two()[1], own];
    expect((await read(text(...parts))).found.map(({ m2 }) => m2)).toEqual([18400]);
    const unnamed = text(...parts).replace('宗地', '权属');
    expect(await attempt(unnamed)).toMatchObject({ code: 'several-layers', choices: ['DLTB', 'ZDJBXX'] });
    expect(await attempt(unnamed, { layer: 'XZQ' })).toMatchObject({ params: { layer: 'XZQ' } });
  });
  it('with a line that is not there, or does not go on, is refused by feature and line', async () => {
    const without = [...two().slice(0, 2), section('Polygon', byLines(11, [1, -2]), byLines(12, [2, 4]))];
    expect(await attempt(text(...without))).toMatchObject({ code: 'damaged', params: { where: '#2 (12)', detail: 'vct-line-lost', type: '4' } }); // prettier-ignore
    const open = [...two().slice(0, 2), section('Polygon', byLines(11, [1, -3]))];
    expect(await attempt(text(...open))).toMatchObject({ params: { where: '#1 (11)', detail: 'vct-ring-open', type: '-3' } }); // prettier-ignore
    const short = [...two().slice(0, 2), section('Polygon', byLines(11, [1]))];
    expect(await attempt(text(...short))).toMatchObject({ params: { where: '#1 (11)', detail: 'vct-ring-open' } });
    const arc = text(head(), section('Line', [1, 1099000000, 'x', 1, 1, 12, 3, ...at([[0, 0], [1, 1], [2, 0]]), 0])); // prettier-ignore
    expect(await attempt(arc)).toMatchObject({ code: 'unsupported', params: { what: 'vct-curve', type: '1: 12' } });
    expect(await attempt(text(...two()).slice(0, -9))).toMatchObject({ code: 'truncated' });
  });
  it('puts a comma of a text back where one text alone can have it, else leaves out what is uncertain', async () => {
    const own = ['11,4101,0001,甲村,10000.00', '12,4102,0002,乙,村,18400.00'];
    const { found, notes } = await read(text(...two(), rows('DLTB', ...own)));
    // 4102 or 0002 could have it too.
    expect(found[1]).toEqual({ TBMJ: 18400, m2: 18400 });
    expect(notes).toContainEqual({ code: 'row-texts-unclear', params: { count: 1, ids: '12' } });
    const numbered = text(...two(), rows('DLTB', ...own)).replace('BSM,Char,18', 'BSM,Int,18').replace('TBBH,Char,8', 'TBBH,Int,8'); // prettier-ignore
    const sure = await read(numbered);
    expect(sure.found[1]).toMatchObject({ BSM: 4102, TBBH: 2, QSDWMC: '乙,村', TBMJ: 18400 });
    expect(sure.notes).toContainEqual({ code: 'row-texts-joined', params: { count: 1, ids: '12' } });
    const shifted = await read(text(...two(), rows('DLTB', '11,4101,0001,甲村,多少', '13,1,2,丙,5')));
    expect(shifted.found).toMatchObject([{ m2: 10000 }, { m2: 18400 }, { BSM: '1', TBMJ: 5 }]);
    expect(shifted.notes.map(({ code }) => code)).toEqual(['encoding-guessed', 'row-texts-unclear', 'boundary-missing']); // prettier-ignore
  });
  it('is in the CRS its head says: zone, degrees, another datum, northings first', async () => {
    const crs = async (more: Readonly<Record<string, string>>) => {
      const result = await attempt(text(...two(more)));
      return result.refused ? [result.code, result.params.code] : [result.crs.code, result.crs.how];
    };
    expect(await crs({})).toEqual(['EPSG:4526', 'declared']);
    expect(await crs({ Parameters: '114,1,38500000,0,6,20' })).toEqual(['crs-unrecognised', '114,1,38500000,0,6,20']);
    expect(await crs({ Spheroid: '西安80,6378140,298.257' })).toEqual(['crs-unsupported', '西安80,6378140,298.257']);
    expect(await crs({ Spheroid: '', Parameters: '' })).toEqual(['EPSG:4526', 'detected']);
    const plain = text(...two({ Parameters: '', Meridian: '114' })).replace(/^38(?=46[78]\d{3})/gm, '');
    expect((await read(plain)).crs).toEqual({ code: 'EPSG:4547', how: 'declared' });
    const turned = text(...two({ XAxisDirection: 'N' })).replace(/^(38\d+),(3\d+)$/gm, '$2,$1');
    expect((await read(turned)).found.map(({ m2 }) => m2)).toEqual([10000, 18400]);
    const degrees = text(head({ CoordinateSystemType: 'G', Parameters: '' }), section('Polygon', [21, 2001010100, 'x', 1, '113.6,34.7', 1, 11, 4, '113.6,34.7', '113.601,34.7', '113.6,34.701', '113.6,34.7', 0])); // prettier-ignore
    expect((await read(degrees)).crs).toEqual({ code: 'EPSG:4490', how: 'declared' });
  });
  it('of an older version has no line for the kind, and the number of the feature in its fields', async () => {
    const old = (topo: string) => head({ Version: '1.0', Topo: topo });
    const lines = section('Line', [1, 10, 'JX', 1, 4, ...at([[100, 0], [0, 0], [0, 100], [100, 100]])], [2, 10, 'JX', 1, 2, ...at([[100, 0], [100, 100]])]); // prettier-ignore
    const indirect = text(old('1'), lines, section('Polygon', [4101, 2001010100, 'DLTB', `${E},${N}`, 2, '1,-2']), rows('DLTB', '4101,0001,甲村,10000')); // prettier-ignore
    expect((await read(indirect)).found).toEqual([{ BSM: '4101', TBBH: '0001', QSDWMC: '甲村', TBMJ: 10000, m2: 10000 }]); // prettier-ignore
    const direct = text(old('0'), section('Polygon', [4101, 2001010100, 'DLTB', `${E},${N}`, 5, ...at(square(0, 0, 30)), 0])); // prettier-ignore
    expect((await read(direct)).found).toEqual([{ m2: 900 }]);
  });

  it('whose polygons are made of polygons without any point, over and over, is refused and not followed', async () => {
    const none = [1, 2001010100, 'unknown', 1, `${E},${N}`, 0, 0];
    const of = (id: number, parts: readonly number[]) => [id, 2001010100, 'unknown', 100, `${E},${N}`, 22, parts.length, parts.join(','), 0]; // prettier-ignore
    const tower = [2, 3, 4, 5, 6, 7, 8].map((id) =>
      of(
        id,
        Array.from({ length: 30 }, () => id - 1),
      ),
    );
    const content = text(head(), section('Polygon', none, ...tower));
    expect(await attempt(content)).toMatchObject({ refused: true, code: 'damaged', params: { detail: 'row-count' } });
  });

  it('is of the third survey by the columns of all its rows, though the first has an empty one', async () => {
    const fields = ['TableStructureBegin', 'DLTB,4', 'BSM,Char,18', 'DLBM,Char,5', 'TBMJ,Float,15,2', 'KCMJ,Float,15,2', 'TableStructureEnd']; // prettier-ignore
    const content = text(...two(), fields, rows('DLTB', '11,4101,0601,10000.00,', '12,4102,0601,18400.00,0.00'));
    const { found } = await read(content);
    expect(found).toMatchObject([1, 2].map(() => ({ 地类编码: { system: 'land-survey-3', code: '0601' } })));
  });
});

it('whatever the lines are cut into, turned and shuffled, every cell of a grid is the cell it is', async () => {
  const cut = fc.array(fc.double({ min: 0.1, max: 0.9, noNaN: true }), { maxLength: 2 });
  const edge = fc.record({ cuts: cut, isBack: fc.boolean() });
  const sizes = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }));
  const world = sizes.chain(([w, h]) => fc.record({ w: fc.constant(w), h: fc.constant(h), edges: fc.array(edge, { minLength: 2 * (w + 1) * (h + 1), maxLength: 2 * (w + 1) * (h + 1) }), sides: fc.tuple(fc.integer({ min: 5, max: 60 }), fc.integer({ min: 5, max: 60 })) })); // prettier-ignore
  await fc.assert(
    fc.asyncProperty(world, async ({ w, h, edges, sides: [dx, dy] }) => {
      const number = (i: number, j: number, up: number) => 2 * (j * (w + 1) + i) + up + 1;
      const lines: (string | number)[][] = [];
      for (let j = 0; j <= h; j++)
        for (let i = 0; i <= w; i++)
          for (const up of [0, 1]) {
            const { cuts, isBack } = edges[number(i, j, up) - 1];
            const stops = [0, ...cuts.sort((a, b) => a - b), 1];
            const path = stops.map((t): XY => (up ? [i * dx, (j + t) * dy] : [(i + t) * dx, j * dy]));
            lines.push(line(number(i, j, up), isBack ? path.reverse() : path));
          }
      const sign = (id: number, way: number) => id * way * (edges[id - 1].isBack ? -1 : 1);
      const cells = Array.from({ length: w * h }, (_, c) => {
        const [i, j] = [c % w, Math.floor(c / w)];
        return byLines(1000 + c, [sign(number(i, j, 0), 1), sign(number(i + 1, j, 1), 1), sign(number(i, j + 1, 0), -1), sign(number(i, j, 1), -1)]); // prettier-ignore
      });
      const { found } = await read(text(head(), section('Polygon', ...cells), section('Line', ...lines.reverse())));
      expect(found.map(({ m2 }) => m2)).toEqual(Array.from({ length: w * h }, () => dx * dy));
    }),
    { numRuns: 30 },
  );
});
