import { readdirSync, readFileSync } from 'node:fs';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TileSetName } from '../../src/domain/tile-sets.ts';
import { loadPack } from '../../src/policy/load/pack.ts';
import { openProject } from '../../src/city/open-project.ts';
import type { OpenLand } from '../../src/city/open-land.ts';

const folder = new URL('../../data/policies/zhengzhou-draft/', import.meta.url);
const west = 113.6;
const south = 34.7;
const size = 0.002;

const feature = (properties: object, x: number, bow = false) => {
  const corners = [
    [x, south],
    [x + size, south],
    [x + size, south + size],
    [x, south + size],
  ];
  if (bow) [corners[1], corners[2]] = [corners[2], corners[1]];
  return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [[...corners, corners[0]]] } };
};
const industry = { system: 'planning-guide-2023', code: '1001' };
const parcels = [
  feature({ kind: 'parcel', id: 'a', landClass: industry, status: 'idle' }, west),
  feature({ kind: 'parcel', id: 'b', status: 'in-use' }, west + size),
  feature({ kind: 'parcel', id: 'c', status: 'idle' }, west + 2 * size, true),
  feature({ kind: 'building', id: 'h' }, west),
];

let land: OpenLand;
beforeAll(async () => {
  const names = readdirSync(folder).filter((name) => /\.(yaml|csv)$/.test(name));
  const pack = loadPack(Object.fromEntries(names.map((name) => [name, readFileSync(new URL(name, folder), 'utf8')])));
  if (!pack.ok) throw new Error(pack.refusal.code);
  const bytes = new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features: parcels }));
  const opened = await openProject({ files: [{ name: 'a.geojson', bytes }], pack: pack.value, date: '2026-11-22' });
  if (!opened.ok) throw new Error(opened.refusal.code);
  land = opened.value.land;
});

function layerOf(set: TileSetName) {
  const bytes = land.tiles.tile({ set, z: 12, x: tileColumn(12), y: tileRow(12) });
  return bytes && new VectorTile(new PbfReader(bytes)).layers[set];
}

/** Features of the tile at zoom 12 that holds them all, as the map's own library reads them. */
function features(set: TileSetName) {
  const layer = layerOf(set);
  if (!layer) return [];
  return Array.from({ length: layer.length }, (_, i) => layer.feature(i)).map(({ id, properties }) => ({
    id,
    ...properties,
  }));
}
const tileColumn = (z: number) => Math.floor(((west + 180) / 360) * 2 ** z);
const tileRow = (z: number) => Math.floor(((1 - Math.asinh(Math.tan((south * Math.PI) / 180)) / Math.PI) / 2) * 2 ** z);

describe('the tiles of an open project', () => {
  it('name parcels by key, with class and state, and mark a broken boundary', () => {
    const [a, b, ...rest] = features('parcels');
    expect(a).toEqual({ id: 0, lc: 'ind', status: 'idle' });
    expect(b).toEqual({ id: 1, status: 'in-use' });
    // A figure of eight has no area on the grid and may be left out; where it is drawn it is marked.
    for (const c of rest) expect(c).toEqual({ id: 2, status: 'idle', broken: true });
  });

  it('hold the sound parcels in a state of use apart, and the buildings', () => {
    expect(features('states')).toEqual([{ id: 0, status: 'idle' }]);
    expect(features('buildings')).toHaveLength(1);
  });

  it('hold the parcels last listed, each with a point inside', () => {
    expect(features('listed')).toEqual([]);
    expect(land.tiles.list(Uint32Array.of(1, 99))).toBe(1);
    expect(features('listed')).toHaveLength(1);
    // Where there are no parks it says what the parcel is called.
    expect(features('listedPoints')).toEqual([{ id: 1, name: 'b' }]);
    const [x, y] = [tileColumn(12), tileRow(12)];
    const point = layerOf('listedPoints')!.feature(0).toGeoJSON(x, y, 12).geometry;
    const [lon] = point.type === 'Point' ? point.coordinates : [NaN];
    expect(lon).toBeGreaterThan(west + size);
    expect(lon).toBeLessThan(west + 2 * size);
    land.tiles.list(Uint32Array.of(0, 1));
    expect(features('listed')).toHaveLength(2);
  });
});
