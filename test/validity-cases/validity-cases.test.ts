import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { containsPoint } from '../../src/domain/geometry/columns/test-contains.ts';
import type { BoundaryProblem, ProblemCode } from '../../src/domain/geometry/valid/problem.ts';
import type { Layer } from '../../src/domain/geometry/columns/layer.ts';
import { invalidFeatures, problemsOf } from '../../src/domain/geometry/valid/validity.ts';
import { inUnits, layerOfWkt, type Recorded, type ValidityCase } from './cases.ts';

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
const cases = read('cases.json') as ValidityCase[];
const { by, results } = read('expected.json') as { by: string; results: Record<string, Recorded> };

/** Where we say otherwise than PostGIS, and why. */
const ON_PURPOSE: Readonly<Record<string, string>> = {
  'a ring that is not closed':
    'PostGIS refuses to read it; readers close a ring before it is a layer, as surveyors mean it',
};
/** What we may call that which PostGIS calls so. */
const CODES: Readonly<Record<string, readonly ProblemCode[]>> = {
  'Self-intersection': ['self-crossing', 'spike', 'rings-cross', 'parts-overlap', 'shared-line', 'zero-area'],
  'Ring Self-intersection': ['duplicate-vertex', 'self-crossing', 'spike', 'too-few-points'],
  'Hole lies outside shell': ['hole-outside', 'rings-cross'],
  'Interior is disconnected': ['interior-cut'],
  'Holes are nested': ['rings-cross'],
  'Nested shells': ['parts-overlap'],
  'Too few points in geometry component': ['too-few-points'],
  'Invalid Coordinate': ['not-a-number'],
};
/** OGC forbids these; here they are warnings, because the area is the same however one reads the boundary. */
const WARNINGS: readonly ProblemCode[] = ['duplicate-vertex', 'shared-line', 'interior-cut', 'repeated-vertex'];

/** The layer with only rings (`ring`) or parts (`part`) number n of its feature, as land of their own. */
function only(layer: Layer, what: 'ring' | 'part', n: number): Layer {
  if (what === 'part') return { ...layer, partStart: Uint32Array.of(n, n + 1) };
  const ringStart = Uint32Array.of(n, n + 1);
  return { ...layer, ringStart, partStart: Uint32Array.of(0, 1) };
}
const holding = (layer: Layer, what: 'ring' | 'part', [lon, lat]: BoundaryProblem['at']): number[] =>
  Array.from({ length: (what === 'ring' ? layer.vertexStart : layer.ringStart).length - 1 }, (_, n) => n).filter((n) =>
    containsPoint(only(layer, what, n), 0, lon, lat),
  );

/** Of how many rings a place lies on the border; the numbers of the cases are exact. */
function bordersAt({ lonLat: c, vertexStart }: Layer, [x, y]: BoundaryProblem['at']): number {
  const on = (k: number): boolean =>
    (c[k + 2] - c[k]) * (y - c[k + 1]) === (c[k + 3] - c[k + 1]) * (x - c[k]) &&
    Math.min(c[k], c[k + 2]) <= x &&
    x <= Math.max(c[k], c[k + 2]) &&
    Math.min(c[k + 1], c[k + 3]) <= y &&
    y <= Math.max(c[k + 1], c[k + 3]);
  let rings = 0;
  for (let r = 0; r + 1 < vertexStart.length; r++) {
    const edges = Array.from({ length: vertexStart[r + 1] - vertexStart[r] - 1 }, (_, i) => 2 * (vertexStart[r] + i));
    if (edges.some(on)) rings++;
  }
  return rings;
}

/** A fault that is an area, a line or a whole ring is placed within it, not at a corner of it. */
function onTheFault(layer: Layer, { code, at }: BoundaryProblem): boolean {
  if (code === 'parts-overlap') return holding(layer, 'part', at).length > 1;
  if (code === 'rings-cross') {
    const rings = holding(layer, 'ring', at);
    return rings.includes(0) ? rings.length > 2 : rings.length > 0;
  }
  if (code === 'shared-line' || code === 'interior-cut') return bordersAt(layer, at) > 1;
  const [x, y] = at;
  const isVertex = layer.lonLat.some((lon, k) => k % 2 === 0 && lon === x && layer.lonLat[k + 1] === y);
  return (code === 'spike' || code === 'zero-area') && isVertex;
}

/** 10⁻⁶ m in the units of the cases, which are 1.4 m or more. */
const NEAR = 5e-7;

describe(`validity, as recorded from ${by}`, () => {
  it('has every case recorded', () => {
    expect(Object.keys(results).sort()).toEqual(cases.map((c) => c.name).sort());
    expect(cases.length).toBeGreaterThan(90);
  });
  it.each(cases)('$name', ({ name, wkt }) => {
    const layer = layerOfWkt(wkt);
    const { valid, reason = '', at } = results[name];
    const found = problemsOf(layer, 0).filter((p) => p.code !== 'repeated-vertex');
    if (name in ON_PURPOSE) {
      expect(found.length === 0).not.toBe(valid);
      return;
    }
    expect(found.map((p) => p.code)).toEqual(valid ? [] : expect.arrayContaining([expect.anything()]));
    for (const { code, severity } of found) expect(severity).toBe(WARNINGS.includes(code) ? 'warning' : 'broken');
    expect([...invalidFeatures(layer)!]).toEqual(found.some((p) => p.severity === 'broken') ? [0] : []);
    if (valid || reason.startsWith('refused')) return;
    const named = found.filter((p) => CODES[reason].includes(p.code));
    expect(named).not.toEqual([]);
    if (!at) return;
    const placed = named.some((p) => {
      const [x, y] = inUnits(p.at);
      return Math.hypot(x - at[0], y - at[1]) < NEAR || onTheFault(layer, p);
    });
    expect(placed, JSON.stringify({ at, found: named.map((p) => [p.code, ...inUnits(p.at)]) })).toBe(true);
  });
});
