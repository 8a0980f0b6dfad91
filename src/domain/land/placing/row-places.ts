import type { Holders } from '../../geometry/overlay/holder.ts';
import type { Parcel } from '../model.ts';
import { alikeRows } from '../records/coded.ts';
import type { Records } from '../records/records.ts';
import { tellsAs, type PlacedParcel } from './placed-parcel.ts';

/** The fields of a parcel that say where it lies. */
export const placeFields = ['townshipCode', 'districtCode', 'zoneId'] as const satisfies readonly (keyof Parcel)[];
export type PlaceField = (typeof placeFields)[number];

/** Where a parcel lies, whichever it is; bits of `SAID`. */
interface RowPlace extends Pick<Parcel, PlaceField> {
  readonly said: number;
}

/** Where many parcels lie, by row: those whose records say the same and that are held alike share a place. */
export interface RowPlaces {
  readonly codes: Int32Array;
  readonly places: readonly RowPlace[];
}

/** Of the first `size` rows: `placed` is asked once of those that are alike, with a record that has no other fields. */
export function rowPlaces(
  size: number,
  records: Records<Parcel>,
  holders: readonly (Holders | null)[],
  placed: (row: number, parcel: Parcel) => PlacedParcel,
): RowPlaces {
  const columns = [
    ...placeFields.map((name) => records.coded(name).codes),
    ...holders.flatMap((of) => (of ? [tellingOf(of, size)] : [])),
  ];
  const { codes, first } = alikeRows(size, columns);
  const fields = placeFields.map((name) => [name, records.field(name)] as const);
  const places = first.map((row): RowPlace => {
    const said = fields.flatMap(([name, of]) => (of(row) === undefined ? [] : [[name, of(row)]]));
    const told = placed(row, { id: '', ...Object.fromEntries(said) } as Parcel);
    const { townshipCode, districtCode, zoneId } = told.parcel;
    return { townshipCode, districtCode, zoneId, said: told.said };
  });
  return { codes, places };
}

function tellingOf({ holder, share, next }: Holders, size: number): Int32Array {
  const telling = new Int32Array(size);
  for (let row = 0; row < size; row++) telling[row] = tellsAs(holder[row], share[row], next[row]);
  return telling;
}
