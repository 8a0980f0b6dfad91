import type { Feature, FeatureCollection, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { boundaryLines } from './boundaries.ts';

const polygon = (ring: Position[]): Feature => ({
  type: 'Feature',
  properties: {},
  geometry: { type: 'Polygon', coordinates: [ring] },
});
const square = (x: number, y: number): Feature =>
  polygon([
    [x, y],
    [x + 1, y],
    [x + 1, y + 1],
    [x, y + 1],
    [x, y],
  ]);
const collect = (features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features });

function lines(result: FeatureCollection): Position[][] {
  const geometry = result.features[0]?.geometry;
  return geometry?.type === 'MultiLineString' ? geometry.coordinates : [];
}

const length = (line: Position[]): number =>
  line.slice(1).reduce((sum, [x, y], i) => sum + Math.hypot(x - line[i][0], y - line[i][1]), 0);
const total = (result: FeatureCollection): number => lines(result).reduce((sum, line) => sum + length(line), 0);

describe('boundary lines', () => {
  it('draw a boundary that two neighbours share once', () => {
    // Two unit squares side by side: 4 + 4 edges, one of them shared.
    const result = boundaryLines(collect([square(0, 0), square(1, 0)]));
    expect(total(result)).toBe(7);
    expect(lines(result)).toHaveLength(3);
  });

  it('of a grid of n × n squares measure 2n(n + 1), in lines that end only at junctions', () => {
    const n = 6;
    const cells = Array.from({ length: n * n }, (_, i) => square(i % n, Math.floor(i / n)));
    const result = boundaryLines(collect(cells));
    expect(total(result)).toBe(2 * n * (n + 1));
    const ends = lines(result).flatMap((line) => [line[0], line[line.length - 1]]);
    const corner = ([x, y]: Position): boolean => (x === 0 || x === n) && (y === 0 || y === n);
    expect(ends.filter(corner)).toEqual([]);
  });

  it('close the ring of a polygon that touches no other', () => {
    const [line] = lines(boundaryLines(collect([square(0, 0)])));
    expect(line).toHaveLength(5);
    expect(line[0]).toEqual(line[4]);
  });

  it('leave out what lies under a stronger line', () => {
    const outer = polygon([
      [0, 0],
      [1, 0],
      [2, 0],
      [2, 1],
      [1, 1],
      [0, 1],
      [0, 0],
    ]);
    const result = boundaryLines(collect([square(0, 0), square(1, 0)]), collect([outer]));
    expect(lines(result)).toHaveLength(1);
    expect(lines(result)[0].map(([x]) => x)).toEqual([1, 1]);
  });

  it('are none for no polygons', () => {
    expect(boundaryLines(collect([])).features).toEqual([]);
  });
});
