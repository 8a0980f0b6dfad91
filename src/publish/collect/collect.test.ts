import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MultiPolygon } from '../../domain/geometry/columns/layer.ts';
import { metresApart } from './apart.ts';
import { isParkPublished, publishedFlag } from './is-published.ts';
import { slugsOf } from './slugs.ts';
import { thinned } from './thinned.ts';

describe('addresses of parks', () => {
  it('are of letters, digits and hyphens, one each, and stay as others come and go', () => {
    const id = fc.string({ unit: fc.constantFrom('P', 'p', '1', '2', '-', ' ', '园', '二', '/', '.'), minLength: 1 });
    fc.assert(
      fc.property(fc.uniqueArray(id, { maxLength: 12 }), (ids) => {
        const slugs = slugsOf(ids);
        expect(new Set(slugs).size).toBe(ids.length);
        for (const slug of slugs) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      }),
    );
    expect(slugsOf(['P01', 'P-2', '园一'])[0]).toBe('p01');
    expect(slugsOf(['园二', '园一'])[1]).toBe(slugsOf(['P01', 'P-2', '园一'])[2]);
  });
});

describe('what is published', () => {
  it.each([
    [{ stage: 'idea', published: true }, false],
    [{ stage: 'planned' }, false],
    [{ stage: 'planned', published: true }, true],
    [{ stage: 'approved' }, true],
    [{ stage: 'operating', published: false }, false],
    [{}, false],
  ] as const)('of a park %o is %s', (park, expected) => expect(isParkPublished(park)).toBe(expected));

  it.each([
    [{ status: 'idle' }, null],
    [{ status: 'idle', flagPublished: true }, 'idle'],
    [{ status: 'in-use', flagPublished: true }, null],
    [
      { status: 'in-use', flagPublished: true, flagDecision: 'confirmed', flagClass: 'low-efficiency' },
      'low-efficiency',
    ],
    [{ status: 'idle', flagPublished: true, flagDecision: 'disputed', flagClass: 'suspected-idle' }, null],
  ] as const)('of a flag %o is %s', (parcel, expected) => expect(publishedFlag(parcel)).toBe(expected));
});

const square = (lon: number, lat: number, side = 0.001): MultiPolygon => [
  [
    [
      [lon, lat],
      [lon + side, lat],
      [lon + side, lat + side],
      [lon, lat + side],
      [lon, lat],
    ],
  ],
];

describe('thinned boundaries', () => {
  const rough = (value: number) => value + 0.000_001_234;
  it('are rounded, closed, and shared as they were', () => {
    // Two neighbours with a point between their corners that bends their border by a metre, and one by ten.
    const [west, middle, east] = [113.6, 113.601, 113.602].map(rough);
    const [south, north] = [34.7, 34.701].map(rough);
    const bent = [
      [middle + 0.00004, south + 0.0003],
      [middle + 0.0001, south + 0.0006],
    ] as const;
    const a: MultiPolygon = [[[[west, south], [middle, south], ...bent, [middle, north], [west, north], [west, south]]]]; // prettier-ignore
    const b: MultiPolygon = [[[[middle, south], [east, south], [east, north], [middle, north], ...bent.toReversed(), [middle, south]]]]; // prettier-ignore
    const [left, right] = thinned([a, b], { thinM: 3, digits: 5 });
    const points = (shape: typeof left) => new Set(shape!.coordinates[0][0].map(String));
    expect(left!.coordinates[0][0].length).toBe(6);
    expect([...points(left)].filter((at) => points(right).has(at))).toHaveLength(3);
    for (const at of [...points(left), ...points(right)]) expect(at).toMatch(/^113\.\d{1,5},34\.\d{1,5}$/);
  });

  it('of what is too small to be drawn are nothing', () =>
    expect(thinned([square(113.6, 34.7, 0.000_001), null], { thinM: 3, digits: 5 })).toEqual([null, null]));
});

it('tells how far two sites are apart, whichever is asked first', () => {
  // 0.01° of longitude less the side of a square, at 34.7° north.
  const expected = 0.009 * 111_320 * Math.cos((34.7 * Math.PI) / 180);
  const [a, b] = [square(113.6, 34.7), square(113.61, 34.7)];
  expect(metresApart(a, b) / expected).toBeCloseTo(1, 3);
  expect(metresApart(b, a) / expected).toBeCloseTo(1, 3);
});
