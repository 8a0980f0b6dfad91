import type { ShiftedDatum } from '../../domain/geodesy/shifted-datum.ts';
import type { Layer } from '../../domain/geometry/columns/layer.ts';
import type { Project } from '../../domain/land/model.ts';
import type { FileNote, ReadResult } from '../contract.ts';

/** Names a file gives its datum, or its maker, whose degrees are moved unless one asks them not to be. */
const names: readonly { readonly pattern: RegExp; readonly datum: ShiftedDatum }[] = [
  { pattern: /bd-?_?09|百度|baidu/i, datum: 'bd09' },
  { pattern: /gcj-?_?02|火星坐标|奥维|ovital|omap|高德|amap|autonavi|腾讯地图/i, datum: 'gcj02' },
];
/** A file that says it was moved back. */
const unmoved = /wgs-?_?84|cgcs-?_?2000|4490|4326/i;

/** The datum a text names, null for none. */
export const datumNamed = (text: string): ShiftedDatum | null =>
  names.find(({ pattern }) => pattern.test(text))?.datum ?? null;

/** Columns by which makers of maps are known; all of one row are there. Keys are in lower case, as .dbf cuts them. */
const marks: readonly { readonly maker: string; readonly columns: readonly RegExp[] }[] = [
  { maker: 'DataV.GeoAtlas', columns: [/^acroutes$/] },
  { maker: 'DataV.GeoAtlas', columns: [/^adcode$/, /^childrenn/] },
  { maker: 'Amap 高德', columns: [/^adcode$/, /^citycode$/] },
  { maker: 'Amap 高德', columns: [/^typecode$/, /^(adname|pname|cityname)$/] },
];

/** Formats whose degrees are WGS 84 by their standard (RFC 7946, OGC KML): a file of them says its datum by being one. */
const saysIt: ReadonlySet<ReadResult['format']> = new Set(['geojson', 'kml', 'kmz', 'ytp']);

/** Records looked at for the names of their columns. */
const sample = 200;

/** Names of the columns no field has: those of parcels and of what no table of the project holds. */
function columnsOf({ parcels, others }: Project): readonly string[] {
  const columns = new Set<string>();
  for (let row = 0; row < Math.min(sample, parcels.records.length); row++)
    for (const name of Object.keys(parcels.records.peek(row).extra ?? {})) columns.add(name);
  for (const other of others.slice(0, sample)) {
    const { properties } = other as { properties?: object | null };
    for (const name of Object.keys(properties ?? {})) columns.add(name);
  }
  return [...columns].map((name) => name.toLowerCase());
}

const isDrawn = (layers: readonly Layer[]): boolean => layers.some(({ lonLat }) => lonLat.length > 0);

/**
 * Reasons to ask whether the degrees of a file are moved: the name of the file or of a column says so, its columns are those
 * of a maker of maps, or the file says nothing of its coordinates where its format leaves that open. None of these
 * for metres, which no one moves.
 */
export function datumDoubts({ format, project, crs, notes }: ReadResult, fileName: string): FileNote[] {
  const { parcels, buildings, townships, zones } = project;
  const layers = [parcels, buildings, townships, zones].map(({ layer }) => layer);
  if (crs.code !== 'EPSG:4490' || layers.some(({ surveyed }) => surveyed) || !isDrawn(layers)) return [];
  if (notes.some(({ code }) => code === 'datum-shift-likely')) return [];
  if (crs.how === 'declared' || crs.how === 'option' || unmoved.test(fileName)) return [];
  const columns = columnsOf(project);
  const named = [fileName, ...columns].map(datumNamed).find((datum) => datum !== null);
  if (named) return [{ code: 'datum-shift-likely', params: { datum: named } }];
  const maker = marks.find(({ columns: own }) => own.every((mark) => columns.some((name) => mark.test(name))))?.maker;
  if (maker) return [{ code: 'datum-shift-likely', params: { datum: 'gcj02', maker } }];
  return saysIt.has(format) ? [] : [{ code: 'datum-unsaid', params: {} }];
}
