import type { Geometry } from 'geojson';
import type { Bounds } from '../../domain/geometry/columns/bounds.ts';
import type { Note } from '../../formats/contract.ts';
import type { KeyChoice } from '../../formats/sheet/key-choices.ts';
import type { Ambiguous, LandKey, MatchHow } from '../../formats/sheet/table-join.ts';

/** 导入: land of files and tables of its fields, as one city would have them; nothing is done yet. */
export interface ImportView {
  /** Files of land, a Shapefile's several as one. */
  readonly files: number;
  readonly parcels: number;
  /** Tables came without land of their own and are put to what is open. */
  readonly isOnto: boolean;
  readonly crs: string;
  readonly notes: readonly Note[];
  readonly tables: readonly TableView[];
  /** Parcels whose boundary has no area. */
  readonly broken: readonly string[];
  /** Parks and buildings of the files, which come with a city of its own and not into one that is open. */
  readonly besides: number;
  /** Numbers of parcels that what is open has already: these get others there. */
  readonly taken: readonly string[];
  /** What the numbers of a table may be those of. */
  readonly lands: readonly LandKey[];
  readonly drawn: { readonly joined: Geometry; readonly alone: Geometry };
  readonly bounds: Bounds | null;
}

export interface ColumnView {
  readonly heading: string;
  /** `conditions.far` for a part of one; null where it is kept as it is. */
  readonly field: string | null;
  readonly unit: string | null;
  readonly isNumber: boolean;
  /** Said by a person, field or none. */
  readonly isSaid: boolean;
  /** Different values, the first few. */
  readonly samples: readonly string[];
}

/** One table, and what of it has land. Lines are those of the file or sheet, from 1. */
export interface TableView {
  readonly name: string;
  readonly sheet: string | null;
  readonly sheets: readonly string[];
  readonly rows: number;
  readonly totals: number;
  readonly columns: readonly ColumnView[];
  /** Null where no row has the number of a parcel. */
  readonly key: { readonly column: string; readonly land: LandKey } | null;
  readonly keys: readonly KeyChoice[];
  readonly joined: readonly JoinedRow[];
  readonly rowsLeft: readonly RowLeft[];
  readonly landLeft: readonly LandLeft[];
  readonly ambiguous: readonly AmbiguousNumber[];
  readonly unread: readonly UnreadLine[];
  readonly unreadFurther: number;
}

interface JoinedRow {
  readonly line: number;
  readonly number: string;
  readonly id: string;
  readonly how: MatchHow;
}

export interface RowLeft {
  readonly line: number;
  readonly number: string;
  readonly why: 'no-number' | 'no-parcel' | 'unclear' | 'repeated' | 'rounded';
}

export interface LandLeft {
  readonly id: string;
  readonly name: string;
  readonly file: string;
  /** Of its boundary on the plane; null where it has none. */
  readonly areaM2: number | null;
  readonly bounds: Bounds | null;
}

interface AmbiguousNumber extends Pick<Ambiguous, 'number' | 'taken'> {
  readonly lines: readonly number[];
  readonly ids: readonly string[];
}

interface UnreadLine {
  readonly line: number;
  readonly heading: string;
  readonly field: string;
  readonly value: string;
  readonly isBeyond: boolean;
}

/** Rows without land as they stand in their table, to be handed back. */
export interface RowsLeft {
  readonly headings: readonly string[];
  readonly rows: readonly { readonly line: number; readonly why: RowLeft['why']; readonly cells: readonly string[] }[];
}
