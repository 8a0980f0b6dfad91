import type { Position } from '../../../domain/geometry/columns/layer.ts';
import { escapeXml } from '../../../formats/xml/scan.ts';
import { aboutRows } from './about.ts';
import { idleColumns, idleRow, inWords, parkColumns, parkRow, type Column, type Row, type Saying } from './rows.ts';
import { outlineOf, type Seen } from './seen.ts';

/** A folder of parks and one of idle land, words beside every value; longitude and latitude on WGS 84. */
export function kmlText(seen: Seen, saying: Saying): string {
  const { sheets } = saying.words;
  const about = aboutRows(seen, saying).map((row) => row.join(': '));
  const parks = seen.parks.map((row) => placemark(parkRow(seen, row, saying), parkColumns, shapeOf(seen, row), saying));
  const idle = seen.idle.map((land) => placemark(idleRow(land, saying), idleColumns, pointAt(land.at), saying));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<kml xmlns="http://www.opengis.net/kml/2.2"><Document>',
    `<name>${escapeXml(seen.first.title[saying.language])}</name>`,
    `<description>${escapeXml(about.join('\n'))}</description>`,
    '<Style id="park"><LineStyle><color>ff8f4f1b</color><width>2</width></LineStyle><PolyStyle><color>338f4f1b</color></PolyStyle></Style>',
    folder(sheets.parks, parks),
    idle.length > 0 ? folder(sheets.idle, idle) : '',
    '</Document></kml>\n',
  ].join('\n');
}

const folder = (name: string, marks: readonly string[]): string =>
  `<Folder><name>${escapeXml(name)}</name>\n${marks.join('\n')}\n</Folder>`;

function placemark(row: Row, columns: readonly Column[], shape: string, saying: Saying): string {
  const said = inWords(row, saying);
  const data = columns
    .filter((column) => column !== 'lon' && column !== 'lat' && said[column] !== null && said[column] !== undefined)
    .map((column) => dataOf(column, saying.words.columns[column], String(said[column])));
  const name = escapeXml(String(said.name ?? said.id));
  return `<Placemark><name>${name}</name><styleUrl>#park</styleUrl><ExtendedData>${data.join('')}</ExtendedData>${shape}</Placemark>`;
}

const dataOf = (field: string, label: string, value: string): string =>
  `<Data name="${field}"><displayName>${escapeXml(label)}</displayName><value>${escapeXml(value)}</value></Data>`;

function shapeOf(seen: Seen, row: number): string {
  const parts = outlineOf(seen, row);
  if (!parts) return pointAt(seen.first.parks.at[row]);
  const polygons = parts.map(
    ([shell, ...holes]) =>
      `<Polygon>${ring('outer', shell)}${holes.map((hole) => ring('inner', hole)).join('')}</Polygon>`,
  );
  return `<MultiGeometry>${polygons.join('')}</MultiGeometry>`;
}

const ring = (side: 'outer' | 'inner', positions: readonly Position[]): string =>
  `<${side}BoundaryIs><LinearRing><coordinates>${positions.map(([lon, lat]) => `${lon},${lat}`).join(' ')}</coordinates></LinearRing></${side}BoundaryIs>`;
const pointAt = (at: readonly number[] | null): string =>
  at ? `<Point><coordinates>${at[0]},${at[1]}</coordinates></Point>` : '';
