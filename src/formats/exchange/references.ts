import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { FormatRefusal } from '../contract.ts';
import type { Kind } from '../fields/kinds.ts';
import type { Row, Sorted } from './sort.ts';

const ids = (rows: readonly Row[], key: 'id' | 'code'): ReadonlySet<unknown> => new Set(rows.map((r) => r.record[key]));

/**
 * What a record names must be in the file. Zones, districts and townships may also come from the policy pack's own
 * lists: a zone is looked for only where the file brings zones or jurisdictions.
 */
export function checkReferences({ rows }: Sorted): Result<null, FormatRefusal> {
  const zones = new Set([...ids(rows.zone, 'id'), ...ids(rows.jurisdiction, 'code')]);
  const checks: [Kind, string, ReadonlySet<unknown>][] = [
    ['parcel', 'parkId', ids(rows.park, 'id')],
    ['building', 'parcelId', ids(rows.parcel, 'id')],
  ];
  if (rows.zone.length > 0) checks.push(['parcel', 'zoneId', zones], ['park', 'zoneId', zones]);
  for (const [kind, field, there] of checks)
    for (const { record, where } of rows[kind]) {
      const id = record[field];
      if (id !== undefined && !there.has(id)) return refuse('missing-reference', { where, field, id: String(id) });
    }
  return ok(null);
}
