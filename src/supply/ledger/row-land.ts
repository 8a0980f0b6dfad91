import type { Key } from '../../domain/land/change.ts';
import { measured } from '../../domain/geometry/measure/measured.ts';
import type { Land } from '../../domain/land/land.ts';
import type { Parcel, Project } from '../../domain/land/model.ts';
import { arrayRecords } from '../../domain/land/records/array-records.ts';
import { emptyTable } from '../../domain/land/records/empty-table.ts';

/** A row of a plan as its land is written: by its number, with what else is said of it by name. */
interface WrittenRow {
  readonly number: string;
  readonly parcels: readonly Key[];
  /** 供应面积 as the row states it; null where that of its parcels is meant. */
  readonly areaM2: number | null;
  readonly fields: Readonly<Record<string, string | number>>;
}

export interface WrittenRows {
  readonly rows: readonly WrittenRow[];
  /** Under which name a file says which parcel 宗地 a boundary is. */
  readonly parcelField: string;
}

/** The parcels of the rows as land of their own; null where none of them is there. */
export function rowLand(land: Land, asked: WrittenRows): Project | null {
  const table = land.table('parcel');
  const plots = plotsOf(asked, (key) => table.rowOf(key) !== undefined);
  if (plots.length === 0) return null;
  const { layer } = table.picked(plots.map(({ key }) => key));
  const records = plots.map(({ key, id, areaM2, fields }, n): Parcel => {
    const { id: parcelId, name, statedAreaM2: registeredM2 } = table.record(key)!;
    // As large as the row of one parcel says; else as it is registered, else measured.
    const statedAreaM2 = areaM2 ?? registeredM2 ?? hundredth(measured(layer, n).areas?.planeM2);
    return {
      id,
      ...(name !== undefined && { name }),
      ...(statedAreaM2 !== undefined && { statedAreaM2 }),
      extra: { ...fields, [asked.parcelField]: parcelId },
    };
  });
  return projectOf({ records: arrayRecords(records), layer });
}

/** Measured areas are written to 0.01 m². */
const hundredth = (m2: number | undefined): number | undefined => (m2 === undefined ? m2 : Number(m2.toFixed(2)));

interface Plot {
  readonly key: Key;
  readonly id: string;
  /** Of a row that has no other parcel. */
  readonly areaM2: number | null;
  readonly fields: WrittenRow['fields'];
}

/** A row of several parcels numbers them; a number that is given twice goes on with its place. */
function plotsOf({ rows }: WrittenRows, isThere: (key: Key) => boolean): Plot[] {
  const taken = new Set<string>();
  const unique = (id: string): string => {
    let own = id;
    for (let n = 2; taken.has(own); n++) own = `${id}-${n}`;
    taken.add(own);
    return own;
  };
  return rows.flatMap(({ number, parcels, areaM2, fields }) => {
    const there = parcels.filter(isThere);
    const isOne = parcels.length === 1;
    return there.map((key, n) => ({
      key,
      fields,
      areaM2: isOne ? areaM2 : null,
      id: unique(there.length > 1 ? `${number}-${n + 1}` : number),
    }));
  });
}

const projectOf = (parcels: Project['parcels']): Project => ({
  parks: [],
  parcels,
  buildings: emptyTable(),
  townships: emptyTable(),
  zones: emptyTable(),
  jurisdictions: [],
  others: [],
});
