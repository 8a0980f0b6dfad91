import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Position } from '../../domain/geometry/columns/layer.ts';
import { areasOf } from '../../domain/geometry/measure/measures.ts';
import { toSurveyed } from '../../domain/geometry/columns/builder.ts';
import { file, gbk } from '../test-files.ts';
import { readFiles, writeFiles } from '../index.ts';
import { signedArea } from '../rings.ts';
import { densify } from './bulge.ts';
import { ellipseEdges } from './curves.ts';
import { splinePath, type Spline } from './spline.ts';
import { at, box, drawing, E, insert, light, N, pairs } from './test-drawing.ts';

async function read(entities: readonly string[], blocks: Parameters<typeof drawing>[1] = {}) {
  const result = await readFiles([file('a.dxf', gbk(drawing(entities, blocks)))], {});
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  const { parcels } = result.value.project;
  return {
    areas: parcels.records.map((_, f) => areasOf(parcels.layer, f).planeM2),
    rings: parcels.records.map((_, f) => toSurveyed(parcels.layer, f)![0][0]),
    codes: result.value.notes.map(({ code }) => code),
  };
}
const closed = (ring: readonly Position[]) => [...ring, ring[0]];
/** Segment of a circle over a chord by its bulge, after the textbook: r² (φ − sin φ) / 2. */
const segment = (chord: number, bulge: number) => {
  const angle = 4 * Math.atan(Math.abs(bulge));
  const r = chord / (2 * Math.sin(angle / 2));
  return (Math.sign(bulge) * r * r * (angle - Math.sin(angle))) / 2;
};

describe('arcs', () => {
  it('enclose their exact area, near the arc and with their ends in place', () => {
    const bulge = fc.double({ min: 0.001, max: 3, noNaN: true });
    fc.assert(
      fc.property(bulge, fc.boolean(), fc.double({ min: 0.5, max: 400, noNaN: true }), (size, left, chord) => {
        const b = left ? size : -size;
        // The other way home is far enough aside for any arc.
        const ends: Position[] = [[0, 0], [chord, 0]]; // prettier-ignore
        const { ring } = densify([{ at: ends[0], bulge: b }, { at: ends[1], bulge: 0 }], 0.01); // prettier-ignore
        const area = signedArea(closed(ring));
        expect(Math.abs(area - segment(chord, b))).toBeLessThan(1e-4 + 1e-9 * Math.abs(area));
        expect(ring[0]).toEqual(ends[0]);
        expect(ring[ring.length - 1]).toEqual(ends[1]);
        const angle = 4 * Math.atan(b);
        const radius = chord / (2 * Math.sin(angle / 2));
        const centre = [chord / 2, radius * Math.cos(angle / 2)];
        for (let i = 1; i < ring.length; i++) {
          const middle = [(ring[i][0] + ring[i - 1][0]) / 2, (ring[i][1] + ring[i - 1][1]) / 2];
          for (const [x, y] of [ring[i], middle])
            expect(Math.abs(Math.hypot(x - centre[0], y - centre[1]) - Math.abs(radius))).toBeLessThan(0.0101);
        }
      }),
    );
  });
  it('shared by neighbours have the same points, from whichever end they are drawn', () => {
    fc.assert(
      fc.property(fc.double({ min: -2, max: 2, noNaN: true }), fc.integer({ min: -300, max: 300 }), (bulge, dy) => {
        const [a, b]: Position[] = [[E, N], [E + 80, N + dy]]; // prettier-ignore
        const one = densify([{ at: a, bulge }, { at: b, bulge: 0 }], 0.01).ring; // prettier-ignore
        const other = densify([{ at: b, bulge: -bulge }, { at: a, bulge: 0 }], 0.01).ring; // prettier-ignore
        expect([...other].reverse()).toEqual(one);
      }),
    );
  });
  it('of polylines, circles and ellipses are read to 0.01 m², turned, stretched and mirrored too', async () => {
    const pi = Math.PI;
    const { areas, codes } = await read(
      [
        light(at([[0, 0, 1], [100, 0, 1]])), // prettier-ignore
        // A plot of 100 m with a half circle of 50 m for its right side.
        light(at([[300, 0], [400, 0, 1], [400, 100], [300, 100]])), // prettier-ignore
        pairs(0, 'CIRCLE', 8, '0', 10, E + 600, 20, N, 40, 50),
        pairs(0, 'ELLIPSE', 8, '0', 10, E + 900, 20, N, 11, 30, 21, 40, 40, 0.5, 41, 0, 42, 2 * pi),
        insert('DISC', 10, E + 1200, 20, N, 41, 2, 42, 0.5, 50, 30),
        pairs(0, 'CIRCLE', 8, '0', 10, -(E + 1500), 20, N, 40, 10, 210, 0, 220, 0, 230, -1),
        pairs(0, 'ELLIPSE', 8, '0', 10, E, 20, N, 11, 30, 21, 40, 40, 0.5, 41, 0, 42, 3),
        pairs(0, 'ARC', 8, '0', 10, E, 20, N, 40, 10, 50, 0, 51, 90),
      ],
      { DISC: [pairs(0, 'CIRCLE', 8, '0', 10, 0, 20, 0, 40, 20)] },
    );
    const expected = [2500 * pi, 10000 + 1250 * pi, 2500 * pi, 1250 * pi, 400 * pi, 100 * pi];
    expect(areas).toHaveLength(expected.length);
    areas.forEach((area, f) => expect(Math.abs(area - expected[f])).toBeLessThan(1e-4));
    expect(codes).toEqual(['arcs-densified', 'curves-open']);
  });
  it.each(['txt', 'shp', 'gpkg', 'geojson', 'dxf', 'csv'] as const)(
    'keep their area in a file of %s',
    async (format) => {
      const half = light(at([[0, 0], [100, 0, 1], [100, 100], [0, 100]])); // prettier-ignore
      const drawn = await readFiles([file('a.dxf', gbk(drawing([half])))], {});
      const written = drawn.ok && (await writeFiles(format, drawn.value.project, { name: 'x' }));
      const back = written && written.ok && (await readFiles(written.value.files, {}));
      if (!back || !back.ok) throw new Error(JSON.stringify(back));
      const { planeM2 } = areasOf(back.value.project.parcels.layer, 0);
      expect(Math.abs(planeM2 - (10000 + 1250 * Math.PI))).toBeLessThan(0.01);
    },
  );
  it('of an ellipse cut anywhere keep the area of its sector', () => {
    // ½ a b (t₁ − t₀) is the sector from the centre, whatever the axes.
    const angle = fc.double({ min: 1, max: 359, noNaN: true });
    fc.assert(
      fc.property(angle, angle, fc.double({ min: 0.1, max: 1, noNaN: true }), (start, turn, ratio) => {
        const ellipse = { centre: [0, 0] as const, major: [60, 25] as const, ratio };
        const edges = ellipseEdges(ellipse, start, start + turn, 1, 0.01);
        const way = [[0, 0] as const, ...edges.flatMap(({ at: from, via, to }) => [from, ...via!, to])];
        const sector = (0.5 * (60 ** 2 + 25 ** 2) * ratio * turn * Math.PI) / 180;
        expect(Math.abs(signedArea(closed(way)) - sector)).toBeLessThan(1e-3);
      }),
    );
  });
});

