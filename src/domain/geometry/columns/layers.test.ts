import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlaneCrs } from '../../geodesy/crs.ts';
import { falseEasting, planeCrsOf } from '../../geodesy/zones.ts';
import { buildLayer, emptyLayer, LayerBuilder, toMultiPolygon, toSurveyed } from './builder.ts';
import { areasOf, boundsOf, layerAreas } from '../measure/measures.ts';
import type { Layer, MultiPolygon } from './layer.ts';
import { nestRings } from './nesting.ts';
import { planeVertices, surveyedLayer } from '../plane/project.ts';
import { box, CRS, feature, layerOf, type Points } from '../plane/test-rings.ts';

/** Every vertex as east and north in `crs`, false easting and zone number included, from the degrees. */
function planeCoordinates(layer: Layer, crs: PlaneCrs): Float64Array {
  const xy = planeVertices(layer, crs, 0, layer.lonLat.length / 2);
  return xy.map((v, k) => (k % 2 === 0 ? v + falseEasting(crs) : v));
}

const vertices = (parts: ReturnType<typeof nestRings>) => parts.map((rings) => rings.map((ring) => ring.length));

describe('building', () => {
  it('keeps shape and numbers through a layer, closing open rings', () => {
    const one = [
      [
        [
          [114, 34],
          [114.001, 34],
          [114, 34.001],
        ],
      ],
    ] as const;
    const layer = buildLayer([one, null, one]);
    expect(layer.size).toBe(3);
    expect(toMultiPolygon(layer, 0)).toEqual([[[...one[0][0], [114, 34]]]]);
    expect(toMultiPolygon(layer, 1)).toEqual([]);
    expect(toSurveyed(layer, 0)).toBeNull();
    expect(emptyLayer().size).toBe(0);
    expect(boundsOf(layer, 2)).toEqual([114, 34, 114.001, 34.001]);
  });
  it('keeps surveyed numbers exactly, with degrees of at most 9 decimals beside them', () => {
    const prefixed = planeCrsOf(4526)!;
    const ring = box(38_406_600.123, 3_847_300.456, 250.7);
    const layer = surveyedLayer([[[ring]]], prefixed);
    expect(toSurveyed(layer, 0)).toEqual([[[...ring, ring[0]]]]);
    expect(layer.surveyed!.eastNorth[0]).toBe(38_406_600.123);
    expect(planeCoordinates(layer, CRS)[0]).toBeCloseTo(406_600.123, 8);
    for (const x of layer.lonLat) expect(Number(x.toFixed(9))).toBe(x);
    expect(layer.lonLat.length).toBe(layer.surveyed!.eastNorth.length);
  });
  it('refuses surveyed coordinates of another shape', () => {
    const builder = new LayerBuilder(CRS);
    expect(() => builder.add([[box(114, 34, 0.001)]], [[box(0, 0, 1).slice(1)]])).toThrow(RangeError);
  });
  it('projects degrees to what was surveyed, within the rounding of the degrees', () => {
    const layer = layerOf(feature([box(0, 0, 300)]));
    const degrees = buildLayer([toMultiPolygon(layer, 0)]);
    const [a, b] = [planeCoordinates(layer, CRS), planeCoordinates(degrees, CRS)];
    a.forEach((x, i) => expect(Math.abs(x - b[i])).toBeLessThan(1e-4));
  });
});

describe('nesting', () => {
  const shell = box(0, 0, 100);
  const hole = box(10, 10, 50);
  const island = box(20, 20, 10);
  const backwards = (ring: Points) => [ring[0], ...ring.slice(1).reverse()];
  it('finds shells, holes and islands in holes whatever their order and turn', () => {
    const apart = box(200, 0, 10);
    for (const rings of [
      [shell, hole, island, apart],
      [backwards(island), apart, hole, backwards(shell)],
    ]) {
      const parts = nestRings(rings);
      expect(vertices(parts).sort()).toEqual([[4], [4], [4, 4]]);
      expect(areasOf(layerOf(feature(...(parts as Points[][]))), 0).planeM2).toBeCloseTo(10000 - 2500 + 100 + 100, 6);
    }
  });
  it('turns shells counter-clockwise and holes clockwise and keeps the first vertex first', () => {
    const [[outer, inner]] = nestRings([backwards(shell), hole]);
    expect(outer).toEqual(shell);
    expect(inner).toEqual(backwards(hole));
    const closed = [...backwards(shell), shell[0]];
    expect(nestRings([closed])[0][0]).toEqual([...shell, shell[0]]);
  });
  it('takes a hole that touches its shell for a hole, a neighbour that touches for a part', () => {
    const touching: Points = [
      [0, 50],
      [20, 40],
      [20, 60],
    ];
    expect(vertices(nestRings([shell, touching]))).toEqual([[4, 3]]);
    expect(vertices(nestRings([shell, box(100, 0, 10)]))).toEqual([[4], [4]]);
    expect(vertices(nestRings([shell, box(0, 0, 10)]))).toEqual([[4, 4]]); // along two edges of the shell
  });
});

