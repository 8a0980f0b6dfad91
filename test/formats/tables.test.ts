import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { geojson as fgbJson } from 'flatgeobuf';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { areasOf } from '../../src/domain/geometry/measure/measures.ts';
import { buildLayer, toMultiPolygon, toSurveyed } from '../../src/domain/geometry/columns/builder.ts';
import type { MultiPolygon, Position } from '../../src/domain/geometry/columns/layer.ts';
import type { Parcel, Project } from '../../src/domain/land/model.ts';
import type { NamedBytes, ReadOptions } from '../../src/formats/contract.ts';
import { file, gbk, plots, txtText } from '../../src/formats/test-files.ts';
import { openToRead, sqlite } from '../../src/formats/gpkg/sqlite.ts';
import { readFiles, writeFiles, type Format } from '../../src/formats/index.ts';
import { arrayRecords } from '../../src/domain/land/records/array-records.ts';

async function read(bytes: NamedBytes, options: ReadOptions = {}) {
  const result = await readFiles([bytes], options);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
async function write(format: Format, project: Project, epsg?: number): Promise<NamedBytes> {
  const result = await writeFiles(format, project, { name: 'x', epsg });
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value.files[0];
}
const tables = ['gpkg', 'fgb', 'parquet'] as const;
const original = (await read(file('a.txt', gbk(txtText())))).project;

/** Every ring from its least vertex, counter-clockwise or clockwise as it came: formats turn rings. */
const canonical = (outline: MultiPolygon) =>
  outline
    .map((rings) => rings.map((ring) => [...ring.slice(1)].map((p) => p.join(' ')).sort()))
    .sort((a, b) => (a[0][0] < b[0][0] ? -1 : 1));
const surveyedOf = ({ parcels }: Project) =>
  Object.fromEntries(parcels.records.map(({ id }, f) => [id, canonical(toSurveyed(parcels.layer, f) ?? [])]));

describe('files other programs wrote', () => {
  const golden = (name: string) => file(name, new Uint8Array(readFileSync(new URL(`golden/${name}`, import.meta.url))));

  it.each([
    'gdal.gpkg.gz',
    'gdal-zm.gpkg.gz',
    'gdal.fgb',
    'gdal-utf8.shp.zip',
    'gdal-gbk.shp.zip',
    'pyarrow-zstd.parquet',
    'pyarrow-gzip.parquet',
    'pyarrow-brotli.parquet',
    'pyarrow-lz4.parquet',
    'pyarrow-noid.parquet',
    'duckdb.parquet',
  ])('%s: the plots as they were surveyed', async (name) => {
    const { project, crs } = await read(golden(name));
    expect(crs).toEqual({ code: 'EPSG:4526', how: 'declared' });
    expect(surveyedOf(project)).toEqual(surveyedOf(original));
    const names = project.parcels.records.map((r) => [r.id, r.name ?? '']);
    expect(Object.fromEntries(names)).toEqual(Object.fromEntries(plots.map((p) => [p.id, p.name])));
    [...project.parcels.records].forEach(({ id }, f) =>
      expect(areasOf(project.parcels.layer, f).planeM2).toBeCloseTo(plots.find((p) => p.id === id)!.area, 2),
    );
  });

  it.each(['gdal-lines.fgb', 'gdal-lines.gpkg.gz'])('%s: closed lines are what they enclose', async (name) => {
    const { project, notes } = await read(golden(name));
    const { records, layer } = project.parcels;
    const areas = records.map(({ id }, f) => [id, Math.round(areasOf(layer, f).planeM2)]);
    expect(areas).toEqual([['A', 10_000], ['B', 10_000], ['C', 0]]); // prettier-ignore
    expect(notes.map(({ code, params }) => [code, params.ids])).toEqual([
      ['lines-closed', 'A, B'],
      ['boundary-other', 'C'],
    ]);
  });

  it('gdal-shapes.fgb: shapes of every type are read by their areas', async () => {
    const { project, notes } = await read(golden('gdal-shapes.fgb'));
    const { records, layer } = project.parcels;
    const areas = records.map(({ id }, f) => `${id} ${Math.round(areasOf(layer, f).planeM2)}`);
    // As `ogrinfo -dialect sqlite -sql "SELECT id, area(geometry) …"` has it, but for lines.
    expect(areas).toEqual(['A 10000', 'B 10000', 'C 20000', 'D 0', 'F 10000']);
    const told = Object.fromEntries(notes.map(({ code, params }) => [code, params.ids]));
    expect(told).toEqual({ 'lines-closed': 'F', 'collections-read': 'B', 'boundary-other': 'D' }); // prettier-ignore
  });

  it.each(['gdal-libkml.kml', 'gdal-kml.kml'])('%s: the plots in degrees to the last digit', async (name) => {
    const { project } = await read(golden(name));
    expect(project.parcels.records.map(({ id }) => id)).toEqual(plots.map(({ id }) => id));
    [...project.parcels.records].forEach((_, f) =>
      expect(canonical(toMultiPolygon(project.parcels.layer, f))).toEqual(
        canonical(toMultiPolygon(original.parcels.layer, f)),
      ),
    );
  });

  it('gdal.dxf.gz: every ring of the plots to the millimetre it was surveyed in', async () => {
    const { project } = await read(golden('gdal.dxf.gz'), { epsg: 4526 });
    const ringsOf = ({ parcels }: Project) =>
      [...parcels.records]
        .flatMap((_, f) =>
          canonical(toSurveyed(parcels.layer, f) ?? [])
            .flat()
            .map(String),
        )
        .sort();
    expect(ringsOf(project)).toEqual(ringsOf(original));
  });

  it('gdal-hatch.dxf.gz: every part of the plots, filled, with its holes', async () => {
    const { project, notes } = await read(golden('gdal-hatch.dxf.gz'), { epsg: 4526 });
    const partsOf = ({ parcels }: Project) =>
      [...parcels.records].flatMap((_, f) => canonical(toSurveyed(parcels.layer, f) ?? []).map(String)).sort();
    expect(partsOf(project)).toEqual(partsOf(original));
    expect(notes).toContainEqual({ code: 'hatches-read', params: { count: plots.reduce((n, p) => n + p.parts, 0) } });
  });

  it.each([
    ['labels', ['ZD-01', 'ZD-02'], [30_000, 15_000]],
    ['poly3d', ['1', '2'], [30_000, 15_000]],
    ['layout', ['1'], [30_000]],
    ['frame', ['1', '2'], [30_000, 15_000]],
    ['cass', ['0010100001'], [30_000]],
    // A circle of 50 m in two arcs; three quarters of a circle beside a square.
    ['arcs', ['1', '2'], [2500 * Math.PI, 20_524.6]],
  ])('ezdxf-%s.dxf.gz: the plots a surveyor drew', async (name, ids, m2) => {
    const { parcels } = (await read(golden(`ezdxf-${name}.dxf.gz`))).project;
    expect(parcels.records.map(({ id }) => id)).toEqual(ids);
    [...parcels.records].forEach((_, f) => expect(areasOf(parcels.layer, f).planeM2).toBeCloseTo(m2[f], 2));
  });

  it('ezdxf-lines.dxf.gz: plots of four lines each are joined', async () => {
    const { project, notes } = await read(golden('ezdxf-lines.dxf.gz'));
    const { layer, records } = project.parcels;
    expect([...records].map((_, f) => areasOf(layer, f).planeM2)).toEqual([30_000, 15_000]);
    expect(notes).toContainEqual({ code: 'joined-from-lines', params: { count: 2, gapMm: 0 } });
  });

  it('dates, truth values and whole numbers keep their meaning; bytes are left out and said', async () => {
    const { project, notes } = await read(golden('pyarrow-zstd.parquet'));
    expect(project.parcels.records.get(0).extra).toMatchObject({
      推送: true,
      入库日期: '2024-05-06',
      序号: 1,
      标签: '甲',
    });
    expect(project.parcels.records.get(2).extra).toMatchObject({ 推送: false, 序号: String(2n ** 60n) });
    expect(notes).toEqual([{ code: 'column-left-out', params: { column: 'blob', type: 'binary' } }]);
  });

  it('a coding that could grow without bound is refused by name', async () => {
    const result = await readFiles([golden('pyarrow-delta.parquet')], {});
    expect(result).toMatchObject({ refusal: { code: 'unsupported', params: { type: 'DELTA_BYTE_ARRAY name' } } });
  });
});

describe('what is written', () => {
  it.each(tables)('%s: comes back to the digit, in metres and in degrees', async (format) => {
    const back = await read(await write(format, original));
    expect(back.crs).toEqual({ code: 'EPSG:4526', how: 'declared' });
    expect(surveyedOf(back.project)).toEqual(surveyedOf(original));
    expect([...back.project.parcels.records]).toEqual([...original.parcels.records]);
    const degrees = await read(await write(format, original, 4490));
    expect(degrees.crs.code).toBe('EPSG:4490');
    [...degrees.project.parcels.records].forEach((_, f) =>
      expect(canonical(toMultiPolygon(degrees.project.parcels.layer, f))).toEqual(
        canonical(toMultiPolygon(original.parcels.layer, f)),
      ),
    );
    expect(await write(format, original)).toEqual(await write(format, original));
  });

  const cell = fc.oneof(
    fc.string(),
    fc.boolean(),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((v) => (v === 0 ? 0 : v)),
  );
  const column = fc
    .string({ minLength: 1, maxLength: 12 })
    .filter((name) => /^[\p{L}\p{N} '"]+$/u.test(name) && !(name.toUpperCase() in {}));
  const ring: Position[] = [
    [113.6, 34.7],
    [113.61, 34.7],
    [113.6, 34.71],
    [113.6, 34.7],
  ];
  const projects = fc
    .uniqueArray(column, { maxLength: 4, selector: (name) => name.toLowerCase() })
    .map((names) => names.filter((name) => !/^(fid|geom|id|name|objectid|geometry|bbox)$/i.test(name)))
    .chain((names) =>
      fc
        .array(fc.tuple(...names.map(() => fc.option(cell))), { minLength: 1, maxLength: 4 })
        .map((rows) => ({ names, rows })),
    );

  it.each(tables)('%s: fields no one knows survive, whatever they are called and hold', async (format) => {
    await fc.assert(
      fc.asyncProperty(projects, async ({ names, rows }) => {
        const records = rows.map((cells, r): Parcel => {
          const extra = Object.fromEntries(
            names.flatMap((name, i) => (cells[i] === null ? [] : [[`x_${name}`, cells[i]]])),
          );
          return { id: `P${r}`, ...(Object.keys(extra).length > 0 ? { extra } : {}) };
        });
        const layer = buildLayer(rows.map((_, r) => (r === 1 ? null : [[ring]])));
        const project: Project = { ...original, extra: {}, parcels: { records: arrayRecords(records), layer } };
        const back = (await read(await write(format, project))).project.parcels;
        // A column of several types is written as text.
        const mixed = new Set(
          names.filter(
            (_, i) => new Set(rows.flatMap((cells) => (cells[i] === null ? [] : [typeof cells[i]]))).size > 1,
          ),
        );
        const expected = records.map(({ extra, ...record }) => ({
          ...record,
          ...(extra
            ? {
                extra: Object.fromEntries(
                  Object.entries(extra).map(([k, v]) => [k, mixed.has(k.slice(2)) ? String(v) : v]),
                ),
              }
            : {}),
        }));
        expect([...back.records]).toEqual(expected);
        expect([...back.layer.partStart]).toEqual([...layer.partStart]);
      }),
      { numRuns: 25 },
    );
  });

  it('FlatGeobuf is read by its own library as it was written', async () => {
    const { bytes } = await write('fgb', original);
    const found: Record<string, unknown> = {};
    for await (const feature of fgbJson.deserialize(bytes) as AsyncIterable<{
      properties: { id: string };
      geometry: { coordinates: MultiPolygon };
    }>)
      found[feature.properties.id] = canonical(feature.geometry.coordinates);
    expect(found).toEqual(surveyedOf(original));
  });

  it('GeoParquet is read by its library, outlines as GeoJSON', async () => {
    const { bytes } = await write('parquet', original);
    const rows = await parquetReadObjects({ file: Uint8Array.from(bytes).buffer });
    const found = rows.map((row) => [
      row.id as string,
      canonical((row.geometry as { coordinates: MultiPolygon }).coordinates),
    ]);
    expect(Object.fromEntries(found)).toEqual(surveyedOf(original));
  });

  it('GeoPackage is sound, and its index holds every outline', async () => {
    const { bytes } = await write('gpkg', original);
    const db = openToRead(await sqlite(), bytes);
    expect(db.selectValue('PRAGMA application_id')).toBe(0x47504b47);
    expect(db.selectValue('PRAGMA integrity_check')).toBe('ok');
    expect(db.selectArrays('PRAGMA foreign_key_check')).toEqual([]);
    const boxes = db.selectArrays('SELECT minx, maxx, miny, maxy FROM rtree_parcels_geom ORDER BY id');
    expect(boxes).toHaveLength(plots.length);
    const [west, east, south, north] = boxes[0] as number[];
    // The index keeps 32-bit numbers, rounded outward.
    expect(west).toBeLessThanOrEqual(38467900.5);
    expect(east).toBeGreaterThanOrEqual(38467950.5);
    expect(south).toBeLessThanOrEqual(3846900.125);
    expect(north).toBeGreaterThanOrEqual(3847000.125);
    const contents = db.selectArray('SELECT min_x, min_y, max_x, max_y, srs_id FROM gpkg_contents');
    expect(contents).toEqual(
      [38467900, 3846900.125, 38468000, 3847460.001, 4526].map((v, i) => (i === 3 ? expect.any(Number) : v)),
    );
    db.close();
  });
});

describe('layers of a GeoPackage', () => {
  /** Our own file changed by `sql`. */
  async function changed(sql: string): Promise<NamedBytes> {
    const engine = await sqlite();
    const { bytes } = await write('gpkg', original);
    const db = new engine.oo1.DB(':memory:');
    const pointer = engine.wasm.allocFromTypedArray(bytes);
    const flags = engine.capi.SQLITE_DESERIALIZE_FREEONCLOSE | engine.capi.SQLITE_DESERIALIZE_RESIZEABLE;
    engine.capi.sqlite3_deserialize(db, 'main', pointer, bytes.length, bytes.length, flags);
    db.exec(sql);
    const made = engine.capi.sqlite3_js_db_export(db);
    db.close();
    return file('x.gpkg', made);
  }
  const copy = (name: string) => `CREATE TABLE ${name} AS SELECT * FROM parcels;
    INSERT INTO gpkg_contents SELECT '${name}', data_type, '${name}', description, last_change, min_x, min_y, max_x, max_y, srs_id FROM gpkg_contents WHERE table_name = 'parcels';
    INSERT INTO gpkg_geometry_columns SELECT '${name}', column_name, geometry_type_name, srs_id, z, m FROM gpkg_geometry_columns WHERE table_name = 'parcels';`;
  const renamed = `UPDATE gpkg_contents SET table_name = 'other' WHERE table_name = 'parcels';
    UPDATE gpkg_geometry_columns SET table_name = 'other' WHERE table_name = 'parcels';`;

  it('takes the parcels among several and says so; else asks for a choice', async () => {
    const several = await changed(copy('roads'));
    expect((await read(several)).notes).toEqual([{ code: 'layers-left-out', params: { names: 'roads' } }]);
    expect((await read(several, { layer: 'roads' })).notes).toEqual([
      { code: 'layers-left-out', params: { names: 'parcels' } },
    ]);
    const unclear = await changed(
      copy('a') + copy('b') + "DELETE FROM gpkg_geometry_columns WHERE table_name = 'parcels'",
    );
    expect(await readFiles([unclear], {})).toMatchObject({ refusal: { code: 'several-layers', choices: ['a', 'b'] } });
  });

  it.each([
    [
      'a view that never ends',
      `${renamed} CREATE VIEW other AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS fid, x'' AS geom FROM n`,
      'unsupported',
    ],
    ['a virtual table', `${renamed} CREATE VIRTUAL TABLE other USING rtree(geom, a, b)`, 'unsupported'],
    ['curves', "UPDATE parcels SET geom = x'4750000000000000010a00000001000000010800000000000000'", 'unsupported'],
    [
      'points',
      "UPDATE parcels SET geom = x'4750000100000000010100000000000000000000000000000000000000'",
      'not-polygons',
    ],
    ['a geometry that is none', "UPDATE parcels SET geom = x'00'", 'damaged'],
    ['a number for a geometry', 'UPDATE parcels SET geom = 5', 'damaged'],
    ['an unknown CRS', 'UPDATE gpkg_geometry_columns SET srs_id = 31; ', 'crs-unrecognised'],
    [
      'Beijing 54',
      'UPDATE gpkg_spatial_ref_sys SET organization_coordsys_id = 2401 WHERE srs_id = 4526',
      'crs-unsupported',
    ],
    ['no rows', 'DELETE FROM parcels', 'no-parcels'],
    ['no contents', 'DROP TABLE gpkg_geometry_columns', 'damaged'],
  ])('%s is refused', async (_, sql, code) => {
    const drop =
      'DROP TRIGGER rtree_parcels_geom_update2; DROP TRIGGER rtree_parcels_geom_update4; DROP TRIGGER rtree_parcels_geom_update5; DROP TRIGGER rtree_parcels_geom_update6; DROP TRIGGER rtree_parcels_geom_update7; DROP TRIGGER rtree_parcels_geom_delete;';
    const result = await readFiles([await changed(drop + sql)], {});
    expect(result.ok ? 'read' : result.refusal.code).toBe(code);
  });

  it('a CRS of its own is told by its definition, and a missing one by the numbers', async () => {
    const own = await changed(
      "UPDATE gpkg_spatial_ref_sys SET organization = 'NONE', organization_coordsys_id = 9 WHERE srs_id = 4526",
    );
    expect((await read(own)).crs).toEqual({ code: 'EPSG:4526', how: 'declared' });
    const none = await changed('UPDATE gpkg_geometry_columns SET srs_id = -1');
    expect((await read(none)).crs).toEqual({ code: 'EPSG:4526', how: 'detected' });
  });
});
