import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { buildLayer } from '../../src/domain/geometry/columns/builder.ts';
import type { Project } from '../../src/domain/land/model.ts';
import { placeLayer } from '../../src/formats/crs/place.ts';
import { degrees } from '../../src/formats/crs/source.ts';
import { ShapeCollector } from '../../src/formats/features/shapes.ts';
import { file, gbk, txtText } from '../../src/formats/test-files.ts';
import { readFiles, writeFiles, type Format } from '../../src/formats/index.ts';
import { mostRingPoints, mostRows, mostTextBytes } from '../../src/formats/limits.ts';
import { readWkb } from '../../src/formats/wkb/read.ts';
import { arrayRecords } from '../../src/domain/land/records/array-records.ts';

const txt = await readFiles([file('a.txt', gbk(txtText()))], {});
if (!txt.ok) throw new Error(txt.refusal.code);
const { project } = txt.value;

async function written(format: Format, from: Project = project): Promise<Uint8Array> {
  const result = await writeFiles(format, from, { name: 'x' });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value.files[0].bytes;
}
async function codeOf(name: string, bytes: Uint8Array): Promise<string> {
  const read = await readFiles([{ name, bytes }], {});
  return read.ok ? 'read' : read.refusal.code;
}

describe('a ring of ten million vertices', () => {
  const points = 10_000_000;

  it('in a Shapefile is refused by its head', async () => {
    const shp = new Uint8Array(100 + 8 + 48 + 16 * points);
    const view = new DataView(shp.buffer);
    view.setInt32(0, 9994);
    view.setInt32(24, shp.length / 2);
    view.setInt32(32, 5, true);
    view.setInt32(104, (48 + 16 * points) / 2);
    view.setInt32(108, 5, true);
    view.setInt32(108 + 36, 1, true);
    view.setInt32(108 + 40, points, true);
    const dbf = await writeFiles('shp', project, { name: 'x' });
    const table = dbf.ok ? dbf.value.files[2] : null;
    const read = await readFiles([{ name: 'x.shp', bytes: shp }, table!], {});
    expect(read).toMatchObject({ refusal: { code: 'too-many-points', params: { most: mostRingPoints } } });
  });

  it('in well-known binary is refused by its count', () => {
    const wkb = new Uint8Array(13 + 16 * points);
    wkb.set([1, 3, 0, 0, 0, 1, 0, 0, 0]);
    new DataView(wkb.buffer).setUint32(9, points, true);
    expect(readWkb(wkb, new ShapeCollector())).toMatchObject({ refusal: { code: 'too-many-points' } });
  });

  it('in texts such as GeoJSON is refused before it is placed', () => {
    const position = [113.6, 34.7] as const;
    const ring = new Array<typeof position>(mostRingPoints + 1).fill(position);
    const placed = placeLayer([[[ring]]], degrees, () => '#1');
    expect(placed).toMatchObject({ refusal: { code: 'too-many-points', params: { where: '#1' } } });
  });
});

describe('counts that are not there', () => {
  it('a FlatGeobuf of 2⁵⁴ features', async () => {
    const bytes = await written('fgb');
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    // The count is the only field of the head that holds the number of plots in eight bytes.
    const at = Array.from({ length: 400 }, (_, i) => i).find((i) => view.getBigUint64(i, true) === 3n)!;
    view.setBigUint64(at, 2n ** 54n, true);
    expect(await codeOf('a.fgb', bytes)).toBe('truncated');
  });

  it('a Parquet of more rows than any city has', async () => {
    const rows = mostRows + 1;
    const made = parquetWriteBuffer({
      columnData: [{ name: 'x', type: 'BOOLEAN', data: new Array<boolean>(rows).fill(true) }],
    });
    expect(await codeOf('a.parquet', new Uint8Array(made))).toBe('too-large');
  });

  it('a GeoPackage whose pages lead back to each other', async () => {
    const ring = [
      [113.6, 34.7],
      [113.61, 34.7],
      [113.6, 34.71],
    ] as const;
    const records = Array.from({ length: 400 }, (_, i) => ({ id: `P${i}` }));
    const layer = buildLayer(records.map(() => [[ring]]));
    const bytes = await written('gpkg', { ...project, extra: {}, parcels: { records: arrayRecords(records), layer } });
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const pageBytes = 4096;
    let changed = 0;
    // Interior pages of tables are of type 5; every child becomes the page itself.
    for (let page = 1; page < bytes.length / pageBytes; page++) {
      const at = page * pageBytes;
      if (bytes[at] !== 5) continue;
      const cells = view.getUint16(at + 3);
      for (let c = 0; c < cells; c++) view.setUint32(at + view.getUint16(at + 12 + 2 * c), page + 1);
      view.setUint32(at + 8, page + 1);
      changed++;
    }
    expect(changed).toBeGreaterThan(0);
    expect(await codeOf('a.gpkg', bytes)).toBe('damaged');
  });
});

describe('texts that are too long', () => {
  it('a GeoJSON ring is refused by its brackets, with its feature, before anything is built', async () => {
    const ring = `[${'[113,34],'.repeat(mostRingPoints)}[113,34]]`;
    const small = '{"type":"Feature","properties":{"a":[{},{}]},"geometry":null}';
    const text = `{"type":"FeatureCollection","features":[${small},{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[${ring}]}}]}`;
    const read = await readFiles([{ name: 'a.geojson', bytes: new TextEncoder().encode(text) }], {});
    expect(read).toMatchObject({ refusal: { code: 'too-many-points', params: { where: '#2', most: mostRingPoints } } });
  });

  it('a TXT plot and a DXF outline are refused where they pass the most', async () => {
    const plot = `1,,A,甲,面,,,,@\n${'J1,1,3846900,38467900\n'.repeat(mostRingPoints + 1)}`;
    expect(await codeOf('a.txt', new TextEncoder().encode(plot))).toBe('too-many-points');
    const vertex = '10\n1\n20\n2\n';
    const dxf = `0\nSECTION\n2\nENTITIES\n0\nLWPOLYLINE\n${vertex.repeat(2 * mostRingPoints + 1)}0\nEOF\n`;
    expect(await codeOf('a.dxf', new TextEncoder().encode(dxf))).toBe('too-many-points');
  });

  it('a text of more bytes than are read is refused by its size', async () => {
    expect(await codeOf('a.geojson', new Uint8Array(mostTextBytes + 1).fill(0x20))).toBe('too-large');
  });
});
