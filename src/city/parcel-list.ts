import type { AreaBasis } from '../domain/land/figure.ts';
import type { Parcel, ParcelStatus, Table } from '../domain/land/model.ts';
import { BASES, NONE, STATUSES, type ParcelColumns } from '../domain/land/parcel-columns.ts';
import type { ParcelMeasures } from '../domain/land/parcel-measures.ts';
import { codedOf, type Coded } from '../domain/land/records/coded.ts';
import type { Records } from '../domain/land/records/records.ts';
import { textColumn } from '../domain/land/text-column.ts';
import { sourceFileField } from '../formats/fields/numbers.ts';

/** More parts or holes than this are shown as this many. */
const MOST = 0xffff;

/** Of every row the place of its value in `list`. */
function placesIn<V>(list: readonly V[], { values, codes }: Coded<V>): Uint8Array {
  const places = values.map((value) => list.indexOf(value));
  const own = new Uint8Array(codes.length);
  for (let row = 0; row < own.length; row++) own[row] = places[codes[row]] >= 0 ? places[codes[row]] : NONE;
  return own;
}

/** Parcels as the page lists and searches them; `keys` of each row, null where that is the row itself. */
export function parcelColumns(
  { records, layer }: Table<Parcel>,
  measures: ParcelMeasures,
  keys: Uint32Array | null,
): ParcelColumns {
  const idOf = records.field('id') as (row: number) => string;
  const nameOf = records.field('name');
  const problems = new Uint16Array(layer.size);
  for (const [row, found] of measures.problems) problems[row] = Math.min(MOST, found.length);
  return {
    size: records.length,
    keys,
    ids: textColumn(records.length, idOf),
    names: textColumn(records.length, (row) => nameOf(row) ?? ''),
    files: filesOf(records),
    areaM2: measures.areaM2,
    basis: placesIn<AreaBasis>(
      BASES,
      codedOf(layer.size, (row) => measures.basis[row] ?? undefined),
    ),
    status: placesIn<ParcelStatus>(STATUSES, records.coded('status')),
    ...countsOf(layer),
    problems,
  };
}

/** Parts of every parcel, and holes in them. */
function countsOf({ size, partStart, ringStart }: Table<Parcel>['layer']): Pick<ParcelColumns, 'parts' | 'holes'> {
  const parts = new Uint16Array(size);
  const holes = new Uint16Array(size);
  for (let row = 0; row < size; row++) {
    const from = partStart[row];
    const to = partStart[row + 1];
    parts[row] = Math.min(MOST, to - from);
    holes[row] = Math.min(MOST, ringStart[to] - ringStart[from] - (to - from));
  }
  return { parts, holes };
}

/** Of several files the one each parcel came from. */
function filesOf(records: Records<Parcel>): ParcelColumns['files'] {
  const kept = records.kept(sourceFileField);
  const { values, codes } = codedOf(records.length, (row) => {
    const file = kept(row);
    return typeof file === 'string' ? file : undefined;
  });
  return values.length > 0 ? { names: values, of: Uint16Array.from(codes, (code) => code + 1) } : null;
}
