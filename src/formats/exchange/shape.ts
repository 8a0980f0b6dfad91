import gjv from 'geojson-validation';
import type { MultiPolygon, Position } from '../../domain/geometry/layer.ts';
import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { FormatRefusal } from '../contract.ts';

export interface Geometry {
  readonly type: string;
  readonly coordinates?: unknown;
  readonly geometries?: readonly Geometry[];
}
export type Properties = Readonly<Record<string, unknown>>;
export interface RawFeature {
  readonly type: 'Feature';
  readonly id?: string | number;
  readonly geometry: Geometry | null;
  readonly properties: Properties | null;
  readonly [member: string]: unknown;
}
export interface RawCollection {
  readonly features: readonly RawFeature[];
  readonly [member: string]: unknown;
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `#3 (A)`: number of a feature from 1 and its id. */
export function whereIs(feature: unknown, index: number): string {
  const properties = isObject(feature) && isObject(feature.properties) ? feature.properties : {};
  const id = properties.id ?? properties.code ?? (isObject(feature) ? feature.id : undefined);
  return typeof id === 'string' || typeof id === 'number' ? `#${index + 1} (${id})` : `#${index + 1}`;
}

const firstOf = (trace: readonly string[]): string => trace[0].replace(/\s+/g, ' ').slice(0, 160);

/** Collections in collections say nothing a park map can use, and RFC 7946 advises against them. */
const isNested = (geometry: unknown): boolean =>
  isObject(geometry) &&
  Array.isArray(geometry.geometries) &&
  geometry.geometries.some((inner) => isObject(inner) && inner.type === 'GeometryCollection');

/** A FeatureCollection, a Feature or a bare geometry, checked as RFC 7946 asks, feature by feature. */
export function asCollection(value: unknown): Result<RawCollection, FormatRefusal> {
  if (!isObject(value)) return refuse('not-geojson', { where: '$', detail: 'object expected' });
  if (value.type === 'Feature') return asCollection({ type: 'FeatureCollection', features: [value] });
  if (typeof value.type === 'string' && /^(Multi)?Polygon$/.test(value.type))
    return asCollection({ type: 'Feature', properties: {}, geometry: value });
  if (value.type !== 'FeatureCollection')
    return refuse('not-geojson', {
      where: '$.type',
      detail: `FeatureCollection expected, ${String(value.type)} found`,
    });
  if (!Array.isArray(value.features)) return refuse('not-geojson', { where: '$.features', detail: 'array expected' });
  for (const [index, feature] of (value.features as unknown[]).entries()) {
    const where = whereIs(feature, index);
    if (!isObject(feature)) return refuse('not-geojson', { where, detail: 'object expected' });
    if (isNested(feature.geometry)) return refuse('not-geojson', { where, detail: 'nested GeometryCollection' });
    const stranger = notFinite(feature.geometry);
    if (stranger !== null) return refuse('bad-number', { where, value: stranger });
    const trace = gjv.isFeature(feature, true);
    if (trace.length > 0) return refuse('not-geojson', { where, detail: firstOf(trace) });
    if (feature.properties !== null && !isObject(feature.properties))
      return refuse('not-geojson', { where: `${where} properties`, detail: 'object or null expected' });
  }
  return ok(value as RawCollection);
}

/** The first coordinate that is null, text or too large to be a number, as text; null when there is none. */
function notFinite(geometry: unknown): string | null {
  if (!isObject(geometry)) return null;
  const look = (value: unknown): string | null => {
    if (Array.isArray(value)) {
      for (const item of value) {
        const found = look(item);
        if (found !== null) return found;
      }
      return null;
    }
    return typeof value === 'number' && Number.isFinite(value) ? null : (JSON.stringify(value) ?? 'undefined');
  };
  return Array.isArray(geometry.coordinates) ? look(geometry.coordinates) : null;
}

/** Rings of a polygon geometry; null for none. Heights are left out: a parcel is a figure on the plane. */
export function polygonsOf(geometry: Geometry | null): MultiPolygon | null {
  if (!geometry) return null;
  const flat = (rings: unknown) => (rings as number[][][]).map((ring) => ring.map((p): Position => [p[0], p[1]]));
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
