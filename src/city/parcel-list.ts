import { BASES, NONE, STATUSES, type ParcelColumns } from '../domain/land/parcel-columns.ts';
import type { Parcel, Project } from '../domain/land/model.ts';
import { sourceFileField } from '../formats/fields/numbers.ts';
import type { ParcelMeasures } from '../domain/land/parcel-measures.ts';
import { searchColumn, textColumn } from './text-column.ts';

/** More parts or holes than this are shown as this many. */
const MOST = 0xffff;

const codes = <T>(values: readonly T[], list: readonly T[]): Uint8Array =>
  Uint8Array.from(values, (value) => {
    const code = list.indexOf(value);
    return code < 0 ? NONE : code;
  });

/** The parcels of a project as the page lists and searches them. */
export function parcelColumns({ parks, parcels }: Project, measures: ParcelMeasures): ParcelColumns {
  const { records, layer } = parcels;
  const parkRow = new Map(parks.map((park, i) => [park.id, i]));
  const parts = new Uint16Array(layer.size);
  const holes = new Uint16Array(layer.size);
  const problems = new Uint16Array(layer.size);
  for (let row = 0; row < layer.size; row++) {
    const [from, to] = [layer.partStart[row], layer.partStart[row + 1]];
    parts[row] = Math.min(MOST, to - from);
    holes[row] = Math.min(MOST, layer.ringStart[to] - layer.ringStart[from] - (to - from));
  }
  for (const [row, found] of measures.problems) problems[row] = Math.min(MOST, found.length);
  return {
    size: records.length,
    ids: textColumn(records.map(({ id }) => id)),
    names: textColumn(records.map(({ name }) => name ?? '')),
    words: searchColumn(records.map((record) => wordsOf(record).join('|'))),
    areaM2: measures.areaM2,
    basis: codes(measures.basis, BASES),
    status: codes(
      records.map(({ status }) => status),
      STATUSES,
    ),
    park: Int32Array.from(records, ({ parkId }) => (parkId === undefined ? -1 : (parkRow.get(parkId) ?? -1))),
    parts,
    holes,
    problems,
  };
}

/** What a parcel is found by: its id, its name, and of several files the one it came from. */
function wordsOf({ id, name, extra }: Parcel): string[] {
  const file = extra?.[sourceFileField];
  return [id, ...(name ? [name] : []), ...(typeof file === 'string' ? [file] : [])];
}
