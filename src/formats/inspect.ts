import { ok, type Result } from '../domain/outcome.ts';
import type { FormatRefusal, ReadOptions, ReadResult } from './contract.ts';
import { convertDatum } from './crs/datum.ts';
import { utmDoubts, zoneDoubts } from './crs/doubts.ts';
import { duplicateNotes } from './crs/duplicates.ts';
import { datumDoubts } from './crs/makers.ts';

/**
 * What holds for every format once it has been read: the datum confirmed or doubted, doubts about the zone, boundaries
 * drawn twice.
 */
export function inspected(
  read: ReadResult,
  fileName: string,
  { datum }: ReadOptions,
): Result<ReadResult, FormatRefusal> {
  const placed = datum === 'gcj02' || datum === 'bd09' ? convertDatum(read, datum) : ok(read);
  if (!placed.ok) return placed;
  const { parcels } = placed.value.project;
  const notes = [
    ...placed.value.notes,
    ...(datum === undefined ? datumDoubts(read, fileName) : []),
    ...zoneDoubts(parcels.layer, []),
    ...utmDoubts(read.crs.code, parcels.layer),
    ...duplicateNotes(parcels.records, parcels.layer),
  ];
  return ok({ ...placed.value, notes });
}
