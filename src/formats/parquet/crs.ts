import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { FormatRefusal } from '../contract.ts';
import { isObject } from '../exchange/object.ts';
import { declaredEpsg, type Declared } from '../features/crs.ts';
import { declaredWkt } from '../shp/prj.ts';

const wgs84 = 4326;

/** The `crs` of a geometry column: PROJJSON; left out it is OGC:CRS84, null says it is not known. */
export function declaredProjJson(crs: unknown): Result<Declared | null, FormatRefusal> {
  if (crs === undefined) return declaredEpsg(wgs84);
  if (crs === null) return ok(null);
  if (!isObject(crs)) return refuse('crs-unrecognised', { code: JSON.stringify(crs).slice(0, 60) });
  const id = isObject(crs.id) ? crs.id : {};
  const code = `${String(id.authority ?? '')}:${String(id.code ?? '')}`;
  if (/^OGC:CRS84$/i.test(code)) return declaredEpsg(wgs84);
  const known = /^EPSG:\d+$/i.test(code) ? declaredEpsg(Number(id.code)) : null;
  if (known && (known.ok || known.refusal.code === 'crs-unsupported')) return known;
  const name = typeof crs.name === 'string' ? crs.name.replaceAll('"', '') : '';
  const wkt = crs.type === 'ProjectedCRS' ? projectedWkt(name, crs) : `GEOGCS["${name}"]`;
  return wkt ? declaredWkt(wkt) : (known ?? refuse('crs-unrecognised', { code: name.slice(0, 60) }));
}

/** Parameters by their EPSG names, as the older text names them. */
const parameters = [
  ['Longitude of natural origin', 'central_meridian'],
  ['Scale factor at natural origin', 'scale_factor'],
  ['False easting', 'false_easting'],
  ['False northing', 'false_northing'],
] as const;

/** What `declaredWkt` decides by, from the conversion of a projected CRS; null where it is not of that kind. */
function projectedWkt(name: string, { base_crs: base, conversion }: Record<string, unknown>): string | null {
  if (!isObject(base) || !isObject(conversion) || !Array.isArray(conversion.parameters)) return null;
  const datum = base.datum ?? base.datum_ensemble;
  const ellipsoid = isObject(datum) && isObject(datum.ellipsoid) ? datum.ellipsoid : {};
  const method = isObject(conversion.method) ? String(conversion.method.name) : '';
  const given = conversion.parameters.filter(isObject);
  const list = parameters.map(([long, short]) => {
    const value = given.find((p) => p.name === long)?.value;
    return `PARAMETER["${short}",${Number(value)}]`;
  });
  const sphere = `SPHEROID["",${Number(ellipsoid.semi_major_axis)},${Number(ellipsoid.inverse_flattening)}]`;
  return `PROJCS["${name}",GEOGCS["${String(base.name)}",${sphere}],PROJECTION["${method.replaceAll(' ', '_')}"],${list.join(',')}]`;
}
