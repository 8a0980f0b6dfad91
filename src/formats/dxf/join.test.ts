import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areasOf } from '../../domain/geometry/measure/measures.ts';
import type { ReadOptions } from '../contract.ts';
import { readFiles } from '../index.ts';
import { file, gbk } from '../test-files.ts';
import { at, box, drawing, E, light, N, pairs, text, type Vertex } from './test-drawing.ts';

async function attempt(entities: readonly string[], options: ReadOptions = {}, blocks = {}) {
  const result = await readFiles([file('a.dxf', gbk(drawing(entities, blocks)))], options);
  if (!result.ok) return { ...result.refusal, refused: true as const };
  const { records, layer } = result.value.project.parcels;
  const areas = [...records].map((_, f) => Math.round(areasOf(layer, f).planeM2 * 1000) / 1000);
  return { refused: false as const, areas, records: [...records], notes: result.value.notes, faces: result.value.faces }; // prettier-ignore
}
async function read(entities: readonly string[], options: ReadOptions = {}, blocks = {}) {
  const result = await attempt(entities, options, blocks);
  if (result.refused) throw new Error(JSON.stringify(result));
  return result;
}
type XY = readonly [number, number];
const line = ([a, b]: XY, [c, d]: XY, layer = 'JZX') => pairs(0, 'LINE', 8, layer, 10, E + a, 20, N + b, 11, E + c, 21, N + d); // prettier-ignore
const lines = (points: readonly XY[], layer?: string) => points.slice(1).map((p, i) => line(points[i], p, layer));
const arc = ([x, y]: XY, r: number, from: number, to: number) => pairs(0, 'ARC', 8, 'JZX', 10, E + x, 20, N + y, 40, r, 50, from, 51, to); // prettier-ignore
const open = (vertices: readonly Vertex[], layer = 'JZX') => light(at(vertices), { layer, closed: 0 });
const square = (x: number, w: number): XY[] => [[x, 0], [x + w, 0], [x + w, w], [x, w], [x, 0]]; // prettier-ignore
const codes = ({ notes }: Awaited<ReturnType<typeof read>>) => notes.map(({ code }) => code);

describe('single lines of a layer', () => {
  it('are plots where they join end to end: lines, arcs and polylines, whichever way they were drawn', async () => {
    const bitten = [line([0, 0], [0, 50]), line([100, 50], [0, 50]), line([100, 50], [100, 0]), arc([50, 0], 50, 180, 0)]; // prettier-ignore
    const bulging = [open([[200, 0, 1], [300, 0], [300, 60]]), open([[200, 0], [200, 60], [300, 60]])]; // prettier-ignore
    const read2 = await read([...bitten, ...bulging]);
    // A half circle more, and the whole of one: under the line and over it.
    const half = (Math.PI * 50 * 50) / 2;
    expect(read2.areas[0]).toBeCloseTo(5000 + half, 2);
    expect(read2.areas[1]).toBeCloseTo(6000 + half, 2);
    expect(read2.notes.slice(0, 2)).toEqual([
      { code: 'arcs-densified', params: { count: 3, chordM: 0.01 } },
      { code: 'joined-from-lines', params: { count: 2, gapMm: 0 } },
    ]);
  });

  it('join over a gap of a millimetre and no more; what was drawn twice counts once', async () => {
    const gap = (mm: number) => [...lines(square(0, 100).slice(0, 4)), line([0, 100 + mm / 1000], [0, 0]), line([0, 0], [100, 0])]; // prettier-ignore
    const near = await read(gap(0.9));
    expect(near.areas[0]).toBeCloseTo(10_000, 0);
    expect(near.notes).toContainEqual({ code: 'joined-from-lines', params: { count: 1, gapMm: 0.9 } });
    expect(await attempt(gap(2))).toMatchObject({ code: 'no-parcels', params: { open: 'LINE 5' } });
  });

  it('along an outline are that outline, inside another a hole, and in a block where it stands', async () => {
    const outlined = await read([light(at(box(0, 0, 100)), { layer: 'JZD' }), ...lines(square(0, 100))]);
    expect([outlined.areas, codes(outlined)]).toEqual([[10_000], []]);
    const holed = await read([...lines(square(0, 100)), light(at(box(20, 20, 10)), { layer: 'JZX' })]);
    expect([holed.areas, codes(holed)]).toEqual([[9900], ['rings-nested', 'joined-from-lines']]);
    const block = [pairs(0, 'LINE', 8, '0', 10, 0, 20, 0, 11, 10, 21, 0), pairs(0, 'ARC', 8, '0', 10, 5, 20, 0, 40, 5, 50, 0, 51, 180)]; // prettier-ignore
    const insert = pairs(0, 'INSERT', 8, 'JZX', 2, 'B', 10, E, 20, N, 41, -2, 42, 2, 50, 30);
    expect((await read([insert], {}, { B: block })).areas[0]).toBeCloseTo(50 * Math.PI, 3);
    const oblong = pairs(0, 'INSERT', 8, 'JZX', 2, 'B', 10, E, 20, N, 41, 4, 42, 2);
    expect((await read([oblong], {}, { B: block })).areas[0]).toBeCloseTo(100 * Math.PI, 2);
  });

  it('of other layers than the parcels of CASS are left open', async () => {
    const parcel = pairs(light(at(box(200, 0, 100)), { layer: 'JZD' }), 1001, 'SOUTH', 1000, '300000', 1000, '1');
    const both = await read([parcel, ...lines(square(0, 50), 'JMD'), ...lines(square(100, 50), 'JZD')]);
    expect(both.areas).toEqual([10_000, 2500]);
    expect(both.notes).toContainEqual({ code: 'curves-open', params: { curves: 'LINE 4' } });
  });

  it('where more than two meet are not guessed: layer, number and first place are said, and faces offered', async () => {
    const forked = [...lines(square(0, 100)), line([50, 0], [50, 100])];
    // The line in the middle ends on two others, which have no point there.
    expect((await read(forked)).areas).toEqual([10_000]);
    const shared = [...lines(square(0, 100)), ...lines(square(100, 100))];
    const refused = { code: 'lines-fork', params: { layer: 'JZX', count: 2, x: E + 100, y: N }, choices: ['JZX'] };
    expect(await attempt(shared)).toMatchObject(refused);
    const beside = await read([...shared, light(at(box(500, 0, 10)), { layer: 'A' })]);
    expect([beside.areas, beside.faces]).toEqual([[100], { choices: ['JZX'], read: null }]);
    expect(beside.notes).toContainEqual({ code: 'lines-fork', params: { layer: 'JZX', count: 2, x: E + 100, y: N } });
    // A river with its branches encloses nothing.
    const tree = [line([0, 300], [50, 300]), line([50, 300], [90, 350]), line([50, 300], [90, 250])];
    expect(codes(await read([...tree, light(at(box(500, 0, 10)))]))).toEqual(['curves-open']);
  });
});

