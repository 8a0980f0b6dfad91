import { afterEach, describe, expect, it, vi } from 'vitest';
import { areasOf } from '../../src/domain/geometry/measure/measures.ts';
import { problemsOf } from '../../src/domain/geometry/valid/validity.ts';
import { planeRingArea } from '../../src/domain/geodesy/plane-area.ts';
import { vertexRange } from '../../src/domain/geometry/plane/project.ts';
import { benchCity, benchTownships } from './city.ts';
import { benchParcels } from './parcels.ts';
import { openPostgis, reasonWithout } from './postgis.ts';
import { reportText } from './report.ts';
import { interleaved, median, quantile } from './rounds.ts';

describe('benchmark', () => {
  it('measures the same sound parcels every time', () => {
    const [one, two, other] = [benchParcels(200), benchParcels(200), benchParcels(200, 2)];
    expect(two.lonLat).toEqual(one.lonLat);
    expect(other.lonLat).not.toEqual(one.lonLat);
    for (let f = 0; f < one.size; f++) {
      expect(problemsOf(one, f)).toEqual([]);
      expect(areasOf(one, f).planeM2).toBeGreaterThan(100);
    }
  });
  it('runs every contender in every round, warm-up apart, each first in turn', async () => {
    const order: string[] = [];
    const contender = (name: string) => () => order.push(name);
    const timings = await interleaved({ a: contender('a'), b: contender('b') }, 3, 1);
    expect(order).toEqual(['a', 'b', 'b', 'a', 'a', 'b', 'b', 'a']);
    expect(timings.map((t) => [t.name, t.rounds.length])).toEqual([
      ['a', 3],
      ['b', 3],
    ]);
    await expect(interleaved({ wrong: () => NaN }, 1)).rejects.toThrow('wrong');
  });
  it('has a city whose neighbours share their vertices and whose parcels are sound', () => {
    const { layer } = benchCity(300);
    const seen = new Map<string, number>();
    for (let f = 0; f < layer.size; f++) {
      expect(problemsOf(layer, f).filter((p) => p.severity === 'broken')).toEqual([]);
      const [from, to] = vertexRange(layer, f);
      for (const key of new Set(
        Array.from({ length: to - from }, (_, i) => layer.lonLat.slice(2 * (from + i), 2 * (from + i) + 2).join()),
      ))
        seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    expect([...seen.values()].filter((times) => times > 1).length).toBeGreaterThan(seen.size / 2);
  });
  it('covers the city with townships that leave no ground out', () => {
    const { layer, plane } = benchTownships();
    let sum = 0;
    for (let r = 0; r < layer.vertexStart.length - 1; r++)
      sum += planeRingArea(plane, layer.vertexStart[r], layer.vertexStart[r + 1]);
    expect(sum).toBeCloseTo((244 * 600 + 4000) * (146 * 600 + 4000), 2);
  });
  it('takes the middle and the ends', () => {
    expect([median([3, 1, 2]), quantile([3, 1, 2], 0), quantile([3, 1, 2], 1)]).toEqual([2, 1, 3]);
  });
});

describe('a peer that is not here', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('is named with what to install, and the others are measured', () => {
    expect(
      reasonWithout(Object.assign(new Error('extension "postgis" is not available'), { code: '0A000' })),
    ).toContain('install postgresql-NN-postgis-3');
    expect(reasonWithout(new Error('Command failed: initdb\nmore'))).toBe(
      'PostgreSQL does not work here: Command failed: initdb',
    );
    const report = { about: '', table: { head: ['a'], rows: [['1']] }, checks: [], ratios: {}, peers: [] };
    expect(reportText({ ...report, missing: ['PROJ, install libproj-dev'] }, null)).toContain(
      'Peers: none. Not here: PROJ, install libproj-dev.',
    );
  });

  it('because its server does not answer leaves no fault', async () => {
    vi.stubEnv('DATABASE_URL', 'postgres://bench@127.0.0.1:1/none');
    expect(await openPostgis(() => {})).toEqual({ without: expect.stringContaining('does not work here') as string });
  });
});
