import type { Database } from '@sqlite.org/sqlite-wasm';
import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { FormatRefusal } from '../contract.ts';
import { declaredEpsg, type Declared } from '../features/crs.ts';
import { declaredWkt } from '../shp/prj.ts';

const srsSql =
  'SELECT srs_name, organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys WHERE srs_id = ?';

/** The CRS of a layer by its authority's code, else by its definition; null where that is undefined. */
export function declaredSrs(db: Database, srsId: number): Result<Declared | null, FormatRefusal> {
  if (srsId === 0 || srsId === -1) return ok(null);
  const row = db.selectArray(srsSql, srsId);
  if (!row) return refuse('crs-unrecognised', { code: `srs_id ${srsId}` });
  const [name, organization, code, definition] = row;
  // GDAL has an entry of its own for a layer without CRS.
  if (/^undefined/i.test(String(name))) return ok(null);
  const known = /^epsg$/i.test(String(organization)) ? declaredEpsg(Number(code)) : null;
  if (known && (known.ok || known.refusal.code === 'crs-unsupported')) return known;
  const wkt = String(definition ?? '');
  if (/^\s*(GEOG|PROJ)/i.test(wkt)) return declaredWkt(wkt);
  return known ?? refuse('crs-unrecognised', { code: String(name).slice(0, 60) });
}
