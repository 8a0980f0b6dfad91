import gjv from 'geojson-validation';
import type { MultiPolygon, Position } from '../../domain/geometry/columns/layer.ts';
import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { FormatRefusal } from '../contract.ts';
import { shown } from '../fields/misfit.ts';
import { fromEsri, isEsri } from './esri.ts';
import { isObject, type Properties } from './object.ts';
import { placeNamed } from './rows.ts';
import { isEmptyPolygon, structureFault } from './structure.ts';
import { tidied } from './tidy.ts';

export interface Geometry {
  readonly type: string;
  readonly coordinates?: unknown;
  readonly geometries?: readonly Geometry[];
}
export interface RawFeature {
  readonly type: 'Feature';
  readonly id?: string | number;
  readonly geometry: Geometry | null;
  readonly properties: Properties | null;
  readonly [member: string]: unknown;
}
export interface RawCollection {
  readonly features: Iterable<RawFeature>;
  readonly [member: string]: unknown;
}

/** What a feature calls itself. */
export function calledOf(feature: unknown): unknown {
  if (!isObject(feature)) return undefined;
  const { id, code } = isObject(feature.properties) ? feature.properties : {};
  return id ?? code ?? feature.id;
}

export const whereIs = (feature: unknown, index: number): string => placeNamed(index, calledOf(feature));

/** A FeatureCollection, a Feature or a bare geometry, checked as RFC 7946 asks, feature by feature. */
export function asCollection(
  value: unknown,
): Result<RawCollection & { readonly features: readonly RawFeature[] }, FormatRefusal> {
  if (!isObject(value)) return refuse('not-geojson', { where: '$', detail: 'object-expected' });
  if (isEsri(value)) {
    const converted = fromEsri(value);
    return converted.ok ? asCollection(converted.value) : converted;
  }
  if (value.type === 'Feature') return asCollection({ type: 'FeatureCollection', features: [value] });
  if (typeof value.type === 'string' && /^((Multi)?(Polygon|LineString)|GeometryCollection)$/.test(value.type))
    return asCollection({ type: 'Feature', properties: {}, geometry: value });
  if (value.type === 'Topology') return refuse('not-geojson', { where: '$', detail: 'topojson' });
  if (value.type !== 'FeatureCollection')
    return refuse('not-geojson', { where: '$', ...unlike('collection', value.type) });
  if (!Array.isArray(value.features)) return refuse('not-geojson', { where: '$', detail: 'features-missing' });
  const features = (value.features as unknown[]).map(tidied);
  for (const [index, feature] of features.entries()) {
    const fault = featureFault(feature, whereIs(feature, index));
    if (fault) return fault;
  }
  return ok({ ...value, features: features as RawFeature[] });
}

/** What stands in the place of a collection or feature: another type, or none at all. */
const unlike = (expected: 'collection' | 'feature', type: unknown): Readonly<Record<string, string>> =>
  type === undefined ? { detail: `${expected}-without-type` } : { detail: `${expected}-expected`, type: shown(type) };

/** Our own look first: the library may throw on arrays nested otherwise than it expects. */
export function featureFault(feature: unknown, where: string) {
  if (!isObject(feature)) return refuse('not-geojson', { where, detail: 'object-expected' });
  if (feature.type !== 'Feature') return refuse('not-geojson', { where, ...unlike('feature', feature.type) });
  const fault = structureFault(feature.geometry, where);
  if (fault) return fault;
  if (feature.properties !== null && !isObject(feature.properties))
    return refuse('not-geojson', { where, detail: 'properties-missing' });
  if (isPlainArea(feature)) return null;
  return gjv.isFeature(feature, true).length > 0 ? refuse('not-geojson', { where, detail: 'invalid' }) : null;
}

/**
 * An area whose structure is sound, without a box, both ends of its rings alike in height too: the library has nothing to
 * say of it (a test holds that), and would look at every position of millions once more.
 */
export function isPlainArea({ geometry, ...feature }: Readonly<Record<string, unknown>>): boolean {
  if ('bbox' in feature || !isObject(geometry) || 'bbox' in geometry) return false;
  const { type, coordinates } = geometry;
  const isEndedAlike = (ring: readonly unknown[][]) => ring[0].length === ring[ring.length - 1].length;
  if (type === 'Polygon') return (coordinates as unknown[][][]).every(isEndedAlike);
  return type === 'MultiPolygon' && (coordinates as unknown[][][][]).every((rings) => rings.every(isEndedAlike));
}

/** Rings of a polygon geometry; null for none. Heights are left out: a parcel is a figure on the plane. */
export function polygonsOf(geometry: Geometry | null): MultiPolygon | null {
  if (!geometry || isEmptyPolygon(geometry)) return null;
  const flat = (rings: unknown) =>
    (rings as number[][][]).map((ring) =>
      ring.every((p) => p.length === 2) ? (ring as unknown as Position[]) : ring.map((p): Position => [p[0], p[1]]),
    );
  if (geometry.type === 'Polygon') return [flat(geometry.coordinates)];
  return (geometry.coordinates as unknown[]).map(flat);
}

export const isPolygonal = (geometry: Geometry | null): boolean =>
  geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon';

/** The same geometry with every position changed. */
export function changed(geometry: Geometry, change: (p: Position) => Position): Geometry {
  if (geometry.geometries) return { ...geometry, geometries: geometry.geometries.map((g) => changed(g, change)) };
  const walk = (value: unknown): unknown => {
    const items = value as readonly unknown[];
    if (typeof items[0] !== 'number') return items.map(walk);
    return [...change([items[0], items[1] as number]), ...items.slice(2)];
  };
  return { ...geometry, coordinates: walk(geometry.coordinates) };
}

/** The first position of a geometry. */
export function firstPosition(geometry: Geometry | null): Position | null {
  if (!geometry) return null;
  if (geometry.geometries) return geometry.geometries.map(firstPosition).find((p) => p !== null) ?? null;
  let value: unknown = geometry.coordinates;
  while (Array.isArray(value) && Array.isArray(value[0])) value = value[0];
  return Array.isArray(value) && value.length >= 2 ? [value[0] as number, value[1] as number] : null;
}
