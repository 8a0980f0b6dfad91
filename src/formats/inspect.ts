import { ok, type Result } from '../domain/outcome.ts';
import type { FileNote, FormatRefusal, ReadOptions, ReadResult } from './contract.ts';
import { convertDatum } from './crs/datum.ts';
import { utmDoubts, zoneDoubts } from './crs/doubts.ts';
import { duplicateNotes } from './crs/duplicates.ts';
import { datumDoubts } from './crs/makers.ts';
import { foundOf, kindOfShape } from './found.ts';

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
    ...instead(placed.value),
    ...(datum === undefined ? datumDoubts(read, fileName) : []),
    ...zoneDoubts(parcels.layer, []),
    ...utmDoubts(read.crs.code, parcels.layer),
    ...duplicateNotes(parcels),
  ];
  return ok({ ...placed.value, notes });
}

/** Where a file holds neither parcels nor anything else of a city, what it holds instead stands for their mere number. */
function instead({ project, notes }: ReadResult): readonly FileNote[] {
  const { parcels, parks, buildings, townships, zones, jurisdictions, supplyPlans = [], supplyRows = [] } = project;
  const { others } = project;
  const drawn = [parcels.records, buildings.records, townships.records, zones.records];
  const known = [...drawn, parks, jurisdictions, supplyPlans, supplyRows];
  if (others.length === 0 || known.some((records) => records.length > 0)) return notes;
  const found = foundOf(others.map((feature) => [kindOf(feature), 1] as const));
  return [
    ...notes.filter(({ code }) => code !== 'other-geometry-kept'),
    { code: 'no-parcels-found', params: { found } },
  ];
}

const kindOf = (feature: unknown): string => {
  const { geometry } = feature as { readonly geometry?: { readonly type?: unknown } | null };
  return geometry ? kindOfShape(String(geometry.type)) : 'null';
};
