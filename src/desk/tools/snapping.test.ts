import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildLayer } from '../../domain/geometry/columns/builder.ts';
import { surveyedLayer } from '../../domain/geometry/plane/project.ts';
import type { Position } from '../../domain/geometry/columns/layer.ts';
import { toLonLat } from '../../domain/geodesy/zones.ts';
import { ray } from './constraint.ts';
import type { Boundary, SnapKind } from './contract.ts';
import { LandGround } from './ground.ts';
import { snap, snapOn, type InHand } from './snapping.ts';
import { ALL_SNAPS, anyBoundaries, at, box, CRS, parcel, pointer, ring, sceneOf } from './test-scene.ts';
import { apart } from './vectors.ts';

const nothing: InHand = { from: null, own: [], acquired: [] };
const field = sceneOf([parcel(7, box(0, 0, 40, 30)), parcel(8, box(40, 0, 40, 30))]);

it('gives a vertex back in its own numbers, and says whose it is', () => {
  const mark = snap(pointer(39.4, 29.5), field, nothing);
  expect(mark).toMatchObject({ kind: 'vertex', of: { table: 'parcel', key: 7, number: 3 } });
  expect(mark!.at).toEqual(at(40, 30));
});

it.each<[SnapKind, [number, number], [number, number], Partial<InHand>]>([
  ['midpoint', [20.4, 0.3], [20, 0], {}],
  ['edge', [10, 0.4], [10, 0], {}],
  ['extension', [-5, 30.3], [-5, 30], {}],
  ['perpendicular', [12.3, 0.5], [12, 0], { from: at(12, -20) }],
])('finds the %s', (kind, [x, y], place, hand) => {
  const mark = snap(pointer(x, y), field, { ...nothing, ...hand });
  expect(mark?.kind).toBe(kind);
  expect(apart(mark!.at, at(...place))).toBeLessThan(1e-7);
});

it('finds the crossing of two boundaries, and the parallel of an edge that was looked at', () => {
  const crossed = sceneOf([parcel(1, box(0, 0, 20)), parcel(2, box(10, -7, 5, 40))]);
  expect(snap(pointer(10.3, 0.2), crossed, nothing)).toMatchObject({ kind: 'intersection' });
  const slope = { line: [at(0, 0), at(30, 10)] as const, start: null, end: null };
  const mark = snap(pointer(230.2, 10), sceneOf(), { ...nothing, from: at(200, 0), acquired: [slope] });
  expect(mark?.kind).toBe('parallel');
  expect(mark!.at[0] - at(200, 0)[0]).toBeCloseTo(3 * (mark!.at[1] - at(200, 0)[1]), 6);
});

it('snaps to nothing with Alt, to nothing that is switched off, and farther with a finger', () => {
  expect(snap(pointer(39.5, 29.5, { alt: true }), field, nothing)).toBeNull();
  const few = { ...field, settings: { ...field.settings, snaps: { ...ALL_SNAPS, vertex: false, edge: false } } };
  expect(snap(pointer(39.5, 29.9), few, nothing)?.kind).toBe('extension');
  expect(snap(pointer(38.5, 28.5), field, nothing)).toBeNull();
  expect(snap(pointer(38.5, 28.5, { kind: 'touch' }), field, nothing)?.kind).toBe('vertex');
});

it('takes the nearest point, and of two as near the first in rank', () => {
  const narrow = sceneOf([parcel(1, box(0, 0, 2, 30))]);
  expect(snap(pointer(0.8, 0), narrow, nothing)?.kind).toBe('midpoint');
  expect(snap(pointer(0.52, 0), narrow, nothing)?.kind).toBe('vertex');
});

it('does not snap to what moves with the pointer', () => {
  const skip = ({ key }: Boundary) => key === 8;
  expect(snap(pointer(80.2, 30.1), field, { ...nothing, skip })).toBeNull();
});

it('keeps to a direction and stops where it meets a boundary', () => {
  const east = ray(at(-20, 10), 90);
  expect(snapOn(east, pointer(-0.5, 14), field, nothing)).toMatchObject({ at: at(0, 10), mark: { kind: 'edge' } });
  expect(snapOn(east, pointer(-9, 14), field, nothing)).toEqual({ at: at(-9, 10), mark: null });
});

