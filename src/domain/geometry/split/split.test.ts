import fc from 'fast-check';
import { union, intersection, type Geom } from 'polyclip-ts';
import { describe, expect, it } from 'vitest';
import { planeCrsOf, toLonLat, toPlane } from '../../geodesy/zones.ts';
import { areasOf } from '../measure/measures.ts';
import { surveyedLayer } from '../plane/project.ts';
import { storedArea, storedFeature } from '../edit/frame.ts';
import type { Layer, MultiPolygon, Position } from '../columns/layer.ts';
import { box, CRS, feature, layerOf, ORIGIN, star } from '../plane/test-rings.ts';
import { problemsOf } from '../valid/validity.ts';
import { layerLike } from '../edit/frame.ts';
import { splitByAreas, splitEqually } from './areas.ts';
import { splitByLine } from './line.ts';

const at = (x: number, y: number): Position => [x + ORIGIN[0], y + ORIGIN[1]];
const line = (...points: [number, number][]) => ({ crs: CRS, points: points.map(([x, y]) => at(x, y)) });
const value = <T>(result: { ok: true; value: T } | { ok: false; refusal: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};
const area = (layer: Layer, f = 0) => storedArea(layer, storedFeature(layer, f), CRS);
const sound = (layer: Layer, shape: MultiPolygon) => expect(problemsOf(layerLike(layer, [shape]), 0)).toEqual([]);

/** A star with a star-shaped hole: every direction finds bays. */
const land = fc
  .record({
    outer: fc.array(fc.integer({ min: 4000, max: 20000 }), { minLength: 5, maxLength: 24 }),
    inner: fc.array(fc.integer({ min: 300, max: 1500 }), { minLength: 3, maxLength: 8 }),
    hole: fc.boolean(),
    bearingDeg: fc.oneof(fc.constantFrom(0, 90, 45, 180, 271.5), fc.double({ min: 0, max: 360, noNaN: true })),
    from: fc.constantFrom('left' as const, 'right' as const),
  })
  .map(({ outer, inner, hole, ...direction }) => {
    const shell = star(100, 100, outer.map((r) => r / 100)); // prettier-ignore
    const rings = hole ? [shell, star(100, 100, inner.map((r) => r / 100))] : [shell]; // prettier-ignore
    return { layer: layerOf(feature(rings)), direction };
  });

describe('into equal parts', () => {
  it('each is an nth of the whole, sound, and all together cover it', () => {
    fc.assert(
      fc.property(land, fc.integer({ min: 2, max: 9 }), ({ layer, direction }, count) => {
        const whole = area(layer);
        const { pieces, areaBeforeM2, differenceM2 } = value(splitEqually(layer, 0, direction, count));
        expect(areaBeforeM2).toBe(whole);
        expect(pieces).toHaveLength(count);
        for (const { after, areaM2 } of pieces) {
          expect(Math.abs(areaM2 - whole / count)).toBeLessThan((1e-9 * whole) / count);
          sound(layer, after);
        }
        expect(Math.abs(differenceM2)).toBeLessThan(1e-9 * whole);
      }),
      { numRuns: 150 },
    );
  });
  it('pieces lie in order from the side named', () => {
    const layer = layerOf(feature([box(0, 0, 90, 30)]));
    for (const [from, first] of [
      ['left', 0],
      ['right', 60],
    ] as const) {
      const { pieces } = value(splitEqually(layer, 0, { bearingDeg: 0, from }, 3));
      expect(Math.min(...pieces[0].after[0][0].map(([x]) => x)) - ORIGIN[0]).toBeCloseTo(first, 6);
    }
  });
  it('a parcel with bays is cut into pieces of several parts', () => {
    const comb = [[0, 0], [50, 0], [50, 40], [40, 40], [40, 10], [10, 10], [10, 40], [0, 40]] as const; // prettier-ignore
    const layer = layerOf(feature([comb]));
    const { pieces } = value(splitByAreas(layer, 0, { bearingDeg: 90, from: 'left' }, [400]));
    expect(pieces.map((p) => p.after.length)).toEqual([2, 1]);
    expect(pieces.map((p) => p.areaM2)).toEqual([400, 700]);
  });
});

describe('to areas', () => {
  it('the last piece takes the rest', () => {
    const layer = layerOf(feature([box(0, 0, 100)]));
    const { pieces } = value(splitByAreas(layer, 0, { bearingDeg: 30, from: 'right' }, [1000, 2500.5]));
    const areas = pieces.map((p) => p.areaM2);
    [1000, 2500.5, 6499.5].forEach((expected, i) => expect(areas[i]).toBeCloseTo(expected, 6));
  });
  it('a list of the whole area leaves nothing over, more is refused', () => {
    const layer = layerOf(feature([box(0, 0, 100)]));
    const direction = { bearingDeg: 0, from: 'left' } as const;
    expect(value(splitByAreas(layer, 0, direction, [4000, 6000])).pieces).toHaveLength(2);
    expect(splitByAreas(layer, 0, direction, [4000, 6001])).toMatchObject({ refusal: { code: 'areas-exceed' } });
    expect(splitByAreas(layer, 0, direction, [10000])).toMatchObject({ refusal: { code: 'not-divided' } });
    expect(splitByAreas(layer, 0, direction, [])).toMatchObject({ refusal: { code: 'bad-count' } });
    const many = Array.from({ length: 1000 }, () => 1);
    expect(splitByAreas(layer, 0, direction, many)).toMatchObject({
      refusal: { code: 'bad-count', params: { count: 1001 } },
    });
    expect(splitByAreas(layer, 0, direction, [4000, 0])).toMatchObject({ refusal: { code: 'area-not-positive' } });
    expect(splitByAreas(layer, 0, direction, [-1])).toMatchObject({ refusal: { code: 'area-not-positive' } });
    expect(splitEqually(layer, 0, direction, 1.5)).toMatchObject({ refusal: { code: 'bad-count' } });
    const lost = { bearingDeg: NaN, from: 'left' } as const;
    expect(splitByAreas(layer, 0, lost, [4000])).toMatchObject({ refusal: { code: 'bad-bearing' } });
    expect(splitEqually(layer, 0, lost, 2)).toMatchObject({ refusal: { code: 'bad-bearing' } });
  });
  it('of a layer in degrees new vertices have 9 decimals and the difference is said', () => {
    const degrees: MultiPolygon = [[[[113.6, 34.7], [113.602, 34.7003], [113.6017, 34.702], [113.5999, 34.7018], [113.6, 34.7]]]]; // prettier-ignore
    const layer = layerLike(layerOfDegrees(), [degrees]);
    const { pieces, differenceM2 } = value(splitEqually(layer, 0, { bearingDeg: 10, from: 'left' }, 2));
    for (const [lon] of pieces.flatMap((p) => p.after.flat(2))) expect(Math.round(lon * 1e9) / 1e9).toBe(lon);
    expect(Math.abs(pieces[0].areaM2 - pieces[1].areaM2)).toBeLessThan(0.05);
    expect(Math.abs(differenceM2)).toBeLessThan(0.05);
  });
});
const layerOfDegrees = (): Layer => ({ ...layerOf(), surveyed: undefined });

describe('along a line', () => {
  it('agrees with polyclip-ts on random land and a random line', () => {
    const coordinate = fc.integer({ min: -50, max: 250 });
    fc.assert(
      fc.property(land, coordinate, coordinate, ({ layer }, y0, y1) => {
        fc.pre(Math.abs(y0 - y1) > 1);
        const result = splitByLine(layer, 0, line([-150, y0 + 0.123], [350, y1 + 0.377]));
        const half = [[at(-150, y0 + 0.123), at(350, y1 + 0.377), at(350, 1000), at(-150, 1000)]] as Geom;
        const local = storedFeature(layer, 0) as unknown as Geom;
        const above = intersection(local, half) as unknown as MultiPolygon;
        const aboveM2 = above.reduce((sum, part) => sum + storedArea(layer, [part], CRS), 0);
        const whole = area(layer);
        if (!result.ok) {
          expect(Math.min(aboveM2, whole - aboveM2)).toBeLessThan(1e-3);
          return;
        }
        const { pieces, differenceM2 } = result.value;
        expect(Math.abs(differenceM2)).toBeLessThan(1e-9 * whole);
        const side = (p: MultiPolygon) => {
          const ring = p[0][0].slice(0, -1);
          const over = ring.map(([x, y]) => y - ORIGIN[1] - (y0 + 0.123 + ((x - ORIGIN[0] + 150) / 500) * (y1 + 0.377 - y0 - 0.123))); // prettier-ignore
          return over.reduce((p, q) => (Math.abs(q) > Math.abs(p) ? q : p));
        };
        const sum = pieces.filter((p) => side(p.after) > 0).reduce((total, p) => total + p.areaM2, 0);
        expect(Math.abs(sum - aboveM2)).toBeLessThan(1e-6 * whole);
        for (const { after } of pieces) sound(layer, after);
      }),
      { numRuns: 100 },
    );
  });
  it('a zigzag cuts as often as it crosses', () => {
    const layer = layerOf(feature([box(0, 0, 100)]));
    const zigzag = line([-10, 50], [25, 110], [50, -10], [75, 110], [110, 50]);
    const { pieces } = value(splitByLine(layer, 0, zigzag));
    expect(pieces).toHaveLength(5);
    expect(pieces.reduce((sum, p) => sum + p.areaM2, 0)).toBeCloseTo(10000, 5);
  });
  it('through a hole, out of a ring, and a loop cut out of the middle', () => {
    const ring = layerOf(feature([box(0, 0, 100), box(40, 40, 20)]));
    expect(value(splitByLine(ring, 0, line([-1, 50], [101, 50]))).pieces.map((p) => p.areaM2)).toEqual([4800, 4800]);
    expect(splitByLine(ring, 0, line([-1, 50], [50, 50]))).toMatchObject({ refusal: { code: 'not-divided' } });
    expect(splitByLine(ring, 0, line([-1, 50], [30, 50]))).toMatchObject({ refusal: { code: 'not-divided' } });
    const loop = line([10, 10], [20, 10], [20, 20], [10, 20], [10, 10]);
    const { pieces } = value(splitByLine(ring, 0, loop));
    expect(pieces.map((p) => [p.areaM2, p.after[0].length])).toEqual([
      [9500, 3],
      [100, 1],
    ]);
  });
  it('parts the line does not touch stay with the largest piece', () => {
    const layer = layerOf(feature([box(0, 0, 100)], [box(200, 0, 10)]));
    const { pieces } = value(splitByLine(layer, 0, line([30, -1], [30, 101])));
    expect(pieces.map((p) => p.areaM2)).toEqual([3000, 7100]);
  });
  it('a drawn line that all but runs along a border and through its vertices leaves no sliver beside them', () => {
    const corner = [[0, 0], [40, 0], [40, 10], [20, 10], [20, 20], [0, 20]] as const; // prettier-ignore
    const layer = layerOf(feature([corner]), feature([box(20, 10, 20, 10)]));
    const { pieces, neighbourInsertions } = value(splitByLine(layer, 0, line([-10, 9.999998], [50, 10.000003])));
    expect(pieces.map(({ areaM2 }) => Math.round(areaM2 * 1e3) / 1e3).sort((p, q) => q - p)).toEqual([400, 200]);
    const given = corner.map(([x, y]) => String(at(x, y)));
    const fresh = pieces.flatMap(({ after }) => after.flat(2)).filter((p) => !given.includes(String(p)));
    expect(fresh.every(([x]) => x === ORIGIN[0])).toBe(true);
    for (const { after } of pieces) expect(after.flat(2).map(String)).toContain(String(at(20, 10)));
    expect(neighbourInsertions).toEqual([]);
  });
  it('the neighbour gets the new vertex, to the same digits, and no other does', () => {
    const layer = layerOf(feature([box(0, 0, 100)]), feature([box(100, -20, 50, 150)]), feature([box(300, 0, 50)]));
    const { pieces, neighbourInsertions } = value(splitByLine(layer, 0, line([-5, 20], [105, 61.7])));
    expect(neighbourInsertions.map((n) => n.feature)).toEqual([1]);
    const [{ inserted, after, areaAfterM2, areaBeforeM2 }] = neighbourInsertions;
    expect(areaAfterM2).toBeCloseTo(areaBeforeM2, 6);
    for (const vertex of inserted) {
      expect(after[0][0]).toContainEqual(vertex);
      for (const piece of pieces) expect(piece.after[0][0]).toContainEqual(vertex);
    }
    expect(inserted).toHaveLength(1);
  });
  it('the line may come in degrees, or in another zone prefix', () => {
    const layer = layerOf(feature([star(50, 50, [30.123, 41.007, 22.2, 37.55, 44.4])]));
    const drawn = line([-50, 50.5], [150, 58]);
    const degrees = { points: drawn.points.map(([x, y]) => toLonLat(CRS, x, y)) };
    const prefixed = { crs: planeCrsOf(4526)!, points: drawn.points.map(([x, y]): Position => [x + 38e6, y]) };
    const [a, b, c] = [drawn, degrees, prefixed].map((cut) => value(splitByLine(layer, 0, cut)).pieces);
    for (const other of [b, c])
      a.forEach(({ areaM2 }, i) => expect(Math.abs(other[i].areaM2 - areaM2)).toBeLessThan(1e-5));
  });
  it('land surveyed in a 6° zone stays in it, and its parts are equal in the zone of the land', () => {
    const six = planeCrsOf(4509)!; // zone 20, CM 117°E: 3° away, where a metre is a millimetre longer
    const [e, n] = toPlane(six, 114.2, 34.7);
    const ring = ([[0, 0], [200, 10], [190, 160], [15, 140]] as const).map(([x, y]): Position => [e + x, n + y]); // prettier-ignore
    const layer = surveyedLayer([[[ring]]], six);
    const { pieces, crs, areaBeforeM2 } = value(splitEqually(layer, 0, { bearingDeg: 20, from: 'left' }, 3));
    expect(crs.zone).toBe(38);
    expect(areaBeforeM2).toBe(areasOf(layer, 0).planeM2);
    for (const { after } of pieces) {
      const { planeM2 } = areasOf(surveyedLayer([after], six), 0);
      expect(Math.abs(planeM2 / (areaBeforeM2 / 3) - 1)).toBeLessThan(1e-9);
    }
    for (const vertex of ring) expect(pieces.flatMap((p) => p.after.flat(2))).toContainEqual(vertex);
  });
  it('a broken boundary and a line of one point are refused', () => {
    const layer = layerOf(feature([[[0, 0], [10, 10], [10, 0], [0, 10]]]), feature([box(0, 0, 9)]), null); // prettier-ignore
    expect(splitByLine(layer, 0, line([5, -1], [5, 11]))).toMatchObject({ refusal: { code: 'boundary-broken' } });
    expect(splitByLine(layer, 1, line([5, 5], [5, 5]))).toMatchObject({ refusal: { code: 'line-too-short' } });
    expect(splitByLine(layer, 2, line([5, 5], [6, 5]))).toMatchObject({ refusal: { code: 'no-geometry' } });
  });
  it('keeps the surveyed numbers of every old vertex', () => {
    const layer = layerOf(feature([star(50, 50, [30.123, 41.007, 22.2, 37.55, 44.4])]));
    const old = storedFeature(layer, 0).flat(2);
    const { pieces } = value(splitByLine(layer, 0, line([-50, 50.5], [150, 51.5])));
    const kept = pieces.flatMap((p) => p.after.flat(2));
    for (const vertex of old) expect(kept).toContainEqual(vertex);
    const joined = union(...(pieces.map((p) => p.after) as unknown as [Geom, ...Geom[]])) as unknown as MultiPolygon;
    expect(storedArea(layer, joined, CRS)).toBeCloseTo(area(layer), 5);
  });
});
