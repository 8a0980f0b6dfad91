import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import { toPlane, planeCrsOf } from '../../domain/geodesy/zones.ts';
import type { Position } from '../../domain/geometry/columns/layer.ts';
import type { NamedBytes, ReadOptions } from '../contract.ts';
import { file, utf8 } from '../test-files.ts';
import { readFiles } from '../index.ts';

/** Where on earth a file lies: every CRS against its own area of use and the country, and the order of its axes. */
const zhengzhou: readonly Position[] = [
  [113.65, 34.75],
  [113.652, 34.75],
  [113.652, 34.752],
  [113.65, 34.752],
];
const definitions: Readonly<Record<number, string>> = {
  3857: '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +no_defs',
  32649: '+proj=utm +zone=49 +datum=WGS84 +units=m +no_defs',
  32650: '+proj=utm +zone=50 +datum=WGS84 +units=m +no_defs',
};
const plane = (epsg: number, [lon, lat]: Position): Position => {
  const crs = planeCrsOf(epsg);
  if (crs) return toPlane(crs, lon, lat);
  return epsg === 4490 ? [lon, lat] : (proj4(definitions[epsg], [lon, lat]) as [number, number]);
};
const turned = (ring: readonly Position[]) => ring.map(([x, y]): Position => [y, x]);
function geojson(ring: readonly Position[], properties: object = {}, crs?: string, name = 'a.geojson'): NamedBytes {
  const geometry = { type: 'Polygon', coordinates: [[...ring, ring[0]]] };
  const member = crs === undefined ? {} : { crs: { type: 'name', properties: { name: crs } } };
  const feature = { type: 'Feature', properties, geometry };
  return file(name, utf8(JSON.stringify({ type: 'FeatureCollection', ...member, features: [feature] })));
}
async function read(bytes: NamedBytes, options: ReadOptions = {}) {
  const result = await readFiles([bytes], options);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  const { project, notes, crs } = result.value;
  return { first: [...project.parcels.layer.lonLat.subarray(0, 2)], notes, crs };
}
async function refusal(bytes: NamedBytes, options: ReadOptions = {}) {
  const result = await readFiles([bytes], options);
  return result.ok ? null : result.refusal;
}

describe.each([4490, 4526, 4547, 32649, 3857])('EPSG:%i', (epsg) => {
  const ring = zhengzhou.map((p) => plane(epsg, p));
  it('is read, and the other way round too, which is noticed', async () => {
    for (const [drawn, noticed] of [
      [ring, []],
      [turned(ring), ['axes-swapped']],
    ] as const)
      // prettier-ignore
      for (const [stated, option] of [[`EPSG:${epsg}`, undefined], [undefined, epsg]] as const) { // prettier-ignore
        const { first, notes } = await read(geojson(drawn, {}, stated), { epsg: option });
        expect(first[0]).toBeCloseTo(113.65, 8);
        expect(first[1]).toBeCloseTo(34.75, 8);
        expect(notes.map(({ code }) => code)).toEqual(noticed);
      }
  });
  it('is refused far from China, with where it would be', async () => {
    // Berlin, on whatever plane; from a zone of China that is no place at all.
    const away = zhengzhou.map(([lon, lat]): Position => [lon - 100, lat + 18]);
    const drawn = planeCrsOf(epsg)
      ? ring.map(([x, y]): Position => [x, y + 3_000_000])
      : away.map((p) => plane(epsg, p));
    const said = await refusal(geojson(drawn, {}, `EPSG:${epsg}`));
    expect(said?.code).toBe(planeCrsOf(epsg) || epsg === 32649 ? 'outside-zone' : 'outside-china');
    if (epsg === 3857) expect(said?.params).toMatchObject({ lon: 13.65, lat: 52.75 });
    if (epsg === 4526) {
      const [, lat] = proj4('+proj=tmerc +lon_0=114 +x_0=38500000 +ellps=GRS80').inverse([...drawn[0]]);
      expect(said?.params).toMatchObject({ crs: 'EPSG:4526', lat: Math.round(lat * 100) / 100 });
    }
  });
});

