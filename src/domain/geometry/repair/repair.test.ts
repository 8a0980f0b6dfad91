import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildLayer, toMultiPolygon } from '../columns/builder.ts';
import { layerLike, storedArea, storedFeature } from '../edit/frame.ts';
import type { Layer, MultiPolygon } from '../columns/layer.ts';
import { overlapsOf } from '../overlap/overlap.ts';
import { sharedBorder } from '../near/test-shared-border.ts';
import { box, CRS, feature, layerOf, ORIGIN, star, type Points } from '../plane/test-rings.ts';
import { problemsOf } from '../valid/validity.ts';
import { repairLayer, type RepairOptions, type RepairProposal } from './repair.ts';

function repaired(layer: Layer, options?: RepairOptions): RepairProposal & { after: Layer } {
  const result = repairLayer(layer, options);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  const { changes } = result.value;
  const features = Array.from(
    { length: layer.size },
    (_, f) => changes.find((c) => c.feature === f)?.after ?? storedFeature(layer, f),
  );
  return { ...result.value, after: layerLike(layer, features) };
}
const broken = (layer: Layer, f: number) => problemsOf(layer, f).filter((p) => p.severity === 'broken');
const ringOf = (shape: MultiPolygon, part = 0) =>
  shape[part][0].slice(0, -1).map(([x, y]) => [x - ORIGIN[0], y - ORIGIN[1]].map((v) => Math.round(v * 1e6) / 1e6));
const areaOf = (layer: Layer, f = 0) => storedArea(layer, storedFeature(layer, f), CRS);

/** Even–odd area by the book: bands between all heights at which anything happens, alternating widths at their middle. */
function evenOddArea(rings: readonly Points[]): number {
  const edges = rings.flatMap((ring) => ring.map((a, i) => [a, ring[(i + 1) % ring.length]] as const));
  const levels = new Set(rings.flat().map(([, y]) => y));
  for (const [[ax, ay], [bx, by]] of edges)
    for (const [[cx, cy], [dx, dy]] of edges) {
      const under = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
      const t = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / under;
      if (t > 0 && t < 1) levels.add(ay + t * (by - ay));
    }
  const sorted = [...levels].sort((p, q) => p - q);
  return sorted.slice(1).reduce((sum, top, k) => {
    const y = (sorted[k] + top) / 2;
    const xs = edges
      .filter(([a, b]) => a[1] < y !== b[1] < y)
      .map(([a, b]) => a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0]))
      .sort((p, q) => p - q);
    return sum + (top - sorted[k]) * xs.reduce((width, x, i) => width + (i % 2 ? x : -x), 0);
  }, 0);
}

