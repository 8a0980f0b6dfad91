import type { Position } from '../../domain/geometry/columns/layer.ts';
import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { FormatRefusal } from '../contract.ts';
import { dayOf } from '../fields/dates.ts';
import { declaredWkt } from '../shp/prj.ts';
import { mostRings, nestAsDrawn } from '../rings.ts';
import { isObject } from './object.ts';

/*
 * Features as ArcGIS services and its tool "Features To JSON" write them: `{geometryType, spatialReference, fields, features:
 * [{attributes, geometry: {rings}}]}`.
 */

type Loose = Readonly<Record<string, unknown>>;

/** Web Mercator by the codes it had before EPSG gave it one. */
const renumbered: Readonly<Record<number, number>> = { 102100: 3857, 102113: 3857, 900913: 3857 };

export const isEsri = (value: Loose): boolean =>
  value.type === undefined &&
  Array.isArray(value.features) &&
  value.features.every((feature) => isObject(feature) && isObject(feature.attributes));

/** The features as a collection of GeoJSON, to be read as any other. */
export function fromEsri(value: Loose): Result<Loose, FormatRefusal> {
  const naming = namesOf(value.fields);
  const features: unknown[] = [];
  for (const [i, feature] of (value.features as Loose[]).entries()) {
    const geometry = geometryOf(feature.geometry, `#${i + 1}`);
    if (!geometry.ok) return geometry;
    const properties = propertiesOf(feature.attributes as Loose, naming);
    features.push({ type: 'Feature', properties, geometry: geometry.value });
  }
  const epsg = epsgOf(value.spatialReference);
  if (!epsg.ok) return epsg;
  return ok({ type: 'FeatureCollection', ...(epsg.value !== null && { crs: `EPSG:${epsg.value}` }), features });
}

/** By its number, else by its text (WKT), as a projection without a number has it. */
function epsgOf(reference: unknown): Result<number | null, FormatRefusal> {
  if (!isObject(reference)) return ok(null);
  const wkid = reference.latestWkid ?? reference.wkid;
  if (typeof wkid === 'number' && Number.isSafeInteger(wkid) && wkid > 0) return ok(renumbered[wkid] ?? wkid);
  const text = reference.wkt ?? reference.wkt2;
  if (typeof text !== 'string' || text.trim() === '') return ok(null);
  const declared = declaredWkt(text);
  if (!declared.ok) return declared;
  const { source, how } = declared.value;
  return ok(how === 'format-default' ? 4326 : Number(source.code.replace(/^EPSG:/, '')));
}

interface Naming {
  /** A column has its Chinese alias where it has one: that is what people call it. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Columns of moments, in milliseconds since 1970. */
  readonly dates: ReadonlySet<string>;
  /** Names of coded values 编码值 by column and code. */
  readonly domains: ReadonlyMap<string, ReadonlyMap<unknown, unknown>>;
}

function namesOf(fields: unknown): Naming {
  const list = (Array.isArray(fields) ? fields : []).filter(isObject);
  const aliases = new Map<string, string>();
  const taken = new Set(list.map(({ name }) => name));
  for (const { name, alias } of list)
    if (typeof name === 'string' && typeof alias === 'string' && /\p{Script=Han}/u.test(alias) && !taken.has(alias)) {
      aliases.set(name, alias);
      taken.add(alias);
    }
  const dates = list.flatMap(({ name, type }) => (type === 'esriFieldTypeDate' ? [String(name)] : []));
  const domains = list.map(({ name, domain }) => [String(name), codedValues(domain)] as const);
  return { aliases, dates: new Set(dates), domains: new Map(domains) };
}

/** Of a column of codes what each stands for: that is what people see. */
function codedValues(domain: unknown): ReadonlyMap<unknown, unknown> {
  const values = isObject(domain) && Array.isArray(domain.codedValues) ? domain.codedValues.filter(isObject) : [];
  return new Map(values.flatMap(({ code, name }) => (typeof name === 'string' ? [[code, name] as const] : [])));
}

function propertiesOf(attributes: Loose, { aliases, dates, domains }: Naming): Loose {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      aliases.get(name) ?? name,
      dates.has(name) ? day(value) : (domains.get(name)?.get(value) ?? value),
    ]),
  );
}

function day(value: unknown): unknown {
  const at = typeof value === 'number' ? new Date(value) : null;
  return at && !Number.isNaN(at.getTime()) ? dayOf(at.toISOString()) : value;
}

function geometryOf(geometry: unknown, where: string): Result<unknown, FormatRefusal> {
  if (!isObject(geometry)) return ok(null);
  const { rings, paths, points, x, y } = geometry;
  if (geometry.curveRings !== undefined)
    return refuse('unsupported', { name: where, what: 'curve', type: 'curveRings' });
  if (Array.isArray(rings)) return polygonOf(rings);
  if (Array.isArray(paths)) return ok(paths.length === 0 ? null : { type: 'MultiLineString', coordinates: paths });
  if (Array.isArray(points)) return ok(points.length === 0 ? null : { type: 'MultiPoint', coordinates: points });
  return ok(typeof x === 'number' && typeof y === 'number' ? { type: 'Point', coordinates: [x, y] } : null);
}

const isRing = (ring: unknown): ring is Position[] =>
  Array.isArray(ring) &&
  ring.length > 0 &&
  ring.every((p) => Array.isArray(p) && p.length >= 2 && Number.isFinite(p[0]) && Number.isFinite(p[1]));

/** Shells and holes are told by containment; what is no ring is left to the check of GeoJSON, which names the place. */
function polygonOf(rings: readonly unknown[]): Result<unknown, FormatRefusal> {
  if (rings.length === 0) return ok(null);
  if (!rings.every(isRing)) return ok({ type: 'Polygon', coordinates: rings });
  if (rings.length > mostRings) return refuse('damaged', { detail: 'too-many-rings', most: mostRings });
  const closed = rings
    .map((ring) => ring.map(([px, py]): Position => [px, py]))
    .map((ring) => {
      const [first, last] = [ring[0], ring[ring.length - 1]];
      return first[0] === last[0] && first[1] === last[1] ? ring : [...ring, first];
    });
  return ok({ type: 'MultiPolygon', coordinates: nestAsDrawn(closed) });
}