describe('a file', () => {
  it('whose numbers are another CRS than it says is told which they can be', async () => {
    const metres = zhengzhou.map((p) => plane(4526, p));
    expect(await refusal(geojson(metres, {}, 'EPSG:4490'))).toMatchObject({
      code: 'outside-china',
      choices: ['EPSG:4526'],
    });
    expect(await refusal(geojson(metres, {}, 'EPSG:32649'))).toMatchObject({
      code: 'outside-zone',
      choices: ['EPSG:4526'],
    });
    expect(await refusal(geojson(metres, {}, 'EPSG:4527'))).toMatchObject({ choices: ['EPSG:4526'] });
    const plain = zhengzhou.map((p) => plane(4547, p));
    expect((await refusal(geojson(plain, {}, 'EPSG:4490')))?.choices).toContain('EPSG:4547');
  });
  it('in a UTM zone beside its own is read, and the zone is doubted', async () => {
    const ring = zhengzhou.map((p) => plane(32650, p));
    expect((await read(geojson(ring, {}, 'EPSG:32650'))).notes).toEqual([]);
    const west = zhengzhou.map(([lon, lat]) => plane(32650, [lon - 1, lat]));
    // 117°E − 112.651°E, along a parallel of the sphere.
    const km = Math.round(((4.349 * Math.PI) / 180) * 6378 * Math.cos((34.751 * Math.PI) / 180));
    expect((await read(geojson(west, {}, 'EPSG:32650'))).notes).toEqual([
      { code: 'zone-far', params: { stated: 'EPSG:32650', likely: 'EPSG:32649', km } },
    ]);
    const farther = zhengzhou.map(([lon, lat]) => plane(32650, [lon - 6, lat]));
    expect((await refusal(geojson(farther, {}, 'EPSG:32650')))?.code).toBe('outside-zone');
  });
  it('in Web Mercator without saying so is asked about, either way round', async () => {
    const ring = zhengzhou.map((p) => plane(3857, p));
    for (const drawn of [ring, turned(ring)])
      expect(await refusal(geojson(drawn))).toMatchObject({ code: 'crs-unknown', choices: ['EPSG:3857'] });
  });
});

describe('degrees that may be moved', () => {
  const codes = async (bytes: NamedBytes, options: ReadOptions = {}) => (await read(bytes, options)).notes;
  const likely = (datum: string, maker?: string) => [
    { code: 'datum-shift-likely', params: { datum, ...(maker && { maker }) } },
  ];
  it.each([
    [{ adcode: 410100, name: '某市', childrenNum: 12, level: 'city', acroutes: [100000] }, 'DataV.GeoAtlas'],
    [{ adcode: 410100, childrenNum: 0 }, 'DataV.GeoAtlas'],
    [{ adcode: '410100', citycode: '0371', name: '某区' }, 'Amap 高德'],
    [{ typecode: '170000', pname: '某省', cityname: '某市' }, 'Amap 高德'],
  ])('are told by the columns of their maker: %j', async (properties, maker) => {
    expect(await codes(geojson(zhengzhou, properties))).toEqual(likely('gcj02', maker));
    // Once it is said, and where the file says it is not, there is nothing to ask.
    expect(await codes(geojson(zhengzhou, properties), { datum: 'as-is' })).toEqual([]);
    expect(await codes(geojson(zhengzhou, properties, 'EPSG:4490'))).toEqual([]);
    expect(await codes(geojson(zhengzhou, properties, undefined, '某市_wgs84.geojson'))).toEqual([]);
    const moved = await read(geojson(zhengzhou, properties), { datum: 'gcj02' });
    expect(moved.notes).toEqual([{ code: 'datum-converted', params: { datum: 'gcj02' } }]);
    expect(moved.first).not.toEqual([113.65, 34.75]);
  });
  it('are told by a name: of the file, of a column, of the coordinate system', async () => {
    expect(await codes(geojson(zhengzhou, {}, undefined, '地块-gcj02.geojson'))).toEqual(likely('gcj02'));
    expect(await codes(geojson(zhengzhou, { bd09_x: 1 }))).toEqual(likely('bd09'));
    expect(await codes(geojson(zhengzhou, {}, 'GCJ-02'))).toEqual(likely('gcj02'));
  });
  it('are not asked about in GeoJSON, which is WGS 84 by its standard, and nothing is where an adcode is all there is', async () => {
    expect(await codes(geojson(zhengzhou))).toEqual([]);
    expect(await codes(geojson(zhengzhou, { adcode: 410100 }))).toEqual([]);
  });
  it('are asked about where neither the file nor its format says what they are', async () => {
    const wkt = `POLYGON((${[...zhengzhou, zhengzhou[0]].map((p) => p.join(' ')).join(',')}))`;
    const csv = file('a.csv', utf8(`编号,WKT\nA,"${wkt}"\n`));
    expect(await codes(csv)).toEqual([{ code: 'datum-unsaid', params: {} }]);
    expect(await codes(csv, { datum: 'as-is' })).toEqual([]);
    expect(await codes(csv, { epsg: 4490 })).toEqual([]);
  });
  it('are never metres', async () => {
    const ring = zhengzhou.map((p) => plane(4526, p));
    expect(await codes(geojson(ring, { adcode: 1, acroutes: [1] }))).toEqual([]);
  });
});
