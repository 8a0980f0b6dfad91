import type { Key } from '../domain/land/change.ts';
import type { Land } from '../domain/land/land.ts';
import type { Building, Parcel, Table } from '../domain/land/model.ts';

/** Records an operation looks at, in the order of the file, with their keys by row. */
export type SheetTable<T> = Table<T> & { readonly keys: readonly Key[] };

/** 图幅: the parcels and buildings an operation looks at: all there are, or what lies near what it changes. */
export interface Sheet {
  readonly parcels: SheetTable<Parcel>;
  readonly buildings: SheetTable<Building>;
}

export const wholeSheet = (land: Land): Sheet => ({
  parcels: { ...land.project.parcels, keys: land.keys('parcel') },
  buildings: { ...land.project.buildings, keys: land.keys('building') },
});
