import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { PMTiles, tileIdToZxy, zxyToTileId } from 'pmtiles';
import { beforeAll, describe, expect, it } from 'vitest';
import { allRows, isDrawable } from '../../src/city/drawing/rows.ts';
import { CELLS, signsOfBits, tileSigns } from '../../src/map/visitor/tile-signs.ts';
import { joined } from '../../src/formats/pmtiles/write.ts';
import { tilesOf } from '../../src/publish/tiles/archive.ts';
import type { PublishedLand } from '../../src/publish/tiles/published-land.ts';
import { City } from '../../src/city/city.ts';
import { readExchange } from '../../src/formats/exchange/read.ts';
import { bytes, collection, parcel, rectangle } from '../helpers/city.ts';
import { readPack } from '../policy/cases.ts';
import { landOf, sampleLand } from './published-land.ts';

/* The tiles of the sample city, read by the libraries a map reads them with, and counted against the city. */

interface Seen {
  /** Features drawn one by one: their class by id. */
  readonly drawn: ReadonlyMap<number, string>;
  /** Marks: kind, how many they stand for, m². */
  readonly marks: readonly { readonly kind: string; readonly n: number; readonly m2: number }[];
  /** Bytes of the largest tile, as it is sent. */
  readonly largest: number;
}

class Archive {
  readonly bytes: Uint8Array;
  readonly #pmtiles: PMTiles;

  constructor(land: PublishedLand) {
    const data: Uint8Array[] = [];
    const front = tilesOf(land, (piece) => void data.push(piece));
    const bytes = (this.bytes = joined([front, ...data]));
    this.#pmtiles = new PMTiles({
      getKey: () => 'land',
      getBytes: (from, length) => Promise.resolve({ data: bytes.slice(from, from + length).buffer as ArrayBuffer }),
    });
  }

  /** All tiles of a zoom, or of the last where the map draws those larger. */
  async *tiles(
    zoom: number,
  ): AsyncGenerator<{ readonly tile: VectorTile; readonly bytes: ArrayBuffer; readonly row: number }> {
    const header = await this.#pmtiles.getHeader();
    const z = Math.min(zoom, header.maxZoom);
    const [from, to] = [zxyToTileId(z, 0, 0), zxyToTileId(z + 1, 0, 0)];
    const middle = tileIdToZxy(from)[0];
    expect(middle).toBe(z);
    const side = (lon: number) => Math.floor((lon / 360 + 0.5) * 2 ** z);
    const row = (lat: number) =>
      Math.floor((0.5 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI)) * 2 ** z);
    for (let x = side(header.minLon); x <= side(header.maxLon); x++)
      for (let y = row(header.maxLat); y <= row(header.minLat); y++) {
        expect(zxyToTileId(z, x, y)).toBeLessThan(to);
        const found = await this.#pmtiles.getZxy(z, x, y);
        if (found) yield { tile: new VectorTile(new PbfReader(new Uint8Array(found.data))), bytes: found.data, row: y };
      }
  }

  async seen(zoom: number, layer: 'land' | 'idle'): Promise<Seen> {
    const key = layer === 'land' ? 'lc' : 'kind';
    const drawn = new Map<number, string>();
    const marks = new Map<number, Seen['marks'][number]>();
    let largest = 0;
    for await (const { tile, bytes } of this.tiles(zoom)) {
      largest = Math.max(largest, bytes.byteLength);
      const featuresOf = (name: string) => {
        const of = tile.layers[name];
        return Array.from({ length: of?.length ?? 0 }, (_, i) => of.feature(i));
      };
      for (const { id, properties } of featuresOf(layer)) drawn.set(id!, String(properties[key]));
      for (const { id, properties } of featuresOf(`${layer}-marks`))
        marks.set(id!, { kind: String(properties[key]), n: Number(properties.n), m2: Number(properties.m2) });
    }
    return { drawn, marks: [...marks.values()], largest };
  }
}

