import DxfParser from 'dxf-parser';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { areasOf } from '../../domain/geometry/measure/measures.ts';
import { toSurveyed } from '../../domain/geometry/columns/builder.ts';
import type { NamedBytes, ReadOptions } from '../contract.ts';
import { file, gbk, plots, txtText } from '../test-files.ts';
import { readFiles, writeFiles } from '../index.ts';
import { at, box, drawing, E, insert, light, N, pairs, text, type Vertex } from './test-drawing.ts';
import { arrayRecords } from '../../domain/land/records/array-records.ts';

async function read(files: readonly NamedBytes[], options: ReadOptions = {}) {
  const result = await readFiles(files, options);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
async function refusal(name: string, content: string | Uint8Array) {
  const result = await readFiles([file(name, content)], {});
  return result.ok ? null : result.refusal;
}
async function write(project: Parameters<typeof writeFiles>[1]) {
  const result = await writeFiles('dxf', project, { name: 'x' });
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value.files[0];
}

const areas = ({ project: { parcels } }: Awaited<ReturnType<typeof read>>) =>
  parcels.records.map((_, f) => areasOf(parcels.layer, f).planeM2);
const codes = ({ notes }: { notes: readonly { code: string }[] }) => notes.map((n) => n.code);
const dxf = (...args: Parameters<typeof drawing>) => read([file('a.dxf', gbk(drawing(...args)))], { layer: '*' });

describe('DXF', () => {
  it('reads closed outlines by layer with holes, islands and names', async () => {
    const found = await dxf([
      light(at(box(0, 0, 100)), { layer: '工业' }),
      light(at(box(20, 20, 60)), { layer: '工业' }),
      light(at(box(40, 40, 10)), { layer: '工业' }),
      light(at(box(10, 10, 50)), { layer: '道路' }),
      light(at(box(200, 0, 50)), { layer: '工业', closed: 0 }),
      light([...at(box(300, 0, 50)), ...at(box(300, 0, 50)).slice(0, 1)], { closed: 0 }),
      text(5, 5, '\\U+7532地块'),
      text(310, 10, '1'),
      text(320, 10, '2'),
      pairs(0, 'MTEXT', 8, 'T', 10, E + 45, 20, N + 45, 1, '{\\fSimSun|b0|i0;\\H2.5;岛\\P一\\~\\M+5B5BA}'),
      pairs(0, 'LINE', 8, '0', 10, E, 20, N, 11, E + 9, 21, N),
    ]);
    expect(areas(found).map((a) => Math.round(a))).toEqual([10000 - 3600, 100, 2500, 2500]);
    expect(found.project.parcels.records.map(({ name, extra }) => [name, extra?.['图层']])).toEqual([
      ['甲地块', '工业'],
      // The text of the island lies in the road as well.
      ['岛 一 旦'.replace('旦', iconv.decode(Buffer.from([0xb5, 0xba]), 'gbk')), '工业'],
      ['岛 一 旦'.replace('旦', iconv.decode(Buffer.from([0xb5, 0xba]), 'gbk')), '道路'],
      [undefined, '0'],
    ]);
    expect(found.notes).toEqual([
      { code: 'rings-nested', params: { count: 1 } },
      { code: 'curves-open', params: { curves: 'LWPOLYLINE 1, LINE 1' } },
      { code: 'labels-unclear', params: { count: 1 } },
    ]);
    expect(found.crs).toEqual({ code: 'EPSG:4526', how: 'detected' });
  });

  it('keeps the numbers as they stand', async () => {
    const found = await dxf([
      light([
        [E + 0.123, N + 0.456],
        [E + 50.001, N],
        [E, N + 70.125],
      ]),
    ]);
    expect(toSurveyed(found.project.parcels.layer, 0)?.[0][0].slice(0, 3)).toEqual([
      [E + 0.123, N + 0.456],
      [E + 50.001, N],
      [E, N + 70.125],
    ]);
  });

  it('puts blocks in their places: scale, rotation, arrays, nesting, mirror', async () => {
    const unit = light(box(0, 0, 1, 2));
    const blocks = { UNIT: [unit], PAIR: [insert('UNIT', 10, 0, 20, 0), insert('UNIT', 10, 5, 20, 0, 41, 2, 42, 3)] };
    const found = await dxf(
      [
        insert('UNIT', 10, E, 20, N, 41, 10, 42, 10, 50, 90),
        insert('PAIR', 10, E + 100, 20, N, 41, 2, 42, 2),
        insert('UNIT', 10, E + 200, 20, N, 70, 3, 71, 2, 44, 10, 45, 10),
        insert('UNIT', 10, -(E + 300), 20, N, 210, 0, 220, 0, 230, -1),
        insert('NONE', 10, E, 20, N),
      ],
      blocks,
    );
    expect(areas(found).map((a) => Number(a.toFixed(2)))).toEqual([200, 8, 48, 2, 2, 2, 2, 2, 2, 2]);
    const first = toSurveyed(found.project.parcels.layer, 0)?.[0][0].map(([x, y]) => [
      Math.round(x - E),
      Math.round(y - N),
    ]);
    expect(first).toEqual([
      [0, 0],
      [0, 10],
      [-20, 10],
      [-20, 0],
      [0, 0],
    ]);
    const last = toSurveyed(found.project.parcels.layer, 9)?.[0][0].map(([x]) => x - E);
    expect(Math.min(...(last ?? []))).toBe(299);
    expect(found.project.parcels.records.get(0).extra?.['图层']).toBe('地块');
  });

  it('reads polylines of older releases, those in space by their plan, and leaves meshes', async () => {
    const old = (flags: number) =>
      pairs(
        0,
        'POLYLINE',
        8,
        'A',
        66,
        1,
        70,
        flags,
        ...at(box(0, 0, 10)).flatMap(([x, y]) => [0, 'VERTEX', 8, 'A', 10, x, 20, y]),
        0,
        'SEQEND',
      );
    const found = await dxf([old(1), old(9), old(17)]);
    expect(areas(found).map(Math.round)).toEqual([100, 100]);
    expect(codes(found)).toEqual(['other-geometry-left', 'duplicate-geometry']);
  });

  it('takes metres for metres whatever the template says, and millimetres by their size', async () => {
    expect(codes(await dxf([light(at(box(0, 0, 10)))]))).toEqual([]);
    const mm = await dxf([light(at(box(0, 0, 10)).map(([x, y]) => [x * 1000, y * 1000]))]);
    expect(mm.notes).toEqual([{ code: 'unit-scaled', params: { unit: 'mm' } }]);
    expect(areas(mm)[0]).toBeCloseTo(100, 3);
  });

  it('asks for the zone where the eastings do not name it', async () => {
    const plain = drawing([light(box(467900, N, 10))]);
    expect(await refusal('a.dxf', plain)).toMatchObject({ code: 'crs-ambiguous' });
    expect((await read([file('a.dxf', plain)], { epsg: 4547 })).crs).toEqual({ code: 'EPSG:4547', how: 'option' });
  });

  it('reads what it wrote, and so does another library', async () => {
    const { project } = await read([file('a.txt', gbk(txtText()))]);
    const written = await write(project);
    const back = await read([written]);
    // Parts are parcels of their own in a drawing; the ground is the same.
    expect(areas(back).reduce((a, b) => a + b)).toBeCloseTo(
      plots.reduce((sum, p) => sum + p.area, 0),
      6,
    );
    expect(back.project.parcels.records.map((r) => r.name)).toEqual(['甲地块', 'A2', ...Array<string>(5).fill('丙')]);
    const vertices = [...(back.project.parcels.layer.surveyed?.eastNorth ?? [])].sort();
    expect(vertices).toEqual([...(project.parcels.layer.surveyed?.eastNorth ?? [])].sort());
    const peer = new DxfParser().parseSync(iconv.decode(Buffer.from(written.bytes), 'gbk'));
    const lines = peer?.entities.filter((e) => e.type === 'POLYLINE') as unknown as {
      shape: boolean;
      vertices: { x: number; y: number }[];
    }[];
    expect(lines.map((l) => [l.shape, l.vertices.length])).toEqual(plots.flatMap((p) => p.boxes.map(() => [true, 4])));
    expect(lines[0].vertices[0]).toMatchObject({ x: 38467900.5, y: 3846900.125 });
    const odd = {
      ...project,
      parcels: {
        ...project.parcels,
        records: arrayRecords(project.parcels.records.map((r) => ({ ...r, name: '𠮷地' }))),
      },
    };
    expect((await read([await write(odd)])).project.parcels.records.get(0).name).toBe('𠮷地');
  });

  it.each([
    [
      'a block in itself',
      drawing([insert('A', 10, E, 20, N)], { A: [insert('A', 10, 1, 20, 1)] }),
      { code: 'bad-line', params: { detail: 'blocks-nested' } },
    ],
    [
      'blocks that multiply',
      drawing([insert('A', 10, E, 20, N, 70, 30000, 71, 30000)], { A: [light(box(0, 0, 1))] }),
      { code: 'too-large' },
    ],
    ['a code that is none', drawing(['x\ny']), { code: 'bad-line', params: { detail: 'group-code' } }],
    [
      'a number that is none',
      drawing([pairs(0, 'LWPOLYLINE', 70, 1, 10, 'nan', 20, 1, 10, 2, 20, 2, 10, 3, 20, 3)]),
      { code: 'bad-number' },
    ],
    ['a cut drawing', drawing([light(at(box(0, 0, 10)))]).slice(0, -20), { code: 'truncated' }],
    ['a drawing without areas', drawing([text(0, 0, 'x')]), { code: 'no-parcels' }],
    ['a DWG', 'AC1032\0\0\0', { code: 'foreign-file', params: { what: 'dwg' } }],
    ['a binary DXF', 'AutoCAD Binary DXF\r\n\x1a\0', { code: 'cad-binary' }],
  ])('refuses %s', async (_, content, expected) => {
    expect(await refusal('a.dxf', content)).toMatchObject(expected);
  });
});

describe('filled areas (HATCH) of a drawing', () => {
  const polyline = (vertices: readonly Vertex[], flags = 2) => [
    92,
    flags,
    72,
    1,
    73,
    1,
    93,
    vertices.length,
    ...vertices.flatMap(([x, y, b = 0]) => [10, x, 20, y, 42, b]),
    97,
    0,
  ];
  const edges = (...own: (string | number)[][]) => [92, 1, 93, own.length, ...own.flat(), 97, 1, 330, '1F'];
  const line = (x: number, y: number, toX: number, toY: number) =>
    [72, 1, 10, E + x, 20, N + y, 11, E + toX, 21, N + toY]; // prettier-ignore
  const arc = (x: number, y: number, r: number, from: number, to: number, ccw: number) =>
    [72, 2, 10, E + x, 20, N + y, 40, r, 50, from, 51, to, 73, ccw]; // prettier-ignore
  const hatch = (layer: string, ...loops: (string | number)[][]) =>
    pairs(0, 'HATCH', 8, layer, 10, 0, 20, 0, 30, 0, 2, 'SOLID', 70, 1, 71, 0, 91, loops.length, ...loops.flat(), 75, 0, 76, 1, 98, 1, 10, E, 20, N); // prettier-ignore

  it('is one parcel with its parts and holes, straight and bent', async () => {
    const found = await dxf([
      hatch('a', polyline(at(box(0, 0, 100))), polyline(at(box(20, 20, 60))), polyline(at(box(200, 0, 10)))),
      // A box with a half circle of radius 10 on its right side, once outward and once inward; a circle.
      hatch(
        'b',
        edges(line(300, 0, 350, 0), arc(350, 10, 10, 270, 90, 1), line(300, 20, 350, 20), line(300, 20, 300, 0)),
      ),
      hatch(
        'b',
        edges(line(400, 0, 450, 0), arc(450, 10, 10, 90, 270, 0), line(450, 20, 400, 20), line(400, 20, 400, 0)),
      ),
      hatch('b', edges(arc(500, 0, 10, 0, 360, 1))),
      hatch('b', polyline([[E + 600, N, 1], [E + 620, N, 1]])), // prettier-ignore
    ]);
    const half = (Math.PI * 100) / 2;
    const expected = [6500, 1000 + half, 1000 - half, 2 * half, 2 * half];
    expect(areas(found)).toHaveLength(expected.length);
    areas(found).forEach((area, f) => expect(Math.abs(area - expected[f])).toBeLessThan(1e-5));
    expect(found.project.parcels.layer.partStart[1]).toBe(2);
    expect(codes(found)).toContain('hatches-read');
  });
  it('that fills a closed polyline is not a second parcel', async () => {
    const turned = [...at(box(0, 0, 100))].reverse();
    const found = await dxf([
      light(at(box(0, 0, 100)), { layer: '地块' }),
      hatch('填充', polyline([...turned.slice(2), ...turned.slice(0, 2)])),
      hatch('地块', polyline(at(box(30, 30, 5)))),
    ]);
    expect(areas(found)).toEqual([10000]);
    expect(found.notes).toContainEqual({ code: 'other-geometry-left', params: { count: 2 } });
  });
  it('of a shape not read, open or cut short, is left and counted', async () => {
    const open = hatch('a', edges(line(0, 0, 50, 0), line(50, 0, 50, 50), line(60, 60, 0, 0)));
    const spline = hatch('a', [92, 1, 93, 1, 72, 4, 94, 3, 73, 0, 74, 0, 95, 8, 96, 4, 97, 0]); // without knots
    const short = hatch('a', [92, 2, 72, 0, 73, 1, 93, 99_999_999, 10, E, 20, N, 97, 0]);
    const found = await dxf([open, spline, short, light(at(box(0, 0, 10)))]);
    expect(areas(found)).toEqual([100]);
    expect(found.notes).toContainEqual({ code: 'other-geometry-left', params: { count: 3 } });
    const bad = hatch('a', polyline([[E, N], [E + 1, NaN], [E + 2, N + 2]])); // prettier-ignore
    expect(await refusal('a.dxf', gbk(drawing([bad])))).toMatchObject({ code: 'bad-number' });
  });
});
