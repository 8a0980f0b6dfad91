import type { Bounds } from '../domain/geometry/columns/bounds.ts';
import type { Key } from '../domain/land/change.ts';
import type { Land } from '../domain/land/land.ts';

/** Land with what finds records by what they name and by where they lie; keys in the order of the file. */
export interface LandAround {
  readonly land: Land;
  parcelsOfPark(id: string): readonly Key[];
  buildingsOfParcel(id: string): readonly Key[];
  /** Whose boxes meet this one, degrees; in no order. */
  parcelsNear(box: Bounds): readonly Key[];
  /** The same of buildings that name no parcel. */
  unnamedBuildingsNear(box: Bounds): readonly Key[];
  /** Bounds of what is drawn, degrees; null where nothing is. */
  box(table: 'parcel' | 'building', key: Key): Bounds | null;
}
