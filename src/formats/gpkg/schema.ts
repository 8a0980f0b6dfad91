import type { TableColumn } from '../features/write.ts';
import { quoted } from './sqlite.ts';

/** "GPKG", and version 1.3.0 of the standard (OGC 12-128r17). */
export const applicationId = 0x47504b47;
export const userVersion = 10300;

export const table = 'parcels';
export const geometryColumn = 'geom';
const key = 'fid';
const index = `rtree_${table}_${geometryColumn}`;

const types = { text: 'TEXT', integer: 'INTEGER', number: 'REAL', boolean: 'BOOLEAN' } as const;

/** Names of the columns, told apart without regard to case as SQLite does. */
export function columnNames(fields: readonly TableColumn[]): readonly string[] {
  const taken = new Set([key, geometryColumn]);
  return fields.map(({ name }) => {
    let free = name;
    for (let n = 1; taken.has(free.toLowerCase()); n++) free = `${name}_${n}`;
    taken.add(free.toLowerCase());
    return free;
  });
}

/** The tables a GeoPackage must have (clauses 1.1.2, 1.1.3, 2.1.5, 2.3) and the one of the parcels. */
export function tablesSql(fields: readonly TableColumn[], names: readonly string[]): string {
  const columns = fields.map(({ type }, i) => `${quoted(names[i])} ${types[type]}`);
  return `
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
  description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL,
  scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
CREATE TABLE ${table} (${[`${key} INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL`, `${geometryColumn} MULTIPOLYGON`, ...columns].join(', ')});
CREATE VIRTUAL TABLE ${index} USING rtree(id, minx, maxx, miny, maxy);
INSERT INTO gpkg_extensions VALUES ('${table}', '${geometryColumn}', 'gpkg_rtree_index',
  'http://www.geopackage.org/spec/#extension_rtree', 'write-only');`;
}

export const insertIndexSql = `INSERT INTO ${index} VALUES (?, ?, ?, ?, ?)`;

/** The triggers of the R-tree extension (annex F.3): programs that edit the file keep its index with them. */
export function triggersSql(): string {
  const c = geometryColumn;
  const drawn = (row: string) => `(${row}.${c} NOTNULL AND NOT ST_IsEmpty(${row}.${c}))`;
  const empty = (row: string) => `(${row}.${c} ISNULL OR ST_IsEmpty(${row}.${c}))`;
  const values = `NEW.${key}, ST_MinX(NEW.${c}), ST_MaxX(NEW.${c}), ST_MinY(NEW.${c}), ST_MaxY(NEW.${c})`;
  const trigger = (name: string, on: string, when: string, body: string) =>
    `CREATE TRIGGER ${index}_${name} AFTER ${on} ON ${table} WHEN ${when} BEGIN ${body}; END;`;
  const [same, other] = [`OLD.${key} = NEW.${key}`, `OLD.${key} != NEW.${key}`];
  const put = `INSERT OR REPLACE INTO ${index} VALUES (${values})`;
  const drop = (which: string) => `DELETE FROM ${index} WHERE id ${which}`;
  const move = `UPDATE ${index} SET minx = ST_MinX(NEW.${c}), maxx = ST_MaxX(NEW.${c}), miny = ST_MinY(NEW.${c}), maxy = ST_MaxY(NEW.${c}) WHERE id = NEW.${key}`;
  const drawing = `UPDATE OF ${c}`;
  return [
    trigger('insert', 'INSERT', drawn('NEW'), put),
    trigger('update2', drawing, `${same} AND ${empty('NEW')}`, drop(`= OLD.${key}`)),
    trigger('update4', 'UPDATE', `${other} AND ${empty('NEW')}`, drop(`IN (OLD.${key}, NEW.${key})`)),
    trigger('update5', 'UPDATE', `${other} AND ${drawn('NEW')}`, `${drop(`= OLD.${key}`)}; ${put}`),
    trigger('update6', drawing, `${same} AND ${drawn('NEW')} AND ${drawn('OLD')}`, move),
    trigger('update7', drawing, `${same} AND ${drawn('NEW')} AND ${empty('OLD')}`, put),
    trigger('delete', 'DELETE', `OLD.${c} NOT NULL`, drop(`= OLD.${key}`)),
  ].join('\n');
}
