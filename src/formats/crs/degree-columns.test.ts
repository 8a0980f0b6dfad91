import fc from 'fast-check';
import { expect, it } from 'vitest';
import { round9 } from '../../domain/geometry/columns/builder.ts';
import { degreeColumns } from './degree-columns.ts';
import { degrees, sourceOf, type SourceCrs } from './source.ts';

const named = (epsg: number): SourceCrs => {
  const source = sourceOf(epsg);
  if (!source.ok) throw new Error(String(epsg));
  return source.value;
};
const oneByOne = (source: SourceCrs, xy: readonly number[]): number[] =>
  Array.from({ length: xy.length / 2 }, (_, v) => source.toDegrees([xy[2 * v], xy[2 * v + 1]]).map(round9)).flat();

it.each([4526, 4547, 4498, 3857, 32649])('columns of EPSG:%i become the degrees that each position becomes', (epsg) => {
  const source = named(epsg);
  const [east, south] = source.fromDegrees([source.plane?.centralMeridian ?? 111, 30]);
  const metres = (most: number) => fc.integer({ min: -most * 10_000, max: most * 10_000 }).map((n) => n / 10_000);
  const position = fc.tuple(metres(280_000).map((x) => east + x), metres(2_600_000).map((y) => south + y)); // prettier-ignore
  fc.assert(
    fc.property(fc.array(position, { minLength: 200, maxLength: 400 }), (all) => {
      const xy = all.flat();
      expect(Array.from(degreeColumns(source, Float64Array.from(xy)))).toEqual(oneByOne(source, xy));
    }),
    { numRuns: 40 },
  );
});

it('positions whose degrees lie between two steps round as one by one', () => {
  const source = named(4526);
  const xy = Array.from({ length: 2000 }, (_, n) =>
    source.fromDegrees([113 + (n * 7919 + 0.5) / 1e9, 34 + (n * 104_729 + 0.5) / 1e9]),
  ).flat();
  expect(Array.from(degreeColumns(source, Float64Array.from(xy)))).toEqual(oneByOne(source, xy));
});

it('what is no number has no degrees, and stops nothing', () => {
  for (const source of [degrees, named(4526), named(3857)]) {
    const [lon, lat] = degreeColumns(source, Float64Array.of(NaN, 1, Infinity, 1)).subarray(0, 2);
    expect([lon, lat].some((value) => !Number.isFinite(value))).toBe(true);
  }
});