describe('all faces of a layer', () => {
  it('are parcels where a person asks for them: crossings cut, ends on lines and arcs, a closed outline among them', async () => {
    const grid = [line([0, 0], [100, 0]), line([0, 40], [100, 40]), line([-10, 100], [110, 100]), line([0, -10], [0, 110]), line([100, -10], [100, 110])]; // prettier-ignore
    const inner = light(at(box(20, 60, 20)), { layer: 'JZX' });
    const { areas, notes, faces, records } = await read([...grid, inner, text(50, 20, 'ZD-1')], { faces: 'jzx' });
    expect(areas).toEqual([4000, 5600, 400]);
    expect(records.map(({ id }) => id)).toEqual(['ZD-1', '2', '3']);
    expect(faces).toEqual({ choices: ['JZX'], read: 'JZX' });
    expect(notes[0]).toEqual({ code: 'faces-built', params: { layer: 'JZX', count: 3, roads: 0 } });
    // A half circle cut by a line that ends on it, where no chord may run.
    const dome = [arc([50, 0], 50, 0, 180), line([0, 0], [100, 0]), line([40, 0], [40, Math.sqrt(2500 - 100)])];
    const cut = (await read(dome, { faces: 'JZX' })).areas;
    const left = 2500 * Math.acos(0.2) - 10 * Math.sqrt(2400);
    expect(cut).toHaveLength(2);
    expect(Math.min(...cut)).toBeCloseTo(left / 2, 1);
    expect(cut[0] + cut[1]).toBeCloseTo(1250 * Math.PI, 1);
  });

  it('are none where lines enclose nothing, and of a layer that is not there', async () => {
    const tree = [line([0, 300], [50, 300]), light(at(box(500, 0, 10)), { layer: 'A' })];
    for (const faces of ['JZX', 'NOPE'])
      expect(await attempt(tree, { faces })).toMatchObject({ code: 'no-faces', params: { layer: faces }, choices: ['JZX'] }); // prettier-ignore
  });

  it('that look like roads are marked', async () => {
    const street = [...lines(square(0, 100)), line([0, 100], [0, 108]), line([100, 100], [100, 108]), line([0, 108], [100, 108])]; // prettier-ignore
    const { records, notes } = await read(street, { faces: 'JZX' });
    expect(records.map(({ extra }) => extra?.疑似道路)).toEqual([undefined, '是']);
    expect(notes).toContainEqual({ code: 'faces-built', params: { layer: 'JZX', count: 2, roads: 1 } });
  });

  it('take bounded time, whatever is in a heap', async () => {
    const heap = Array.from({ length: 4000 }, (_, i) => line([i, 0], [4000 - i, 3000 + i / 7]));
    expect(await attempt(heap, { faces: 'JZX' })).toMatchObject({ code: 'too-large', params: { what: 'line-pairs' } });
  });

  it('cover a divided square whole, each once', async () => {
    const cut = fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 }), fc.boolean());
    await fc.assert(
      fc.asyncProperty(fc.array(cut, { maxLength: 8 }), async (cuts) => {
        const across = cuts.map(([a, b, upright]) => (upright ? line([a, 0], [b, 100]) : line([0, a], [100, b])));
        const { areas } = await read([...lines(square(0, 100)), ...across], { faces: 'JZX' });
        expect(areas.reduce((sum, m2) => sum + m2, 0)).toBeCloseTo(10_000, 1);
      }),
      { numRuns: 25 },
    );
  });
});
