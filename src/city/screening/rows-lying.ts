import type { Key } from '../../domain/land/change.ts';
import { codedOf } from '../../domain/land/records/coded.ts';
import type { City } from '../city.ts';
import type { Naming } from '../place-names.ts';

/** In which district and township the parcels of a city lie, by row. */
export interface RowsLying {
  readonly districtOf: (row: number) => string | null;
  readonly townshipOf: (row: number) => string | null;
}

/** Names are the same for many rows, and each pair of them is looked up once. */
export function rowsLying(city: City, keys: readonly Key[], names: Naming): RowsLying {
  const { records } = city.project.parcels;
  const [districtAt, townshipAt] = [records.field('districtCode'), records.field('townshipCode')];
  const known = new Map<string, { readonly district: string | null; readonly township: string | null }>();
  /** As the register has it; where that names no township, as the parcel lies. */
  const lieAt = (row: number) => {
    let [districtCode, townshipCode] = [districtAt(row), townshipAt(row)];
    if (townshipCode === undefined) ({ districtCode, townshipCode } = city.placed.placedParcel(keys[row]).parcel);
    const called = `${districtCode ?? ''}\n${townshipCode ?? ''}`;
    let lie = known.get(called);
    if (!lie) {
      const district = names.districtOf({ districtCode, townshipCode }) ?? null;
      lie = { district, township: townshipCode === undefined ? null : names.townshipCode(townshipCode) };
      known.set(called, lie);
    }
    return lie;
  };
  const { values, codes } = codedOf(keys.length, lieAt);
  return { districtOf: (row) => values[codes[row]].district, townshipOf: (row) => values[codes[row]].township };
}
