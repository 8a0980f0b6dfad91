import type { CAPI, Database } from '@sqlite.org/sqlite-wasm';
import { ok, type Result } from '../../domain/outcome.ts';
import type { Project } from '../../domain/land/model.ts';
import type { FormatRefusal, NamedBytes, WriteOptions } from '../contract.ts';
import { tableOf, type WrittenTable } from '../features/write.ts';
import { prjOf } from '../shp/prj.ts';
import { boxOf } from '../wkb/write.ts';
import { blobOf } from './geometry.ts';
import {
  applicationId,
  columnNames,
  geometryColumn,
  insertIndexSql,
  table,
  tablesSql,
  triggersSql,
  userVersion,
} from './schema.ts';
import { quoted, sqlite } from './sqlite.ts';

/** The parcels as a GeoPackage of one layer with a spatial index; as surveyed, else in degrees. */
export async function writeGeoPackage(
  project: Project,
  options: WriteOptions,
): Promise<Result<readonly NamedBytes[], FormatRefusal>> {
  const written = tableOf(project, options, 'degrees');
  if (!written.ok) return written;
  const { oo1, capi } = await sqlite();
  const db = new oo1.DB(':memory:');
  try {
    const names = columnNames(written.value.fields);
    db.exec(`PRAGMA page_size = 4096; PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${userVersion};`);
    db.exec('BEGIN');
    db.exec(tablesSql(written.value.fields, names));
    insertCrs(db, written.value, srsIdOf(written.value));
    insertParcels(capi, db, written.value, names);
    db.exec(triggersSql());
    db.exec('COMMIT');
    return ok([{ name: `${options.name}.gpkg`, bytes: capi.sqlite3_js_db_export(db) }]);
  } finally {
    db.close();
  }
}

const srsIdOf = ({ target }: WrittenTable): number => Number(target.code.replace('EPSG:', ''));

/** No clock here: the same project always gives the same bytes. */
const lastChange = '2000-01-01T00:00:00.000Z';
const wgs84 =
  'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],' +
  'PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]';

/** The three systems every GeoPackage names, that of the parcels, and the layer's entries. */
function insertCrs(db: Database, { target, outlines }: WrittenTable, srsId: number): void {
  const insert = 'INSERT OR IGNORE INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, NULL)';
  const definition = prjOf(target) ?? 'undefined';
  const systems = [
    ['Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined'],
    ['Undefined geographic SRS', 0, 'NONE', 0, 'undefined'],
    ['WGS 84 geodetic', 4326, 'EPSG', 4326, wgs84],
    [/^\w+\["([^"]*)"/.exec(definition)?.[1] ?? target.code, srsId, 'EPSG', srsId, definition],
  ];
  for (const bind of systems) db.exec({ sql: insert, bind });
  const boxes = outlines.flatMap((parts) => boxOf(parts) ?? []);
  const of = (corner: number, best: (a: number, b: number) => number) =>
    boxes.length === 0 ? null : boxes.filter((_, i) => i % 4 === corner).reduce(best);
  const [least, most] = [Math.min, Math.max].map((f) => (a: number, b: number) => f(a, b));
  db.exec({
    sql: "INSERT INTO gpkg_contents VALUES (?, 'features', ?, '', ?, ?, ?, ?, ?, ?)",
    bind: [table, table, lastChange, of(0, least), of(1, least), of(2, most), of(3, most), srsId],
  });
  db.exec({
    sql: "INSERT INTO gpkg_geometry_columns VALUES (?, ?, 'MULTIPOLYGON', ?, 0, 0)",
    bind: [table, geometryColumn, srsId],
  });
}

function insertParcels(capi: CAPI, db: Database, written: WrittenTable, names: readonly string[]): void {
  const { fields, outlines } = written;
  const srsId = srsIdOf(written);
  const columns = [geometryColumn, ...names].map(quoted);
  const insert = db.prepare(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  const index = db.prepare(insertIndexSql);
  try {
    for (const [f, outline] of outlines.entries()) {
      insert.bind([blobOf(outline, srsId), ...fields.map(({ cells }) => cells[f])]);
      // A whole number beyond 2⁶³ would be bound as a wrapped integer.
      for (const [i, { type, cells }] of fields.entries())
        if (type === 'number' && cells[f] !== null) capi.sqlite3_bind_double(insert, i + 2, Number(cells[f]));
      insert.stepReset();
      const box = boxOf(outline);
      if (box) index.bind([f + 1, box[0], box[2], box[1], box[3]]).stepReset();
    }
  } finally {
    insert.finalize();
    index.finalize();
  }
}
