import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { ShiftedDatum } from '../../domain/geodesy/shifted-datum.ts';
import { datumNamed } from '../crs/makers.ts';
import { degrees } from '../crs/source.ts';
import type { FileNote, FormatRefusal, ReadOptions, ReadResult } from '../contract.ts';
import { foundOf } from '../found.ts';
import { outlinesOf } from '../features/outlines.ts';
import { readTable } from '../features/read.ts';
import { decodeText } from '../text/decode.ts';
import type { ShapeOutcome } from '../features/shapes.ts';
import { nestAsDrawn } from '../rings.ts';
import { parseKml, type Kml, type Placemark } from './parse.ts';

/** The producer's datum, told by the file's name (.ovkml is 奥维's own) or by what the document says of itself. */
const shiftOf = (name: string, about: string): ShiftedDatum | null =>
  /\.ovkm[lz]$/i.test(name) ? 'gcj02' : datumNamed(about);

/** A KML document from its bytes: every placemark with a polygon is a parcel 宗地. */
export function readKml(name: string, bytes: Uint8Array, options: ReadOptions): Result<ReadResult, FormatRefusal> {
  const decoded = decodeText(bytes, name);
  if (!decoded.ok) return decoded;
  const kml = parseKml(name, decoded.value.text);
  if (!kml.ok) return kml;
  const areas = kml.value.placemarks.filter(({ outline }) => outline !== null);
  const drawn = areas.length > 0 ? areas : kml.value.placemarks.flatMap(fromLines);
  if (drawn.length === 0) return refuse('no-parcels', { name, found: foundIn(kml.value) });
  const notes = notesOf(kml.value, areas.length > 0 ? [] : drawn);
  const shifted = shiftOf(name, kml.value.about);
  if (shifted && options.datum === undefined) notes.push({ code: 'datum-shift-likely', params: { datum: shifted } });
  const table = {
    name,
    rows: drawn.map(({ fields }) => fields),
    outlines: outlinesOf(drawn.map(({ outline }) => outline)),
    shapeOutcomes: drawn.map(() => (areas.length > 0 ? 'area' : 'lines') as ShapeOutcome),
    // WGS84 by the format, read as CGCS2000.
    declared: () => ok({ source: degrees, how: 'format-default' } as const),
    notes,
  };
  return readTable('kml', table, options);
}

/** Closed lines 闭合线 bound a parcel where the file has no areas. */
const fromLines = (placemark: Placemark): readonly Placemark[] =>
  placemark.closed.length > 0 ? [{ ...placemark, outline: nestAsDrawn(placemark.closed) }] : [];

const called: Readonly<Record<string, string>> = {
  Point: 'point',
  LineString: 'line',
  Model: 'model',
  Track: 'track',
  MultiTrack: 'track',
};

/** What there is instead of polygons; a placemark has no shape where there are fewer shapes than placemarks. */
function foundIn({ placemarks, others, links }: Kml): string {
  const shapes = [...others].map(([element, count]) => [called[element] ?? element, count] as const);
  const bare = placemarks.length - shapes.reduce((sum, [, count]) => sum + count, 0);
  return foundOf([...shapes, ['placemark', bare], ['link', links]]);
}

/** `lines`: the placemarks whose lines are read. */
function notesOf({ others, heights, links }: Kml, lines: readonly Placemark[]): FileNote[] {
  const read = lines.reduce((sum, { closed }) => sum + closed.length, 0);
  const left = [...others.values()].reduce((sum, count) => sum + count, 0) - read;
  const counted = [
    ['other-geometry-left', left],
    ['heights-left', heights],
    ['links-not-followed', links],
  ] as const;
  return counted.flatMap(([code, count]) => (count > 0 ? [{ code, params: { count } }] : []));
}
