import { refuse } from '../../domain/outcome.ts';
import type { FormatRefusal } from '../contract.ts';

type Bad = { readonly ok: false; readonly refusal: FormatRefusal };

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
  if (geometry === null) return null;
  if (!isRecord(geometry)) return refuse('not-geojson', { where, detail: 'geometry-missing' });
  if (geometry.type === 'GeometryCollection') {
    if (!Array.isArray(geometry.geometries)) return refuse('not-geojson', { where, detail: 'geometry-missing' });
    for (const inner of geometry.geometries as unknown[]) {
      const fault =
        inner === null ? refuse('not-geojson', { where, detail: 'geometry-missing' }) : structureFault(inner, where);
      if (fault) return fault;
    }
    return null;
  }
  const type = typeof geometry.type === 'string' ? geometry.type : '';
  const depth = Object.hasOwn(depths, type) ? depths[type] : undefined;
  if (depth === undefined) return refuse('not-geojson', { where, detail: 'geometry-type', type: type.slice(0, 40) });
  if (isEmptyPolygon(geometry)) return null;
  return arraysFault(geometry.coordinates, depth, { where, areRings: type.endsWith('Polygon'), path: [] });
}

interface Of {
  readonly where: string;
  readonly areRings: boolean;
  /** Where in the arrays one is; changed on the way, for millions of positions are looked at. */
  readonly path: number[];
}

/** `level` names the innermost number of the path. */
function placeOf({ areRings, path }: Of, level: number): Readonly<Record<string, number>> {
  const names = path.map((_, i) => (areRings ? levels[level + path.length - 1 - i] : 'point'));
  return Object.fromEntries(path.map((number, i) => [names[i], number]));
}

function bad(of: Of, depth: number, detail: string): Bad {
  return refuse('not-geojson', { where: of.where, detail, ...placeOf(of, depth - 1) });
}

function arraysFault(value: unknown, depth: number, of: Of): Bad | null {
  if (!Array.isArray(value)) return bad(of, depth, 'nesting');
  const items = value as readonly unknown[];
  if (depth === 1) return positionFault(items, of);
  if (items.length === 0) return bad(of, depth, of.areRings && depth === 2 ? 'ring-empty' : 'coordinates-empty');
  for (let i = 0; i < items.length; i++) {
    of.path.push(i + 1);
    const fault = arraysFault(items[i], depth - 1, of);
    if (fault) return fault;
    of.path.pop();
  }
  return of.areRings && depth === 2 ? ringFault(items as readonly number[][], of) : null;
}

function positionFault(items: readonly unknown[], of: Of): Bad | null {
  for (const item of items) {
    if (typeof item === 'number' && Number.isFinite(item)) continue;
    if (items.some(Array.isArray)) return bad(of, 1, 'nesting');
    return refuse('bad-number', {
      where: of.where,
      value: JSON.stringify(item).slice(0, 60),
      ...placeOf(of, 0),
    });
  }
  return items.length < 2 ? bad(of, 1, 'position-short') : null;
}

function ringFault(ring: readonly number[][], of: Of): Bad | null {
  if (ring.length < fewestInRing) return bad(of, 2, 'ring-short');
  const [first, last] = [ring[0], ring[ring.length - 1]];
  return first.some((number, i) => number !== last[i]) ? bad(of, 2, 'ring-open') : null;
}
