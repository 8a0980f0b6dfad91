import type { ReadResult } from './contract.ts';

/** Endings of file names by the format they ask for. */
export const extensions: Readonly<Record<string, ReadResult['format']>> = {
  geojson: 'geojson',
  ytp: 'ytp',
  json: 'geojson',
  txt: 'txt',
  shp: 'shp',
  gpkg: 'gpkg',
  // A folder, whose tables are chosen one by one or together.
  gdb: 'gdb',
  fgb: 'fgb',
  parquet: 'parquet',
  geoparquet: 'parquet',
  kml: 'kml',
  ovkml: 'kml',
  kmz: 'kmz',
  ovkmz: 'kmz',
  dxf: 'dxf',
  vct: 'vct',
  mif: 'mif',
  csv: 'csv',
  // 点号,编码,Y,X,H of the survey program CASS
  dat: 'csv',
  xlsx: 'xlsx',
  xls: 'xlsx',
};
/** What a person may choose to open: the files of our formats, those that go with them, and archives of both. */
export const openable: readonly string[] = [
  ...Object.keys(extensions).filter((extension) => extension !== 'xls'),
  ...['shx', 'dbf', 'prj', 'cpg', 'mid', 'gdbtable', 'gdbtablx', 'gz', 'zip'],
].map((extension) => `.${extension}`);
