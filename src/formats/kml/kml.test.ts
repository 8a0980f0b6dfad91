import { kml as toGeoJson } from '@tmcw/togeojson';
import { DOMParser } from '@xmldom/xmldom';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { toMultiPolygon } from '../../domain/geometry/columns/builder.ts';
import { toShifted } from '../../domain/geodesy/shifted-datum.ts';
import type { NamedBytes, ReadOptions } from '../contract.ts';
import { file, gbk, txtText, utf8, parcelFields } from '../test-files.ts';
import { readFiles, writeFiles, type Format } from '../index.ts';

async function read(files: readonly NamedBytes[], options: ReadOptions = {}) {
  const result = await readFiles(files, options);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
async function refusal(name: string, content: string | Uint8Array) {
  const result = await readFiles([file(name, content)], {});
  return result.ok ? null : result.refusal;
}
async function write(format: Format, project: Parameters<typeof writeFiles>[1]) {
  const result = await writeFiles(format, project, { name: 'x' });
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value.files[0];
}

const square = (lon: number, lat: number, size: number, tail = '') =>
  [
    [0, 0],
    [size, 0],
    [size, size],
    [0, size],
    [0, 0],
  ]
    .map(([x, y]) => `${lon + x},${lat + y}${tail}`)
    .join(' ');
const polygon = (shell: string, ...holes: string[]) =>
  `<Polygon>${holes.map((h) => `<innerBoundaryIs><LinearRing><coordinates>${h}</coordinates></LinearRing></innerBoundaryIs>`).join('')}<outerBoundaryIs><LinearRing><coordinates>${shell}</coordinates></LinearRing></outerBoundaryIs></Polygon>`;
const document = (inside: string, head = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${head}${inside}</Document></kml>`;
const placemark = (shape: string, rest = '') => `<Placemark>${rest}${shape}</Placemark>`;
const codes = ({ notes }: { notes: readonly { code: string }[] }) => notes.map((n) => n.code);

/** A hand-made file after the specification: folders, both kinds of data, a hole before its shell, heights, a point. */
const sample = document(`
  <Folder><name>一期</name><Folder><name>工业</name>
    <Placemark id="a"><name><![CDATA[甲 <地块> & 1]]></name><description>&lt;table&gt;&lt;td&gt;x&lt;/td&gt;&lt;/table&gt;</description>
      <ExtendedData>
        <Data name="宗地编号"><displayName>d</displayName><value>410100-7</value></Data>
        <SchemaData schemaUrl="#s"><SimpleData name="用地面积">1.5</SimpleData><SimpleData name="备注">&#x4E2D;&#25991;&unknown;</SimpleData></SchemaData>
      </ExtendedData>
      <MultiGeometry><Point><coordinates>113.5,34.5</coordinates></Point>
        ${polygon(square(113.5, 34.5, 0.01, ',12.5'), square(113.502, 34.502, 0.002))}
        <MultiGeometry>${polygon(square(113.6, 34.5, 0.001))}</MultiGeometry>
      </MultiGeometry></Placemark>
  </Folder></Folder>
  <Placemark><name>line</name><LineString><coordinates>113,34 114,35</coordinates></LineString></Placemark>
  <NetworkLink><Link><href>http://example.invalid/more.kml</href></Link></NetworkLink>`);

describe('KML', () => {
  it('reads folders, fields, holes and parts, and says what it left out', async () => {
    const found = await read([file('a.kml', sample)], {
      fields: parcelFields({ 宗地编号: 'id', 用地面积: 'statedAreaM2' }),
    });
    const [parcel] = found.project.parcels.records;
    expect(parcel).toMatchObject({ id: '410100-7', name: '甲 <地块> & 1' });
    expect(parcel.extra).toMatchObject({
      图层: '一期/工业',
      备注: '中文&unknown;',
      description: '<table><td>x</td></table>',
    });
    expect(toMultiPolygon(found.project.parcels.layer, 0).map((part) => part.length)).toEqual([2, 1]);
    expect(found.crs).toEqual({ code: 'EPSG:4490', how: 'format-default' });
    expect(codes(found)).toEqual(['other-geometry-left', 'heights-left', 'links-not-followed', 'area-unit-unclear']);
    // Peer: togeojson sees the same rings.
    const peer = toGeoJson(
      new DOMParser().parseFromString(sample.replace('&unknown;', ''), 'text/xml') as unknown as Document,
    );
    const shapes = (
      peer.features[0]?.geometry as unknown as { geometries: { type: string; coordinates: number[][][] }[] }
    ).geometries;
    // The order of rings is the peer's own; the rings are the same.
    const sorted = (rings: readonly (readonly (readonly number[])[])[]) =>
      rings.map((ring) => ring.map(([x, y]) => `${x.toFixed(9)} ${y.toFixed(9)}`).join()).sort();
    const theirs = shapes.filter((g) => g.type === 'Polygon').flatMap((g) => g.coordinates);
    expect(sorted(toMultiPolygon(found.project.parcels.layer, 0).flat())).toEqual(sorted(theirs));
  });

  it('is found in the files a KMZ links to, where its document holds nothing but the links (GDAL)', async () => {
    const links = document('<NetworkLink><Link><href>layers/a.kml</href></Link></NetworkLink>');
    const layer = utf8(document(placemark(polygon(square(113.5, 34.5, 0.01)))));
    const one = zipSync({ 'doc.kml': utf8(links), 'layers/a.kml': layer });
    expect((await read([file('x.kmz', one)])).project.parcels.records).toHaveLength(1);
    const two = zipSync({ 'doc.kml': utf8(links), 'layers/a.kml': layer, 'layers/b.kml': layer });
    const result = await readFiles([file('x.kmz', two)], {});
    expect(result).toMatchObject({ refusal: { code: 'several-layers', choices: ['layers/a.kml', 'layers/b.kml'] } });
    expect((await read([file('x.kmz', two)], { layer: 'b' })).project.parcels.records).toHaveLength(1);
  });

  it('leaves and returns through KML and KMZ, and a peer reads it the same', async () => {
    const { project } = await read([file('a.txt', gbk(txtText()))]);
    const rings = (p: typeof project) =>
      p.parcels.records.map((_, f) => toMultiPolygon(p.parcels.layer, f).flat().length);
    for (const format of ['kml', 'kmz'] as const) {
      const back = await read([await write(format, project)]);
      expect(back.project.parcels.records.map(({ id, name, statedAreaM2 }) => [id, name, statedAreaM2])).toEqual(
        project.parcels.records.map(({ id, name, statedAreaM2 }) => [id, name, statedAreaM2]),
      );
      expect(rings(back.project)).toEqual(rings(project));
      expect([...back.project.parcels.layer.lonLat].sort()).toEqual([...project.parcels.layer.lonLat].sort());
    }
    const text = strFromU8(unzipSync((await write('kmz', project)).bytes)['doc.kml']);
    const peer = toGeoJson(new DOMParser().parseFromString(text, 'text/xml') as unknown as Document);
    expect(peer.features.map((f) => f?.properties?.name as string | undefined)).toEqual(['甲地块', undefined, '丙']);
    expect(JSON.stringify(peer.features[0]?.geometry)).toContain(String(project.parcels.layer.lonLat[0]));
  });

  it('reads GBK, prefixed names and blanks after commas', async () => {
    const text = document(placemark(polygon(square(113.5, 34.5, 0.01)).replaceAll(',', ' , '), '<name>郑州</name>'))
      .replace('UTF-8', 'GB2312')
      .replace(/<(\/?)(\w)/g, '<$1k:$2');
    const found = await read([file('a.kml', new Uint8Array(iconv.encode(text, 'gbk')))]);
    expect(found.project.parcels.records.get(0).name).toBe('郑州');
  });

  it('turns latitude first round, and says so', async () => {
    const turned = square(113.5, 34.5, 0.01).replace(/([\d.]+),([\d.]+)/g, '$2,$1');
    const found = await read([file('a.kml', document(placemark(polygon(turned))))]);
    expect(codes(found)).toEqual(['axes-swapped']);
    expect(found.project.parcels.layer.lonLat[0]).toBeCloseTo(113.5, 1);
  });

  it('tells of GCJ-02 and converts only when that is confirmed', async () => {
    const corners = [
      [113.5, 34.5],
      [113.51, 34.5],
      [113.51, 34.51],
      [113.5, 34.51],
      [113.5, 34.5],
    ] as const;
    const moved = corners.map((p) => toShifted('gcj02', p).join(',')).join(' ');
    const text = document(placemark(polygon(moved)));
    const asIs = await read([file('a.ovkml', text)]);
    expect(asIs.notes).toEqual([{ code: 'datum-shift-likely', params: { datum: 'gcj02' } }]);
    expect(asIs.project.parcels.layer.lonLat[0]).toBeCloseTo(113.5061, 3);
    const zipped = file('a.ovkmz', zipSync({ 'doc.kml': utf8(text) }));
    expect(codes(await read([zipped]))).toEqual(['datum-shift-likely']);
    expect(codes(await read([zipped], { datum: 'as-is' }))).toEqual([]);
    const back = await read([zipped], { datum: 'gcj02' });
    expect(codes(back)).toEqual(['datum-converted']);
    expect([...back.project.parcels.layer.lonLat]).toEqual(corners.flat());
    const baidu = document(placemark(polygon(square(113.5, 34.5, 0.01))), '<name>百度地图导出</name>');
    expect((await read([file('a.kml', baidu)])).notes[0]).toMatchObject({ params: { datum: 'bd09' } });
  });

  it.each([
    ['entities', '<!DOCTYPE k [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>\n<kml>&b;</kml>', 'xml-doctype', 1],
    ['external entities', '<?xml version="1.0"?>\n<!DOCTYPE k SYSTEM "file:///etc/passwd">\n<kml/>', 'xml-doctype', 2],
    ['a cut file', sample.slice(0, sample.length - 40), 'xml-cut', 15],
    ['a tag closed by another', '<kml>\n<a></b></kml>', 'xml-syntax', 2],
    ['deep nesting', '<kml>' + '<Folder>'.repeat(100_000), 'xml-deep', 1],
    ['a tag never ended', `<kml ${'a="1" '.repeat(10)}`, 'xml-cut', 1],
  ])('refuses %s', async (_, text, detail, line) => {
    expect(await refusal('a.kml', text)).toMatchObject({ code: 'not-xml', params: { name: 'a.kml', detail, line } });
  });

  it('reads a name of a million letters without value once, not from each letter', async () => {
    expect(await refusal('a.kml', `<kml ${'a'.repeat(1_000_000)}/>`)).toMatchObject({ code: 'no-parcels' });
  });

  it('refuses what is no number, and what holds no polygons', async () => {
    for (const bad of ['113.5,NaN', '113.5', '1,2,3,4', 'Infinity,3'])
      expect(await refusal('a.kml', document(placemark(polygon(`113.5,34.5 ${bad}`))))).toMatchObject({
        code: 'bad-number',
      });
    expect(await refusal('a.kml', document('<Placemark/>'))).toMatchObject({ code: 'no-parcels' });
    const many = '113.5,34.5 '.repeat(1_000_001);
    expect(await refusal('a.kml', document(placemark(polygon(many))))).toMatchObject({ code: 'too-many-points' });
  });
});