/** Ground of a square unit of a tile of zoom 14, m²: on the sphere the map is drawn of. */
function unitM2(row: number, extent: number): number {
  const lat = Math.atan(Math.sinh(Math.PI * (1 - (2 * (row + 0.5)) / 2 ** 14)));
  return ((2 * Math.PI * 6_378_137 * Math.cos(lat)) / 2 ** 14 / extent) ** 2;
}

type At = { readonly x: number; readonly y: number };

/** Area of rings inside a box, by cutting them at each of its sides in turn (Sutherland and Hodgman); holes take away. */
function areaIn(rings: readonly (readonly At[])[], [west, north, east, south]: readonly number[]): number {
  const cut = (ring: readonly At[], axis: 'x' | 'y', at: number, sign: 1 | -1): At[] =>
    ring.flatMap((to, i) => {
      const from = ring[(i + ring.length - 1) % ring.length];
      const [a, b] = [sign * (from[axis] - at), sign * (to[axis] - at)];
      const t = a / (a - b);
      const on = { x: from.x + t * (to.x - from.x), y: from.y + t * (to.y - from.y) };
      return [...(a * b < 0 ? [on] : []), ...(b >= 0 ? [to] : [])];
    });
  return Math.abs(
    rings.reduce((sum, ring) => {
      const inside = cut(cut(cut(cut(ring, 'x', west, 1), 'x', east, -1), 'y', north, 1), 'y', south, -1);
      return sum + inside.reduce((twice, { x, y }, i) => twice + x * inside[(i + 1) % inside.length].y - inside[(i + 1) % inside.length].x * y, 0) / 2; // prettier-ignore
    }, 0),
  );
}

let land: PublishedLand;
let archive: Archive;

beforeAll(() => {
  land = sampleLand(readPack('zhengzhou-draft'));
  archive = new Archive(land);
});

