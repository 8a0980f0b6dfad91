import { BASES, NONE, STATUSES, type ParcelColumns } from '../domain/land/parcel-columns.ts';
import type { AreaBasis } from '../domain/land/figure.ts';
import type { ParcelStatus, Project } from '../domain/land/model.ts';
import { codedOf, type Coded } from '../domain/land/records/coded.ts';
import { sourceFileField } from '../formats/fields/numbers.ts';
import type { ParcelMeasures } from '../domain/land/parcel-measures.ts';
import { searchColumn, textColumn } from './text-column.ts';

/** More parts or holes than this are shown as this many. */
const MOST = 0xffff;

/** Of every row the place of its value in `list`. */
function placesIn<V>(list: readonly V[], { values, codes }: Coded<V>): Uint8Array {
  const places = values.map((value) => list.indexOf(value));
  return Uint8Array.from(codes, (code) => (code < 0 || places[code] < 0 ? NONE : places[code]));
}

/** The parcels of a project as the page lists and searches them. */
export function parcelColumns({ parks, parcels }: Project, measures: ParcelMeasures): ParcelColumns {
  const { records, layer } = parcels;
  const parkRow = new Map(parks.map((park, i) => [park.id, i]));
  const parkOf = records.coded('parkId');
  const parkRows = parkOf.values.map((id) => parkRow.get(id) ?? -1);
  const idOf = records.field('id') as (row: number) => string;
  const nameOf = records.field('name');
  const fileOf = records.kept(sourceFileField);
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
    ids: textColumn(records.length, idOf),
    names: textColumn(records.length, (row) => nameOf(row) ?? ''),
    words: searchColumn(records.length, (row) => wordsOf(idOf(row), nameOf(row), fileOf(row))),
    areaM2: measures.areaM2,
    basis: placesIn<AreaBasis>(
      BASES,
      codedOf(layer.size, (row) => measures.basis[row] ?? undefined),
    ),
    status: placesIn<ParcelStatus>(STATUSES, records.coded('status')),
    park: parkOf.codes.map((code) => (code < 0 ? code : parkRows[code])),
    parts,
    holes,
    problems,
  };
}

/** What a parcel is found by: its id, its name, and of several files the one it came from. */
const wordsOf = (id: string, name: string | undefined, file: unknown): string =>
  `${id}${name ? `|${name}` : ''}${typeof file === 'string' ? `|${file}` : ''}`;
