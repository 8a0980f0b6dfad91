import { GeoJSONVT } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { describe, expect, it } from 'vitest';
import { buildLayer, toMultiPolygon } from '../../domain/geometry/columns/builder.ts';
import type { Layer, MultiPolygon, Position } from '../../domain/geometry/columns/layer.ts';
import { codedOf } from '../../domain/land/records/coded.ts';
import { tileSet } from './tiles.ts';

/** The same numbers 0 .. 1 every time (a linear congruence). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
}

const [WEST, SOUTH, SIDE, PIECES] = [113.6, 34.7, 0.01, 12];
const COUNT = 8;

/** Quadrilaterals that cover a square; each side is a crooked line that both neighbours have. Every third has a filled hole. */
function coverage(): Layer {
  const random = randomFrom(7);
  const corner = (i: number, j: number): Position => [WEST + i * SIDE, SOUTH + j * SIDE];
  const lines = new Map<string, Position[]>();
  const side = (a: Position, b: Position): Position[] => {
    const key = [...a, ...b].join();
    const bend = () => (random() - 0.5) * SIDE * 0.2;
    if (!lines.has(key)) {
      const inner = Array.from({ length: PIECES - 1 }, (_, k): Position => {
        const t = (k + 1) / PIECES;
        return [a[0] + (b[0] - a[0]) * t + bend(), a[1] + (b[1] - a[1]) * t + bend()];
      });
      lines.set(key, [a, ...inner, b]);
    }
    return lines.get(key)!;
  };
  const features: MultiPolygon[] = [];
  for (let j = 0; j < COUNT; j++)
    for (let i = 0; i < COUNT; i++) {
      const [a, b, c, d] = [corner(i, j), corner(i + 1, j), corner(i + 1, j + 1), corner(i, j + 1)];
      const shell = [...side(a, b), ...side(b, c), ...[...side(d, c)].reverse(), ...[...side(a, d)].reverse()];
      if ((i + j) % 3 > 0) {
        features.push([[shell]]);
        continue;
      }
      const hole = Array.from({ length: 40 }, (_, k): Position => {
        const [turn, r] = [(2 * Math.PI * k) / 40, SIDE * (0.15 + 0.1 * random())];
        return [a[0] + SIDE / 2 + r * Math.cos(turn), a[1] + SIDE / 2 + r * Math.sin(turn)];
      });
      // The filling starts elsewhere on the ring than the hole does.
      features.push([[shell, [...hole].reverse()]], [[[...hole.slice(17), ...hole.slice(0, 17)]]]);
    }
  return buildLayer(features);
}

interface Drawn {
  readonly id: number;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly rings: readonly (readonly { x: number; y: number }[])[];
}

function decoded(bytes: Uint8Array | null, name = 'parcels'): Drawn[] {
  if (!bytes) return [];
  const layer = new VectorTile(new PbfReader(bytes)).layers[name];
  return Array.from({ length: layer.length }, (_, i) => {
    const feature = layer.feature(i);
    return { id: feature.id!, properties: feature.properties, rings: feature.loadGeometry() };
  });
}

/** Tiles of a zoom that the coverage lies in. */
function* tilesOf(z: number): Generator<[number, number]> {
  const x = (lon: number) => Math.floor((lon / 360 + 0.5) * 2 ** z);
  const y = (lat: number) => Math.floor((0.5 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI)) * 2 ** z);
  for (let ty = y(SOUTH + COUNT * SIDE + 0.003); ty <= y(SOUTH - 0.003); ty++)
    for (let tx = x(WEST - 0.003); tx <= x(WEST + COUNT * SIDE + 0.003); tx++) yield [tx, ty];
}

const names = (layer: Layer) => Array.from({ length: layer.size }, (_, f) => (f % 7 ? `宗地${f}` : null));
const numbers = (layer: Layer) => Array.from({ length: layer.size }, (_, f) => [f, -f, f / 3, f % 2 === 0][f % 4]);

