import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { PMTiles, zxyToTileId } from 'pmtiles';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fieldsOfKind, type Kind } from '../../src/domain/land/fields/kinds.ts';
import type { Fields, FieldType } from '../../src/domain/land/fields/type.ts';
import type { FirstFile, ParkFile } from '../../src/publish/shape/published.ts';
import { readPacked } from '../../src/formats/packed/read.ts';
import { building, parcel, park, rectangle } from '../helpers/city.ts';
import { smallCity } from './small-city.ts';
import { TestFolder } from './folder-of.ts';

/*
 * Secrets in every field the public may not see, in drafts, in flags that are not published, beside the fields, and boundary
 * points as they were surveyed: nothing of it is in any file that is published, packed, compressed or cut into tiles.
 */

/** What stands in every secret, as text and as digits, grouped too. */
const SECRET = '机密';
const DIGITS = /91827|91,827/;
const DAY = /1987-05/;

let planted = 0;

function secretOf(type: FieldType, name: string): unknown {
  switch (type.is) {
    case 'text':
      return `${SECRET}-${name}`;
    case 'number':
    case 'integer': {
      const whole = Number(`91827${planted++ % 100}`);
      if (type.max === undefined) return whole;
      return type.max >= 1 && type.is === 'number' ? Number(`0.91827${planted}`) : undefined;
    }
    case 'date':
      return '1987-05-17';
    case 'month':
      return '1987-05';
    case 'list':
      return [secretOf(type.of, name)].filter((value) => value !== undefined);
    case 'record':
      return secretsOf(type.fields, () => true);
    case 'nullable':
      return secretOf(type.of, name);
    // Of so few values none can be told from what is public.
    case 'one-of':
      return type.values.at(-1);
    default:
      return undefined;
  }
}

const secretsOf = (fields: Fields, isMeant: (field: Fields[string]) => boolean): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      const value = isMeant(field) ? secretOf(field, name) : undefined;
      return value === undefined ? [] : [[name, value]];
    }),
  );

/** Every internal field of a kind, and one beside the fields. */
const secrets = (kind: Kind) => ({
  ...secretsOf(fieldsOfKind(kind), ({ isPublic }) => !isPublic),
  内部备注: `${SECRET}-备注`,
});

/** A city whose every record holds secrets, with drafts and a plan that is none yet. */
function cityOfSecrets() {
  const city = smallCity(
    park({ id: `${SECRET}草案`, name: `${SECRET}草案园`, stage: 'idea', published: true }),
    parcel(`${SECRET}地`, rectangle(1600, 0, 300, 300), { parkId: `${SECRET}草案` }),
    building(`${SECRET}楼`, `${SECRET}地`, rectangle(1650, 50, 60, 60), { storeys: 4 }),
    park({ id: `${SECRET}未公布`, name: `${SECRET}未公布园`, stage: 'operating', published: false }),
    parcel(`${SECRET}闲置`, rectangle(1600, 900, 70, 70), { parkId: undefined, status: 'low-efficiency' }),
    parcel(`${SECRET}营区`, rectangle(2000, 900, 70, 70), {
      parkId: undefined,
      landClass: { system: 'planning-guide-2023', code: '1501' },
    }),
    building(`${SECRET}营房`, undefined, rectangle(2010, 910, 40, 40), { storeys: 2 }),
    // Land of the armed forces that is a published park's own, apart from all else.
    parcel(`${SECRET}库区`, rectangle(4200, 2800, 310, 190), {
      parkId: 'P1',
      landClass: { system: 'planning-guide-2023', code: '1501' },
      status: 'in-use',
      statedAreaM2: 58_918.27,
    }),
    building(`${SECRET}库`, `${SECRET}库区`, rectangle(4250, 2850, 60, 60), { storeys: 4, floorAreaM2: 14_182.7 }),
    building(`${SECRET}库二`, undefined, rectangle(4350, 2850, 60, 60), { storeys: 1 }),
    { type: 'Feature', properties: { kind: 'supplyPlan', id: `${SECRET}计划`, name: `${SECRET}计划`, year: 2027, states: [{ state: 'draft', on: '2026-11-01' }] }, geometry: null } as never, // prettier-ignore
  );
  for (const feature of city.features) {
    const properties = feature.properties as Record<string, unknown>;
    const own = secrets(properties.kind as Kind);
    // What says that a record is published is no secret.
    for (const [name, value] of Object.entries(own))
      if (!(name in properties) && !['published', 'flagPublished', 'flagDecision', 'flagClass'].includes(name))
        properties[name] = value;
  }
  return { ...city, [SECRET]: `${SECRET}-顶层` };
}

const folder = new TestFolder();
let texts: ReadonlyMap<string, string>;
let tiles: readonly VectorTile[];
let corners: readonly number[];
/** What the office is told when it publishes. */
let said: string;

async function tilesIn(bytes: Buffer): Promise<readonly VectorTile[]> {
  const archive = new PMTiles({
    getKey: () => 'land',
    getBytes: (from, length) => Promise.resolve({ data: Uint8Array.from(bytes.subarray(from, from + length)).buffer }),
  });
  const { minZoom, maxZoom, minLon, maxLon, minLat, maxLat } = await archive.getHeader();
  corners = [minLon, maxLon, minLat, maxLat];
  const found: VectorTile[] = [];
  for (let z = minZoom; z <= maxZoom; z++) {
    const column = (lon: number) => Math.floor((lon / 360 + 0.5) * 2 ** z);
    const row = (lat: number) =>
      Math.floor((0.5 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI)) * 2 ** z);
    for (let x = column(minLon); x <= column(maxLon); x++)
      for (let y = row(maxLat); y <= row(minLat); y++) {
        expect(zxyToTileId(z, x, y)).toBeGreaterThan(0);
        const tile = await archive.getZxy(z, x, y);
        if (tile) found.push(new VectorTile(new PbfReader(new Uint8Array(tile.data))));
      }
  }
  return found;
}