describe('splines', () => {
  /** A wavy closed curve: its first three points again at the end, on even knots. */
  const periodic = (x: number, y: number): Spline => {
    const round = Array.from({ length: 8 }, (_, i): Position => {
      const [r, angle] = [i % 2 ? 60 : 40, (i * Math.PI) / 4];
      return [x + r * Math.cos(angle), y + r * Math.sin(angle)];
    });
    const points = [...round, ...round.slice(0, 3)];
    return { degree: 3, knots: Array.from({ length: points.length + 4 }, (_, i) => i), points, weights: [] };
  };
  const entity = ({ degree, knots, points, weights }: Spline, flags = 11) =>
    pairs(0, 'SPLINE', 8, '0', 70, flags, 71, degree, 72, knots.length, 73, points.length, 74, 0, ...knots.flatMap((u) => [40, u]), ...weights.flatMap((w) => [41, w]), ...points.flatMap(([x, y]) => [10, x, 20, y, 30, 0])); // prettier-ignore
  /** The circle as a rational curve of the second degree in four quarters (Piegl & Tiller, The NURBS Book, 7.5). */
  const circle = (x: number, y: number, r: number): Spline => ({
    degree: 2,
    knots: [0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 4],
    points: [[1, 0], [1, 1], [0, 1], [-1, 1], [-1, 0], [-1, -1], [0, -1], [1, -1], [1, 0]].map(([a, b]): Position => [x + r * a, y + r * b]), // prettier-ignore
    weights: [1, Math.SQRT1_2, 1, Math.SQRT1_2, 1, Math.SQRT1_2, 1, Math.SQRT1_2, 1],
  });
  /** Uniform cubic pieces by their matrix, summed finely: independent of de Boor. */
  const fineArea = ({ points }: Spline) => {
    const way: Position[] = [];
    for (let s = 3; s < points.length; s++)
      for (let k = 0; k < 20_000; k++) {
        const t = k / 20_000;
        const b = [(1 - t) ** 3, 3 * t ** 3 - 6 * t ** 2 + 4, -3 * t ** 3 + 3 * t ** 2 + 3 * t + 1, t ** 3];
        const sum = (axis: 0 | 1) => b.reduce((v, w, i) => v + (w * points[s - 3 + i][axis]) / 6, 0);
        way.push([sum(0), sum(1)]);
      }
    return Math.abs(signedArea(closed(way)));
  };
  it('enclose their exact area', async () => {
    const wave = periodic(E, N);
    const { areas, rings, codes } = await read([entity(wave), entity(circle(E + 300, N, 50), 13)]);
    expect(Math.abs(areas[0] - fineArea(wave))).toBeLessThan(1e-3);
    expect(Math.abs(areas[1] - 2500 * Math.PI)).toBeLessThan(1e-4);
    for (const [x, y] of rings[1]) expect(Math.abs(Math.hypot(x - E - 300, y - N) - 50)).toBeLessThan(0.01);
    expect(codes).toEqual(['arcs-densified']);
  });
  it('that are open, cut short or nonsense are left and named', async () => {
    const open = { ...periodic(E, N), points: periodic(E, N).points.map(([x, y], i): Position => [x + i, y]) };
    const few = { ...periodic(E, N), knots: [0, 1, 2] };
    const back = { ...periodic(E, N), knots: periodic(E, N).knots.map((u) => -u) };
    const { areas, codes } = await read([entity(open), entity(few), entity(back), light(at(box(500, 0, 10)))]);
    expect([areas.length, codes]).toEqual([1, ['curves-open']]);
  });
  it('and arcs of ellipses bound filled areas', async () => {
    const quarter = [[1, 0], [1, 1], [0, 1]].map(([a, b]): Position => [E + 50 * a, N + 50 * b]); // prettier-ignore
    const spline = [72, 4, 94, 2, 73, 1, 74, 0, 95, 6, 96, 3, ...[0, 0, 0, 1, 1, 1].flatMap((u) => [40, u])];
    const points = quarter.flatMap(([x, y], i) => [10, x, 20, y, 42, i === 1 ? Math.SQRT1_2 : 1]);
    const line = (x1: number, y1: number, x2: number, y2: number) => [72, 1, 10, E + x1, 20, N + y1, 11, E + x2, 21, N + y2]; // prettier-ignore
    const hatch = (...loops: (string | number)[][]) =>
      pairs(0, 'HATCH', 8, '0', 2, 'SOLID', 70, 1, 71, 0, 91, loops.length, ...loops.flat(), 75, 0, 76, 1, 98, 0);
    const half = [72, 3, 10, E + 200, 20, N, 11, 40, 21, 0, 40, 0.5, 50, 0, 51, 180, 73, 1];
    // A sector of 60° of the parameter, which a hatch tells as the angle from the centre.
    const [x, y] = [400 + 40 * Math.cos(Math.PI / 3), 20 * Math.sin(Math.PI / 3)];
    const angle = (Math.atan2(y, x - 400) * 180) / Math.PI;
    const part = [72, 3, 10, E + 400, 20, N, 11, 40, 21, 0, 40, 0.5, 50, 0, 51, angle, 73, 1];
    const { areas } = await read([
      hatch([92, 1, 93, 3, ...line(400, 0, 440, 0), ...part, ...line(x, y, 400, 0), 97, 0]),
      hatch([92, 1, 93, 3, ...line(0, 0, 50, 0), ...spline, ...points, ...line(0, 50, 0, 0), 97, 0]),
      hatch([92, 1, 93, 2, ...half, ...line(160, 0, 240, 0), 97, 0]),
    ]);
    expect(areas.map((area) => Number(area.toFixed(4)))).toEqual(
      [(400 * Math.PI) / 3, 625 * Math.PI, 400 * Math.PI].map((area) => Number(area.toFixed(4))),
    );
  });
  it('stay near the curve', () => {
    const path = splinePath(circle(0, 0, 200), 0.01);
    for (const [x, y] of path) expect(Math.abs(Math.hypot(x, y) - 200)).toBeLessThan(0.01);
  });
});
