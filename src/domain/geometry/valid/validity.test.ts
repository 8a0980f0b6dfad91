import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toLonLat } from '../../geodesy/zones.ts';
import { buildLayer, toMultiPolygon } from '../columns/builder.ts';
import { orient } from '../lines/orient.ts';
import type { BoundaryProblem } from './problem.ts';
import { box, CRS, feature, layerOf, ORIGIN, star, type Points } from '../plane/test-rings.ts';
import { problemsOf } from './validity.ts';

const problems = (...parts: Points[][]): BoundaryProblem[] => problemsOf(layerOf(feature(...parts)), 0);
const codes = (...parts: Points[][]) => [...new Set(problems(...parts).map((p) => `${p.code} ${p.severity}`))];
/** Metres between a reported place and a point of the drawing. */
function distanceTo({ at }: BoundaryProblem, [x, y]: readonly [number, number]): number {
  const [lon, lat] = toLonLat(CRS, x + ORIGIN[0], y + ORIGIN[1]);
  return Math.hypot((at[0] - lon) * 92_000, (at[1] - lat) * 111_000);
}

describe('one ring', () => {
  it('finds nothing wrong with sound boundaries', () => {
    expect(codes([box(0, 0, 100)])).toEqual([]);
    expect(codes([box(0, 0, 100), box(10, 10, 20), box(50, 50, 20)], [box(12, 12, 5)])).toEqual([]);
    expect(problemsOf(layerOf(null), 0)).toEqual([]);
  });
  it('places a crossing', () => {
    const bow: Points = [
      [0, 0],
      [100, 100],
      [100, 0],
      [0, 100],
    ];
    const [crossing, ...others] = problems([bow]);
    expect(crossing).toMatchObject({ code: 'self-crossing', severity: 'broken', ring: 1 });
    expect(distanceTo(crossing, [50, 50])).toBeLessThan(0.01);
    expect(others).toEqual([]);
  });
  it('tells a ring that touches itself from one that passes through itself at a vertex', () => {
    const eightTouching: Points = [
      [0, 0],
      [50, 50],
      [0, 100],
      [100, 100],
      [50, 50],
      [100, 0],
    ];
    const eightCrossing: Points = [
      [0, 0],
      [50, 50],
      [100, 100],
      [0, 100],
      [50, 50],
      [100, 0],
    ];
    const onAnEdge: Points = [
      [0, 0],
      [100, 0],
      [100, 100],
      [50, 0],
      [0, 100],
    ];
    expect(codes([eightTouching])).toEqual(['duplicate-vertex warning']);
    expect(codes([eightCrossing])).toEqual(['self-crossing broken']);
    expect(codes([onAnEdge])).toEqual(['duplicate-vertex warning']);
    const [touch] = problems([onAnEdge]);
    expect(touch).toMatchObject({ ring: 1, vertex: 4 });
    expect(distanceTo(touch, [50, 0])).toBeLessThan(0.01);
  });
  it('finds repeats, spikes, thin and empty rings', () => {
    const square = box(0, 0, 100);
    expect(problems([[square[0], square[0], ...square.slice(1)]])).toMatchObject([
      { code: 'repeated-vertex', severity: 'warning', ring: 1, vertex: 2 },
    ]);
    const spike: Points = [...square.slice(0, 2), [150, 50], [120, 50], [150, 50.00001], ...square.slice(2)];
    expect(codes([spike])).toContain('spike broken');
    const outAndBack: Points = [
      ...square.slice(0, 2),
      [100, 50],
      [140, 50],
      [170, 80],
      [140, 50],
      [100, 50],
      square[2],
      square[3],
    ];
    expect(problems([outAndBack])).toContainEqual(expect.objectContaining({ code: 'spike', ring: 1, vertex: 5 }));
    expect(codes([square.slice(0, 2)])).toEqual(['too-few-points broken']);
    expect(codes([[square[0], square[1], square[0], square[1]]])).toEqual(['too-few-points broken']);
    expect(codes([box(0, 0, 1000, 0.00005)])).toContain('zero-area broken');
    expect(codes([box(0, 0, 1000, 0.01)])).toEqual([]);
  });
  it('names a coordinate that is no number', () => {
    const layer = buildLayer([
      [
        [
          [
            [114, 34],
            [NaN, 34],
            [114, 34.1],
          ],
        ],
      ],
    ]);
    expect(problemsOf(layer, 0)).toMatchObject([{ code: 'not-a-number', ring: 1, vertex: 2 }]);
    expect(
      problemsOf(
        buildLayer([
          [
            [
              [
                [114, 34],
                [114, 340],
                [115, 34],
              ],
            ],
          ],
        ]),
        0,
      )[0].code,
    ).toBe('not-a-number');
  });
  it('finds in 10⁵ vertices the one crossing', () => {
    const n = 100_000;
    const ring = star(
      0,
      0,
      Array.from({ length: n }, (_, i) => 5000 + 20 * Math.sin(i / 30)),
    ).slice() as [number, number][];
    expect(codes([ring])).toEqual([]);
    [ring[5000], ring[5001]] = [ring[5001], ring[5000]];
    expect(codes([ring])).toContain('self-crossing broken');
  });
});

