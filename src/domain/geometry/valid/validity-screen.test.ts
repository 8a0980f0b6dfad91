import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildLayer, toMultiPolygon } from '../columns/builder.ts';
import type { Layer } from '../columns/layer.ts';
import { box, feature, layerOf, star, type Points } from '../plane/test-rings.ts';
import { clearlySound } from './validity-screen.ts';
import { examine, invalidFeatures } from './validity.ts';

/** The same land once as surveyed and once as degrees only. */
const both = (...parts: Points[][]): Layer[] => {
  const surveyed = layerOf(feature(...parts));
  return [surveyed, buildLayer([toMultiPolygon(surveyed, 0)])];
};
/** A glance may leave a feature to the full examination, but never pass what that would not. */
const agrees = (layer: Layer): void => {
  if (clearlySound(layer, 0)) expect(examine(layer, 0)).toEqual([]);
  const broken = examine(layer, 0).some((p) => p.severity === 'broken');
  expect([...invalidFeatures(layer)!]).toEqual(broken ? [0] : []);
};

const whole = (max: number) => fc.integer({ min: 0, max });
const onLattice = fc.array(fc.tuple(whole(6), whole(6)), { minLength: 1, maxLength: 10 });
const radii = fc.array(fc.integer({ min: 20, max: 100 }), { minLength: 3, maxLength: 30 });
/** From far below to far above a tenth of a millimetre, where thin land and spikes begin. */
const small = fc.integer({ min: -60, max: 10 }).map((tenth) => 10 ** (tenth / 10));

describe('a glance at a boundary', () => {
  it('passes nothing that has a fault or a warning: rings drawn at random between a few points', () => {
    fc.assert(
      fc.property(onLattice, fc.constantFrom(1, 10, 1e-3, 1e-4, 1e-5), (ring, size) => {
        both([ring.map(([x, y]) => [size * x, size * y])]).forEach(agrees);
      }),
      { numRuns: 600 },
    );
  });
  it('passes nothing that has one: sound rings with a vertex moved, doubled or pulled out to a spike', () => {
    fc.assert(
      fc.property(radii, whole(29), fc.constantFrom('move', 'double', 'spike', 'fold'), small, (r, at, how, d) => {
        const ring = star(0, 0, r).slice() as [number, number][];
        const i = at % ring.length;
        const [x, y] = ring[i];
        if (how === 'move') ring[i] = [-x * d, y * d];
        if (how === 'double') ring.splice(i, 0, [x, y]);
        if (how === 'spike') ring.splice(i + 1, 0, [3 * x, 3 * y], [x + d, y + d]);
        if (how === 'fold') ring.splice(i + 1, 0, [x / 2, y / 2], [x, y + d]);
        both([ring]).forEach(agrees);
      }),
      { numRuns: 400 },
    );
  });
  it('passes no land too thin to have an area', () => {
    fc.assert(
      fc.property(small, fc.integer({ min: 1, max: 3000 }), fc.boolean(), (width, length, upright) => {
        both([upright ? box(0, 0, width, length) : box(0, 0, length, width)]).forEach(agrees);
        // A long line with a vertex in its middle on one side: straight in degrees is not straight on the plane.
        both([[[0, 0], [length, 0], [length, width], [length / 2, width], [0, width]]]).forEach(agrees); // prettier-ignore
      }),
      { numRuns: 300 },
    );
  });
  it('passes no rings that lie wrongly to each other', () => {
    const square = fc.tuple(whole(8), whole(8), fc.integer({ min: 1, max: 5 }), fc.constantFrom(0, 1e-5, 1e-3, 0.3));
    const ring = ([x, y, w, off]: readonly [number, number, number, number]) => box(10 * x + off, 10 * y, 10 * w);
    fc.assert(
      fc.property(
        fc.array(fc.array(square, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
        (parts) => {
          both(...parts.map((rings) => rings.map(ring))).forEach(agrees);
        },
      ),
      { numRuns: 500 },
    );
  });
  it('passes no hole that long edges, straight in degrees or on the plane, cut or only nearly miss', () => {
    const metres = fc.integer({ min: 50, max: 4000 });
    const gap = fc.integer({ min: -40, max: 0 }).map((tenth) => 10 ** (tenth / 10));
    fc.assert(
      fc.property(metres, metres, gap, fc.boolean(), fc.integer({ min: 0, max: 90 }), (w, h, d, out, turn) => {
        const [c, s] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
        const turned = (ring: Points): Points => ring.map(([x, y]) => [c * x - s * y, s * x + c * y]);
        const y = out ? -d : d;
        const hole: Points = [[w / 3, 30], [w / 3, y], [w / 2, y], [w / 2, 30]]; // prettier-ignore
        both([turned(box(0, 0, w, h)), turned(hole)]).forEach(agrees);
        both([turned(box(0, 0, w, h))], [turned([[w / 3, -9], [w / 2, -9], [w / 2, -y], [w / 3, -y]])]).forEach(agrees); // prettier-ignore
      }),
      { numRuns: 300 },
    );
  });
  it('passes nearly all sound land, so that a layer is quickly gone through', () => {
    let passed = 0;
    const tried = 300;
    fc.assert(
      fc.property(radii, fc.boolean(), (r, hole) => {
        const rings = [star(0, 0, r)];
        if (hole) rings.push(star(0, 0, r.map((length) => length / 3))); // prettier-ignore
        const [surveyed, degrees] = both(rings, [box(150, 0, 40)]);
        if (examine(surveyed, 0).length === 0)
          passed += Number(clearlySound(surveyed, 0)) + Number(clearlySound(degrees, 0));
        else passed += 2;
      }),
      { numRuns: tried },
    );
    expect(passed).toBeGreaterThan(2 * 0.95 * tried);
  });
  it('leaves what is no number or far away to the examination', () => {
    const at = (lon: number, lat: number) => buildLayer([[[[[lon, lat], [lon + 0.01, lat], [lon, lat + 0.01]]]]]); // prettier-ignore
    expect(clearlySound(at(114, 34), 0)).toBe(true);
    for (const layer of [at(NaN, 34), at(114, Infinity), at(-70, 34), at(114, -34)])
      expect(clearlySound(layer, 0)).toBe(false);
    expect(clearlySound(buildLayer([null]), 0)).toBe(false);
    expect([...invalidFeatures(buildLayer([null, ...[NaN].map(() => toMultiPolygon(at(NaN, 34), 0))]))!]).toEqual([1]);
  });
});