describe('self-crossings are read by the even–odd rule', () => {
  const point = fc.tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 5000 }));
  const scrawl = fc
    .uniqueArray(point, { minLength: 4, maxLength: 12, selector: ([x, y]) => `${x} ${y}` })
    .map((ring) => ring.map(([x, y]) => [x / 20, y / 20] as const));
  const hole = fc.array(fc.integer({ min: 5, max: 60 }), { minLength: 3, maxLength: 7 });
  it('of random scrawls with holes: nothing is broken, the area is the even–odd area', () => {
    fc.assert(
      fc.property(scrawl, fc.option(hole), (ring, radii) => {
        const rings = radii ? [ring, star(125, 125, radii)] : [ring];
        const { after, refused, changes } = repaired(layerOf(feature(rings)), { nearDuplicateM: 0 });
        const expected = evenOddArea(rings);
        // Nothing can be drawn of what has no ground.
        if (refused.length > 0 && expected < 1e-4 * 1000) return;
        expect(refused).toEqual([]);
        expect(broken(after, 0)).toEqual([]);
        // A spike has a width: what validity calls one may hold up to 0.2 mm × its length.
        const spiked = changes.some((c) => c.steps.includes('spike')) ? 2e-4 * 360 : 0;
        const slivers = changes.some((c) => c.steps.includes('sliver-dropped')) ? 1e-4 * 360 : 0;
        expect(Math.abs(areaOf(after) - expected)).toBeLessThan(1e-9 * Math.max(expected, 1) + spiked + slivers);
        expect(repaired(after, { nearDuplicateM: 0 }).changes).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });
  it('a bow-tie becomes two parts with a vertex at the crossing; before and after are said', () => {
    const bow: Points = [[0, 0], [10, 10], [10, 0], [0, 10]]; // prettier-ignore
    const { changes, after } = repaired(layerOf(feature([bow])));
    expect(changes).toMatchObject([{ feature: 0, areaBeforeM2: 0, areaAfterM2: 50, steps: ['redrawn'] }]);
    expect(changes[0].after.map((_, part) => ringOf(changes[0].after, part))).toEqual([
      [[0, 0], [5, 5], [0, 10]], // prettier-ignore
      [[10, 10], [5, 5], [10, 0]], // prettier-ignore
    ]);
    expect(broken(after, 0)).toEqual([]);
  });
  it('in degrees new vertices have 9 decimals', () => {
    const bow: Points = [[0, 0], [103, 97], [101, 0], [0, 99]]; // prettier-ignore
    const layer = buildLayer([toMultiPolygon(layerOf(feature([bow])), 0)]);
    const { after, changes } = repaired(layer);
    expect(broken(after, 0)).toEqual([]);
    expect(changes[0].areaAfterM2).toBeCloseTo(evenOddArea([bow]), 1);
    for (const v of changes[0].after.flat(3)) expect(Math.round(v * 1e9) / 1e9).toBe(v);
  });
  it('parts that overlap are united, a hole that leaves its shell follows the even–odd rule', () => {
    const parts = repaired(layerOf(feature([box(0, 0, 10)], [box(5, 5, 10)])));
    expect(parts.changes[0].areaAfterM2).toBe(175);
    const hole = repaired(layerOf(feature([box(0, 0, 10), box(5, 5, 10)])));
    expect(hole.changes[0].areaAfterM2).toBe(150);
    expect(broken(hole.after, 0)).toEqual([]);
  });
  it('a crossing on a shared border becomes a vertex of the neighbour', () => {
    const over: Points = [[0, 0], [10, 0], [10, 4], [12, 6], [8, 6], [10, 8], [10, 10], [0, 10]]; // prettier-ignore
    const loop: Points = [[0, 0], [10, 0], [10, 10], [6, 10], [8, 12], [4, 12], [6, 10.001], [0, 10]]; // prettier-ignore
    expect(broken(repaired(layerOf(feature([over]))).after, 0)).toEqual([]);
    const layer = layerOf(feature([loop]), feature([box(0, 10, 10, 30)]));
    const { after, refused } = repaired(layer);
    expect(refused).toEqual([]);
    expect(broken(after, 0)).toEqual([]);
  });
});

describe('spikes and repeats', () => {
  it('go, and the ground stays', () => {
    const spiked: Points = [[0, 0], [10, 0], [10, 5], [30, 5], [10, 5], [10, 10], [10, 10], [0, 10]]; // prettier-ignore
    const { changes } = repaired(layerOf(feature([spiked])));
    expect(changes[0]).toMatchObject({ areaBeforeM2: 100, areaAfterM2: 100, steps: ['repeated-vertex', 'spike'] });
    expect(ringOf(changes[0].after)).toEqual([[0, 0], [10, 0], [10, 5], [10, 10], [0, 10]]); // prettier-ignore
  });
  it('a sound boundary is not touched, clockwise or not; a hole that turns with its shell is turned', () => {
    const clockwise = [...box(50, 0, 10)].reverse();
    const layer = layerOf(
      feature([box(0, 0, 10)]),
      feature([clockwise]),
      null,
      feature([box(0, 50, 10), box(2, 52, 3)]),
    );
    const { changes } = repaired(layer);
    expect(changes).toMatchObject([{ feature: 3, areaBeforeM2: 91, areaAfterM2: 91, steps: ['reversed-hole'] }]);
  });
  it('a boundary with nothing in it is refused and left', () => {
    const { changes, refused } = repaired(layerOf(feature([[[0, 0], [10, 0], [5, 0]]]), feature([box(20, 0, 5)]))); // prettier-ignore
    expect(changes).toEqual([]);
    expect(refused).toMatchObject([{ feature: 0, refusal: { code: 'nothing-left', params: { id: 1 } } }]);
  });
});

describe('near-duplicate vertices', () => {
  it('of a shared border go from both sides', () => {
    const left: Points = [[0, 0], [10, 0], [10, 5], [10, 5.0004], [10, 10], [0, 10]]; // prettier-ignore
    const right: Points = [[10, 0], [20, 0], [20, 10], [10, 10], [10, 5.0004], [10, 5]]; // prettier-ignore
    const { changes, after } = repaired(layerOf(feature([left]), feature([right])));
    expect(changes.map((c) => c.steps)).toEqual([['near-duplicate'], ['near-duplicate']]);
    const [a, b] = [0, 1].map((f) => storedFeature(after, f).flat(2).map(String));
    expect(new Set(a.filter((p) => b.includes(p))).size).toBe(3);
    expect(new Set(a).size).toBe(5);
  });
  it('the vertex that more features use stays, and moves nobody', () => {
    const left: Points = [[0, 0], [10, 0], [10, 4.9996], [10, 5], [10, 10], [0, 10]]; // prettier-ignore
    const layer = layerOf(feature([left]), feature([box(10, 0, 5)]), feature([box(10, 5, 5)]));
    expect(repaired(layer).changes.map((c) => c.feature)).toEqual([0]);
  });
  it('a curve of close vertices is thinned, not drawn together', () => {
    const arc = Array.from({ length: 101 }, (_, i) => [i * 4e-4, 10] as const).reverse();
    const { changes } = repaired(layerOf(feature([[[0, 0], [0.04, 0], ...arc]]))); // prettier-ignore
    const ring = ringOf(changes[0].after);
    expect(ring.length).toBeGreaterThan(20);
    expect(ring.length).toBeLessThan(60);
    expect(changes[0].areaAfterM2).toBeCloseTo(0.4, 2);
  });
});

describe('gaps and slivers between neighbours', () => {
  const left: Points = [[0, 0], [100, 0], [100, 50], [100, 100], [0, 100]]; // prettier-ignore
  const right: Points = [[100.03, 0.01], [150, 0], [150, 100], [99.98, 99.99], [100.02, 70]]; // prettier-ignore
  const gapOf = (layer: Layer) => ({
    overlaps: overlapsOf(layer, [0, 1]).length,
    border: sharedBorder(layer, 0, 1, 1e-5),
  });
  it('close onto one border with the same vertices, the later feature yields', () => {
    const layer = layerOf(feature([left]), feature([right]));
    const { after, changes } = repaired(layer, { gapM: 0.05 });
    expect(gapOf(after).overlaps).toBe(0);
    expect(gapOf(after).border).toBeCloseTo(100, 3);
    expect(changes.find((c) => c.feature === 1)?.areaAfterM2).toBeCloseTo(5000, 6);
    expect(changes.find((c) => c.feature === 0)?.areaAfterM2).toBeCloseTo(10000, 3);
    const [a, b] = [0, 1].map((f) => storedFeature(after, f).flat(2).map(String));
    expect(new Set(a.filter((p) => b.includes(p))).size).toBe(4);
    expect(repaired(after, { gapM: 0.05 }).changes).toEqual([]);
  });
  it('or the one named, or the smaller', () => {
    const layer = layerOf(feature([right]), feature([left]));
    const corner = (yielding: RepairOptions['yielding']) => {
      const { after } = repaired(layer, { gapM: 0.05, yielding });
      return [0, 1].map((f) => Math.round(areaOf(after, f) * 100) / 100);
    };
    const [small, large] = [0, 1].map((f) => Math.round(areaOf(layer, f) * 100) / 100);
    expect(corner('smaller')).toEqual([5000, 10000]);
    expect(corner([0])).toEqual([5000, 10000]);
    expect(corner([1])[0]).toBeCloseTo(small, 1);
    expect(corner([1])[1]).not.toBe(large);
  });
  it('wider ones stay, and so does everything without being asked', () => {
    const layer = layerOf(feature([box(0, 0, 10)]), feature([box(10.2, 0, 10)]));
    expect(repaired(layer, { gapM: 0.05 }).changes).toEqual([]);
    expect(repaired(layerOf(feature([left]), feature([right]))).changes).toEqual([]);
    expect(repairLayer(layer, { gapM: 2 })).toMatchObject({ refusal: { code: 'bad-tolerance' } });
  });
  it('random jitter of a grid closes: every border is shared, areas move by less than the jitter allows', () => {
    const noise = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 72, maxLength: 72 });
    fc.assert(
      fc.property(noise, (n) => {
        let k = 0;
        const cell = (x: number, y: number) => feature([box(x, y, 50).map(([a, b]) => [a + n[k++] / 1000, b + n[k++] / 1000] as const)]); // prettier-ignore
        const layer = layerOf(...[0, 50, 100].flatMap((x) => [0, 50, 100].map((y) => cell(x, y))));
        const { after, refused } = repaired(layer, { gapM: 0.08 });
        expect(refused).toEqual([]);
        const rows = Array.from({ length: 9 }, (_, f) => f);
        expect(overlapsOf(after, rows)).toEqual([]);
        const places = new Set(rows.flatMap((f) => storedFeature(after, f).flat(2).map(String)));
        expect(places.size).toBe(16);
        for (const f of rows) {
          expect(broken(after, f)).toEqual([]);
          expect(Math.abs(areaOf(after, f) - areaOf(layer, f))).toBeLessThan(200 * 0.08);
        }
      }),
      { numRuns: 40 },
    );
  });
});