describe('a ring drawn over itself', () => {
  it('stops at a hundred faults', () => {
    const scribble = Array.from(
      { length: 20_000 },
      (_, i) => [Math.sin(i * 7.7) * 1e3, Math.cos(i * 3.3) * 1e3] as const,
    );
    expect(problems([scribble]).filter((p) => p.code === 'self-crossing').length).toBe(100);
  });
});

describe('several rings', () => {
  it('judges holes against their shell and each other', () => {
    const shell = box(0, 0, 100);
    expect(codes([shell, box(200, 0, 10)])).toEqual(['hole-outside broken']);
    expect(codes([shell, box(90, 10, 20)])).toEqual(['rings-cross broken']);
    expect(codes([shell, box(10, 10, 20), box(20, 20, 20)])).toEqual(['rings-cross broken']);
    expect(codes([shell, box(10, 10, 40), box(20, 20, 5)])).toEqual(['rings-cross broken']);
    expect(codes([shell, box(0, 10, 20)])).toEqual(['shared-line warning']); // the area is the same however it is read
    const [outside] = problems([shell, box(90, 10, 20)]);
    expect(outside).toMatchObject({ ring: 2, vertex: 2 });
  });
  it('finds parts that overlap, and accepts those that touch', () => {
    expect(codes([box(0, 0, 100)], [box(100, 100, 50)])).toEqual([]);
    expect(codes([box(0, 0, 100)], [box(50, 50, 100)])).toEqual(['parts-overlap broken']);
    expect(codes([box(0, 0, 100)], [box(0, 0, 100)])).toEqual(['parts-overlap broken']);
    expect(codes([box(0, 0, 100)], [box(10, 10, 10)])).toEqual(['parts-overlap broken']);
    const [overlap] = problems([box(0, 0, 100)], [box(80, 80, 100)]);
    expect(overlap.ring).toBe(2);
    expect(distanceTo(overlap, [90, 90])).toBeLessThan(0.01);
  });
});

/** Whether two edges that are no neighbours cross properly, in whole numbers of any size. */
function crossesBrute(ring: readonly (readonly [number, number])[]): boolean {
  const p = ring.map(([x, y]) => [BigInt(x), BigInt(y)] as const);
  const n = p.length;
  const turn = (a: number, b: number, c: number) => {
    const det =
      (p[b % n][0] - p[a % n][0]) * (p[c % n][1] - p[a % n][1]) -
      (p[b % n][1] - p[a % n][1]) * (p[c % n][0] - p[a % n][0]);
    return det > 0n ? 1 : det < 0n ? -1 : 0;
  };
  for (let i = 0; i < n; i++)
    for (let j = i + 2; j < n; j++)
      if (turn(i, i + 1, j) * turn(i, i + 1, j + 1) < 0 && turn(j, j + 1, i) * turn(j, j + 1, i + 1) < 0) return true;
  return false;
}

describe('against exact arithmetic', () => {
  const point = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }));
  it('calls a ring broken whenever whole numbers say that two edges cross', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 4, maxLength: 9 }), (ring) => {
        if (crossesBrute(ring)) expect(problems([ring]).some((p) => p.code === 'self-crossing')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
  it('never breaks a star, however many edges, in metres or in degrees', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 50, max: 100 }), { minLength: 5, maxLength: 90 }), (radii) => {
        const layer = layerOf(feature([star(0, 0, radii)]));
        expect(problemsOf(layer, 0)).toEqual([]);
        expect(problemsOf(buildLayer([toMultiPolygon(layer, 0)]), 0)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
  it('decides the side of a line to the last bit', () => {
    const ulp = 2 ** -53;
    for (let i = 0; i < 64; i++)
      for (let j = 0; j < 64; j++) {
        const [x, y] = [0.5 + i * ulp, 0.5 + j * ulp];
        // The line from (12, 12) to (24, 24) is x = y.
        expect(Math.sign(orient(12, 12, 24, 24, x, y))).toBe(Math.sign(j - i));
      }
  });
});

describe('rings by the thousand', () => {
  const square = (d: number, w: number) =>
    [
      [d, d],
      [w - d, d],
      [w - d, w - d],
      [d, w - d],
      [d, d],
    ].map(([x, y]) => [113.6 + x, 34.7 + y] as const);
  const nested = (n: number) => Array.from({ length: n }, (_, i) => square((0.04 * i) / n, 0.1));

  it('laid over each other are broken, and only the first hundred places are named', () => {
    const [shell, ...holes] = nested(400);
    const layer = buildLayer([[[shell, ...holes.map((hole) => [...hole].reverse())]]]);
    const found = problemsOf(layer, 0);
    expect(found.map((p) => p.code)).toEqual(Array<string>(100).fill('rings-cross'));
  });

  it('laid in each other as parts with holes are compared up to a number of pairs, and the rest is counted', () => {
    const rings = nested(1800);
    const parts = Array.from({ length: 900 }, (_, i) => [rings[2 * i], [...rings[2 * i + 1]].reverse()]);
    const found = problemsOf(buildLayer([parts]), 0);
    expect(found).toMatchObject([{ code: 'too-many-rings', severity: 'broken' }]);
    const pairs = (900 * 899) / 2;
    expect(found[0].more).toBeGreaterThan(pairs - 300_000 - 1);
    expect(found[0].more).toBeLessThan(pairs);
    expect(problemsOf(buildLayer([parts.slice(0, 60)]), 0)).toEqual([]);
  });
});