describe('vector tiles', () => {
  it('are those of geojson-vt within a unit, where nothing is left out', () => {
    const layer = coverage();
    const [zh, n] = [names(layer), numbers(layer)];
    const tags = [
      { key: 'name', ...codedOf(zh.length, (row) => zh[row] ?? undefined) },
      { key: 'n', ...codedOf(n.length, (row) => n[row]) },
    ];
    const ours = tileSet(layer, { name: 'parcels', tags, tolerance: 0 });
    const features = Array.from({ length: layer.size }, (_, f) => ({
      type: 'Feature' as const,
      id: f,
      properties: { ...(zh[f] === null ? {} : { name: zh[f] }), n: n[f] },
      geometry: { type: 'MultiPolygon' as const, coordinates: toMultiPolygon(layer, f) as unknown as number[][][][] },
    }));
    const peer = new GeoJSONVT(
      { type: 'FeatureCollection', features },
      { maxZoom: 15, tolerance: 0, buffer: 64, indexMaxZoom: 0 },
    );
    let compared = 0;
    for (const z of [11, 13, 15])
      for (const [x, y] of tilesOf(z)) {
        const theirs = peer.getTile(z, x, y);
        const expected = theirs ? decoded(fromGeojsonVt({ parcels: theirs }, { version: 2, extent: 4096 })) : [];
        const found = decoded(ours.tile(z, x, y));
        const byId = new Map(found.map((f) => [f.id, f]));
        for (const feature of expected) {
          const mine = byId.get(feature.id);
          // What is flat on the grid they keep and we do not.
          if (!mine) expect(feature.rings.every((ring) => Math.abs(twiceArea(ring)) === 0)).toBe(true);
          else {
            expect(mine.properties).toEqual(feature.properties);
            const [a, b] = [mine.rings.flat(), feature.rings.flat()];
            expect(apart(a.filter(isUncut), b)).toBeLessThanOrEqual(1);
            expect(apart(b.filter(isUncut), a)).toBeLessThanOrEqual(1);
            // On the frame a cut ring may run along differently; what it encloses is the same.
            const off = sum(mine.rings.map(twiceArea)) - sum(feature.rings.map(twiceArea));
            expect(Math.abs(off) / 2).toBeLessThanOrEqual(sum(mine.rings.map(lengthOf)));
            compared++;
          }
        }
        expect(found.every((f) => expected.some((e) => e.id === f.id))).toBe(true);
      }
    expect(compared).toBeGreaterThan(300);
  });

  it('are the same however often they have been asked for', () => {
    const layer = coverage();
    const set = tileSet(layer, { name: 'parcels' });
    const places = [...tilesOf(15)];
    const first = places.map(([x, y]) => tileSet(layer, { name: 'parcels' }).tile(15, x, y));
    for (let round = 0; round * places.length < 100; round++)
      expect(places.map(([x, y]) => set.tile(15, x, y))).toEqual(first);
  });

  it('keep shared borders shared at every zoom: each line of a neighbour is run once each way', () => {
    const layer = coverage();
    const set = tileSet(layer, { name: 'parcels', maxZoom: 16 });
    for (let z = 10; z <= 16; z++) {
      let [inner, vertices] = [0, 0];
      for (const [x, y] of tilesOf(z)) {
        const lines = new Map<string, number>();
        for (const { rings } of decoded(set.tile(z, x, y)))
          for (const ring of rings)
            for (let i = 1; i < ring.length; i++) {
              vertices++;
              const [a, b] = [`${ring[i - 1].x},${ring[i - 1].y}`, `${ring[i].x},${ring[i].y}`];
              const key = a < b ? `${a} ${b}` : `${b} ${a}`;
              lines.set(key, (lines.get(key) ?? 0) + (a < b ? 1 : -1));
              if (isInner(ring[i - 1], z, x, y) && isInner(ring[i], z, x, y)) inner++;
            }
        for (const [key, turns] of lines) {
          const [a, b] = key
            .split(' ')
            .map((p) => p.split(',').map(Number))
            .map(([px, py]) => ({ x: px, y: py }));
          if (isInner(a, z, x, y) && isInner(b, z, x, y)) expect([z, key, turns]).toEqual([z, key, 0]);
        }
      }
      expect(inner).toBeGreaterThan(100);
      if (z === 10) expect(vertices).toBeLessThan((0.8 * layer.lonLat.length) / 2);
    }
  });

  it('turn shells clockwise as seen and holes the other way, whichever way they came', () => {
    const shell: Position[] = [
      [113.6, 34.7],
      [113.7, 34.7],
      [113.7, 34.8],
      [113.6, 34.8],
    ];
    const hole: Position[] = [
      [113.63, 34.73],
      [113.66, 34.73],
      [113.66, 34.76],
      [113.63, 34.76],
    ];
    const layer = buildLayer([[[shell, hole]], [[[...shell].reverse(), [...hole].reverse()]], null]);
    const set = tileSet(layer, { name: 'parcels' });
    const [x, y] = tilesOf(10).next().value!;
    const drawn = decoded(set.tile(10, x, y));
    expect(drawn.map(({ id, rings }) => [id, ...rings.map((ring) => Math.sign(twiceArea(ring)))])).toEqual([
      [0, 1, -1],
      [1, 1, -1],
    ]);
    expect(set.tile(10, x + 50, y)).toBeNull();
    expect(tileSet(buildLayer([]), { name: 'parcels' }).tile(0, 0, 0)).toBeNull();
  });
});

const twiceArea = (ring: readonly { x: number; y: number }[]): number =>
  ring.reduce((sum, p, i) => sum + p.x * ring[(i + 1) % ring.length].y - ring[(i + 1) % ring.length].x * p.y, 0);

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const lengthOf = (ring: readonly { x: number; y: number }[]): number =>
  sum(ring.slice(1).map((p, i) => Math.hypot(p.x - ring[i].x, p.y - ring[i].y)));
const isUncut = (p: { x: number; y: number }): boolean => p.x > -64 && p.y > -64 && p.x < 4160 && p.y < 4160;

/** How far the farthest of `points` is from the nearest of `others`, units along an axis. */
const apart = (points: readonly { x: number; y: number }[], others: readonly { x: number; y: number }[]): number =>
  Math.max(...points.map((p) => Math.min(...others.map((q) => Math.max(Math.abs(p.x - q.x), Math.abs(p.y - q.y))))));

/** Inside the tile with its buffer and, with some room, inside the coverage: every line there has two sides. */
function isInner(p: { x: number; y: number }, z: number, x: number, y: number): boolean {
  if (!isUncut(p)) return false;
  const lon = ((x + p.x / 4096) / 2 ** z - 0.5) * 360;
  const lat = (Math.atan(Math.sinh(Math.PI * (1 - (2 * (y + p.y / 4096)) / 2 ** z))) * 180) / Math.PI;
  const room = SIDE * 0.4;
  const within = (value: number, from: number) => value > from + room && value < from + COUNT * SIDE - room;
  return within(lon, WEST) && within(lat, SOUTH);
}
