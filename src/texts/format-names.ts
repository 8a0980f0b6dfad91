import type { ReadResult } from '../formats/contract.ts';

const formatNames: Readonly<Record<ReadResult['format'], string>> = {
  ytp: '.ytp',
  gpkg: 'GeoPackage',
  gdb: 'File Geodatabase',
  fgb: 'FlatGeobuf',
  parquet: 'GeoParquet',
  txt: 'TXT',
  shp: 'Shapefile',
  geojson: 'GeoJSON',
  kml: 'KML',
  kmz: 'KMZ',
  dxf: 'DXF',
  vct: 'VCT',
  mif: 'MIF/MID',
  csv: 'CSV',
  xlsx: 'Excel',
};

export const formatName = (format: string | number): string => formatNames[format as ReadResult['format']];
