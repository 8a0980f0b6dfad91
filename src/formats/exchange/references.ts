import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { FormatRefusal } from '../contract.ts';
import type { Kind } from '../fields/kinds.ts';
import type { Row, Sorted } from './sort.ts';

const ids = (rows: readonly Row[]): ReadonlySet<unknown> => new Set(rows.map((r) => r.record.id));

/**
 * What a record names must be in the file. Zones, districts and townships may also come from the policy pack's own lists,
 * by code or by name, so that they are never looked for here.
 */
export function checkReferences({ rows }: Sorted): Result<null, FormatRefusal> {
  const checks: [Kind, string, ReadonlySet<unknown>][] = [
    ['parcel', 'parkId', ids(rows.park)],
    ['building', 'parcelId', ids(rows.parcel)],
  ];
  for (const [kind, field, there] of checks)
    for (const { record, where } of rows[kind]) {
      const id = record[field];
      if (id !== undefined && !there.has(id)) return refuse('missing-reference', { where, field, id: String(id) });
    }
  return ok(null);
}
