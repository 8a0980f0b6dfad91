import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { describe, expect, it } from 'vitest';
import { pointTile, type TilePoint } from './points.ts';

const read = (bytes: Uint8Array) => {
  const { names } = new VectorTile(new PbfReader(bytes)).layers;
  return Array.from({ length: names.length }, (_, i) => names.feature(i));
};
const point = (id: number, lon: number, lat: number, tags: TilePoint['tags'] = {}): TilePoint => ({
  id,
  lon,
  lat,
  tags,
});

describe('points as a vector tile', () => {
  it('are read by another library where they stand, with what they say', () => {
    const [z, x, y] = [15, 26726, 13006];
    const bytes = pointTile(
      'names',
      [
        point(7, 113.625, 34.754, { no: 'LX-0412', mu: '16.40' }),
        point(300_000, 113.63, 34.755, { no: '甲', storeys: 4 }),
      ],
      z,
      x,
      y,
    )!;
    const features = read(bytes);
    expect(features.map(({ id, type, properties }) => ({ id, type, ...properties }))).toEqual([
      { id: 7, type: 1, no: 'LX-0412', mu: '16.40' },
      { id: 300_000, type: 1, no: '甲', storeys: 4 },
    ]);
    const [lon, lat] = (features[0].toGeoJSON(x, y, z).geometry as GeoJSON.Point).coordinates;
    // A unit of the tile is 0.3 m.
    expect(lon).toBeCloseTo(113.625, 5);
    expect(lat).toBeCloseTo(34.754, 5);
  });

  it('stand in one tile alone, and an empty one is none', () => {
    const all = Array.from({ length: 400 }, (_, i) =>
      point(i, 113.6 + (i % 20) * 0.003, 34.7 + Math.floor(i / 20) * 0.003),
    );
    const seen: number[] = [];
    for (let x = 26720; x < 26735; x++)
      for (let y = 13005; y < 13030; y++) {
        const bytes = pointTile('names', all, 15, x, y);
        if (bytes) seen.push(...read(bytes).map(({ id }) => id!));
      }
    expect(seen.toSorted((a, b) => a - b)).toEqual(all.map(({ id }) => id));
    expect(pointTile('names', all, 15, 0, 0)).toBeNull();
    expect(pointTile('names', [], 15, 26726, 13006)).toBeNull();
  });
});
