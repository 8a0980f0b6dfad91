import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { ShiftedDatum } from '../../domain/geodesy/shifted-datum.ts';
import type { Position } from '../../domain/geometry/columns/layer.ts';
import type { CrsHow, FormatRefusal } from '../contract.ts';
import { datumNamed } from '../crs/makers.ts';
import { detect, standsSwapped } from '../crs/detect.ts';
import { degrees, sourceOf, type SourceCrs } from '../crs/source.ts';
import { isObject } from './object.ts';
import { firstPosition, type RawCollection, type RawFeature } from './shape.ts';

export interface Resolved {
  readonly source: SourceCrs;
  readonly how: CrsHow;
  readonly swapped: boolean;
}

const nameIn = (member: unknown): unknown =>
  isObject(member) && isObject(member.properties) ? member.properties.name : member;

/** The shifted datum the `crs` member names: GCJ-02, which is no CRS anyone has registered. */
export function datumSaid({ crs }: RawCollection): ShiftedDatum | null {
  const name = nameIn(crs);
  return typeof name === 'string' ? datumNamed(name) : null;
}

/** EPSG code of the `crs` member of GeoJSON 2008 (`urn:ogc:def:crs:EPSG::4526`, `EPSG:4526`, CRS84), or that name by itself. */
function declaredEpsg(member: unknown): Result<number | null, FormatRefusal> {
  if (member === undefined || member === null) return ok(null);
  const name = nameIn(member);
  if (typeof name !== 'string') return refuse('crs-unrecognised', { code: JSON.stringify(name).slice(0, 60) });
  if (/CRS84$/i.test(name)) return ok(4326);
  // Degrees all the same; that they are moved is noted, and asked.
  if (datumNamed(name)) return ok(4326);
  const epsg = /EPSG:+(?:[\d.]*:)?(\d+)$/i.exec(name);
  return epsg ? ok(Number(epsg[1])) : refuse('crs-unrecognised', { code: name.slice(0, 60) });
}

/** What the file says of itself; null where it says nothing. */
export function statedCrs(
  collection: RawCollection,
): Result<{ readonly source: SourceCrs; readonly how: CrsHow } | null, FormatRefusal> {
  const declared = declaredEpsg(collection.crs);
  if (!declared.ok || declared.value === null) return declared as Result<null, FormatRefusal>;
  const source = sourceOf(declared.value);
  return source.ok ? ok({ source: source.value, how: 'declared' }) : source;
}

function firstOf(features: Iterable<RawFeature>): Position | null {
  for (const { geometry } of features) {
    const position = firstPosition(geometry);
    if (position) return position;
  }
  return null;
}

/** The option outranks the file, the file outranks its numbers; degrees are the format's own. */
export function resolveExchangeCrs(
  collection: RawCollection,
  option: number | undefined,
): Result<Resolved, FormatRefusal> {
  const declared = option === undefined ? declaredEpsg(collection.crs) : ok(option);
  if (!declared.ok) return declared;
  const first = firstOf(collection.features);
  if (declared.value !== null) {
    const source = sourceOf(declared.value);
    if (!source.ok) return source;
    const swapped = first !== null && standsSwapped(source.value, first);
    // WGS84 is read as CGCS2000, which the file did not say.
    const said = declared.value === 4326 ? 'format-default' : 'declared';
    return ok({ source: source.value, how: option === undefined ? said : 'option', swapped });
  }
  if (!first) return ok({ source: degrees, how: 'format-default', swapped: false });
  const found = detect(first);
  if (!found.ok) return found;
  const plain = found.value.source === degrees && !found.value.swapped;
  return ok({ ...found.value, how: plain ? 'format-default' : 'detected' });
}