describe('tiles of the sample city', () => {
  it.each([15, 16, 17, 18])('lose nothing at zoom %i, where those of 14 are cut and drawn larger', async (zoom) => {
    const rows = [...allRows(land.city.project.parcels.layer)].filter((row) =>
      isDrawable(land.city.project.parcels.layer, row),
    );
    const side = 2 ** (zoom - 14);
    const seen = new Map<number, number>();
    const marked = await archive.seen(14, 'land');
    for await (const { tile, row } of archive.tiles(14)) {
      const { land: own } = tile.layers;
      for (let i = 0; i < (own?.length ?? 0); i++) {
        const feature = own.feature(i);
        const rings = feature.loadGeometry();
        const [west, north, east, south] = feature.bbox();
        const step = feature.extent / side;
        const within = (unit: number) => Math.min(side - 1, Math.max(0, Math.floor(unit / step)));
        for (let y = within(north); y <= within(south); y++)
          for (let x = within(west); x <= within(east); x++) {
            const m2 =
              areaIn(rings, [x * step, y * step, (x + 1) * step, (y + 1) * step]) * unitM2(row, feature.extent);
            if (m2 > 0) seen.set(feature.id!, (seen.get(feature.id!) ?? 0) + m2);
          }
      }
    }
    expect(seen.size + marked.marks.reduce((n, { n: own }) => n + own, 0)).toBe(rows.length);
    const { areas } = land.city.boundaries;
    const expected = [...seen.keys()].reduce((sum, id) => sum + (areas.ellipsoidM2[id] || 0), 0);
    // Boundaries are thinned to a metre and rounded, and measured here as of a sphere.
    expect(Math.abs([...seen.values()].reduce((sum, m2) => sum + m2, 0) / expected - 1)).toBeLessThan(0.02);
  });

  it.each([8, 9, 10, 11, 12, 13, 14])('lose no parcel and no m² at zoom %i, class by class', async (zoom) => {
    const { city, pack } = land;
    const { layer, records } = city.project.parcels;
    const classOf = records.field('landClass');
    // The areas a surveyor would sign, by another way than the tiles' own.
    const { areas } = city.boundaries;
    const areaOf = (row: number) => areas.ellipsoidM2[row] || 0;
    const rows = [...allRows(layer)].filter((row) => isDrawable(layer, row));
    const seen = await archive.seen(zoom, 'land');
    const told = seen.drawn.size + seen.marks.reduce((n, mark) => n + mark.n, 0);
    expect(told).toBe(rows.length);
    const sums = new Map<string, number>();
    const add = (kind: string, m2: number) => sums.set(kind, (sums.get(kind) ?? 0) + m2);
    for (const [row, kind] of seen.drawn) add(kind, areaOf(row));
    for (const { kind, m2 } of seen.marks) add(kind, m2);
    const expected = new Map<string, number>();
    for (const row of rows) {
      const kind = String(classOf(row) && pack.landClassOf(classOf(row)!)?.colour);
      expected.set(kind, (expected.get(kind) ?? 0) + areaOf(row));
    }
    expect(new Set(sums.keys())).toEqual(new Set(expected.keys()));
    for (const [kind, m2] of expected) expect(sums.get(kind)! / m2).toBeCloseTo(1, 2);
    expect(seen.largest).toBeLessThan(400_000);
  });

  it('are told by the map to show, cell by cell, what a reader of tiles finds in them', async () => {
    for await (const { tile, bytes } of archive.tiles(11)) {
      const tells = (value: unknown) => value !== undefined && !['farm', 'road', 'water'].includes(String(value));
      const expected = Array.from({ length: CELLS * CELLS }, () => new Set<string>());
      for (const [name, key] of [
        ['land', 'lc'],
        ['land-marks', 'lc'],
        ['idle', 'kind'],
        ['idle-marks', 'kind'],
      ])
        // prettier-ignore
        for (let i = 0; i < (tile.layers[name]?.length ?? 0); i++) {
          const feature = tile.layers[name].feature(i);
          const [west, north, east, south] = feature.bbox();
          const cell = (unit: number) => Math.floor((unit / feature.extent) * CELLS);
          for (let row = cell(north); row <= cell(south); row++)
            for (let column = cell(west); column <= cell(east); column++)
              if (Math.min(row, column) >= 0 && Math.max(row, column) < CELLS && tells(feature.properties[key]))
                expected[row * CELLS + column].add(`${key}:${String(feature.properties[key])}`);
        }
      expect([...tileSigns(bytes)].map((bits) => new Set(signsOfBits(bits)))).toEqual(expected);
    }
  });

  it.each([8, 10, 14])('lose no land that is offered at zoom %i', async (zoom) => {
    const seen = await archive.seen(zoom, 'idle');
    expect(seen.drawn.size + seen.marks.reduce((n, mark) => n + mark.n, 0)).toBe(land.idle.length);
  });
});

it('have nothing of what is withheld, and the same bytes again', async () => {
  const file = bytes(collection(parcel('A', rectangle(0, 0, 300, 200)), parcel('B', rectangle(400, 0, 300, 200))));
  const read = readExchange('few.geojson', file, { fields: land.pack.fields });
  if (!read.ok) throw new Error(read.refusal.code);
  const city = City.open(read.value.project)!;
  const own = landOf(city, land.pack);
  const [, second] = city.land.keys('parcel');
  const withheld = { parcels: new Set([second]), buildings: new Set<number>() };
  const few = new Archive({ ...own, withheld });
  expect(new Archive({ ...own, withheld }).bytes).toEqual(few.bytes);
  const all = new Archive(own);
  for (const zoom of [8, 14]) {
    const [a, b] = [await few.seen(zoom, 'land'), await all.seen(zoom, 'land')];
    const told = ({ drawn, marks }: Seen) => drawn.size + marks.reduce((n, mark) => n + mark.n, 0);
    expect([told(a), told(b)]).toEqual([1, 2]);
  }
});
