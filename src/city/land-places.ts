import type { Parcel, Park, Project } from '../domain/land/model.ts';
import type { Coded } from '../domain/land/records/coded.ts';
import type { Records } from '../domain/land/records/records.ts';
import type { Pack } from '../policy/shape/pack.ts';
import type { Label } from '../policy/shape/rule.ts';
import { naming, type NamedPlaces } from './place-names.ts';

/** A district 区县 or township 镇街 in which land lies, by the name a list gives it. */
export interface LandPlace extends Label {
  /** Rows of its parcels, ascending. */
  readonly rows: readonly number[];
}

/** A district with those of its townships that hold land. */
export interface DistrictPlace extends LandPlace {
  readonly townships: readonly LandPlace[];
}

/** Where a parcel's record says it lies, as far as a list names it. */
export interface ParcelPlace {
  readonly district?: Label;
  readonly township?: string;
}

/** What of a parcel's record says where it lies. */
export const SAID_BY = ['districtCode', 'townshipCode', 'parkId'] as const satisfies readonly (keyof Parcel)[];
type SaidPlace = Pick<Parcel, (typeof SAID_BY)[number]>;

/** Where the record of a parcel, or of its park, says it lies. */
export function parcelPlaces(
  named: NamedPlaces,
  parkOf: (id: string) => Park | undefined,
  pack: Pack,
): (parcel: SaidPlace) => ParcelPlace {
  const names = naming(named, pack);
  return (parcel) => {
    const park = parcel.parkId === undefined ? undefined : parkOf(parcel.parkId);
    const code = names.districtOf(parcel) ?? park?.districtCode;
    const district = code === undefined ? undefined : names.district(code);
    const township = parcel.townshipCode === undefined ? undefined : names.township(parcel.townshipCode);
    return { ...(district && { district }), ...(township !== undefined && { township }) };
  };
}

/** The districts and townships land lies in, most parcels first; a parcel that says none is in none. */
export function landPlaces(project: Project, pack: Pack): readonly DistrictPlace[] {
  const { records } = project.parcels;
  const parks = new Map(project.parks.map((park) => [park.id, park]));
  const named = parcelPlaces(project, (id) => parks.get(id), pack);
  const placeOf = placesByRow(records, named);
  const districts = new Map<string, { label: Label; rows: number[]; townships: Map<string, number[]> }>();
  for (let row = 0; row < records.length; row++) {
    const { district, township } = placeOf(row);
    if (!district && township === undefined) continue;
    let of = districts.get(district?.zh ?? '');
    if (!of) {
      const label = district ?? { zh: '', en: '' };
      districts.set(label.zh, (of = { label, rows: [], townships: new Map() }));
    }
    of.rows.push(row);
    if (township === undefined) continue;
    const rows = of.townships.get(township);
    if (rows) rows.push(row);
    else of.townships.set(township, [row]);
  }
  return mostFirst(
    [...districts.values()].map(({ label, rows, townships }) => ({
      ...label,
      rows,
      townships: mostFirst([...townships].map(([name, own]) => ({ zh: name, en: name, rows: own }))),
    })),
  );
}

const mostFirst = <T extends LandPlace>(places: T[]): T[] => places.sort((a, b) => b.rows.length - a.rows.length);

/** The place of every row; many rows say the same of where they lie, and are looked up once. */
function placesByRow(records: Records<Parcel>, placeOf: ReturnType<typeof parcelPlaces>): (row: number) => ParcelPlace {
  const [districts, townships, parks] = [
    records.coded('districtCode'),
    records.coded('townshipCode'),
    records.coded('parkId'),
  ];
  const valueOf = <V>({ values, codes }: Coded<V>, row: number): V | undefined =>
    codes[row] < 0 ? undefined : values[codes[row]];
  const known = new Map<number, ParcelPlace>();
  return (row) => {
    const said =
      ((districts.codes[row] + 1) * (townships.values.length + 1) + townships.codes[row] + 1) *
        (parks.values.length + 1) +
      parks.codes[row];
    const before = known.get(said);
    if (before) return before;
    const place = placeOf({
      districtCode: valueOf(districts, row),
      townshipCode: valueOf(townships, row),
      parkId: valueOf(parks, row),
    });
    known.set(said, place);
    return place;
  };
}