const propertiesOf = (tile: VectorTile): string =>
  JSON.stringify(
    Object.entries(tile.layers).map(([name, layer]) => [
      name,
      Array.from({ length: layer.length }, (_, i) => layer.feature(i).properties),
    ]),
  );

function textOf(name: string, bytes: Buffer): string {
  if (name.endsWith('.br')) return textOf(name.slice(0, -3), brotliDecompressSync(bytes));
  if (name.endsWith('.gz')) return textOf(name.slice(0, -3), gunzipSync(bytes));
  if (!name.endsWith('.ytp')) return bytes.toString('utf8');
  const read = readPacked(name, bytes);
  if (!read.ok) throw new Error(read.refusal.code);
  const { project } = read.value;
  const tables = [project.parcels, project.buildings, project.townships, project.zones];
  const records = [...tables.map(({ records: own }) => [...own]), project.parks, project.jurisdictions];
  return JSON.stringify([project.title, project.extra, records, tables.map(({ layer }) => [...layer.lonLat])]);
}

beforeAll(async () => {
  const ran = await folder.publish(cityOfSecrets());
  expect([ran.code, ran.out]).toEqual([0, expect.stringContaining('2 个园区')]);
  said = ran.err;
  const files = [...folder.files()];
  texts = new Map(
    files.filter(([name]) => !name.endsWith('.pmtiles')).map(([name, bytes]) => [name, textOf(name, bytes)]),
  );
  const [, archive] = files.find(([name]) => name.endsWith('.pmtiles'))!;
  tiles = await tilesIn(archive);
});

afterAll(() => folder.remove());

it('publishes what is public, so that what is missing is missing for a reason', () => {
  expect(planted).toBeGreaterThan(40);
  const all = [...texts.values()].join('\n');
  for (const word of ['长庚装备园', '测试镇一号路 1 号', '听涛服务园', '已公布的计划', '"A2"', '"C1"'])
    expect(all).toContain(word);
  expect(tiles.map(propertiesOf).join()).toContain('长庚装备园');
  expect([...texts.keys()].filter((name) => /\.(br|gz)$/.test(name)).length).toBeGreaterThan(4);
});

it('has no secret in any file, name of a file or tile', () => {
  const leaks = [...texts, ['tiles', tiles.map(propertiesOf).join()] as const].filter(([name, text]) =>
    [name, text].some((own) => own.includes(SECRET) || DIGITS.test(own) || DAY.test(own)),
  );
  expect(leaks.map(([name]) => name)).toEqual([]);
});

it('has no boundary point as it was surveyed', () => {
  const [east, north] = rectangle(0, 0, 311.123, 222.456)[2];
  const plain = [...texts].filter(([, text]) => text.includes(String(east).slice(0, 11)) || text.includes(String(north).slice(0, 10))); // prettier-ignore
  expect(plain.map(([name]) => name)).toEqual([]);
  const degrees = [...texts].filter(([, text]) => /\b1[01]\d\.\d{6,}\b/.test(text));
  expect(degrees.map(([name]) => name)).toEqual([]);
  expect(corners).toEqual(corners.map((degree) => Number(degree.toFixed(3))));
});

it('shows neither land of the armed forces nor what is drawn for a draft alone', () => {
  const shown = tiles.map(({ layers }) => layers.land?.length ?? 0);
  // A1, A2, B1, C1, C2 and the parcel whose flag is not published.
  expect(Math.max(...shown)).toBe(6);
  const built = tiles.flatMap(({ layers: { buildings } }) =>
    Array.from({ length: buildings?.length ?? 0 }, (_, i) => buildings.feature(i).id),
  );
  expect(new Set(built).size).toBe(1);
});

it('shows a published park without its land of the armed forces, and tells nothing that rests on it', () => {
  const [[west, south], , [east, north]] = rectangle(4200, 2800, 310, 190);
  const isThere = ([, lon, lat]: RegExpMatchArray) =>
    Number(lon) > west - 1e-3 && Number(lon) < east + 1e-3 && Number(lat) > south - 1e-3 && Number(lat) < north + 1e-3;
  const told = [...texts].filter(([, text]) => [...text.matchAll(/(11\d\.\d+),(3\d\.\d+)/g)].some(isThere));
  expect(told.map(([name]) => name)).toEqual([]);
  expect(corners[1]).toBeLessThan(west);
  const { parks } = folder.data<FirstFile>('first.json');
  expect([parks.id[0], parks.sites[0], parks.landM2[0], parks.floorM2[0]]).toEqual(['P1', 2, null, null]);
  const card = folder.data<ParkFile>('parks/p1.json');
  // 58 918.27 m² are 88.38 亩: neither it, nor what is left when it is taken off, nor that with it.
  const figures = JSON.stringify([card.figures, card.law]);
  expect(figures).not.toMatch(/58,?918|88\.38|用地面积|容积率[^未]*\d/);
  expect(said).toContain('长庚装备园');
});