describe('areas', () => {
  it('gives both published figures of V1 from surveyed coordinates', () => {
    const v1 = surveyedLayer([[[box(38_406_600, 3_847_300, 266.7, 250)]]], planeCrsOf(4526)!);
    const { planeM2, ellipsoidM2, perimeterM, planeCrs } = areasOf(v1, 0);
    expect(planeM2).toBeCloseTo(66675, 2);
    expect(Math.abs(ellipsoidM2 - 66660.71)).toBeLessThan(0.005);
    expect(perimeterM).toBeCloseTo(1033.4, 6);
    expect(planeCrs.epsg).toBe(4526);
  });
  it('measures land surveyed in a 6° or a neighbouring zone in its own 3° zone', () => {
    const own = areasOf(surveyedLayer([[[box(38_406_600, 3_847_300, 266.7, 250)]]], planeCrsOf(4526)!), 0);
    const v1 = surveyedLayer([[[box(38_406_600, 3_847_300, 266.7, 250)]]], planeCrsOf(4526)!);
    const neighbour = planeCrsOf(4525)!;
    const xy = planeCoordinates(v1, neighbour);
    const ring = Array.from({ length: 5 }, (_, i) => [xy[2 * i], xy[2 * i + 1]] as const);
    const other = areasOf(surveyedLayer([[[ring]]], neighbour), 0);
    expect(other.planeCrs.zone).toBe(38);
    // The degrees between are stored to 0.1 mm.
    expect(Math.abs(other.planeM2 - own.planeM2)).toBeLessThan(own.perimeterM * 1e-4);
    expect(Math.abs(other.ellipsoidM2 - own.ellipsoidM2)).toBeLessThan(own.perimeterM * 1e-4);
  });
  it('takes holes off whichever way rings turn', () => {
    const turned = box(10, 10, 50).toReversed();
    expect(areasOf(layerOf(feature([box(0, 0, 100), box(10, 10, 50)])), 0).planeM2).toBeCloseTo(7500, 6);
    expect(areasOf(layerOf(feature([box(0, 0, 100).toReversed(), turned])), 0).planeM2).toBeCloseTo(7500, 6);
  });
  it('measures a whole layer as it measures each feature, empty ones as nothing, broken ones not at all', () => {
    const shape = fc.constantFrom<MultiPolygon | null>(
      null,
      feature([box(0, 0, 100), box(10, 10, 50)]),
      feature([box(900, 0, 30)], [box(0, 0, 9)]),
      feature([box(-150_000, 0, 30, 4000)]),
      feature([box(130_000, 5, 300).toReversed()]),
      feature([box(160_000, 70_000, 50)]),
    );
    fc.assert(
      fc.property(fc.array(shape, { maxLength: 12 }), fc.nat(11), (shapes, away) => {
        const degrees = buildLayer(shapes.map((_, f) => toMultiPolygon(layerOf(...shapes), f)));
        for (const any of [layerOf(...shapes), degrees]) {
          const columns = layerAreas(any, new Set([away]));
          for (let f = 0; f < any.size; f++) {
            const one = areasOf(any, f);
            if (f === away)
              expect([columns.planeM2[f], columns.ellipsoidM2[f], columns.perimeterM[f]]).toEqual([NaN, NaN, NaN]);
            else {
              expect([columns.planeM2[f], columns.perimeterM[f], columns.planeCrs[f]]).toEqual([
                one.planeM2,
                one.perimeterM,
                one.planeCrs,
              ]);
              expect(Math.abs(columns.ellipsoidM2[f] - one.ellipsoidM2)).toBeLessThanOrEqual(1e-10 * one.ellipsoidM2);
            }
          }
        }
      }),
    );
  });
});
