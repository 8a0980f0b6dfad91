import { isObject } from './object.ts';

/** Whether the arrays of a geometry hold nothing: `[]`, `[[]]`, as programs write EMPTY. */
const holdsNothing = (value: unknown): boolean => Array.isArray(value) && value.every(holdsNothing);

const isAreaType = (type: unknown): boolean => type === 'Polygon' || type === 'MultiPolygon';

/** A geometry without coordinates is none, an area without them stays one not drawn; a multipolygon is one without its empty parts. */
function tidyGeometry(geometry: unknown): unknown {
  if (geometry === undefined) return null;
  if (isObject(geometry) && Array.isArray(geometry.geometries)) return tidyCollection(geometry, geometry.geometries);
  if (!isObject(geometry) || !Array.isArray(geometry.coordinates)) return geometry;
  const { coordinates } = geometry;
  if (holdsNothing(coordinates)) {
    if (!isAreaType(geometry.type)) return null;
    return coordinates.length === 0 ? geometry : { ...geometry, coordinates: [] };
  }
  if (geometry.type !== 'MultiPolygon' || !coordinates.some(holdsNothing)) return geometry;
  return { ...geometry, coordinates: coordinates.filter((part) => !holdsNothing(part)) };
}

/** A collection without its empty members; those of collections in it are its own. */
function tidyCollection(geometry: Readonly<Record<string, unknown>>, members: readonly unknown[]): unknown {
  const isInner = (member: unknown): member is Readonly<Record<string, unknown>> & { geometries: readonly unknown[] } =>
    isObject(member) && Array.isArray(member.geometries);
  const tidy = members.map((member) => (isInner(member) ? member : tidyGeometry(member)));
  if (tidy.every((member, m) => member === members[m] && member !== null && !isInner(member))) return geometry;
  const flat = (inner: readonly unknown[]): unknown[] =>
    inner.flatMap((member) => (isInner(member) ? flat(member.geometries) : (tidyGeometry(member) ?? [])));
  return { ...geometry, geometries: flat(tidy) };
}

/** A feature as the standard asks, where it leaves out what it has not: geometry and properties are null then. */
export function tidied(feature: unknown): unknown {
  if (!isObject(feature)) return feature;
  const geometry = tidyGeometry(feature.geometry);
  if (geometry === feature.geometry && feature.properties !== undefined) return feature;
  return { ...feature, geometry, properties: feature.properties ?? null };
}
