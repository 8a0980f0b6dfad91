import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layerLike, storedFeature } from '../edit/frame.ts';
import { buildLayer, toMultiPolygon } from '../columns/builder.ts';
import type { Layer, MultiPolygon, Position } from '../columns/layer.ts';
import { box, feature, layerOf, ORIGIN, star, type Points } from '../plane/test-rings.ts';
import { problemsOf } from '../valid/validity.ts';
import { snapLayer, type SnapProposal } from './snap.ts';

const value = (result: ReturnType<typeof snapLayer>): SnapProposal => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};
const ringOf = (shape: MultiPolygon) =>
  shape[0][0].slice(0, -1).map(([x, y]) => [x - ORIGIN[0], y - ORIGIN[1]].map((v) => Math.round(v * 1e4) / 1e4));
/** The layer after its changes. */
const applied = (layer: Layer, changes: SnapProposal['changes']): Layer =>
  layerLike(
    layer,
    Array.from(
      { length: layer.size },
      (_, f) => changes.find((c) => c.feature === f)?.after ?? storedFeature(layer, f),
    ),
  );

describe('vertices go to vertices first, then to edges', () => {
  const target = layerOf(feature([box(100, 0, 50, 100)]));
  it('onto both, and the edge gets the vertex', () => {
    const layer = layerOf(feature([[[0, 0], [99.8, 0.1], [100.1, 40], [99.9, 99.9], [0, 100]]])); // prettier-ignore
    const { changes, targetChanges, refused } = value(snapLayer(layer, target, 0.3));
    expect(refused).toEqual([]);
    expect(ringOf(changes[0].after)).toEqual([[0, 0], [100, 0], [100, 40], [100, 100], [0, 100]]); // prettier-ignore
    expect(changes[0].areaAfterM2).toBeCloseTo(10000, 3);
    expect(ringOf(targetChanges[0].after)).toEqual([[100, 0], [150, 0], [150, 100], [100, 100], [100, 40]]); // prettier-ignore
    expect(targetChanges[0].areaAfterM2).toBeCloseTo(targetChanges[0].areaBeforeM2, 6);
    const stored = changes[0].after[0][0].map(String);
    expect(targetChanges[0].after[0][0].filter((p) => stored.includes(String(p)))).toHaveLength(4);
  });
  it('target vertices within the tolerance of an edge come into it', () => {
    const bent: Points = [[100, 0], [150, 0], [150, 100], [100, 100], [100.2, 50]]; // prettier-ignore
    const { changes } = value(snapLayer(layerOf(feature([box(0, 0, 100)])), layerOf(feature([bent])), 0.3));
    expect(ringOf(changes[0].after)).toContainEqual([100.2, 50]);
  });
  it('what is farther than the tolerance stays, and nothing is proposed', () => {
    const layer = layerOf(feature([box(0, 0, 99.5, 100)]));
    expect(value(snapLayer(layer, target, 0.3))).toEqual({ changes: [], targetChanges: [], refused: [] });
    expect(snapLayer(layer, target, 0)).toMatchObject({ refusal: { code: 'bad-tolerance' } });
  });
});

it('of two target corners near a corner both come into the border, each once: twice in a ring would break it', () => {
  const surveys = layerOf(feature([box(100.05, 100.05, 50)]), feature([box(99.9, 99.9, 60)]));
  const { changes, refused } = value(snapLayer(layerOf(feature([box(0, 0, 100)])), surveys, 0.3));
  expect(refused).toEqual([]);
  const ring = ringOf(changes[0].after).map(String);
  expect(ring).toHaveLength(5);
  expect(new Set(ring)).toEqual(new Set(['0,0', '100,0', '100.05,100.05', '99.9,99.9', '0,100']));
});

it('a vertex that two features share moves in both, also when only one was named', () => {
  const layer = layerOf(feature([box(0, 0, 99.9, 50)]), feature([box(0, 50, 99.9, 50)]));
  const target = layerOf(feature([box(100, 0, 50, 100)]), feature([box(100, 100, 50)]));
  const { changes } = value(snapLayer(layer, target, 0.2, [0]));
  const [a, b] = changes.map((c) => c.after[0][0].map(String));
  const shared = ringOf(changes[0].after).filter(([, y]) => y === 50);
  expect(shared).toEqual([[100, 50], [0, 50]]); // prettier-ignore
  expect(a.filter((p) => b.includes(p))).toHaveLength(2);
});

it('a feature that would break is refused by number and keeps its border, neighbours included', () => {
  const thin = feature([box(99, 10, 0.5, 30)]);
  const layer = layerOf(feature([box(80, 10, 19, 30)]), thin);
  const target = layerOf(feature([box(100, 0, 50, 100)]));
  const { changes, refused } = value(snapLayer(layer, target, 1.1));
  expect(refused).toMatchObject([{ feature: 1, refusal: { code: 'would-break', params: { id: 2 } } }]);
  expect(changes.map((c) => c.feature)).not.toContain(1);
  const after = applied(layer, changes);
  const [a, b] = [0, 1].map((f) => storedFeature(after, f).flat(2).map(String));
  expect(new Set(a.filter((p) => b.includes(p))).size).toBe(2);
});