/** What can be snapped to near a place, found by trying all of everything; lines by walking along them. */
function allWithin(boundaries: readonly Boundary[], p: Position, reach: number, from: Position) {
  const edges = boundaries.flatMap(({ shape }) =>
    shape.flat().flatMap((r) => r.map((a, i) => [a, r[(i + 1) % r.length]] as const)),
  );
  const points: Position[] = edges.flatMap(([a, b]) => {
    const t = ((from[0] - a[0]) * (b[0] - a[0]) + (from[1] - a[1]) * (b[1] - a[1])) / apart(a, b) ** 2;
    const foot: Position = [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
    const isFoot = t > 0 && t < 1 && apart(foot, from) > 1e-3;
    return [a, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2] as const, ...(isFoot ? [foot] : [])];
  });
  for (const [a, b] of edges)
    for (const [c, d] of edges) {
      const side = (q: Position, r: Position, s: Position) => (r[0] - q[0]) * (s[1] - q[1]) - (r[1] - q[1]) * (s[0] - q[0]); // prettier-ignore
      const [s, t] = [side(a, b, c), side(a, b, d)];
      if (s * t >= 0 || side(c, d, a) * side(c, d, b) >= 0) continue;
      points.push([c[0] + (s / (s - t)) * (d[0] - c[0]), c[1] + (s / (s - t)) * (d[1] - c[1])]);
    }
  const off = edges.map(([a, b]) => {
    let [low, high] = [0, 1];
    const away = (t: number) => apart(p, [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]);
    for (let i = 0; i < 100; i++) {
      const [l, h] = [low + (high - low) / 3, high - (high - low) / 3];
      if (away(l) < away(h)) high = h;
      else low = l;
    }
    return away((low + high) / 2);
  });
  return { points: points.map((q) => apart(p, q)).filter((d) => d <= reach), edges: off.filter((d) => d <= reach) };
}

it('finds what trying everything finds: the nearest point if there is one, else the nearest edge', () => {
  const plain = { ...ALL_SNAPS, extension: false, parallel: false };
  const place = fc.tuple(fc.double({ min: -30, max: 30, noNaN: true }), fc.double({ min: -30, max: 30, noNaN: true }));
  fc.assert(
    fc.property(anyBoundaries, place, place, (boundaries, [x, y], [fx, fy]) => {
      const from = at(fx, fy);
      const p = pointer(x, y);
      fc.pre(apart(from, p.at) > 3);
      const mark = snap(p, sceneOf(boundaries, { snaps: plain }), { ...nothing, from });
      // What lies on the very rim may be either: a bit of rounding decides.
      const { points, edges } = allWithin(boundaries, p.at, 1 + 1e-6, from);
      const tie = 0.05 + 1e-6;
      if (points.some((d) => d < 1 - 1e-6)) {
        expect(apart(mark!.at, p.at)).toBeLessThanOrEqual(Math.min(...points) + tie);
        expect(mark!.kind).not.toBe('edge');
      } else if (points.length === 0 && edges.some((d) => d < 1 - 1e-6))
        expect(Math.abs(apart(mark!.at, p.at) - Math.min(...edges))).toBeLessThan(tie);
      else if (points.length === 0 && edges.length === 0) expect(mark).toBeNull();
    }),
    { numRuns: 300 },
  );
});

it('looks at land in degrees and at surveyed land, and follows what is changed', () => {
  const rings = [box(0, 0, 40, 30), box(40, 0, 40, 30)];
  const inDegrees = rings.map((r) => [[r.map(([e, n]) => toLonLat(CRS, e, n))]]);
  const grounds = [
    new LandGround([{ table: 'parcel', layer: buildLayer(inDegrees), keys: [7, 8] }], CRS),
    new LandGround(
      [
        {
          table: 'parcel',
          layer: surveyedLayer(
            rings.map((r) => [[r]]),
            CRS,
          ),
          keys: [7, 8],
        },
      ],
      CRS,
    ),
  ];
  for (const ground of grounds) {
    const scene = { ...field, ground };
    const mark = snap(pointer(39.4, 29.5), scene, nothing);
    expect(mark).toMatchObject({ kind: 'vertex', of: { key: 7, number: 3 } });
    expect(apart(mark!.at, at(40, 30))).toBeLessThan(1e-4);
    expect(ground.boundary({ table: 'parcel', key: 8 })).toBe(ground.meeting(...at(50, 10), ...at(51, 11))[0]);
    ground.set({ table: 'parcel', key: 7 }, null);
    ground.set({ table: 'parcel', key: 8 }, surveyedLayer([[[ring([60, 0], [90, 0], [90, 30])]]], CRS));
    expect(snap(pointer(39.4, 29.5), scene, nothing)).toBeNull();
    expect(snap(pointer(60.3, 0.2), scene, nothing)?.at).toEqual(at(60, 0));
  }
});
