import { refuse } from '../../domain/outcome.ts';
import type { FormatRefusal } from '../contract.ts';

type Bad = { readonly ok: false; readonly refusal: FormatRefusal };
type Place = Readonly<Record<string, number>>;

/** Arrays between `coordinates` and its numbers, RFC 7946 §3.1. */
const depths: Readonly<Record<string, number>> = {
  Point: 1,
  MultiPoint: 2,
  LineString: 2,
  Polygon: 3,
  MultiLineString: 3,
  MultiPolygon: 4,
};
/** What the levels of a polygon are called in a place, from its numbers outwards. */
const levels = ['point', 'ring', 'part'] as const;
/** A ring repeats its first position: a triangle has four. */
const fewestInRing = 4;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a polygon geometry says `coordinates: []`: a feature without geometry. */
export const isEmptyPolygon = (geometry: { readonly type?: unknown; readonly coordinates?: unknown }): boolean =>
  (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') &&
  Array.isArray(geometry.coordinates) &&
  geometry.coordinates.length === 0;

/**
 * What is wrong with the arrays of a geometry: nested wrongly, a ring that is empty, short or open, a position without
 * two finite numbers. Null when nothing is. Part, ring and point are numbers from 1.
 */
export function structureFault(geometry: unknown, where: string): Bad | null {
  const bad = (detail: string, more: Readonly<Record<string, string | number>> = {}): Bad =>
    refuse('not-geojson', { where, detail, ...more });
  if (geometry === null) return null;
  if (!isRecord(geometry)) return bad('geometry-missing');
  if (geometry.type === 'GeometryCollection') {
    if (!Array.isArray(geometry.geometries)) return bad('geometry-missing');
    for (const inner of geometry.geometries as unknown[]) {
      if (isRecord(inner) && inner.type === 'GeometryCollection') return bad('collection-nested');
      const fault = inner === null ? bad('geometry-missing') : structureFault(inner, where);
      if (fault) return fault;
    }
    return null;
  }
  const type = typeof geometry.type === 'string' ? geometry.type : '';
  const depth = Object.hasOwn(depths, type) ? depths[type] : undefined;
  if (depth === undefined) return bad('geometry-type', { type: type.slice(0, 40) });
  if (isEmptyPolygon(geometry)) return null;
  return arraysFault(geometry.coordinates, depth, { where, areRings: type.endsWith('Polygon') }, {});
}

interface Of {
  readonly where: string;
  readonly areRings: boolean;
}

function arraysFault(value: unknown, depth: number, of: Of, place: Place): Bad | null {
  const bad = (detail: string): Bad => refuse('not-geojson', { where: of.where, detail, ...place });
  if (!Array.isArray(value)) return bad('nesting');
  const items = value as readonly unknown[];
  if (depth === 1) return positionFault(items, of, place);
  if (items.length === 0) return bad(of.areRings && depth === 2 ? 'ring-empty' : 'coordinates-empty');
  const level = of.areRings ? levels[depth - 2] : 'point';
  for (const [i, item] of items.entries()) {
    const fault = arraysFault(item, depth - 1, of, { ...place, [level]: i + 1 });
    if (fault) return fault;
  }
  return of.areRings && depth === 2 ? ringFault(items as readonly number[][], bad) : null;
}

function positionFault(items: readonly unknown[], { where }: Of, place: Place): Bad | null {
  if (items.some(Array.isArray)) return refuse('not-geojson', { where, detail: 'nesting', ...place });
  const stranger = items.findIndex((item) => typeof item !== 'number' || !Number.isFinite(item));
  if (stranger >= 0)
    return refuse('bad-number', { where, value: JSON.stringify(items[stranger]).slice(0, 60), ...place });
  return items.length < 2 ? refuse('not-geojson', { where, detail: 'position-short', ...place }) : null;
}

function ringFault(ring: readonly number[][], bad: (detail: string) => Bad): Bad | null {
  if (ring.length < fewestInRing) return bad('ring-short');
  const last = ring[ring.length - 1];
  return ring[0].some((number, i) => number !== last[i]) ? bad('ring-open') : null;
}