it('a layer in degrees fits a surveyed one and the other way round', () => {
  const surveyed = layerOf(feature([box(100, 0, 50, 100)]));
  const drawn = layerOf(feature([box(0, 0, 99.9, 100)]));
  const degrees = buildLayer([toMultiPolygon(drawn, 0)]);
  const there = value(snapLayer(degrees, surveyed, 0.3));
  const shared = toMultiPolygon(surveyed, 0).flat(2).map(String);
  expect(new Set(there.changes[0].after.flat(2).map(String).filter((p) => shared.includes(p))).size).toBe(2); // prettier-ignore
  const back = value(snapLayer(surveyed, degrees, 0.3));
  expect(back.changes[0].areaAfterM2).toBeCloseTo(50.1 * 100, 0);
});

it('random neighbours: all results are sound, shared vertices stay shared, and a second fit changes nothing', () => {
  const jitter = fc.array(fc.integer({ min: -8, max: 8 }), { minLength: 24, maxLength: 24 });
  fc.assert(
    fc.property(jitter, (noise) => {
      const target = layerOf(
        feature([
          star(
            0,
            0,
            Array.from({ length: 12 }, () => 100),
          ),
        ]),
      );
      const inner = star(0, 0, noise.slice(0, 12).map((n) => 100 + n / 100)); // prettier-ignore
      const layer = layerOf(feature([[...inner.slice(0, 7)]]), feature([[...inner.slice(6), inner[0]]]));
      const { changes, refused } = value(snapLayer(layer, target, 0.2));
      expect(refused).toEqual([]);
      const after = applied(layer, changes);
      for (const f of [0, 1]) expect(problemsOf(after, f)).toEqual([]);
      const [a, b] = [0, 1].map((f) => new Set(storedFeature(after, f).flat(2).map(String)));
      expect([...a].filter((p) => b.has(p))).toHaveLength(2);
      const onTarget = storedFeature(target, 0).flat(2).map(String);
      for (const p of [...a, ...b]) expect(onTarget).toContain(p);
      expect(value(snapLayer(after, target, 0.2)).changes).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

describe('a border between two targets', () => {
  const jitter = fc.integer({ min: -150, max: 150 }).map((mm) => mm / 1000);
  const crooked = fc.array(fc.tuple(jitter, jitter), { minLength: 5, maxLength: 5 });
  const wobble = fc.array(fc.tuple(fc.double({ min: -7, max: 7, noNaN: true }), fc.double({ min: -7, max: 7, noNaN: true })), { minLength: 15, maxLength: 15 }); // prettier-ignore
  const mm = ([x, y]: Position): Position => [Math.round(x * 1000) / 1000, Math.round(y * 1000) / 1000];
  const moved = ([x, y]: Position): Position => [x + ORIGIN[0], y + ORIGIN[1]];

  it('comes out with the same numbers in both and in every parcel along it, and stays so', () => {
    fc.assert(
      fc.property(wobble, crooked, (places, off) => {
        const corner = (x: number, y: number): Position =>
          mm([60 * x + places[5 * x + y][0], 60 * y + places[5 * x + y][1]]);
        const cells = [0, 1].flatMap((x) =>
          [0, 1, 2, 3].map((y): Points => [corner(x, y), corner(x + 1, y), corner(x + 1, y + 1), corner(x, y + 1)]),
        );
        const middle = off.map(([dx, dy], y) => mm([corner(1, y)[0] + dx, corner(1, y)[1] + dy]));
        // The border runs on beyond the parcels, so that their outer corners come to lie on its edges.
        middle[0] = [middle[0][0], middle[0][1] - 40];
        middle[4] = [middle[4][0], middle[4][1] + 40];
        const west: Points = [[-200, -100], ...middle, [-200, 400]];
        const east: Points = [middle[0], [500, -100], [500, 400], ...middle.slice(1).reverse()];
        const [layer, target] = [layerOf(...cells.map((c) => feature([c]))), layerOf(feature([west]), feature([east]))];
        const snap = value(snapLayer(layer, target, 0.3));
        expect(snap.refused).toEqual([]);
        const [parcels, towns] = [applied(layer, snap.changes), applied(target, snap.targetChanges)];
        const all = [parcels, towns].flatMap((own) =>
          Array.from({ length: own.size }, (_, f) => storedFeature(own, f)),
        );
        expect(all.flatMap((a, f) => all.flatMap((b, g) => (f === g ? [] : loose(a.flat(), b.flat()))))).toEqual([]);
        const kept = new Set(all[cells.length].flat(2).map(String));
        expect(middle.map(moved).filter((p) => !kept.has(String(p)))).toEqual([]);
        expect(value(snapLayer(parcels, towns, 0.3))).toEqual({ changes: [], targetChanges: [], refused: [] });
      }),
      { numRuns: 40 },
    );
  });
});

/** Vertices of `b` within 1 mm of an edge of `a` that `a` has not. */
function loose(a: readonly (readonly Position[])[], b: readonly (readonly Position[])[]): Position[] {
  const own = new Set(a.flat().map(String));
  return b.flat().filter((v) => !own.has(String(v)) && a.some((ring) => ring.slice(1).some((q, i) => off(ring[i], q, v) < 1e-3))); // prettier-ignore
}

function off([ax, ay]: Position, [bx, by]: Position, [x, y]: Position): number {
  const squared = (bx - ax) ** 2 + (by - ay) ** 2;
  const t = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / squared;
  return t > 0 && t < 1 ? Math.abs((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / Math.sqrt(squared) : Infinity;
}
