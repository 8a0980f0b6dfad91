import { zipSync } from 'fflate';
import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { Parcel, Project } from '../../domain/land/model.ts';
import type { MultiPolygon, Position } from '../../domain/geometry/columns/layer.ts';
import type { FormatRefusal, NamedBytes, WriteOptions } from '../contract.ts';
import { degrees, sourceOf } from '../crs/source.ts';
import { checkFits, outlineIn } from '../crs/target.ts';
import { featureKey } from '../exchange/sort.ts';
import { turned } from '../rings.ts';
import { utf8Pieces } from '../text/pieces.ts';
import { escapeXml } from '../xml/scan.ts';

/** Labels viewers show beside a value; the names of the fields stay those of the exchange file. */
const labels: Readonly<Record<string, string>> = {
  id: '地块编号',
  parkId: '所属园区编号',
  districtCode: '区县代码',
  townshipCode: '镇（街道）代码',
  zoneId: '所在开发区编号',
  landClass: '用地性质',
  status: '利用状态',
  statedAreaM2: '登记面积（m²）',
  areaResolutionM2: '登记面积末位（±m²）',
  areaBasis: '登记面积口径',
  landUseTermYears: '土地使用权年限',
};

/** The parcels as KML: longitude and latitude on WGS84, to which CGCS2000 agrees within what a survey can tell. */
export function writeKml(project: Project, options: WriteOptions): Result<readonly NamedBytes[], FormatRefusal> {
  const text = kmlText(project, options);
  return text.ok ? ok([{ name: `${options.name}.kml`, bytes: utf8Pieces(text.value) }]) : text;
}

/** A zip of the document under the name viewers look for. */
export function writeKmz(project: Project, options: WriteOptions): Result<readonly NamedBytes[], FormatRefusal> {
  const text = kmlText(project, options);
  if (!text.ok) return text;
  const bytes = zipSync({ 'doc.kml': utf8Pieces(text.value) }, { mtime: new Date(2000, 0, 1) });
  return ok([{ name: `${options.name}.kmz`, bytes }]);
}

function kmlText(project: Project, options: WriteOptions): Result<Iterable<string>, FormatRefusal> {
  if (options.epsg !== undefined) {
    const asked = sourceOf(options.epsg);
    if (!asked.ok) return asked;
    if (asked.value !== degrees) return refuse('crs-not-written', { code: `EPSG:${options.epsg}` }, ['EPSG:4326']);
  }
  if (project.parcels.records.length === 0) return refuse('no-parcels');
  const placed = checkFits(project.parcels, degrees);
  if (!placed.ok) return placed;
  return ok(documentOf(project, project.title ?? options.name));
}

function* documentOf({ parcels: { records, layer } }: Project, title: string): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">\n';
  yield `<Document><name>${escapeXml(title)}</name>\n`;
  yield '<Style id="parcel"><LineStyle><width>2</width></LineStyle><PolyStyle><fill>0</fill></PolyStyle></Style>\n';
  for (const [f, parcel] of records.entries())
    yield `${placemarkOf(parcel, turned(outlineIn(layer, f, degrees), true))}\n`;
  yield '</Document>\n</kml>\n';
}

function placemarkOf({ extra, name, ...fields }: Parcel, outline: MultiPolygon): string {
  const data = Object.entries({ ...fields, ...extra } as Record<string, unknown>)
    .filter(([field, value]) => value !== undefined && value !== null && field !== featureKey)
    .map(([field, value]) => dataOf(field, typeof value === 'object' ? JSON.stringify(value) : String(value)));
  const label = name === undefined ? '' : `<name>${escapeXml(name)}</name>`;
  const shapes = outline.map(
    ([shell, ...holes]) =>
      `<Polygon>${boundary('outer', shell)}${holes.map((hole) => boundary('inner', hole)).join('')}</Polygon>`,
  );
  const shape = shapes.length > 1 ? `<MultiGeometry>${shapes.join('')}</MultiGeometry>` : shapes.join('');
  return `<Placemark>${label}<styleUrl>#parcel</styleUrl><ExtendedData>${data.join('')}</ExtendedData>${shape}</Placemark>`;
}

function dataOf(field: string, value: string): string {
  const label = Object.hasOwn(labels, field) ? `<displayName>${escapeXml(labels[field])}</displayName>` : '';
  return `<Data name="${escapeXml(field)}">${label}<value>${escapeXml(value)}</value></Data>`;
}

const boundary = (side: 'outer' | 'inner', ring: readonly Position[]): string =>
  `<${side}BoundaryIs><LinearRing><coordinates>${ring.map(([lon, lat]) => `${lon},${lat}`).join(' ')}</coordinates></LinearRing></${side}BoundaryIs>`;
